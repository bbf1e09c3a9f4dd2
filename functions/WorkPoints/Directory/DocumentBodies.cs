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
    /// <param name="region">The county's name with its level, as the title tells it; or null.</param>
    public static BodyDirectory Collect(IEnumerable<(string Mention, string Level)> mentions, string? region)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = new List<string>();
        var all = mentions.ToList();
        var printed = all.Select(item => NameKey.Abbreviated(item.Mention, region)).ToHashSet(StringComparer.Ordinal);
        foreach (var (mention, level) in all)
        {
            // 县平罗工业园区管委会 exists nowhere: a level is put before a name only where that is printed too, or where the name is
            // one that every county's department has and so says nothing without its level.
            var full = (level.Length > 0 ? level : OnlyLevel(mention, printed, region)) + mention;
            var name = NameKey.MayHaveDroppedLevel(mention) && (CommonDepartments.Contains(mention) || printed.Contains(NameKey.Abbreviated(full, region))) ? full : mention;
            var key = NameKey.Abbreviated(name, region);
            if (!names.TryGetValue(key, out var known))
                order.Add(key);
            if (known is null || name.Length > known.Length)
                names[key] = name;
        }

        return new BodyDirectory(region, [.. order.Select(key => new Body(names[key])).DistinctBy(body => body.Name)], []);
    }

    /// <summary>The level with which the name is printed elsewhere, where that is one alone: 公安局 is 县公安局 where no 市公安局 is named.</summary>
    private static string OnlyLevel(string mention, HashSet<string> printed, string? region)
    {
        var levels = NameKey.AllLevels.Where(level => printed.Contains(NameKey.Abbreviated(level + mention, region))).Take(2).ToList();
        return levels is [var only] ? only : "";
    }

    /// <summary>The bodies that may well be another one under a second name, each with that other.</summary>
    public static IReadOnlyDictionary<string, string> LikelySame(BodyDirectory bodies)
    {
        var keys = bodies.Bodies.Take(MostCompared).Select(body => (body.Name, Key: NameKey.Abbreviated(body.Name, bodies.Region))).ToList();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, key) in keys)
        {
            if (keys.FirstOrDefault(other => Abbreviations.LikelySame(key, other.Key) && !found.ContainsKey(other.Name)) is { Name: { } other })
                found[name] = other;
        }

        return found;
    }
}
