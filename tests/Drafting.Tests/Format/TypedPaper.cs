using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Tests.Format;

/// <summary>
/// A paper typed with direct formatting and no style but Normal, right in every respect. Its paragraphs have names, so that a test
/// can spoil one of them.
/// </summary>
internal sealed class TypedPaper
{
    public const string Fs = "仿宋_GB2312";
    public const string Hei = "黑体";
    public const string Kai = "楷体_GB2312";
    public const string Xbs = "方正小标宋简体";
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private readonly Dictionary<string, XElement> _named = [];

    public XElement Body { get; } = new(W + "body");

    public XElement Settings { get; } = X("<w:settings><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/><w:evenAndOddHeaders/></w:settings>");

    public XElement Styles { get; } = X("""
        <w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr><w:kern w:val="2"/><w:sz w:val="21"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="b"><w:name w:val="Body Text"/><w:basedOn w:val="a"/></w:style></w:styles>
        """);

    public Dictionary<string, XElement> Footers { get; } = new()
    {
        ["odd"] = Number("right"),
        ["even"] = Number("left"),
        ["turned"] = X($"<w:ftr><w:p><w:r>{Box("vert=\"vert\"", "<w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p>", "page", "<wp:posOffset>900000</wp:posOffset>")}</w:r></w:p></w:ftr>"),
    };

    public XElement this[string name] => _named[name];

    public XElement Section => Body.Elements(W + "sectPr").Last();

    /// <summary>Parses an element with the usual prefixes.</summary>
    public static XElement X(string xml)
    {
        var root = XElement.Parse($"""<x xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{xml}</x>""", LoadOptions.PreserveWhitespace);
        var element = root.Elements().First();
        foreach (var prefix in root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration))
            element.SetAttributeValue(prefix.Name, prefix.Value);
        return element;
    }

    /// <summary>A paragraph of text in one type.</summary>
    public static XElement P(string text, string pPr, string font = Fs, int size = 32, string more = "", int line = 579) => X($"""
        <w:p><w:pPr>{Pick(pPr, "pageBreakBefore")}{Pick(pPr, "framePr")}{Pick(pPr, "pBdr")}{Pick(pPr, "tabs")}<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>{Pick(pPr, "ind")}{Pick(pPr, "jc")}</w:pPr>{(text.Length == 0 ? "" : Run(text, font, size, more))}</w:p>
        """);

    public static string Run(string text, string font, int size, string more = "") =>
        $"""<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>{more}<w:spacing w:val="{(size == 32 ? -5 : 0)}"/><w:sz w:val="{size}"/></w:rPr>{string.Join("<w:tab/>", text.Split('\t').Select(part => $"<w:t xml:space=\"preserve\">{part}</w:t>"))}</w:r>""";

    public TypedPaper Add(string name, XElement element)
    {
        Body.Add(element);
        if (name.Length > 0)
            _named[name] = Body.Elements().Last();
        return this;
    }

    public TypedPaper Empty(int count = 1)
    {
        for (var i = 0; i < count; i++)
            Add("", P("", ""));
        return this;
    }

    /// <summary>The document as a file.</summary>
    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            Part("[Content_Types].xml", new XElement(
                Types + "Types",
                new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
                new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
                Type("document", "document.main"),
                Type("styles", "styles"),
                Type("settings", "settings"),
                Footers.Keys.Select(id => Type(id, KindOf(id)))));
            Part("_rels/.rels", new XElement(Rels + "Relationships", Link("rId1", "officeDocument", "word/document.xml")));
            Part("word/document.xml", X($"<w:document/>").With(Body));
            Part("word/styles.xml", Styles);
            Part("word/settings.xml", Settings);
            Part("word/_rels/document.xml.rels", new XElement(
                Rels + "Relationships", Link("s1", "styles", "styles.xml"), Link("s2", "settings", "settings.xml"), Footers.Keys.Select(id => Link(id, KindOf(id), id + ".xml"))));
            foreach (var (id, footer) in Footers)
                Part($"word/{id}.xml", footer);

            void Part(string name, XElement root)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A text box.</summary>
    public static string Box(string body, string content, string from, string down) => $"""
        <w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="{from}"><wp:align>left</wp:align></wp:positionH><wp:positionV relativeFrom="{from}">{down}</wp:positionV><wp:extent cx="5616000" cy="2160000"/><wp:wrapNone/><wp:docPr id="1" name="b"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5616000" cy="2160000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr {body} anchor="b"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>
        """;

    public static string SectPr(bool landscape, string more = "", string odd = "odd", string even = "even") => landscape
        ? $"""<w:sectPr><w:footerReference w:type="default" r:id="turned"/><w:footerReference w:type="even" r:id="turned"/><w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="851" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>"""
        : $"""<w:sectPr><w:footerReference w:type="default" r:id="{odd}"/><w:footerReference w:type="even" r:id="{even}"/>{Pick(more, "type")}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1455" w:gutter="0"/>{Pick(more, "titlePg")}<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>""";

    private static XElement Number(string side) => X($"""
        <w:ftr><w:p><w:pPr><w:spacing w:line="280" w:lineRule="exact"/><w:ind w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>{Run("— ", "宋体", 28)}<w:fldSimple w:instr=" PAGE ">{Run("1", "宋体", 28)}</w:fldSimple>{Run(" —", "宋体", 28)}</w:p></w:ftr>
        """);

    // Parts are footers unless they are named after another kind.
    private static string KindOf(string id) => id is "numbering" or "theme" ? id : "footer";

    private static XElement Type(string name, string type) =>
        new(Types + "Override", new XAttribute("PartName", $"/word/{name}.xml"), new XAttribute("ContentType", Word + type + "+xml"));

    private static XElement Link(string id, string type, string target) =>
        new(Rels + "Relationship", new XAttribute("Id", id), new XAttribute("Type", Office + type), new XAttribute("Target", target));

    // The property of that name out of a list of properties.
    private static string Pick(string properties, string name)
    {
        var start = properties.IndexOf("<w:" + name, StringComparison.Ordinal);
        if (start < 0)
            return "";
        var close = properties.IndexOf($"</w:{name}>", start, StringComparison.Ordinal);
        return close > 0 ? properties[start..(close + name.Length + 5)] : properties[start..(properties.IndexOf("/>", start, StringComparison.Ordinal) + 2)];
    }
}

internal static class Xml
{
    public static XElement With(this XElement parent, params object[] children)
    {
        parent.Add(children);
        return parent;
    }
}
