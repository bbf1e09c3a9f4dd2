using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>The parts of a Word document that hold text or decide how it is numbered.</summary>
internal sealed class DocxParts : IDisposable
{
    private readonly WordprocessingDocument _package;
    private readonly ReadingLimits _limits;

    // The package reader loads relationships when a part is first asked for, so all are asked for here, where a failure
    // is known to be the file's.
    private DocxParts(WordprocessingDocument package, MainDocumentPart main, string file, ReadingLimits limits)
    {
        _package = package;
        _limits = limits;
        File = file;
        Main = main;
        Styles = main.StyleDefinitionsPart;
        Numbering = main.NumberingDefinitionsPart;
        Footnotes = main.FootnotesPart;
        Endnotes = main.EndnotesPart;
    }

    /// <summary>Name of the file, for messages.</summary>
    public string File { get; }

    public OpenXmlPart Main { get; }

    public OpenXmlPart? Styles { get; }

    public OpenXmlPart? Numbering { get; }

    public OpenXmlPart? Footnotes { get; }

    public OpenXmlPart? Endnotes { get; }

    /// <summary>Opens the package without reading any of its content.</summary>
    public static DocxParts Open(ReadOnlyMemory<byte> bytes, string file, ReadingLimits limits)
    {
        CheckZip(bytes, file, limits);
        WordprocessingDocument? package = null;
        try
        {
            package = WordprocessingDocument.Open(new ReadOnlyBytes(bytes), isEditable: false, new OpenSettings { AutoSave = false });
            var parts = package.MainDocumentPart is { } main
                ? new DocxParts(package, main, file, limits)
                : throw Unreadable.Damaged(file, where: "缺少正文");
            package = null;
            return parts;
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw Unreadable.Damaged(file, error);
        }
        finally
        {
            package?.Dispose();
        }
    }

    /// <summary>Walks a part from its root element; a broken part is refused.</summary>
    public void Walk(OpenXmlPart part, Action<PartCursor> walk)
    {
        var name = part.Uri.OriginalString.TrimStart('/');
        PartCursor? cursor = null;
        try
        {
            cursor = PartCursor.Open(Bounded(part, name), File, _limits.Depth);
            if (cursor.Root())
                walk(cursor);
        }
        catch (XmlException error)
        {
            if (cursor is not { Started: true } && HasDocumentType(part, name))
                throw Unreadable.UnsafeXml(File, name, error);
            throw Unreadable.Damaged(File, error, name);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw Unreadable.Damaged(File, error, name);
        }
        finally
        {
            cursor?.Dispose();
        }
    }

    private bool HasDocumentType(OpenXmlPart part, string name) => PartCursor.HasDocumentType(Bounded(part, name));

    public void Dispose() => _package.Dispose();

    private BoundedStream Bounded(OpenXmlPart part, string name) => new(
        part.GetStream(FileMode.Open, FileAccess.Read),
        _limits.PartBytes,
        () => Unreadable.PartTooBig(File, name, _limits.PartBytes));

    // What the package reader throws over content types and relationships that make no sense.
    private static bool IsDamage(Exception error) => error
        is OpenXmlPackageException or IOException or InvalidDataException or XmlException
        or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or KeyNotFoundException;

    // The package reader takes the list of parts and the relationships in whole, so their size is looked at before.
    // The zip reader never gives out more than the size stated, so a lie here leads to a damaged file only.
    private static void CheckZip(ReadOnlyMemory<byte> bytes, string file, ReadingLimits limits)
    {
        try
        {
            using var zip = new ZipArchive(new ReadOnlyBytes(bytes), ZipArchiveMode.Read);
            var hasTypes = false;
            foreach (var entry in zip.Entries)
            {
                var isTypes = entry.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);
                hasTypes |= isTypes;
                if ((isTypes || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) && entry.Length > limits.PartBytes)
                    throw Unreadable.PartTooBig(file, entry.FullName, limits.PartBytes);
            }

            if (Refusal(zip, hasTypes, file) is { } refusal)
                throw refusal;
        }
        catch (InvalidDataException error)
        {
            throw Unreadable.Damaged(file, error);
        }
    }

    private static UnreadableSourceException? Refusal(ZipArchive zip, bool hasTypes, string file)
    {
        if (zip.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
            return hasTypes ? null : Unreadable.Damaged(file, where: "缺少 [Content_Types].xml");
        if (zip.GetEntry("xl/workbook.xml") is not null)
            return Unreadable.UnknownFormat(file, "Excel 表格");
        if (zip.GetEntry("ppt/presentation.xml") is not null)
            return Unreadable.UnknownFormat(file, "PowerPoint 演示文稿");
        if (zip.GetEntry("mimetype") is not null && zip.GetEntry("content.xml") is not null)
            return Unreadable.NeedsConversion(file, "OpenDocument 文档（.odt）");
        return Unreadable.UnknownFormat(file, "压缩包");
    }
}
