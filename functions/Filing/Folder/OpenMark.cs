namespace YiyuanSafety.Filing.Folder;

/// <summary>
/// The hidden file that Word and Excel put beside a file that somebody has open. On Windows the system keeps others from writing as well;
/// behind a share of another system only the mark tells that a save would undo what is written now.
/// </summary>
internal static class OpenMark
{
    /// <summary>The name of the mark beside a file; null where nobody has it open.</summary>
    public static string? Of(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path) ?? "", Path.GetFileName(path));

        // Excel puts ~$ before the name; Word puts it in the place of the first letters of a long one.
        string[] marks = ["~$" + name, "~$" + name[Math.Min(2, name.Length)..], "~$" + name[Math.Min(1, name.Length)..]];
        return marks.FirstOrDefault(mark => File.Exists(Path.Combine(folder, mark)));
    }
}
