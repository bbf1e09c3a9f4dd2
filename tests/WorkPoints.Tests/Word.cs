using System.IO.Compression;
using System.Text;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Tests;

/// <summary>Word documents written as raw parts, so that a test shows exactly what the reader meets.</summary>
internal static class Word
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static SourceDocument Document(string body, string? numbering = null, string? styles = null, string? footnotes = null) =>
        SourceReader.Read(new MemoryStream(Bytes(body, numbering, styles, footnotes)), "t.docx");

    public static byte[] Bytes(string body, string? numbering = null, string? styles = null, string? footnotes = null, string prolog = "")
    {
        var extra = new (string Name, string? Content, string Kind)[] { ("numbering", numbering, "numbering"), ("styles", styles, "styles"), ("footnotes", footnotes, "footnotes") };
        var parts = extra.Where(part => part.Content is not null).ToList();
        return Zip(
            [
                ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                    + string.Concat(parts.Select(part => $"<Override PartName=\"/word/{part.Name}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{part.Kind}+xml\"/>")) + "</Types>"),
                ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
                ("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + string.Concat(parts.Select((part, i) => $"<Relationship Id=\"p{i}\" Type=\"{Relations}/{part.Kind}\" Target=\"{part.Name}.xml\"/>")) + "</Relationships>"),
                ("word/document.xml", $"{prolog}<w:document xmlns:w=\"{Main}\" xmlns:r=\"{Relations}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>{body}</w:body></w:document>"),
                .. parts.Select(part => ($"word/{part.Name}.xml", $"<w:{part.Name} xmlns:w=\"{Main}\">{part.Content}</w:{part.Name}>")),
            ]);
    }

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    public static string P(string text, string properties = "") => $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{R(text)}</w:p>";

    public static string R(string text, string properties = "") => $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A table; a cell's text may end in <c>|restart</c> or <c>|continue</c> for a vertical merge.</summary>
    public static string Table(params string[][] rows) =>
        "<w:tbl><w:tblPr/><w:tblGrid/>" + string.Concat(rows.Select(row => "<w:tr>" + string.Concat(row.Select(Cell)) + "</w:tr>")) + "</w:tbl>";

    private static string Cell(string text)
    {
        var parts = text.Split('|');
        var merge = parts.Length > 1 ? $"<w:vMerge{(parts[1] == "restart" ? " w:val=\"restart\"" : "")}/>" : "";
        return $"<w:tc><w:tcPr>{merge}</w:tcPr>{P(parts[0])}</w:tc>";
    }
}
