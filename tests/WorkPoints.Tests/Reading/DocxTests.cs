using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

/// <summary>What a reader of a printed page would see is what the reader of the file sees.</summary>
public sealed class DocxTests
{
    private const string Outline = """
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3."/><w:isLgl/></w:lvl>
          <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%4"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """;

    private static string[] Texts(SourceDocument document) => [.. document.Blocks.Select(block => block.Text)];

    private static string Numbered(string text, int level, int number = 1) => Word.P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>");

    [Fact]
    public void Automatic_numbers_become_their_printed_text() =>
        Assert.Equal(
            ["一、甲", "（一）乙", "（二）丙", "1.1.丁", "①戊", "二、己", "（一）庚", "一、辛"],
            Texts(Word.Document(Numbered("甲", 0) + Numbered("乙", 1) + Numbered("丙", 1) + Numbered("丁", 2) + Numbered("戊", 3) + Numbered("己", 0) + Numbered("庚", 1) + Numbered("辛", 0, 2), Outline)));

    [Fact]
    public void Numbering_comes_from_the_style_and_can_be_switched_off() =>
        Assert.Equal(
            ["一、甲", "乙", "二、丙"],
            Texts(Word.Document(
                Word.P("甲", "<w:pStyle w:val=\"b\"/>") + Word.P("乙", "<w:pStyle w:val=\"b\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + Word.P("丙", "<w:pStyle w:val=\"b\"/>"),
                Outline,
                "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"条目\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>")));

    [Fact]
    public void Tracked_changes_count_as_accepted() =>
        Assert.Equal(
            ["保留新增移来", "一段接二段", "末段"],
            Texts(Word.Document(
                $"<w:p>{Word.R("保留")}<w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins>{Word.R("新增")}</w:ins><w:moveFrom>{Word.R("移走")}</w:moveFrom><w:moveTo>{Word.R("移来")}</w:moveTo></w:p>"
                + $"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{Word.R("一段接")}</w:p>" + Word.P("二段") + Word.P("末段"))));

    [Fact]
    public void Breaks_hyphens_tabs_fields_and_wrappers_print_as_they_do() =>
        Assert.Equal(
            ["甲\n乙\t丙-丁第3页戊己庚"],
            Texts(Word.Document(
                "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁第</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + $"{Word.R("页")}<w:r><w:br w:type=\"page\"/></w:r><w:hyperlink>{Word.R("戊")}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>{Word.R("己")}</w:sdtContent></w:sdt><w:smartTag>{Word.R("庚")}</w:smartTag></w:p>")));

    [Fact]
    public void Footnotes_and_text_boxes_stand_after_their_paragraph_and_a_box_is_read_once()
    {
        var box = $"<w:txbxContent>{Word.P("框内")}</w:txbxContent>";
        var document = Word.Document(
            $"<w:p>{Word.R("正文")}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + Word.P("下一段"),
            footnotes: $"<w:footnote w:id=\"0\" w:type=\"separator\">{Word.P("-")}</w:footnote><w:footnote w:id=\"2\">{Word.P("注文")}</w:footnote>");
        Assert.Equal([("正文", BlockKind.Paragraph), ("框内", BlockKind.TextBox), ("注文", BlockKind.Footnote), ("下一段", BlockKind.Paragraph)], document.Blocks.Select(block => (block.Text, block.Kind)));
    }

    [Fact]
    public void Merged_cells_appear_once_with_what_they_cover()
    {
        var document = Word.Document(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + Word.P("宽") + "</w:tc><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + Word.P("高") + Word.P("二行") + "</w:tc></w:tr>"
            + "<w:tr><w:tc>" + Word.P("甲") + "</w:tc><w:tc>" + Word.P("乙") + "</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + Word.P("") + "</w:tc></w:tr>"
            + "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + Word.P("删行") + "</w:tc></w:tr></w:tbl>");
        Assert.Equal(
            [("宽", new TableCell(0, 0, 0, 1, 2)), ("高\n二行", new TableCell(0, 0, 2, 2, 1)), ("甲", new TableCell(0, 1, 0, 1, 1)), ("乙", new TableCell(0, 1, 1, 1, 1))],
            document.Blocks.Select(block => (block.Text, block.Cell)));
    }

    [Fact]
    public void A_bold_lead_is_seen_and_the_number_is_part_of_it()
    {
        var document = Word.Document($"<w:p>{Word.R("1.")}{Word.R("强化矿山整治。", "<w:b/>")}{Word.R("全面排查。")}</w:p>");
        Assert.Equal("1.强化矿山整治。".Length, document.Blocks[0].EmphasisedLead);
    }

    [Fact]
    public void Hidden_text_is_left_out_and_reported()
    {
        var document = Word.Document($"<w:p>{Word.R("可见")}{Word.R("隐藏", "<w:vanish/>")}</w:p>");
        Assert.Equal(["可见"], Texts(document));
        Assert.Contains(document.Findings, finding => finding.Code == FindingCodes.HiddenText);
    }

    [Fact]
    public void Places_are_counted_as_a_person_counts()
    {
        var document = Word.Document(Word.P("一") + Word.P("") + Word.P("三") + Word.Table(["格"]));
        Assert.Equal(["第1段", "第2段", "第3段", "表1第1行第1列"], document.Blocks.Select(block => block.Place.ToString()));
    }
}
