using System.Xml.Linq;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed class RepetitionTests
{
    private const string Drawing = "<w:r><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"7\" name=\"图\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"/></a:graphic></wp:inline></w:drawing></w:r>";

    [Fact]
    public void Identifiers_stay_unique_when_a_block_repeats()
    {
        var block = "<w:p w14:paraId=\"00AB0001\"><w:bookmarkStart w:id=\"3\" w:name=\"任务\"/>" + R("{{ t.title }}") + Drawing + "<w:bookmarkEnd w:id=\"3\"/></w:p>"
            + "<w:sdt><w:sdtPr><w:id w:val=\"55\"/></w:sdtPr><w:sdtContent>" + P("甲") + "</w:sdtContent></w:sdt>";
        var body = RenderBody("<w:p><w:bookmarkStart w:id=\"9\" w:name=\"任务_1\"/><w:bookmarkEnd w:id=\"9\"/></w:p>" + P("{{ for t in tasks }}") + block + P("{{ end }}"));
        var xml = XElement.Parse($"<x {Spaces}>{body}</x>");
        var starts = xml.Descendants(W + "bookmarkStart").ToList();
        Assert.Equal(["9", "3", "10"], starts.Select(e => e.Attribute(W + "id")?.Value));
        Assert.Equal(["任务_1", "任务", "任务_2"], starts.Select(e => e.Attribute(W + "name")?.Value));
        Assert.Equal(["9", "3", "10"], xml.Descendants(W + "bookmarkEnd").Select(e => e.Attribute(W + "id")?.Value));
        Assert.Equal(["7", "8"], xml.Descendants().Where(e => e.Name.LocalName == "docPr").Select(e => e.Attribute("id")?.Value));
        Assert.Equal(["00AB0001", "00AB0002"], xml.Descendants(W + "p").Select(e => e.Attributes().FirstOrDefault(a => a.Name.LocalName == "paraId")?.Value).OfType<string>());
        Assert.Equal(["55", "56"], xml.Descendants(W + "sdtPr").Elements(W + "id").Select(e => e.Attribute(W + "val")?.Value));
    }

    [Fact]
    public void A_bookmark_that_a_block_would_tear_apart_is_dropped_whole()
    {
        var body = RenderBody("<w:p><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/>" + R("{{ for t in tasks }}") + "</w:p>"
            + "<w:p>" + R("{{ t.title }}") + "<w:bookmarkEnd w:id=\"0\"/></w:p>" + P("{{ end }}"));
        Assert.DoesNotContain("bookmark", body, StringComparison.Ordinal);
        Assert.Equal(["检查矿山", "检查道路"], Paragraphs(body));
    }

    [Theory]
    [InlineData("{{ for t in tasks }}")]
    [InlineData("{{ if tasks.size > 0 }}")]
    public void A_cell_whose_paragraphs_all_go_away_keeps_an_empty_one(string open)
    {
        var body = RenderBody(Table(Row(Cell(P(open), P("甲"), P("{{ end }}")), Cell(P("乙")))), Letter.Sample with { Tasks = [] });
        Assert.Equal(["", "乙"], Paragraphs(body));
        Assert.Equal(2, Paragraphs(RenderBody(Table(Row(Cell(P("{{ if urgent }}"), P("甲"), P("{{ end }}")), Cell(P("乙")))))).Length);
    }

    [Fact]
    public void A_cell_that_would_end_with_a_table_gets_a_paragraph_after_it()
    {
        var body = RenderBody(Table(Row(Cell(P("{{ if urgent }}"), Table(TextRow("内", "内")), P("{{ end }}")), Cell(P("乙")))));
        Assert.Equal(["内", "内", "", "乙"], Paragraphs(body));
    }

    [Fact]
    public void A_table_whose_rows_all_go_away_keeps_a_blank_row()
    {
        var body = RenderBody(Table(TextRow("{{ for t in tasks }}{{ t.title }}", "{{ t.deadline }}{{ end }}")), Letter.Sample with { Tasks = [] });
        Assert.Equal(["", ""], Paragraphs(body));
    }

    [Fact]
    public void A_list_that_is_empty_takes_the_else_of_its_loop()
    {
        var body = RenderBody(P("{{ for t in tasks }}") + P("{{ t.title }}") + P("{{ else }}") + P("无") + P("{{ end }}"), Letter.Sample with { Tasks = [] });
        Assert.Equal(["无"], Paragraphs(body));
    }

    [Fact]
    public void Blocks_nest_in_rows_paragraphs_and_text()
    {
        var body = RenderBody(P("{{ for t in tasks }}") + Table(TextRow("{{ for p in t.parties }}{{ for.index + 1 }}", "{{ p }}{{ if !for.last }}；{{ end }}{{ end }}")) + P("{{ end }}"));
        Assert.Equal(["1", "县应急局；", "2", "县公安局", "1", "县交通局"], Paragraphs(body));
    }

    [Fact]
    public void Two_control_tags_may_share_a_paragraph_of_their_own()
    {
        var body = RenderBody(P("{{ for t in tasks }}{{ if t.deadline == \"年内\" }}") + P("{{ t.title }}") + P("{{ end }}{{ end }}"));
        Assert.Equal(["检查道路"], Paragraphs(body));
    }

    [Fact]
    public void Control_tags_in_paragraphs_of_their_own_inside_row_cells_leave_no_empty_lines()
    {
        var body = RenderBody(Table(Row(Cell(P("{{ for t in tasks }}"), P("{{ t.title }}")), Cell(P("{{ t.deadline }}"), P("{{ end }}")))));
        Assert.Equal(["检查矿山", "6月底前", "检查道路", "年内"], Paragraphs(body));
    }

    [Fact]
    public void A_paragraph_with_a_section_break_may_not_vanish()
    {
        var body = P("{{ if urgent }}") + P("甲") + "<w:p><w:pPr><w:sectPr/></w:pPr>" + R("{{ end }}") + "</w:p>";
        Assert.Throws<Drafting.Templating.TemplateException>(() => RenderBody(body));
    }
}
