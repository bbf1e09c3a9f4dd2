namespace YiyuanSafety.Tests.Graph;

/// <summary>What a request wants to find: an eTag or cTag in If-Match or If-None-Match.</summary>
/// <param name="IfMatch">What must lie there; null for nothing said.</param>
/// <param name="IfNoneMatch">What must not lie there; null for nothing said.</param>
internal sealed record Precondition(string? IfMatch, string? IfNoneMatch)
{
    /// <summary>What a request says.</summary>
    /// <exception cref="Breach">A value is neither a quoted tag nor *.</exception>
    public static Precondition Of(SeenRequest request)
    {
        foreach (var value in new[] { request.IfMatch, request.IfNoneMatch })
        {
            if (value is not (null or "*") && !(value.Length > 2 && value[0] == '"' && value[^1] == '"'))
                throw new Breach($"'{value}' is no entity tag.");
        }

        return new(request.IfMatch, request.IfNoneMatch);
    }

    /// <summary>Refuses what lies there when it is not what was meant.</summary>
    /// <param name="found">What lies there; null for nothing.</param>
    public void Check(Node? found)
    {
        if (IfMatch is { } wanted && !(found is not null && Names(wanted, found)))
            throw GraphError.Changed();
        if (IfNoneMatch is { } unwanted && found is not null && Names(unwanted, found))
            throw GraphError.Changed();
    }

    private static bool Names(string tag, Node node) => tag == "*" || tag == node.ETag || tag == node.CTag;
}
