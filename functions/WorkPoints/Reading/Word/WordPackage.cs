using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>The parts of a .docx, opened read-only and streamed; nothing is loaded as a tree.</summary>
internal sealed class WordPackage : IDisposable
{
    private readonly WordprocessingDocument _document;
    private readonly string _name;
    private readonly ReadingLimits _limits;

    private WordPackage(WordprocessingDocument document, MainDocumentPart main, string name, ReadingLimits limits) =>
        (_document, Main, _name, _limits) = (document, main, name, limits);

    /// <summary>The document part.</summary>
    public MainDocumentPart Main { get; }

    /// <summary>Opens a package.</summary>
    /// <exception cref="UnreadableSourceException">It is no Word document, or damaged.</exception>
    public static WordPackage Open(Stream stream, string name, ReadingLimits limits)
    {
        WordprocessingDocument document;
        try
        {
            document = WordprocessingDocument.Open(stream, false);
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FormatException or XmlException or IOException or ArgumentException or InvalidOperationException)
        {
            throw IsZip(stream) ? NotWord(name, e) : Damaged(name, e);
        }

        try
        {
            if (document.MainDocumentPart is { } main)
                return new WordPackage(document, main, name, limits);
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or XmlException or IOException)
        {
            document.Dispose();
            throw Damaged(name, e);
        }

        document.Dispose();
        throw NotWord(name, null);
    }

    /// <summary>A reader over a part that refuses document types and oversized parts; white space is kept.</summary>
    public XmlReader Read(OpenXmlPart part)
    {
        try
        {
            var stream = new BoundedStream(part.GetStream(FileMode.Open, FileAccess.Read), _limits.PartBytes, _name);
            return XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            });
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw Damaged(_name, e);
        }
    }

    /// <summary>The error for a damaged file.</summary>
    public static UnreadableSourceException Damaged(string name, Exception? cause) =>
        new(SourceErrors.Damaged, $"“{name}”已损坏或不完整，无法打开。请重新取得文件，或在 Word 中打开并另存后重试。", cause);

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private static UnreadableSourceException NotWord(string name, Exception? cause) =>
        new(SourceErrors.UnknownFormat, $"“{name}”是压缩包，但不是 Word 文档。请解压后选择其中的 .docx 文件。", cause);

    private static bool IsZip(Stream stream)
    {
        try
        {
            stream.Position = 0;
            using var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Read, true);
            return zip.Entries.All(entry => entry.FullName != "word/document.xml");
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
