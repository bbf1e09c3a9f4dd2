using System.Text;
using System.Xml;
using YiyuanSafety.Drafting.Templating.Package;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Collecting.Grids;

/// <summary>A link from one part of a package to another.</summary>
/// <param name="Id">Name of the link in its part.</param>
/// <param name="Kind">Last step of its type, such as worksheet; the same for transitional and strict files.</param>
/// <param name="Target">The part it leads to, or the address outside.</param>
/// <param name="IsExternal">Whether it leads outside.</param>
internal sealed record PackageLink(string Id, string Kind, string Target, bool IsExternal);

/// <summary>The parts of an .xlsx. Nothing is unpacked but what is asked for, and that bit by bit, so that sizes stay bounded.</summary>
internal sealed class XlsxPackage
{
    private const int HeadBytes = 4096;

    // Deeper than any element of a workbook lies.
    private const int Depth = 64;

    // As far as a look for a document type goes into a part.
    private const int Prologue = 64 << 10;

    private readonly string _file;
    private readonly Dictionary<string, ZipPart> _parts;
    private long _left;

    private XlsxPackage(string file, Dictionary<string, ZipPart> parts, long most) => (_file, _parts, _left) = (file, parts, most);

    /// <summary>Names of all parts.</summary>
    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>Opens a package; nothing is unpacked yet.</summary>
    public static XlsxPackage Open(ReadOnlyMemory<byte> bytes, string file, WorkbookLimits limits)
    {
        List<ZipPart> parts;
        try
        {
            parts = ZipReading.Entries(bytes, ushort.MaxValue);
        }
        catch (Exception error) when (error is InvalidDataException or OverflowException or ArgumentOutOfRangeException)
        {
            throw WorkbookRefusal.Damaged(file, cause: error);
        }

        if (parts.Count > limits.Parts)
            throw WorkbookRefusal.TooBig(file, $"文件里有 {parts.Count} 个部件，超过 {limits.Parts} 个");
        return new XlsxPackage(file, parts.ToDictionary(part => part.Name, StringComparer.OrdinalIgnoreCase), limits.AllBytes);
    }

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>Walks the elements and texts of a part, each node once, in order. A part that is missing has none.</summary>
    /// <param name="name">The part.</param>
    /// <param name="most">Most bytes of it.</param>
    /// <param name="label">How people know it.</param>
    /// <param name="visit">Is given each node.</param>
    public void Walk(string name, int most, string label, Action<XmlReader> visit)
    {
        if (!_parts.TryGetValue(name, out var part))
            return;
        if (part.Length > most)
            throw WorkbookRefusal.TooBig(_file, $"{label}解压后超过 {most >> 20} MB");
        if ((_left -= part.Length) < 0)
            throw WorkbookRefusal.TooBig(_file, $"解压后合计太大（读到{label}）");
        try
        {
            using var reader = Reader(part);
            while (reader.Read())
            {
                if (reader.Depth > Depth)
                    throw WorkbookRefusal.Damaged(_file, $"{label}的内容嵌套超过 {Depth} 层");
                visit(reader);
            }
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw WorkbookRefusal.Damaged(_file, label, error);
        }
    }

    /// <summary>The links of a part; of the package for an empty name.</summary>
    public List<PackageLink> Links(string name, int most)
    {
        var folder = name[..(name.LastIndexOf('/') + 1)];
        return LinksIn($"{folder}_rels/{name[folder.Length..]}.rels", folder, most);
    }

    /// <summary>All links of all parts.</summary>
    public IEnumerable<PackageLink> AllLinks(int most) => Names
        .Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        .SelectMany(name => LinksIn(name, "", most));

    /// <summary>Refuses XML with a document type: where one stands, it stands before the first element.</summary>
    public void RefuseDocumentTypes()
    {
        foreach (var part in _parts.Values.Where(part => part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                using var reader = Reader(part, Prologue);
                reader.MoveToContent();
            }
            catch (Exception error) when (IsDamage(error))
            {
                // Other damage matters only in the parts that are read.
                if (error is XmlException && HasDocumentType(part))
                    throw WorkbookRefusal.UnsafeXml(_file, part.Name, error);
            }
        }
    }

    private List<PackageLink> LinksIn(string name, string folder, int most)
    {
        var links = new List<PackageLink>();
        Walk(name, most, $"“{name}”", reader =>
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship")
                return;
            var type = reader.GetAttribute("Type") ?? "";
            var target = reader.GetAttribute("Target") ?? "";
            var isExternal = string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            links.Add(new PackageLink(reader.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], isExternal ? target : Resolve(folder, target), isExternal));
        });
        return links;
    }

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".." or ""))
                steps.Add(step);
        }

        return string.Join('/', steps);
    }

    private static XmlReader Reader(ZipPart part, int most = 0) => XmlReader.Create(
        // As many bytes as the part claims: sizes in a zip file may lie.
        new BoundedStream(ZipReading.Open(part), part.Length, static () => new InvalidDataException("内容比目录说的长")),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = most });

    private static bool IsDamage(Exception error) => error is XmlException or InvalidDataException or IOException;

    private static bool HasDocumentType(ZipPart part)
    {
        // Comments may stand before it; XML that hides it behind kilobytes of them is damaged, which refuses it as well where it is read.
        var head = new byte[HeadBytes];
        try
        {
            using var stream = ZipReading.Open(part);
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return head.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0
            || head.AsSpan().IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0
            || head.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0;
    }
}
