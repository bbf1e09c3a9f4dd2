using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>
/// The key under which all ways of writing a body's name meet: 县发展和改革委员会, 县发展改革委;
/// 沂源县应急管理局, 县应急局; 县市场监督管理局, 县市场监管局. Keys are compared, never shown.
/// </summary>
internal static class NameKey
{
    private const string Levels = "县区市州旗省盟";

    /// <summary>The levels that names begin with, the likeliest first.</summary>
    public static IReadOnlyList<string> AllLevels { get; } = [.. Levels.Select(level => level.ToString())];

    private static readonly (string Long, string Short)[] Shortenings =
    [
        ("安全生产委员会", "安委会"), ("监督管理", "监管"), ("人民政府", "政府"), ("街道办事处", "街道办"), ("机构编制", "编"),
        ("管理局", "局"), ("委员会", "委"), ("委会", "委"), ("办公室", "办"),
    ];

    /// <summary>The key of a name.</summary>
    /// <param name="name">The name as printed.</param>
    /// <param name="region">The county's name with its level, such as 沂源县, whose place name may be left out; or null.</param>
    public static string Of(string name, string? region)
    {
        Span<char> folded = name.Length <= 128 ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (!char.IsWhiteSpace(c))
                folded[length++] = Fold.Script(Fold.Width(c));
        }

        var text = new string(folded[..length]);
        if (region is { Length: > 1 } && text.StartsWith(region, StringComparison.Ordinal))
            text = text[(region.Length - 1)..];
        foreach (var (longer, shorter) in Shortenings)
            text = text.Replace(longer, shorter, StringComparison.Ordinal);
        return text.AsSpan().IndexOfAny('和', '与', '及') <= 0 ? text : new string([.. text.Where((c, i) => !(i > 0 && c is '和' or '与' or '及'))]);
    }

    /// <summary>
    /// The key of a name in its office abbreviation, under which the full form and the abbreviation meet: 县住房和城乡建设局, 县住建局.
    /// Too short to look for slips in: a misspelt name is sought under <see cref="Of"/>.
    /// </summary>
    /// <param name="name">The name as printed.</param>
    /// <param name="region">As for <see cref="Of"/>.</param>
    public static string Abbreviated(string name, string? region) => Abbreviations.Apply(Of(name, region));

    /// <summary>The level a name begins with (县, 区, 市 …), or the empty string.</summary>
    public static string Level(string name) => name.Length > 2 && Levels.Contains(name[0], StringComparison.Ordinal) ? name[..1] : "";

    /// <summary>Whether a name may have dropped the level of the names before it: 公安局 after 区经发局.</summary>
    public static bool MayHaveDroppedLevel(string name) =>
        name.Length >= 2
        && Level(name).Length == 0
        && !"各有国中驻团武属镇乡街".Contains(name[0], StringComparison.Ordinal)
        && name[^1] is '局' or '委' or '办' or '部' or '队' or '院' or '室' or '心' or '会';
}
