using System.Xml;
using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Templating.Package;

/// <summary>The parts of a Word file.</summary>
/// <param name="Parts">All, in the order of the file, still compressed.</param>
/// <param name="Stories">Parts that hold text: name, place in Chinese, unpacked bytes; the main part first.</param>
/// <param name="CustomParts">Names of the custom XML parts by the namespace of their root.</param>
internal sealed record WordPackage(
    IReadOnlyList<ZipPart> Parts,
    IReadOnlyList<(ZipPart Part, string Place, byte[] Bytes)> Stories,
    IReadOnlyDictionary<string, string> CustomParts)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Opens a package, unpacking every part once to be sure that it is whole and within the limits.</summary>
    /// <exception cref="InvalidDataException">Damaged, or no Word document.</exception>
    /// <exception cref="TemplateException">Beyond a limit.</exception>
    public static WordPackage Open(ReadOnlyMemory<byte> file, string name, TemplateLimits limits)
    {
        var parts = ZipReading.Entries(file, limits.Entries);
        var big = parts.Find(p => p.Length > limits.PartBytes);
        if (big is not null || parts.Sum(p => (long)p.Length) > limits.PackageBytes)
            throw TemplateException.OfFile(name, TemplateCodes.TooLarge,
                $"解压后太大（{big?.Name ?? "全部部件"}），单个部件不超过 {limits.PartBytes >> 20} MB，总计不超过 {limits.PackageBytes >> 20} MB。请换用正常的 Word 文件。");

        var unpacked = parts.ToDictionary(p => p.Name, ZipReading.Unpack, StringComparer.OrdinalIgnoreCase);
        var types = ContentTypes(unpacked);
        var stories = parts.Select(p => (Part: p, Place: Place(types(p.Name)), Bytes: unpacked[p.Name]))
            .Where(s => s.Place.Length > 0).OrderBy(s => s.Place == "正文" ? 0 : 1).ToList();
        if (stories.Count(s => s.Place == "正文") != 1)
            throw new InvalidDataException("文件里没有 Word 正文");
        foreach (var links in parts.Where(p => p.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            CheckLinks(links.Name, unpacked);
        return new WordPackage(parts, stories, Custom(parts, unpacked));
    }

    private static Dictionary<string, string> Custom(IEnumerable<ZipPart> parts, Dictionary<string, byte[]> unpacked)
    {
        var custom = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.Where(part => part.Name.StartsWith("customXml/item", StringComparison.OrdinalIgnoreCase)))
            custom.TryAdd(Xml(unpacked[part.Name]).Name.NamespaceName, part.Name);
        return custom;
    }

    private static Func<string, string> ContentTypes(Dictionary<string, byte[]> unpacked)
    {
        var root = unpacked.TryGetValue("[Content_Types].xml", out var bytes) ? Xml(bytes) : throw new InvalidDataException("文件缺少 [Content_Types].xml");
        var byName = Map(root, "Override", "PartName");
        var byExtension = Map(root, "Default", "Extension");
        return name => byName.TryGetValue("/" + name, out var type) ? type
            : byExtension.GetValueOrDefault(Path.GetExtension(name).TrimStart('.'), "");
    }

    private static Dictionary<string, string> Map(XElement root, string element, string key)
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in root.Elements(Types + element))
            map[entry.Attribute(key)?.Value ?? ""] = entry.Attribute("ContentType")?.Value ?? "";
        return map;
    }

    private static string Place(string contentType) => contentType switch
    {
        Word + "document.main+xml" or Word + "template.main+xml" => "正文",
        Word + "header+xml" => "页眉",
        Word + "footer+xml" => "页脚",
        Word + "footnotes+xml" => "脚注",
        Word + "endnotes+xml" => "尾注",
        _ => "",
    };

    private static void CheckLinks(string name, Dictionary<string, byte[]> unpacked)
    {
        var folder = name[..(name.LastIndexOf("_rels/", StringComparison.Ordinal) is var at and >= 0 ? at : 0)];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in Xml(unpacked[name]).Elements(Links + "Relationship"))
        {
            if (!ids.Add(link.Attribute("Id")?.Value ?? ""))
                throw new InvalidDataException($"{name} 里有重复的关系");
            if (link.Attribute("TargetMode")?.Value == "External" || link.Attribute("Target")?.Value is not { } target)
                continue;
            var path = new Uri(new Uri("pkg:///" + folder), target.Split('#')[0]).AbsolutePath.TrimStart('/');
            if (path.Length > 0 && !unpacked.ContainsKey(Uri.UnescapeDataString(path)))
                throw new InvalidDataException($"{name} 指向的部件 {path} 不存在");
        }
    }

    private static XElement Xml(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XElement.Load(reader);
    }
}
