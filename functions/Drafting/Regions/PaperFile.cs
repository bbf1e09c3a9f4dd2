using System.Text;
using System.Xml;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Package;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>A .docx opened for its regions: the main part as text, everything else still compressed.</summary>
internal sealed class PaperFile
{
    private const int MostParts = 2_000;
    private const uint LongestPart = 64 << 20;
    private const int Deepest = 200;
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly IReadOnlyList<ZipPart> parts;
    private readonly string mainName;
    private readonly string? recordName;

    private PaperFile(IReadOnlyList<ZipPart> parts, string mainName, string xml, Element root, Names names)
    {
        (this.parts, this.mainName, Xml, Names) = (parts, mainName, xml, names);
        Body = root.Children.Find(child => child.Name == Names.Body) ?? root;
        foreach (var part in parts.Where(part => part.Name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase) && part.Length <= LongestPart))
        {
            var bytes = ZipReading.Unpack(part);
            if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"\"{RecordXml.Namespace}\"")) < 0 || IsProperties(part.Name))
                continue;
            recordName = part.Name;
            Record = RecordXml.Read(bytes);
        }
    }

    /// <summary>The main part.</summary>
    public string Xml { get; }

    /// <summary>The element that holds the paper's blocks.</summary>
    public Element Body { get; }

    /// <summary>Its names of elements.</summary>
    public Names Names { get; }

    /// <summary>The record that the paper carries; null for none.</summary>
    public PaperRecord? Record { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="PaperFileException">No Word document, damaged, or too large.</exception>
    public static PaperFile Open(ReadOnlyMemory<byte> docx)
    {
        try
        {
            var parts = ZipReading.Entries(docx, MostParts);
            var main = parts.Find(part => part.Name.Equals(MainName(parts), StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidDataException("没有正文");
            if (main.Length > LongestPart)
                throw new PaperFileException(PaperFileCodes.TooLarge, $"正文超过 {LongestPart >> 20} MB，不像一份公文，请核对文件。");
            var xml = MarkupReader.Text(ZipReading.Unpack(main));
            MarkupReader.Check(xml, Deepest);
            var root = MarkupReader.Parse(xml);
            return Names.Of(xml, root) is { } names && xml.AsSpan(root.Start, root.ContentStart - root.Start).Contains(Transitional, StringComparison.Ordinal)
                ? new PaperFile(parts, main.Name, xml, root, names)
                : throw new InvalidDataException("不是常用的 .docx 格式");
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or DecoderFallbackException or OverflowException or UriFormatException)
        {
            throw new PaperFileException(PaperFileCodes.NotWord, $"不是完好的 Word 文件（{e.Message}）。请用 Word 打开后另存为 .docx 再试。", e);
        }
    }

    /// <summary>A part by its name, unpacked; null where there is none.</summary>
    public byte[]? Part(string name) =>
        parts.FirstOrDefault(part => part.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Length: <= LongestPart } part
            ? ZipReading.Unpack(part)
            : null;

    /// <summary>Writes the file with a new record, and some parts replaced; all others are copied as they lie in the file.</summary>
    /// <param name="output">Where the .docx goes.</param>
    /// <param name="record">The record.</param>
    /// <param name="main">The new main part; null leaves it.</param>
    /// <param name="styles">The new style sheet; null leaves it.</param>
    public void Write(Stream output, PaperRecord record, string? main = null, string? styles = null) => ZipWriting.Write(
        [
            .. parts.Select(part =>
                part.Name == recordName ? ZipWriting.Pack(part.Name, RecordXml.Write(record))
                : part.Name == mainName && main is not null ? ZipWriting.Pack(part.Name, Encoding.UTF8.GetBytes(main))
                : part.Name == StylesName && styles is not null ? ZipWriting.Pack(part.Name, Encoding.UTF8.GetBytes(styles))
                : part),
        ],
        output);

    /// <summary>Where the style sheet lies, beside the main part.</summary>
    public string StylesName => mainName[..(mainName.LastIndexOf('/') + 1)] + "styles.xml";

    private static bool IsProperties(string name) => Path.GetFileName(name).StartsWith("itemProps", StringComparison.OrdinalIgnoreCase);

    private static string MainName(List<ZipPart> parts)
    {
        var links = parts.Find(part => part.Name == "_rels/.rels") ?? throw new InvalidDataException("缺少 _rels/.rels");
        using var reader = XmlReader.Create(
            new MemoryStream(ZipReading.Unpack(links)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var main = XElement.Load(reader).Elements()
            .FirstOrDefault(link => link.Attribute("Type")?.Value.EndsWith("/officeDocument", StringComparison.Ordinal) ?? false);
        return main?.Attribute("Target")?.Value.TrimStart('/') ?? throw new InvalidDataException("没有正文");
    }
}
