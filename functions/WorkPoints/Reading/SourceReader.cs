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
        var name = Path.GetFileName(fileName);
        var bytes = ReadAll(source, name, limits);
        var document = FileKinds.Of(bytes.AsSpan(), name) switch
        {
            FileKind.Docx => DocxReader.Read(bytes, name, limits),
            FileKind.Pdf => PdfReader.Read(bytes, name, limits),
            FileKind.Markdown => PlainTextReader.Read(bytes.AsSpan(), name, SourceFormat.Markdown, limits),
            FileKind.Text => PlainTextReader.Read(bytes.AsSpan(), name, SourceFormat.Text, limits),
            FileKind.LegacyWord => throw new UnreadableSourceException(SourceErrors.NeedsConversion, $"“{name}”是旧版 Word 或 WPS 格式，本机没有可用的转换程序（LibreOffice）。请在 Word 或 WPS 中另存为 .docx 后重试。"),
            FileKind.Encrypted => throw new UnreadableSourceException(SourceErrors.Encrypted, $"“{name}”设有打开密码，无法读取。请在 Word 中取消密码（文件→信息→保护文档）后重试。"),
            _ => throw new UnreadableSourceException(SourceErrors.UnknownFormat, $"“{name}”不是可以识别的文件。请使用 .docx、.txt、.md 或带文字层的 .pdf。"),
        };
        if (document.Blocks.All(block => string.IsNullOrWhiteSpace(block.Text)))
            throw Empty(name);
        return document;
    }

    private static ArraySegment<byte> ReadAll(Stream source, string name, ReadingLimits limits)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = source.Read(chunk, 0, chunk.Length)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > limits.FileBytes)
                throw new UnreadableSourceException(SourceErrors.TooBig, $"“{name}”超过 {limits.FileBytes >> 20} MB，不像一份工作要点。请核对是否选错了文件，或把图片等附件删去后重试。");
        }

        if (buffer.Length == 0)
            throw Empty(name);
        return new ArraySegment<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static UnreadableSourceException Empty(string name) =>
        new(SourceErrors.Empty, $"“{name}”是空文件，没有任何文字。请核对是否选错了文件。");
}
