namespace YiyuanSafety.Filing.Folder;

/// <summary>Temporary files. One that a killed program left is removed when it is so old that nobody can be writing it any more.</summary>
internal static class LeftOver
{
    private const string Prefix = ".yiyuan-";
    private const string Ending = ".part";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>A name in a folder that no other writer has.</summary>
    public static string NewName(string folder) => Path.Combine(folder, Prefix + Guid.NewGuid().ToString("N") + Ending);

    /// <summary>Whether a file name is that of a temporary file.</summary>
    public static bool Is(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>Removes old ones from a folder, as far as it may.</summary>
    public static void Sweep(string folder, DateTimeOffset now)
    {
        foreach (var file in Directory.EnumerateFiles(folder, Prefix + "*" + Ending))
        {
            try
            {
                if (now - File.GetLastWriteTimeUtc(file) > Longest)
                    File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another account's, which may not be removed: that is no reason not to file.
            }
        }
    }
}
