using System.IO.Compression;
using System.Text;

namespace YiyuanSafety.Bench.Letters;

/// <summary>The letter as a template for each engine, from one source; the parts around it are those of a shipped letter.</summary>
internal static class LetterTemplate
{
    private const string Run = "<w:r><w:rPr><w:rFonts w:ascii=\"仿宋_GB2312\" w:eastAsia=\"仿宋_GB2312\" w:hAnsi=\"仿宋_GB2312\" w:cs=\"仿宋_GB2312\"/><w:color w:val=\"000000\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/></w:rPr><w:t xml:space=\"preserve\">";

    /// <summary>A template.</summary>
    /// <param name="syntax">Whose tags.</param>
    /// <param name="columns">Columns of the table, up to eight; those behind the fifth repeat the first.</param>
    public static byte[] Docx(TagSyntax syntax, int columns = 5)
    {
        using var shipped = new ZipArchive(File.OpenRead(Samples.Template("supervision-letter.docx")));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            foreach (var entry in shipped.Entries)
            {
                using var text = new StreamReader(entry.Open());
                using var part = new StreamWriter(zip.CreateEntry(entry.FullName, CompressionLevel.Optimal).Open());
                var xml = text.ReadToEnd();
                // Only the body is the letter's; headers and footers lose their tags for all engines alike.
                part.Write(entry.FullName == "word/document.xml" ? Document(xml, syntax, columns) : xml.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal));
            }
        }

        return stream.ToArray();
    }

    private static string Document(string shipped, TagSyntax syntax, int columns)
    {
        var root = shipped[..(shipped.IndexOf("<w:body>", StringComparison.Ordinal) + 8)];
        var section = shipped[shipped.LastIndexOf("<w:sectPr", StringComparison.Ordinal)..];
        var (begin, end) = syntax.If("urgent");
        var body = new StringBuilder(root)
            .Append(Paragraph(syntax.Value("number")))
            .Append(Paragraph(syntax.Value("title")))
            .Append(Paragraph(syntax.Value("to") + "："))
            .Append(Paragraph("根据" + syntax.Value("source") + "，请你们单位" + syntax.Value("wanted") + "，于" + syntax.Value("deadline") + "前反馈。"))
            .Append(Paragraph(begin + "此件紧急，请即办理。" + end))
            .Append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>")
            .Append(string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"1100\"/>", columns))).Append("</w:tblGrid>")
            .Append(Row(Texts(columns, ["序号", "任务", "牵头单位", "配合单位", "完成时限"])));
        if (syntax.Around.Before is { } before)
            body.Append(Row([before, .. Enumerable.Repeat("", columns - 1)]));
        string[] fields = [.. Texts(columns, ["number", "task", "lead", "others", "due"]).Select(syntax.RowValue)];
        fields[0] = syntax.Loop.Begin + fields[0];
        fields[^1] += syntax.Loop.End;
        body.Append(Row(fields));
        if (syntax.Around.After is { } after)
            body.Append(Row([after, .. Enumerable.Repeat("", columns - 1)]));
        return body.Append("</w:tbl>")
            .Append(Paragraph("联系人：" + syntax.Value("contact") + "，电话：" + syntax.Value("phone")))
            .Append(Paragraph(syntax.Value("issuer")))
            .Append(Paragraph(syntax.Value("date")))
            .Append(section).ToString();
    }

    private static string[] Texts(int columns, string[] five) => [.. Enumerable.Range(0, columns).Select(i => five[i % five.Length])];

    private static string Paragraph(string text) =>
        $"<w:p><w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/></w:pPr>{Run}{text}</w:t></w:r></w:p>";

    private static string Row(IEnumerable<string> cells) => "<w:tr>" + string.Concat(cells.Select(text =>
        "<w:tc><w:tcPr><w:tcW w:w=\"1100\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>" + Paragraph(text) + "</w:tc>")) + "</w:tr>";
}
