using System.Diagnostics;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Host.Sources;

/// <summary>Turns .doc and .wps into .docx with LibreOffice, where it is installed.</summary>
internal static class LegacyConversion
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The LibreOffice program on the PATH, or null.</summary>
    public static string? Find()
    {
        var names = OperatingSystem.IsWindows() ? new[] { "soffice.com", "soffice.exe" } : ["soffice", "libreoffice"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Converts and reads a file.</summary>
    public static SourceDocument Read(string office, FileInfo file)
    {
        var work = Directory.CreateTempSubdirectory("yiyuan-safety-");
        try
        {
            var profile = new Uri(Path.Combine(work.FullName, "profile")).AbsoluteUri;
            using var process = Process.Start(new ProcessStartInfo(office)
            {
                ArgumentList = { $"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx", "--outdir", work.FullName, file.FullName },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }) ?? throw Failed(file, null);
            process.OutputDataReceived += static (_, _) => { };
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(true);
                throw Failed(file, null);
            }

            var converted = work.GetFiles("*.docx").FirstOrDefault() ?? throw Failed(file, null);
            using var stream = converted.OpenRead();
            return SourceReader.Read(stream, converted.Name);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw Failed(file, e);
        }
        finally
        {
            work.Delete(true);
        }
    }

    private static UnreadableSourceException Failed(FileInfo file, Exception? cause) =>
        new(SourceErrors.NeedsConversion, $"“{file.Name}”没能用 LibreOffice 转换。请在 Word 或 WPS 中另存为 .docx 后重试。", cause);
}
