using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Tests.Templating;

/// <summary>Builds small .docx files from raw XML, so that a test says exactly what Word wrote.</summary>
internal static class DocxBuilder
{
    public const string Spaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"
        """;

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    public static string P(string text) => $"<w:p>{R(text)}</w:p>";

    public static string R(string text, string properties = "") =>
        $"<w:r>{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Cell(params string[] paragraphs) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{string.Concat(paragraphs)}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string TextRow(params string[] texts) => Row([.. texts.Select(t => Cell(P(t)))]);

    public static string Table(params string[] rows) =>
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
        + string.Concat(rows) + "</w:tbl>";

    public static byte[] Docx(string body, string? header = null, string? footer = null, string? footnotes = null)
    {
        var types = new StringBuilder("""<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>""");
        var links = new StringBuilder();
        var references = "";
        var files = new List<(string, string)>();
        void Part(string kind, string root, string? content)
        {
            if (content is null)
                return;
            types.Append($"""<Override PartName="/word/{kind}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>""");
            links.Append($"""<Relationship Id="r{kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{kind}.xml"/>""");
            files.Add(($"word/{kind}.xml", $"{Declaration}<w:{root} {Spaces}>{content}</w:{root}>"));
            if (kind != "footnotes")
                references += $"""<w:{kind}Reference w:type="default" r:id="r{kind}"/>""";
        }
        Part("header", "hdr", header);
        Part("footer", "ftr", footer);
        Part("footnotes", "footnotes", footnotes);
        return Zip([
            ("[Content_Types].xml", $"""{Declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>"""),
            ("_rels/.rels", $"""{Declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
            ("word/document.xml", $"{Declaration}<w:document {Spaces}><w:body>{body}<w:sectPr>{references}</w:sectPr></w:body></w:document>"),
            ("word/_rels/document.xml.rels", $"""{Declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>"""),
            .. files,
        ]);
    }

    public static byte[] Zip(IEnumerable<(string Name, string Text)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    public static WordTemplate Compile(byte[] docx, Type? model = null, TemplateLimits? limits = null) =>
        WordTemplate.Compile(new MemoryStream(docx), "测试.docx", model ?? typeof(Letter), limits ?? TemplateLimits.Default);

    public static byte[] Render(byte[] docx, object draft)
    {
        using var output = new MemoryStream();
        Compile(docx, draft.GetType()).Render(draft, output);
        return output.ToArray();
    }

    /// <summary>Renders a body and gives its XML between w:body and the section properties, after validating the whole file.</summary>
    public static string RenderBody(string body, object? draft = null)
    {
        var bytes = Render(Docx(body), draft ?? Letter.Sample);
        AssertValid(bytes);
        var xml = Part(bytes, "word/document.xml");
        return xml[(xml.IndexOf("<w:body>", StringComparison.Ordinal) + 8)..xml.LastIndexOf("<w:sectPr", StringComparison.Ordinal)];
    }

    public static string Part(byte[] docx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry(name)?.Open() ?? throw new InvalidOperationException(name));
        return reader.ReadToEnd();
    }

    public static void AssertValid(byte[] docx)
    {
        var errors = SchemaErrors(docx);
        Assert.True(errors.Count == 0, string.Join("\n", errors));
    }

    public static IReadOnlyList<string> SchemaErrors(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }

    /// <summary>The texts of all paragraphs, one a line; breaks and tabs as \n and \t inside brackets of their paragraph.</summary>
    public static string[] Paragraphs(string body) =>
        [.. System.Xml.Linq.XElement.Parse($"<x {Spaces}>{body}</x>").Descendants(W + "p").Select(p => string.Concat(
            p.Descendants().Where(e => e.Ancestors(W + "p").First() == p).Select(e =>
                e.Name == W + "t" ? e.Value : e.Name == W + "br" ? "\n" : e.Name == W + "tab" ? "\t" : "")))];

    public static readonly System.Xml.Linq.XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
}
