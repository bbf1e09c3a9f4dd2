using System.Text;

namespace YiyuanSafety.Ledger.Archiving;

/// <summary>
/// Paths in an archive, with / between names. Whoever unpacks one by any tool must find all of it below one folder: names come from people
/// and from other offices, and none of them may lead out of it.
/// </summary>
internal static class ArchivePaths
{
    private const string Forbidden = "<>:\"/\\|?*";
    private const string Instead = "＜＞：＂／＼｜？＊";
    private const string Nameless = "未命名";

    /// <summary>One part of a path: what file systems forbid becomes its full-width twin, and a name that means a folder is no name. Ordinary names stay as they are.</summary>
    public static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var letter in name.Where(letter => !char.IsControl(letter)))
            safe.Append(Forbidden.IndexOf(letter) is >= 0 and var at ? Instead[at] : letter);
        var trimmed = safe.ToString().Trim(' ').TrimEnd('.', ' ');
        return trimmed.Length > 0 ? trimmed : Nameless;
    }

    /// <summary>A path whose parts are safe.</summary>
    public static string SafeWhole(string path) => string.Join('/', path.Split('/').Select(Safe));

    /// <summary>Whether a path stays below the folder that it is unpacked to, on every system.</summary>
    public static bool IsInside(string path) =>
        !path.Contains('\\') && !path.Contains('\0') && !(path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]))
        && path.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));
}
