using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace YiyuanSafety.Templates;

/// <summary>A .docx as the parts it is made of. The same template always gives the same parts, in the same order, with the same times.</summary>
/// <param name="Parts">Name and content of each part, in the order of the zip.</param>
public sealed record TemplatePackage(IReadOnlyList<KeyValuePair<string, byte[]>> Parts)
{
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace CustomXml = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

    // Where a paper carries its record; empty in a template.
    private static readonly XNamespace Record = "urn:yiyuan-safety:paper:1";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    // The earliest time a zip can hold: no clock.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Puts a document together.</summary>
    /// <param name="body">The blocks of the body and its last section.</param>
    /// <param name="footers">The footers by their relationship id.</param>
    internal static TemplatePackage Of(IEnumerable<XElement> body, IReadOnlyDictionary<string, XElement> footers)
    {
        var parts = new List<KeyValuePair<string, byte[]>>
        {
            new("[Content_Types].xml", Bytes(ContentTypes(footers.Keys))),
            new("_rels/.rels", Bytes(new XElement(Rels + "Relationships", Relationship("rId1", "officeDocument", "word/document.xml")))),
            new("word/document.xml", Bytes(new XElement(Ooxml.W + "document", Ooxml.Namespaces, new XElement(Ooxml.W + "body", body)))),
            new("word/styles.xml", Bytes(Styles.Part())),
            new("word/settings.xml", Bytes(Settings.Part())),
            new("word/fontTable.xml", Bytes(Settings.Fonts())),
            new("word/_rels/document.xml.rels", Bytes(DocumentRelationships(footers.Keys))),
            new("customXml/item1.xml", Bytes(new XElement(Record + "paper"))),
            new("customXml/itemProps1.xml", Bytes(RecordProperties())),
            new("customXml/_rels/item1.xml.rels", Bytes(new XElement(
                Rels + "Relationships", Relationship("properties", "customXmlProps", "itemProps1.xml")))),
        };
        parts.AddRange(footers.Select(footer =>
            new KeyValuePair<string, byte[]>($"word/{footer.Key}.xml", Bytes(footer.Value))));
        return new TemplatePackage(parts);
    }

    /// <summary>Writes the file.</summary>
    public void Write(Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in Parts)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Time;
            using var stream = entry.Open();
            stream.Write(content);
        }
    }

    private static XElement ContentTypes(IEnumerable<string> footers) => new(
        Types + "Types",
        new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
        Override("word/document.xml", "document.main+xml"),
        Override("word/styles.xml", "styles+xml"),
        Override("word/settings.xml", "settings+xml"),
        Override("word/fontTable.xml", "fontTable+xml"),
        new XElement(
            Types + "Override",
            new XAttribute("PartName", "/customXml/itemProps1.xml"),
            new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")),
        footers.Select(footer => Override($"word/{footer}.xml", "footer+xml")));

    // LibreOffice keeps a custom part only when it has properties.
    private static XElement RecordProperties() => new(
        CustomXml + "datastoreItem",
        new XAttribute(XNamespace.Xmlns + "ds", CustomXml.NamespaceName),
        new XAttribute(CustomXml + "itemID", "{B2C4A6E8-5D0F-4E7A-9C31-7A1D5E90F2B4}"),
        new XElement(CustomXml + "schemaRefs", new XElement(CustomXml + "schemaRef", new XAttribute(CustomXml + "uri", Record.NamespaceName))));

    private static XElement Override(string part, string type) => new(
        Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", Word + type));

    private static XElement DocumentRelationships(IEnumerable<string> footers) => new(
        Rels + "Relationships",
        Relationship("styles", "styles", "styles.xml"),
        Relationship("settings", "settings", "settings.xml"),
        Relationship("fonts", "fontTable", "fontTable.xml"),
        Relationship("record", "customXml", "../customXml/item1.xml"),
        footers.Select(footer => Relationship(footer, "footer", footer + ".xml")));

    private static XElement Relationship(string id, string type, string target) => new(
        Rels + "Relationship", new XAttribute("Id", id), new XAttribute("Type", Office + type), new XAttribute("Target", target));

    private static byte[] Bytes(XElement root)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(bytes, settings))
            new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(writer);
        return bytes.ToArray();
    }
}
