namespace YiyuanSafety.Filing.Folder;

/// <summary>
/// The hidden file that office programs put beside a file that somebody has open. On Windows the system keeps others from writing as well;
/// behind a share of another system only the mark tells that a save would undo what is written now.
/// </summary>
public static class OpenMark
{
    private const string Microsoft = "~$";
    private const string Wps = ".~";

    /// <summary>Whether a file name is that of a mark. LibreOffice's .~lock.名称# begins as WPS's do.</summary>
    public static bool Is(string name) => name.StartsWith(Microsoft, StringComparison.Ordinal) || name.StartsWith(Wps, StringComparison.Ordinal);

    /// <summary>The name of the mark beside a file; null where nobody has it open.</summary>
    public static string? Of(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path) ?? "", Path.GetFileName(path));

        // Excel puts its sign before the name; Word, and WPS at times, in the place of the first letters of a long one.
        string[] ends = [name, name[Math.Min(2, name.Length)..], name[Math.Min(1, name.Length)..]];
        string[] marks = [.. ends.Select(end => Microsoft + end), $".~lock.{name}#", .. ends.Select(end => Wps + end)];
        return marks.FirstOrDefault(mark => File.Exists(Path.Combine(folder, mark)));
    }
}
