namespace YiyuanSafety.Tests.Graph;

/// <summary>Which of the double's authorities a request went to.</summary>
public enum HostKind
{
    /// <summary>Graph itself.</summary>
    Graph,

    /// <summary>The authority of upload and download addresses.</summary>
    Transfer,

    /// <summary>The sign-in service, or the managed identity's.</summary>
    Login,
}

/// <summary>A request that arrived.</summary>
/// <param name="Index">Its number from 0 on.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Host">Where it went.</param>
/// <param name="HasAuthorization">Whether it carried an Authorization header.</param>
/// <param name="Status">What was answered; 0 for nothing (yet).</param>
public sealed record SeenRequest(int Index, string Method, string Target, HostKind Host, bool HasAuthorization, int Status)
{
    /// <summary>If-Match as sent; null for none.</summary>
    public string? IfMatch { get; init; }

    /// <summary>If-None-Match as sent; null for none.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>Content-Range as sent; null for none.</summary>
    public string? ContentRange { get; init; }

    /// <summary>Content-Length as sent; null for none.</summary>
    public long? ContentLength { get; init; }

    /// <summary>What went wrong with it on purpose.</summary>
    public Fault Fault { get; init; }
}
