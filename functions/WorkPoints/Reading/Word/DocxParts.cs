using System.IO.Compression;
using System.IO.Packaging;
using System.Xml;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>The parts of a Word document that hold text or decide how it is numbered.</summary>
/// <remarks>
/// Uses the package layer below the Open XML SDK: for a work-points document the SDK's own opening takes several times as
/// long as unzipping and reading all the XML, and this layer about half as long.
/// </remarks>
internal sealed class DocxParts : IDisposable
{
    private readonly Package _package;
    private readonly ReadingLimits _limits;

    // Relationships are read when first asked for, so all are asked for here, where a failure is known to be the file's.
    private DocxParts(Package package, PackagePart main, string file, ReadingLimits limits)
    {
        _package = package;
        _limits = limits;
        File = file;
        Main = main;
        foreach (var relationship in main.GetRelationships())
        {
            switch (Kind(relationship))
            {
                case "styles":
                    Styles = Target(package, relationship, file);
                    break;
                case "numbering":
                    Numbering = Target(package, relationship, file);
                    break;
                case "footnotes":
                    Footnotes = Target(package, relationship, file);
                    break;
                case "endnotes":
                    Endnotes = Target(package, relationship, file);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Name of the file, for messages.</summary>
    public string File { get; }

    public PackagePart Main { get; }

    public PackagePart? Styles { get; }

    public PackagePart? Numbering { get; }

    public PackagePart? Footnotes { get; }

    public PackagePart? Endnotes { get; }

    /// <summary>Opens the package without reading any of its content.</summary>
    public static DocxParts Open(ReadOnlyMemory<byte> bytes, string file, ReadingLimits limits)
    {
        CheckZip(bytes, file, limits);
        Package? package = null;
        try
        {
            package = Package.Open(new ReadOnlyBytes(bytes), FileMode.Open, FileAccess.Read);
            var main = package.GetRelationships().FirstOrDefault(relationship => Kind(relationship) == "officeDocument")
                ?? throw Unreadable.Damaged(file, where: "缺少正文");
            var parts = new DocxParts(package, Target(package, main, file), file, limits);
            package = null;
            return parts;
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw Unreadable.Damaged(file, error);
        }
        finally
        {
            package?.Close();
        }
    }

    /// <summary>Walks a part from its root element; a broken part is refused.</summary>
    public void Walk(PackagePart part, Action<PartCursor> walk)
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

    private bool HasDocumentType(PackagePart part, string name) => PartCursor.HasDocumentType(Bounded(part, name));

    public void Dispose() => _package.Close();

    // Transitional and strict documents name relationships by different addresses with the same last step.
    private static string Kind(PackageRelationship relationship)
    {
        var type = relationship.RelationshipType;
        return relationship.TargetMode == TargetMode.Internal && type.Contains("/officeDocument/", StringComparison.Ordinal)
            ? type[(type.LastIndexOf('/') + 1)..]
            : "";
    }

    private static PackagePart Target(Package package, PackageRelationship relationship, string file)
    {
        var uri = PackUriHelper.ResolvePartUri(relationship.SourceUri, relationship.TargetUri);
        return package.PartExists(uri)
            ? package.GetPart(uri)
            : throw Unreadable.Damaged(file, where: "缺少 " + uri.OriginalString.TrimStart('/'));
    }

    private BoundedStream Bounded(PackagePart part, string name) => new(
        part.GetStream(FileMode.Open, FileAccess.Read),
        _limits.PartBytes,
        () => Unreadable.PartTooBig(File, name, _limits.PartBytes));

    // What the package reader throws over content types and relationships that make no sense.
    private static bool IsDamage(Exception error) => error
        is IOException or InvalidDataException or XmlException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or KeyNotFoundException;

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
