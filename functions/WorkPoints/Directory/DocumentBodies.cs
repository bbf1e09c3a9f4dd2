namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>Builds a directory from the mentions of a document, for counties that have none.</summary>
internal static class DocumentBodies
{
    // No county has so many; every pair of them is compared.
    private const int MostCompared = 1000;

    /// <summary>
    /// One body for all mentions that are ways of writing the same name, abbreviations among them; its full name is the longest of them.
    /// Order is that of first mention.
    /// </summary>
    /// <param name="mentions">Named bodies as printed, each with the level (县, 区 …) it may have dropped.</param>
    public static BodyDirectory Collect(IEnumerable<(string Mention, string Level)> mentions)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = new List<string>();
        var all = mentions.ToList();
        var printed = all.Select(item => NameKey.Abbreviated(item.Mention, null)).ToHashSet(StringComparer.Ordinal);
        foreach (var (mention, level) in all)
        {
            // 县平罗工业园区管委会 exists nowhere: a level is put before a name only where that is printed too, or where the name is
            // one that every county's department has and so says nothing without its level.
            var full = level + mention;
            var name = NameKey.MayHaveDroppedLevel(mention) && (CommonDepartments.Contains(mention) || printed.Contains(NameKey.Abbreviated(full, null))) ? full : mention;
            var key = NameKey.Abbreviated(name, null);
            if (!names.TryGetValue(key, out var known))
                order.Add(key);
            if (known is null || name.Length > known.Length)
                names[key] = name;
        }

        return new BodyDirectory(null, [.. order.Select(key => new Body(names[key])).DistinctBy(body => body.Name)], []);
    }

    /// <summary>The bodies that may well be another one under a second name, each with that other.</summary>
    public static IReadOnlyDictionary<string, string> LikelySame(BodyDirectory bodies)
    {
        var keys = bodies.Bodies.Take(MostCompared).Select(body => (body.Name, Key: NameKey.Of(body.Name, null))).ToList();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, key) in keys)
        {
            if (keys.FirstOrDefault(other => Abbreviations.LikelySame(key, other.Key) && !found.ContainsKey(other.Name)) is { Name: { } other })
                found[name] = other;
        }

        return found;
    }
}
