using System.IO.Compression;
using System.Security;
using System.Text;

namespace YiyuanSafety.WorkPoints.Tests.Fixtures;

/// <summary>Writes a Word document part by part, so that a test shows exactly the XML it is about.</summary>
internal sealed class DocxFixture
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private const string TransitionalRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private readonly Dictionary<string, (string Type, string Xml)> _parts = [];
    private readonly string _body;
    private bool _strict;

    private DocxFixture(string body) => _body = body;

    private string Word => _strict ? Strict : Transitional;

    private string Relations => _strict ? StrictRelations : TransitionalRelations;

    /// <summary>A document with the given children of w:body.</summary>
    public static DocxFixture Body(string body) => new(body);

    public static string P(string text, string properties = "") =>
        $"<w:p>{(properties.Length == 0 ? "" : $"<w:pPr>{properties}</w:pPr>")}{R(text)}</w:p>";

    public static string R(string text, string properties = "") =>
        $"<w:r>{(properties.Length == 0 ? "" : $"<w:rPr>{properties}</w:rPr>")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    public DocxFixture AsStrict()
    {
        _strict = true;
        return this;
    }

    public DocxFixture Styles(string styles) => Part("styles", styles);

    public DocxFixture Numbering(string numbering) => Part("numbering", numbering);

    public DocxFixture Footnotes(string notes) => Part("footnotes", notes);

    public DocxFixture Endnotes(string notes) => Part("endnotes", notes);

    public DocxFixture Header(string header) => Part("header", header);

    /// <summary>The file's bytes.</summary>
    public byte[] Bytes()
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", ContentTypes());
            Write(zip, "_rels/.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="word/document.xml"/></Relationships>
                """);
            Write(zip, "word/document.xml", Root("document", $"<w:body>{_body}</w:body>"));
            var relations = string.Concat(_parts.Keys.Select(name => $"<Relationship Id=\"r{name}\" Type=\"{Relations}/{name}\" Target=\"{name}.xml\"/>"));
            Write(zip, "word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>");
            foreach (var (name, part) in _parts)
                Write(zip, $"word/{name}.xml", Root(Element(name), part.Xml));
        }

        return memory.ToArray();
    }

    public static void Write(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Element(string part) => part == "header" ? "hdr" : part;

    private DocxFixture Part(string name, string xml)
    {
        _parts[name] = (Types + name + "+xml", xml);
        return this;
    }

    private string ContentTypes()
    {
        var parts = string.Concat(_parts.Select(part => $"<Override PartName=\"/word/{part.Key}.xml\" ContentType=\"{part.Value.Type}\"/>"));
        return $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Types}document.main+xml"/>{parts}</Types>
            """;
    }

    private string Root(string name, string content) => $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:{name} xmlns:w="{Word}" xmlns:r="{Relations}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="{(_strict ? "http://purl.oclc.org/ooxml/officeDocument/math" : "http://schemas.openxmlformats.org/officeDocument/2006/math")}">{content}</w:{name}>
        """;
}
