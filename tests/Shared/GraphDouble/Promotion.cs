using System.IO.Compression;
using System.Xml.Linq;

namespace YiyuanSafety.Tests.Graph;

/// <summary>What SharePoint does to Office files: the columns of the library are written into their custom properties.</summary>
internal static class Promotion
{
    private const string Part = "docProps/custom.xml";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";
    private const string FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    private static readonly XNamespace Values = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>Whether it is done to a file of this name.</summary>
    public static bool Concerns(string name) => Path.GetExtension(name).ToLowerInvariant() is ".docx" or ".xlsx";

    /// <summary>The content with the columns in it; the same where it is no Office file after all.</summary>
    public static byte[] Promote(byte[] content, IReadOnlyDictionary<string, string> columns, string contentTypeId)
    {
        using var memory = new MemoryStream();
        memory.Write(content);
        try
        {
            using var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true);
            if (Read(zip, "[Content_Types].xml") is not { Root: { } types } || Read(zip, "_rels/.rels") is not { Root: { } relations })
                return content;
            if (!types.Elements(Types + "Override").Any(one => (string?)one.Attribute("PartName") == "/" + Part))
            {
                types.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + Part), new XAttribute("ContentType", ContentType)));
                Write(zip, "[Content_Types].xml", types);
            }

            if (!relations.Elements(Relations + "Relationship").Any(one => (string?)one.Attribute("Type") == Relation))
            {
                relations.Add(new XElement(Relations + "Relationship", new XAttribute("Id", "rIdLibrary"), new XAttribute("Type", Relation), new XAttribute("Target", Part)));
                Write(zip, "_rels/.rels", relations);
            }

            Write(zip, Part, Custom(Read(zip, Part)?.Root, columns, contentTypeId));
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException)
        {
            return content;
        }

        return memory.ToArray();
    }

    private static XElement Custom(XElement? before, IReadOnlyDictionary<string, string> columns, string contentTypeId)
    {
        var ours = new Dictionary<string, string>(columns, StringComparer.Ordinal) { ["ContentTypeId"] = contentTypeId };
        var kept = before?.Elements().Where(one => !ours.ContainsKey((string?)one.Attribute("name") ?? "")) ?? [];
        var all = new XElement(Properties + "Properties", new XAttribute(XNamespace.Xmlns + "vt", Values.NamespaceName), kept);
        foreach (var (name, value) in ours)
            all.Add(new XElement(Properties + "property", new XAttribute("fmtid", FormatId), new XAttribute("name", name), new XElement(Values + "lpwstr", value)));
        var id = 2;
        foreach (var property in all.Elements())
            property.SetAttributeValue("pid", id++);
        return all;
    }

    private static XDocument? Read(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
            return null;
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }

    private static void Write(ZipArchive zip, string name, XElement content)
    {
        zip.GetEntry(name)?.Delete();
        using var stream = zip.CreateEntry(name).Open();
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), content).Save(stream);
    }
}
