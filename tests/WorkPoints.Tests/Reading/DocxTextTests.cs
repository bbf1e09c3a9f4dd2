using YiyuanSafety.WorkPoints.Reading;
using YiyuanSafety.WorkPoints.Tests.Fixtures;
using static YiyuanSafety.WorkPoints.Tests.Fixtures.DocxFixture;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

public class DocxTextTests
{
    private const string Mc = "mc:AlternateContent";

    [Fact]
    public void Paragraphs_become_blocks_with_their_number_as_place()
    {
        var document = Reads.Docx(P("甲") + P("") + P("乙"));

        Assert.Equal(["甲", "", "乙"], document.Texts());
        Assert.Equal("第3段", document.Blocks[2].Place.ToString());
        Assert.All(document.Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
        Assert.Equal(SourceFormat.Docx, document.Format);
    }

    [Fact]
    public void Words_split_over_runs_bookmarks_and_proofing_marks_come_together()
    {
        var document = Reads.Docx(
            $"<w:p><w:bookmarkStart w:id=\"1\" w:name=\"x\"/>{R("县应")}<w:proofErr w:type=\"spellStart\"/>{R("急局")}<w:bookmarkEnd w:id=\"1\"/>{R("负责")}</w:p>");

        Assert.Equal(["县应急局负责"], document.Texts());
    }

    [Fact]
    public void Breaks_tabs_and_hyphens_are_kept_and_page_breaks_are_not()
    {
        var document = Reads.Docx(
            "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t><w:tab/><w:t>丁</w:t><w:noBreakHyphen/><w:t>戊</w:t><w:br w:type=\"page\"/><w:t>己</w:t><w:lastRenderedPageBreak/></w:r></w:p>");

        Assert.Equal(["甲\n乙\n丙\t丁-戊己"], document.Texts());
    }

    [Fact]
    public void Tracked_changes_are_taken_as_accepted()
    {
        var document = Reads.Docx(
            $"<w:p>{R("甲")}<w:ins w:id=\"1\">{R("乙")}</w:ins><w:del w:id=\"2\"><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveFrom w:id=\"3\">{R("丁")}</w:moveFrom><w:moveTo w:id=\"4\">{R("戊")}</w:moveTo></w:p>");

        Assert.Equal(["甲乙戊"], document.Texts());
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void A_paragraph_whose_mark_is_deleted_joins_the_next()
    {
        var document = Reads.Docx(
            P("安全生产", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + P("责任制") + P("末段", "<w:rPr><w:del w:id=\"2\"/></w:rPr>"));

        Assert.Equal(["安全生产责任制", "末段"], document.Texts());
    }

    [Fact]
    public void A_text_box_is_read_once_and_after_its_paragraph()
    {
        var box = $"<w:txbxContent>{P("框内")}</w:txbxContent>";
        var document = Reads.Docx(
            $"<w:p>{R("前")}<w:r><{Mc}><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></{Mc}></w:r>{R("后")}</w:p>{P("次段")}");

        Assert.Equal(["前后", "框内", "次段"], document.Texts());
        Assert.Equal(BlockKind.TextBox, document.Blocks[1].Kind);
        Assert.Equal("第2段", document.Blocks[2].Place.ToString());
    }

    [Fact]
    public void A_text_box_of_old_word_is_read_too()
    {
        var document = Reads.Docx($"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{P("框内")}</w:txbxContent></v:textbox></w:pict></w:r></w:p>");

        Assert.Equal(["", "框内"], document.Texts());
    }

    [Fact]
    public void Nested_alternate_content_shows_each_text_once()
    {
        var inner = $"<{Mc}><mc:Choice Requires=\"wps\">{R("乙")}</mc:Choice><mc:Fallback>{R("误")}</mc:Fallback></{Mc}>";
        var document = Reads.Docx($"<w:p><{Mc}><mc:Choice Requires=\"wps\">{R("甲")}{inner}{R("丙")}</mc:Choice><mc:Fallback>{R("错")}</mc:Fallback></{Mc}>{R("丁")}</w:p>");

        Assert.Equal(["甲乙丙丁"], document.Texts());
    }

    [Fact]
    public void Notes_follow_the_paragraph_that_refers_to_them()
    {
        var document = Reads.Docx(
            Body($"<w:p>{R("甲")}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"3\"/></w:r></w:p>{P("乙")}")
                .Footnotes($"<w:footnote w:id=\"0\" w:type=\"separator\">{P("分隔")}</w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>{R("脚注")}</w:p></w:footnote>")
                .Endnotes($"<w:endnote w:id=\"3\">{P("尾注")}</w:endnote>"));

        Assert.Equal(["甲", "脚注", "尾注", "乙"], document.Texts());
        Assert.Equal(BlockKind.Footnote, document.Blocks[1].Kind);
        Assert.Equal("第1段", document.Blocks[2].Place.ToString());
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void Text_boxes_stand_before_the_notes_of_their_paragraph()
    {
        var box = $"<w:r><w:pict><w:txbxContent>{P("框内")}</w:txbxContent></w:pict></w:r>";
        var document = Reads.Docx(Body($"<w:p>{R("甲")}<w:r><w:footnoteReference w:id=\"2\"/></w:r>{box}</w:p>").Footnotes($"<w:footnote w:id=\"2\">{P("脚注")}</w:footnote>"));

        Assert.Equal(["甲", "框内", "脚注"], document.Texts());
    }

    [Fact]
    public void A_missing_note_is_reported()
    {
        var document = Reads.Docx($"<w:p>{R("甲")}<w:r><w:footnoteReference w:id=\"9\"/></w:r></w:p>");

        var finding = Assert.Single(document.Findings);
        Assert.Equal(ReadingCodes.MissingNote, finding.Code);
        Assert.Equal("第1段", finding.Location);
    }

    [Fact]
    public void Content_controls_links_and_wrappers_are_transparent()
    {
        var document = Reads.Docx(
            $"<w:sdt><w:sdtPr><w:alias w:val=\"标签\"/></w:sdtPr><w:sdtContent>{P("块")}</w:sdtContent></w:sdt>"
            + $"<w:p><w:hyperlink r:id=\"x\">{R("链")}</w:hyperlink><w:smartTag>{R("标")}</w:smartTag><w:customXml>{R("数")}</w:customXml><w:sdt><w:sdtContent>{R("行")}</w:sdtContent></w:sdt></w:p>");

        Assert.Equal(["块", "链标数行"], document.Texts());
    }

    [Fact]
    public void Fields_keep_their_result_and_lose_their_instruction()
    {
        const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var document = Reads.Docx(
            $"<w:p>{R("前")}{Begin}<w:r><w:instrText>REF x</w:instrText></w:r>{Separate}{R("结果")}{End}<w:fldSimple w:instr=\"DATE\">{R("简单")}</w:fldSimple></w:p>"
            + $"<w:p>{Begin}<w:r><w:instrText>TOC</w:instrText></w:r>{Separate}{R("目录一")}</w:p><w:p>{R("目录二")}{End}</w:p>");

        Assert.Equal(["前结果简单", "目录一", "目录二"], document.Texts());
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void A_field_without_its_end_swallows_no_later_paragraph_and_nothing_silently()
    {
        var document = Reads.Docx($"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{R("残")}</w:p>{P("县应急局负责")}");

        Assert.Equal("县应急局负责", document.Blocks[1].Text);
        Assert.Equal("残", Assert.Single(document.Findings).Source);
    }

    [Theory]
    [InlineData("<w:vanish/>", "")]
    [InlineData("<w:rStyle w:val=\"H\"/>", "")]
    [InlineData("<w:rStyle w:val=\"H\"/><w:vanish w:val=\"0\"/>", "秘密")]
    public void Hidden_text_is_dropped_and_reported(string properties, string kept)
    {
        var document = Reads.Docx(Body($"<w:p>{R("甲")}{R("秘密", properties)}</w:p>")
            .Styles("<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"));

        Assert.Equal(["甲" + kept], document.Texts());
        if (kept.Length > 0)
        {
            Assert.Empty(document.Findings);
            return;
        }

        var finding = Assert.Single(document.Findings);
        Assert.Equal(FindingCodes.HiddenText, finding.Code);
        Assert.Equal("秘密", finding.Source);
        Assert.Contains("第1段", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ruby_keeps_the_base_and_mathematics_its_text()
    {
        var document = Reads.Docx(
            $"<w:p><w:r><w:ruby><w:rt>{R("yuán")}</w:rt><w:rubyBase>{R("源")}</w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>");

        Assert.Equal(["源x=1"], document.Texts());
    }

    [Fact]
    public void Symbols_are_turned_into_characters()
    {
        var document = Reads.Docx("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"宋体\" w:char=\"2103\"/><w:sym w:font=\"X\" w:char=\"zz\"/></w:r></w:p>");

        Assert.Equal(["☑℃"], document.Texts());
    }

    [Fact]
    public void Headers_are_left_out_and_an_embedded_file_is_reported()
    {
        var document = Reads.Docx(Body(P("正文") + "<w:altChunk r:id=\"a\"/>").Header(P("页眉")));

        Assert.Equal(["正文"], document.Texts());
        Assert.Equal(FindingCodes.EmbeddedFile, Assert.Single(document.Findings).Code);
    }

    [Fact]
    public void A_strict_document_reads_like_a_transitional_one()
    {
        DocxFixture Make() => Body(P("总则", "<w:pStyle w:val=\"a\"/>") + P("乙", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"))
            .Styles("<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"heading 2\"/></w:style>")
            .Numbering("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");

        Assert.Equal(Reads.Docx(Make()).Blocks, Reads.Docx(Make().AsStrict()).Blocks);
        Assert.Equal("一、乙", Reads.Docx(Make().AsStrict()).Blocks[1].Text);
        Assert.Equal(2, Reads.Docx(Make().AsStrict()).Blocks[0].HeadingLevel);
    }
}
