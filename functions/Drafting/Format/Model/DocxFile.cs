using System.Text;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Templating.Package;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>A .docx in memory: its entries as they are compressed, and the XML of those that the checker looks at.</summary>
internal sealed class DocxFile
{
    private const string OfficeLink = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly CheckLimits _limits;
    private readonly List<ZipPart> _entries;
    private readonly Dictionary<string, XDocument> _parsed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Kind, string Target)> _links = new(StringComparer.Ordinal);
    private int _elements;

    private DocxFile(string name, CheckLimits limits, List<ZipPart> entries)
    {
        Name = name;
        _limits = limits;
        _entries = entries;
        MainName = Links("", "_rels/.rels").Select(link => link.Value).FirstOrDefault(link => link.Kind == "officeDocument").Target
            ?? throw (entries.Exists(entry => entry.Name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? Refusal.Damaged(name, "缺少正文") : Refusal.NotWord(name));
        Main = Part(MainName)?.Root is { } root && root.Name == W.Main + "document"
            ? root
            : throw Refusal.NotWord(name, MainName.StartsWith("xl/", StringComparison.Ordinal) ? "Excel 表格" : MainName.StartsWith("ppt/", StringComparison.Ordinal) ? "PowerPoint 演示文稿" : "");
        foreach (var (id, link) in Links(Folder(MainName), LinksName))
            _links[id] = link;
        IsStrict = Main.Document is { } document && PartXml.WasStrict(document);
    }

    /// <summary>Name of the file, for messages.</summary>
    public string Name { get; }

    /// <summary>Path of the main part in the package.</summary>
    public string MainName { get; }

    /// <summary>Root of the main part.</summary>
    public XElement Main { get; }

    /// <summary>Whether the file is in the strict variant of the format, which is read but not written.</summary>
    public bool IsStrict { get; }

    private string LinksName => $"{Folder(MainName)}_rels/{MainName[Folder(MainName).Length..]}.rels";

    /// <summary>Opens a file.</summary>
    /// <exception cref="WorkPoints.Reading.UnreadableSourceException">It cannot be read.</exception>
    public static DocxFile Open(ReadOnlyMemory<byte> bytes, string name, CheckLimits limits)
    {
        if (bytes.IsEmpty)
            throw Refusal.Empty(name);
        if (bytes.Length > limits.FileBytes)
            throw Refusal.TooBig(name, $"文件超过 {limits.FileBytes >> 20} MB");
        if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            throw bytes.Span.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? Refusal.Encrypted(name) : Refusal.OldWord(name);
        if (!bytes.Span.StartsWith("PK"u8))
            throw Refusal.NotWord(name, bytes.Span.StartsWith("%PDF-"u8) ? "PDF" : bytes.Span.StartsWith("{\\rtf"u8) ? "RTF" : "");
        try
        {
            return new DocxFile(name, limits, ZipReading.Entries(bytes, limits.Parts));
        }
        catch (Exception error) when (error is InvalidDataException or OverflowException or ArgumentOutOfRangeException)
        {
            throw Refusal.Damaged(name, cause: error);
        }
    }

    /// <summary>The part that the main part calls its styles, settings and so on; null where there is none.</summary>
    public XDocument? Linked(string kind) =>
        _links.Values.Where(link => link.Kind == kind).Select(link => Part(link.Target)).FirstOrDefault();

    /// <summary>The part behind a relationship of the main part, with its name.</summary>
    public (string Name, XDocument Xml)? ById(string id) =>
        _links.TryGetValue(id, out var link) && Part(link.Target) is { } xml ? (link.Target, xml) : null;

    /// <summary>Names and roots of all parts read so far, in the order of their names.</summary>
    public IEnumerable<KeyValuePair<string, XDocument>> Read => _parsed.OrderBy(part => part.Key, StringComparer.Ordinal);

    /// <summary>Adds a part that the main part refers to, and gives the relationship's id.</summary>
    public string Add(string kind, XElement root)
    {
        var number = 1;
        while (_entries.Exists(entry => entry.Name.Equals(NameOf(number), StringComparison.OrdinalIgnoreCase)))
            number++;
        var name = NameOf(number);
        var id = "rIdCheck" + W.Write(number);
        while (_links.ContainsKey(id))
            id += "x";
        _links[id] = (kind, name);
        _entries.Add(ZipWriting.Pack(name, []));
        _parsed[name] = new XDocument(root);
        Part(LinksName, new XElement(Package + "Relationships")).Add(new XElement(
            Package + "Relationship", new XAttribute("Id", id), new XAttribute("Type", OfficeLink + kind), new XAttribute("Target", "/" + name)));
        Part("[Content_Types].xml", new XElement(Types + "Types")).Add(new XElement(
            Types + "Override",
            new XAttribute("PartName", "/" + name),
            new XAttribute("ContentType", $"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml")));
        return id;

        string NameOf(int n) => $"{Folder(MainName)}{kind}-gw{W.Write(n)}.xml";
    }

    /// <summary>The file with the parts as they are now; parts never read are copied as they were compressed.</summary>
    public byte[] Write()
    {
        var entries = _entries.Select(entry => _parsed.TryGetValue(entry.Name, out var xml) ? ZipWriting.Pack(entry.Name, PartXml.Write(xml)) : entry).ToList();
        using var stream = new MemoryStream();
        ZipWriting.Write(entries, stream);
        return stream.ToArray();
    }

    private XElement Part(string name, XElement otherwise)
    {
        if (Part(name)?.Root is { } root)
            return root;
        _entries.Add(ZipWriting.Pack(name, []));
        _parsed[name] = new XDocument(otherwise);
        return otherwise;
    }

    private XDocument? Part(string name)
    {
        if (_parsed.TryGetValue(name, out var parsed))
            return parsed;
        if (_entries.Find(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return null;
        if (found.Length > _limits.PartBytes)
            throw Refusal.TooBig(Name, $"其中的“{name}”解压后超过 {_limits.PartBytes >> 20} MB");
        var xml = PartXml.Parse(Unpack(found), name, Name, _limits, ref _elements);
        return _parsed[found.Name] = xml;
    }

    private byte[] Unpack(ZipPart part)
    {
        try
        {
            return ZipReading.Unpack(part);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw Refusal.Damaged(Name, part.Name, error);
        }
    }

    private Dictionary<string, (string Kind, string Target)> Links(string folder, string name)
    {
        var links = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var link in Part(name)?.Root?.Elements(Package + "Relationship") ?? [])
        {
            if (link.Attribute("TargetMode")?.Value == "External" || link.Attribute("Target")?.Value is not { } target || link.Attribute("Type")?.Value is not { } type)
                continue;
            links[link.Attribute("Id")?.Value ?? ""] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
        }

        return links;
    }

    private static string Folder(string name) => name[..(name.LastIndexOf('/') + 1)];

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target[1..] : folder + target).Replace('\\', '/').Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".." or ""))
                steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
