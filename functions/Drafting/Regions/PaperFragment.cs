using System.Text;
using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>A paper as it is put into a document that is open in Word, at the cursor.</summary>
/// <param name="Ooxml">Its blocks as flat OPC, with the controls of its regions; page set-up, header and footers stay behind.</param>
/// <param name="Record">The custom XML part by which its regions can be brought up to date and which says that the document is not the paper; empty where the template has no room for one.</param>
/// <param name="Text">Its words, a line for each paragraph.</param>
public sealed record PaperFragment(string Ooxml, string Record, string Text)
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly string[] Left = ["bookmarkStart", "bookmarkEnd", "dataBinding"];

    /// <summary>Takes the blocks out of a paper that was just made.</summary>
    /// <exception cref="PaperFileException">The paper has what a fragment cannot hold: a chart, a picture, a link, automatic numbering.</exception>
    public static PaperFragment Of(ReadOnlyMemory<byte> docx)
    {
        var paper = PaperFile.Open(docx);
        var main = XElement.Parse(paper.Xml, LoadOptions.PreserveWhitespace);
        var body = main.Element(W + "body") ?? new XElement(W + "body");
        Join(body);
        if (body.Descendants().Any(Graft.IsBound))
            throw new PaperFileException(PaperFileCodes.Bound, "这份公文里有图表、图片、链接或自动编号，不能插入到光标处。请改为生成新文档。");
        body.Descendants().Where(element => element.Name.Namespace == W && Left.Contains(element.Name.LocalName)).Remove();
        body.Add(new XElement(W + "p"));
        return new PaperFragment(
            FlatOpc.Of(main, body.Elements(), new StyleNames(paper)),
            paper.Record is { } record ? Encoding.UTF8.GetString(RecordXml.Write(record with { IsFragment = true })) : "",
            RegionText.Join(RegionText.Lines(paper.Xml, paper.Body, paper.Names)));
    }

    // Sections become one: where one begins a page, a page break stands.
    private static void Join(XElement body)
    {
        var sections = body.Descendants(W + "sectPr").ToList();
        foreach (var (section, next) in sections.Zip(sections.Skip(1).Append(null)))
        {
            var paragraph = section.Parent?.Name == W + "pPr" ? section.Parent.Parent : null;
            if (paragraph is not null && next?.Element(W + "type")?.Attribute(W + "val")?.Value != "continuous")
                paragraph.Add(new XElement(W + "r", new XElement(W + "br", new XAttribute(W + "type", "page"))));
        }

        sections.Remove();
    }
}
