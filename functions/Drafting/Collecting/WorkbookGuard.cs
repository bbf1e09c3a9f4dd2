using YiyuanSafety.Drafting.Collecting.Grids;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>Looks through a workbook that came from outside before anything of it is used.</summary>
public static class WorkbookGuard
{
    /// <summary>
    /// Refuses what is no workbook, is locked by a password, is larger than the limits, or brings along macros, links to other files or
    /// data sources, embedded files, or XML with document types. Time and memory are bounded by the limits, whatever the file claims.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="fileName">Its name, for messages; what the file is, its content tells.</param>
    /// <param name="limits">What is too much; null for the defaults.</param>
    /// <exception cref="UnreadableSourceException">The workbook is refused; the code is one of <see cref="WorkbookErrors"/> or <see cref="SourceErrors"/>.</exception>
    public static void Check(ReadOnlyMemory<byte> file, string fileName, WorkbookLimits? limits = null) => Sheets(file, fileName, limits ?? new());

    /// <summary>The sheets of a workbook that has passed.</summary>
    internal static List<SheetGrid> Sheets(ReadOnlyMemory<byte> bytes, string fileName, WorkbookLimits limits)
    {
        var file = Path.GetFileName(fileName);
        var start = bytes.Span[..Math.Min(bytes.Length, 512)];
        if (bytes.IsEmpty)
            throw WorkbookRefusal.Empty(file);
        if (bytes.Length > limits.FileBytes)
            throw WorkbookRefusal.TooBig(file, $"文件超过 {limits.FileBytes >> 20} MB");
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return XlsReader.Read(XlsGuard.Check(bytes, file, limits), file, limits);
        if (!start.StartsWith("PK"u8))
            throw WorkbookRefusal.NotAWorkbook(file, Guess(start));
        var package = XlsxPackage.Open(bytes, file, limits);
        return XlsxReader.Read(package, XlsxGuard.Check(package, file, limits), file, limits);
    }

    private static string Guess(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("%PDF-"u8))
            return "PDF";
        if (start.StartsWith("{\\rtf"u8))
            return "RTF";
        var text = System.Text.Encoding.UTF8.GetString(start).TrimStart('\ufeff', ' ', '\r', '\n', '\t');
        if (text.StartsWith('<'))
            return text.Contains("<?mso-application", StringComparison.OrdinalIgnoreCase) || text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.OrdinalIgnoreCase) ? "XML 表格" : "网页";
        return text.Contains(',') || text.Contains('\t') ? "文本表格（CSV）" : "";
    }
}
