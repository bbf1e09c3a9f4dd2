using YiyuanSafety.WorkPoints.Reading;
using static YiyuanSafety.WorkPoints.Tests.Fixtures.DocxFixture;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

public class DocxTableTests
{
    private static string Table(params ReadOnlySpan<string> rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    private static string Row(params ReadOnlySpan<string> cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string text, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    private static SourceBlock CellBlock(SourceDocument document, string text) =>
        Assert.Single(document.Blocks, block => block.Text == text);

    [Fact]
    public void Cells_stand_in_row_order_with_their_places()
    {
        var document = Reads.Docx(P("前") + Table(Row(Cell("甲"), Cell("乙")), Row(Cell("丙"), Cell(""))) + P("后"));

        Assert.Equal(["前", "甲", "乙", "丙", "", "后"], document.Texts());
        Assert.Equal(new TableCell(0, 1, 0, 1, 1), document.Blocks[3].Cell);
        Assert.Equal("表1第2行第1列", document.Blocks[3].Place.ToString());
        Assert.Equal(BlockKind.TableCell, document.Blocks[3].Kind);
        Assert.Equal("第6段", document.Blocks[5].Place.ToString());
    }

    [Fact]
    public void Merged_cells_appear_once_with_what_they_cover()
    {
        var document = Reads.Docx(Table(
            Row(Cell("甲", "<w:gridSpan w:val=\"2\"/>"), Cell("乙", "<w:vMerge w:val=\"restart\"/>")),
            Row(Cell("丙"), Cell("丁"), Cell("", "<w:vMerge/>")),
            Row(Cell("戊", "<w:hMerge w:val=\"restart\"/>"), Cell("", "<w:hMerge/>"), Cell("", "<w:vMerge w:val=\"continue\"/>")),
            Row(Cell("己"), Cell("庚"), Cell("辛"))));

        Assert.Equal(["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"], document.Texts());
        Assert.Equal(new TableCell(0, 0, 0, 1, 2), CellBlock(document, "甲").Cell);
        Assert.Equal(new TableCell(0, 0, 2, 3, 1), CellBlock(document, "乙").Cell);
        Assert.Equal(new TableCell(0, 2, 0, 1, 2), CellBlock(document, "戊").Cell);
        Assert.Equal(new TableCell(0, 3, 2, 1, 1), CellBlock(document, "辛").Cell);
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void Text_in_a_covered_cell_is_reported()
    {
        var document = Reads.Docx(Table(Row(Cell("甲", "<w:vMerge w:val=\"restart\"/>")), Row(Cell("遮住", "<w:vMerge/>"))));

        Assert.Equal(["甲"], document.Texts());
        var finding = Assert.Single(document.Findings);
        Assert.Equal(FindingCodes.HiddenText, finding.Code);
        Assert.Equal("遮住", finding.Source);
        Assert.Equal("表1第2行第1列", finding.Location);
    }

    [Fact]
    public void A_continued_cell_without_a_beginning_is_a_cell()
    {
        Assert.Equal(["甲"], Reads.Docx(Table(Row(Cell("甲", "<w:vMerge/>")))).Texts());
    }

    [Fact]
    public void Rows_may_begin_in_a_later_column()
    {
        var document = Reads.Docx(Table($"<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>{Cell("甲")}</w:tr>"));

        Assert.Equal(new TableCell(0, 0, 2, 1, 1), document.Blocks[0].Cell);
    }

    [Fact]
    public void Deleted_rows_and_cells_are_dropped_and_inserted_ones_kept()
    {
        var document = Reads.Docx(Table(
            $"<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{Cell("删")}</w:tr>",
            $"<w:tr><w:trPr><w:ins w:id=\"2\"/></w:trPr>{Cell("增")}{Cell("去", "<w:cellDel w:id=\"3\"/>")}{Cell("留")}</w:tr>"));

        Assert.Equal(["增", "留"], document.Texts());
        Assert.Equal(new TableCell(0, 0, 1, 1, 1), document.Blocks[1].Cell);
    }

    [Fact]
    public void Controls_around_rows_and_cells_are_transparent()
    {
        var document = Reads.Docx(Table($"<w:sdt><w:sdtContent><w:tr>{Cell("甲")}<w:sdt><w:sdtContent>{Cell("乙")}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"));

        Assert.Equal(["甲", "乙"], document.Texts());
        Assert.Equal(1, document.Blocks[1].Cell?.Column);
    }

    [Fact]
    public void Paragraphs_of_a_cell_are_lines_and_a_table_inside_becomes_text()
    {
        var inner = Table(Row(Cell("子一"), Cell("子二")), Row(Cell("子三")));
        var document = Reads.Docx(Table(Row($"<w:tc>{P("甲")}{P("乙")}{inner}{P("丙")}</w:tc>")) + Table(Row(Cell("次表"))));

        Assert.Equal(["甲\n乙\n子一\t子二\n子三\n丙", "次表"], document.Texts());
        Assert.Equal(1, document.Blocks[1].Cell?.Table);
    }

    [Fact]
    public void Numbers_in_cells_are_printed()
    {
        var numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        string Numbered() => $"<w:tc>{P("", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")}</w:tc>";

        Assert.Equal(["1", "甲", "2", "乙"], Reads.Docx(Body(Table(Row(Numbered(), Cell("甲")), Row(Numbered(), Cell("乙")))).Numbering(numbering)).Texts());
    }

    [Fact]
    public void Notes_and_text_boxes_of_a_cell_follow_it()
    {
        var box = $"<w:r><w:pict><w:txbxContent>{P("框")}</w:txbxContent></w:pict></w:r>";
        var document = Reads.Docx(Table(Row($"<w:tc><w:p>{R("甲")}{box}</w:p></w:tc>", Cell("乙"))));

        Assert.Equal(["甲", "框", "乙"], document.Texts());
        Assert.Equal(BlockKind.TextBox, document.Blocks[1].Kind);
        Assert.Equal("表1第1行第1列", document.Blocks[1].Place.ToString());
    }
}
