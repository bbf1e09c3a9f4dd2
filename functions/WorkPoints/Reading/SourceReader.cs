using YiyuanSafety.WorkPoints.Reading.Pdf;
using YiyuanSafety.WorkPoints.Reading.Plain;
using YiyuanSafety.WorkPoints.Reading.Word;

namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>Reads a source file of any supported format into blocks.</summary>
public static class SourceReader
{
    /// <summary>Reads a whole document.</summary>
    /// <param name="source">The file's bytes; need not be seekable.</param>
    /// <param name="fileName">Name of the file, used for its ending and in messages; no file is opened.</param>
    /// <param name="limits">How much to take in; null for the defaults.</param>
    /// <exception cref="UnreadableSourceException">The file cannot be read; the message says why and what to do.</exception>
    public static SourceDocument Read(Stream source, string fileName, ReadingLimits? limits = null)
    {
        limits ??= new ReadingLimits();
        var file = Path.GetFileName(fileName);
        var bytes = SourceBytes.ReadAll(source, file, limits.FileBytes);
        if (bytes.IsEmpty)
            throw Unreadable.Empty(file);

        return FormatDetection.Detect(bytes.Span, file) switch
        {
            FileShape.Zip => DocxReader.Read(bytes, file, limits),
            FileShape.Pdf => PdfReader.Read(bytes, file, limits),
            FileShape.Markdown => PlainTextReader.Read(bytes.Span, file, SourceFormat.Markdown, limits),
            FileShape.Compound => throw FormatDetection.RefuseCompound(bytes.Span, file),
            FileShape.RichText => throw Unreadable.NeedsConversion(file, "RTF 文档"),
            _ => PlainTextReader.Read(bytes.Span, file, SourceFormat.Text, limits),
        };
    }
}
