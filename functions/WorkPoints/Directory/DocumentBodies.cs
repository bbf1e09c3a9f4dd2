namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>Builds a directory from the mentions of a document, for counties that have none.</summary>
internal static class DocumentBodies
{
    /// <summary>
    /// One body for all mentions that are ways of writing the same name; its full name is the longest of them.
    /// Order is that of first mention.
    /// </summary>
    /// <param name="mentions">Named bodies as printed, each with the level (县, 区 …) it may have dropped.</param>
    public static BodyDirectory Collect(IEnumerable<(string Mention, string Level)> mentions)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var (mention, level) in mentions)
        {
            var name = NameKey.MayHaveDroppedLevel(mention) ? level + mention : mention;
            var key = NameKey.Of(name, null);
            if (!names.TryGetValue(key, out var known))
                order.Add(key);
            if (known is null || name.Length > known.Length)
                names[key] = name;
        }

        return new BodyDirectory(null, [.. order.Select(key => new Body(names[key])).DistinctBy(body => body.Name)], []);
    }
}
