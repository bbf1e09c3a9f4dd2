using YiyuanSafety.Host.Office;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Host.Sources;

/// <summary>Turns .doc and .wps into .docx with LibreOffice, where it is installed.</summary>
internal static class LegacyConversion
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Converts and reads a file.</summary>
    public static SourceDocument Read(string office, Stream content, string name)
    {
        var work = Directory.CreateTempSubdirectory("yiyuan-safety-");
        try
        {
            var copy = "0000" + Path.GetExtension(name);
            using (var file = File.Create(Path.Combine(work.FullName, copy)))
                content.CopyTo(file);
            var run = new OfficeRun(office, work.FullName);
            run.Convert("docx", [copy], Patience, static _ => { }, CancellationToken.None);
            var converted = new FileInfo(Path.Combine(run.Results, "0000.docx"));
            if (!converted.Exists)
                throw Failed(name, null);
            using var stream = converted.OpenRead();
            return SourceReader.Read(stream, Path.ChangeExtension(name, ".docx"));
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw Failed(name, e);
        }
        finally
        {
            work.Delete(true);
        }
    }

    private static UnreadableSourceException Failed(string name, Exception? cause) =>
        new(SourceErrors.NeedsConversion, $"“{name}”没能用 LibreOffice 转换。请在 Word 或 WPS 中另存为 .docx 后重试。", cause);
}
