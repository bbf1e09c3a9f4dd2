namespace YiyuanSafety.Host.Output;

/// <summary>Files that are there whole or not at all: written under a temporary name beside their place, then renamed.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file, in place of one of that name.</summary>
    /// <exception cref="IOException">It cannot be written; an older file of that name is as it was.</exception>
    public static void Write(string target, Action<Stream> write)
    {
        var temporary = target + ".tmp~";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(true);
            }

            File.Move(temporary, target, true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Writes a file in place of another, which is kept under a name of its own.</summary>
    /// <param name="target">The file.</param>
    /// <param name="keep">What to call the old one, without folder; a number is added where the name is taken.</param>
    /// <param name="write">Writes the new content.</param>
    /// <returns>The full path of the old one.</returns>
    public static string Replace(string target, string keep, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(target)) ?? "";
        var kept = Path.Combine(folder, keep);
        for (var again = 2; File.Exists(kept); again++)
            kept = Path.Combine(folder, Path.GetFileNameWithoutExtension(keep) + FormattableString.Invariant($" ({again})") + Path.GetExtension(keep));

        // The old one is copied first: whatever happens then, one whole paper has the name that people know.
        File.Copy(target, kept);
        try
        {
            Write(target, write);
        }
        catch
        {
            File.Delete(kept);
            throw;
        }

        return kept;
    }
}
