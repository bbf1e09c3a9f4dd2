using System.Globalization;
using System.Text;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>Names of files that Windows takes and a person understands.</summary>
public static class FileNames
{
    /// <summary>
    /// Longest name without its ending, in UTF-16 units. Windows stops at 260 for the whole path, and office folders nest deep.
    /// </summary>
    public const int LongestName = 80;

    private const string Forbidden = "<>:\"/\\|?*";
    private const string Instead = "＜＞：＂／＼｜？＊";

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. "123456789¹²³".SelectMany(n => new[] { "COM" + n, "LPT" + n })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Makes one part of a path: forbidden characters become their full-width twins, what cannot be seen is dropped, a long name
    /// ends in …, no dot or space at the end, and no name that Windows keeps for devices.
    /// </summary>
    /// <param name="name">What the name should say, without folder and ending.</param>
    public static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var at = rune.IsBmp ? Forbidden.IndexOf((char)rune.Value) : -1;
            if (at >= 0)
                safe.Append(Instead[at]);
            else if (Rune.IsWhiteSpace(rune) && rune.Value != 0x3000)
                safe.Append(' ');
            else if (rune != Rune.ReplacementChar && !IsInvisible(rune))
                safe.Append(rune);
        }

        var visible = safe.ToString().TrimStart(' ');
        if (Reserved.Contains(visible.Split('.')[0].TrimEnd(' ')))
            visible = "_" + visible;
        var trimmed = Cut(visible, LongestName).TrimEnd(' ', '.');
        return trimmed.Length > 0 ? trimmed : "未命名";
    }

    /// <summary>Makes names differ for file systems that do not tell capital from small letters: the second A is A (2).</summary>
    /// <param name="taken">The paths in use, compared without case; the new one is added.</param>
    /// <param name="folder">Folder with its closing slash, or empty.</param>
    /// <param name="name">Safe name.</param>
    /// <param name="ending">Ending with its dot.</param>
    public static string Unique(HashSet<string> taken, string folder, string name, string ending)
    {
        var path = folder + name + ending;
        for (var i = 2; !taken.Add(path); i++)
            path = string.Create(CultureInfo.InvariantCulture, $"{folder}{name} ({i}){ending}");
        return path;
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Cut(string name, int longest)
    {
        if (name.Length <= longest)
            return name;
        var end = char.IsHighSurrogate(name[longest - 2]) ? longest - 2 : longest - 1;
        return name[..end] + "…";
    }
}
