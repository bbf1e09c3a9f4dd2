namespace YiyuanSafety.Host.Office;

/// <summary>Where LibreOffice is.</summary>
internal static class OfficeProgram
{
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];

    /// <summary>The program: on the PATH, else where its installers put it; null where there is none.</summary>
    public static string? Find() => OnPath().Concat(Usual()).FirstOrDefault(File.Exists);

    private static IEnumerable<string> OnPath() =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in Names
        select Path.Combine(folder.Trim('"'), name);

    private static IEnumerable<string> Usual()
    {
        if (OperatingSystem.IsWindows())
        {
            foreach (var folder in new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86 })
                yield return Path.Combine(Environment.GetFolderPath(folder), "LibreOffice", "program", Names[0]);
        }
        else if (OperatingSystem.IsMacOS())
        {
            yield return "/Applications/LibreOffice.app/Contents/MacOS/soffice";
        }
    }
}
