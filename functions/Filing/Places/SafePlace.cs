using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Filing.Places;

/// <summary>Names that Windows, its shares and SharePoint all take.</summary>
public static class SafePlace
{
    private const int ShortestName = 20;

    // What SharePoint keeps for itself, and the names that Office gives to the mark of an open file.
    private static readonly string[] Beginnings = ["~$", "~", "."];
    private static readonly HashSet<string> Kept = new(["desktop.ini", "forms", "_vti_"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A place of safe names. Empty names are left out; where the whole is too long, the longest names give.</summary>
    /// <param name="names">Folders and, at the end, the file without its ending.</param>
    /// <param name="ending">The file's ending with its dot.</param>
    /// <param name="longest">Most characters of the whole.</param>
    public static string Of(IReadOnlyList<string> names, string ending, int longest)
    {
        var safe = names.Where(name => name.Length > 0).Select(Name).ToList();
        while (safe.Sum(name => name.Length + 1) + ending.Length > longest && safe.Max(name => name.Length) > ShortestName)
        {
            // The file's own name says which paper it is: of equally long ones a folder's gives first.
            var at = safe.FindIndex(name => name.Length == safe.Max(one => one.Length));
            safe[at] = Shorter(safe[at]);
        }

        return string.Join('/', safe) + ending;
    }

    /// <summary>One safe name.</summary>
    public static string Name(string name)
    {
        var safe = FileNames.Safe(name).Replace("_vti_", "_vti-", StringComparison.OrdinalIgnoreCase).Replace('#', '＃').Replace('%', '％');
        return Kept.Contains(safe) || Beginnings.Any(start => safe.StartsWith(start, StringComparison.Ordinal)) ? FileNames.Safe("_" + safe) : safe;
    }

    /// <summary>The place with a number behind the name, as Windows does it: the second is “名称 (2).docx”.</summary>
    public static string Numbered(string place, int number) => number == 1
        ? place
        : Path.ChangeExtension(place, null) + FormattableString.Invariant($" ({number})") + Path.GetExtension(place);

    // Ends in … already when it was cut before.
    private static string Shorter(string name)
    {
        var end = name.TrimEnd('…').Length - 1;
        if (end > 0 && char.IsHighSurrogate(name[end - 1]))
            end--;
        return name[..end].TrimEnd(' ', '.') + "…";
    }
}
