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
        var all = mentions.ToList();
        var printed = all.Select(item => NameKey.Of(item.Mention, null)).ToHashSet(StringComparer.Ordinal);
        foreach (var (mention, level) in all)
        {
            // 县平罗工业园区管委会 exists nowhere: a level is put before a name only where that is printed too, or where the name is
            // one that every county's department has and so says nothing without its level.
            var full = level + mention;
            var name = NameKey.MayHaveDroppedLevel(mention) && (CommonDepartments.Contains(mention) || printed.Contains(NameKey.Of(full, null))) ? full : mention;
            var key = NameKey.Of(name, null);
            if (!names.TryGetValue(key, out var known))
                order.Add(key);
            if (known is null || name.Length > known.Length)
                names[key] = name;
        }

        return new BodyDirectory(null, [.. order.Select(key => new Body(names[key])).DistinctBy(body => body.Name)], []);
    }
}
