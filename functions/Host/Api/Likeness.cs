namespace YiyuanSafety.Host.Api;

/// <summary>Which names a doubtful one may mean.</summary>
internal static class Likeness
{
    private const int Most = 4;

    /// <summary>The names that share the most characters with a mention, in that order; those that share fewer than two are left out.</summary>
    public static IEnumerable<string> Nearest(string mention, IEnumerable<string> names)
    {
        var wanted = mention.ToHashSet();
        return names.Select(name => (Name: name, Shared: name.Distinct().Count(wanted.Contains)))
            .Where(one => one.Shared >= 2)
            .OrderByDescending(one => 2.0 * one.Shared / (wanted.Count + one.Name.Length))
            .Take(Most)
            .Select(one => one.Name);
    }
}
