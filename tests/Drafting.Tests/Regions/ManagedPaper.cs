using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Tests.Papers;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Regions;

/// <summary>A small notice with two managed regions, made by the real drafting, rendering and sealing.</summary>
internal static class ManagedPaper
{
    public const string Basis = "basis";
    public const string Allocation = "allocation";

    public static PaperOrder Order { get; } = new(PaperKind.Notice) { Date = new DateOnly(2022, 3, 5) };

    public static string Id { get; } = Order.Identity(SmallDocument.Request);

    /// <summary>Templates of which the notice is this body.</summary>
    public static PaperTemplates NoticeOf(string body) => new(_ => new MemoryStream(WithRecord(Docx(body))));

    public static string Body { get; } =
        P("关于印发任务分工的通知")
        + Control(Basis, "依据", P("为推动{{ source }}落实，现印发{{ allocation.count }}项任务。") + P("请认真执行。"))
        + P("联系人：王五")
        + Control(Allocation, "任务分工表", Table(
            TextRow("序号", "任务"),
            TextRow("{{ for section in allocation.sections }}{{ for task in section.rows }}", ""),
            TextRow("{{ task.number }}", "{{ task.text }}"),
            TextRow("{{ end }}{{ end }}", "")))
        + P("{{ signature.date }}");

    public static byte[] Make(PaperRequest? request = null, string? body = null)
    {
        using var output = new MemoryStream();
        var from = request ?? SmallDocument.Request;
        PaperSeal.Write(NoticeOf(body ?? Body)[PaperKind.Notice], new PaperDrafts(from).Of(Order), Order, from, output);
        return output.ToArray();
    }

    public static RefreshResult Refresh(byte[] docx, PaperRequest request, params string[] take) => PaperRefresh.Run(docx, request, NoticeOf(Body), take);

    public static byte[] Written(RefreshResult result)
    {
        using var output = new MemoryStream();
        Assert.NotNull(result.Write);
        result.Write(output);
        AssertValid(output.ToArray());
        return output.ToArray();
    }

    /// <summary>The request with the text of one task changed.</summary>
    public static PaperRequest Changed(string id = "1.2", string text = "开展两次专题培训。") => SmallDocument.Request with
    {
        Document = SmallDocument.Of([.. SmallDocument.Document.Tasks.Select(task => task.Id == id ? task with { Text = text } : task)]),
    };

    /// <summary>The paper with its main part changed, as a person changes it in Word.</summary>
    public static byte[] Edited(byte[] docx, string from, string to)
    {
        var main = Part(docx, "word/document.xml");
        Assert.Contains(from, main, StringComparison.Ordinal);
        return Repack(docx, "word/document.xml", main.Replace(from, to, StringComparison.Ordinal));
    }

    public static byte[] Repack(byte[] docx, string part, string content)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        return Zip(zip.Entries.Select(entry => (entry.FullName, entry.FullName == part ? content : Part(docx, entry.FullName))).ToList());
    }

    public static string Control(string name, string title, string content) =>
        $"<w:sdt><w:sdtPr><w:alias w:val=\"{title}\"/><w:tag w:val=\"ys:1:*:{name}\"/><w:id w:val=\"{1000 + name.Length}\"/>{Kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    // Rich text for Word; LibreOffice 7.4 doubles the words of a rich-text block when it saves, and keeps those of a document part.
    private const string Kind =
        "<mc:AlternateContent xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"><mc:Choice Requires=\"w15\"><w:richText/></mc:Choice>"
        + "<mc:Fallback><w:docPartObj><w:docPartGallery w:val=\"ys\"/><w:docPartUnique/></w:docPartObj></mc:Fallback></mc:AlternateContent>";

    private static byte[] WithRecord(byte[] docx)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        return Zip(
        [
            .. zip.Entries.Select(entry => (entry.FullName, Text: Part(docx, entry.FullName))).Select(part => part.FullName switch
            {
                "word/_rels/document.xml.rels" => (part.FullName, part.Text.Replace("</Relationships>", "<Relationship Id=\"record\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" Target=\"../customXml/item1.xml\"/></Relationships>", StringComparison.Ordinal)),
                "[Content_Types].xml" => (part.FullName, part.Text.Replace("</Types>", "<Override PartName=\"/customXml/itemProps1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/></Types>", StringComparison.Ordinal)),
                _ => part,
            }).ToList(),
            ("customXml/item1.xml", "<paper xmlns=\"urn:yiyuan-safety:paper:1\"/>"),
            ("customXml/itemProps1.xml", "<ds:datastoreItem ds:itemID=\"{0C3D7B52-6B64-4B5E-9E0B-6D0A5B0D2A11}\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs><ds:schemaRef ds:uri=\"urn:yiyuan-safety:paper:1\"/></ds:schemaRefs></ds:datastoreItem>"),
            ("customXml/_rels/item1.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps\" Target=\"itemProps1.xml\"/></Relationships>"),
        ]);
    }
}
