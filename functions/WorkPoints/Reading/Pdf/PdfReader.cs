namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>Reads a PDF with a text layer.</summary>
internal static class PdfReader
{
    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, string file, ReadingLimits limits) =>
        throw Unreadable.UnknownFormat(file);
}
