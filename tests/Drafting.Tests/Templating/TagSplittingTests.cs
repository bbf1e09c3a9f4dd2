using CsCheck;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed class TagSplittingTests
{
    private const string Line = "关于{{ task.title }}：{{ if urgent }}急{{ else }}缓{{ end }}（{{ for c in copies }}{{ c }}、{{ end }}）";
    private const string Printed = "关于检查矿山：急（县委办公室、县人大办公室、）";

    [Fact]
    public void Tags_split_over_runs_at_any_position_give_the_same_text()
    {
        for (var at = 1; at < Line.Length; at++)
        {
            var body = RenderBody($"<w:p>{R(Line[..at])}{R(Line[at..])}</w:p>");
            Assert.Equal([Printed], Paragraphs(body));
        }
    }

    [Fact]
    public void Tags_split_at_many_positions_with_marks_between_give_the_same_text() =>
        Gen.Int[0, Line.Length].Array[1, 12].Sample(cuts =>
        {
            var edges = cuts.Append(0).Append(Line.Length).Order().ToArray();
            var runs = edges.Zip(edges.Skip(1), (a, b) => R(Line[a..b]) + "<w:proofErr w:type=\"spellStart\"/><w:proofErr w:type=\"spellEnd\"/>");
            return Paragraphs(RenderBody($"<w:p>{string.Concat(runs)}</w:p>")) is [Printed];
        }, iter: 100);

    [Fact]
    public void A_loop_over_paragraphs_survives_any_split_of_its_tags()
    {
        const string open = "{{ for t in tasks }}";
        for (var at = 1; at < open.Length; at++)
        {
            var body = RenderBody($"<w:p>{R(open[..at])}{R(open[at..])}</w:p>" + P("{{ t.title }}") + P("{{ end }}"));
            Assert.Equal(["检查矿山", "检查道路"], Paragraphs(body));
        }
    }

    [Theory]
    [InlineData("{{ if task.deadline == “6月底前” }}是{{ end }}")]
    [InlineData("{{ if task.deadline == ”6月底前“ }}是{{ end }}")]
    [InlineData("{{ if task.deadline == ‘6月底前’ }}是{{ end }}")]
    [InlineData("{{\u00A0if task.deadline == \"6月底前\"\u3000}}是{{\u00A0end\u00A0}}")]
    [InlineData("｛｛ if task．deadline ＝＝ ＂6月底前＂ ｝｝是{{end}}")]
    [InlineData("{{- if task.deadline == \"6月底前\" -}}是{{~ end ~}}")]
    public void Quotes_spaces_and_full_width_signs_that_Word_or_an_input_method_makes_are_read_as_meant(string line) =>
        Assert.Equal(["是"], Paragraphs(RenderBody(P(line))));

    [Fact]
    public void Curly_quotes_inside_straight_ones_stay_as_they_are() =>
        Assert.Equal(["“重点”}}"], Paragraphs(RenderBody(P("{{ \"“重点”}}\" }}"))));

    [Fact]
    public void A_tag_in_a_header_footer_footnote_and_text_box_is_filled()
    {
        var box = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"1\" name=\"框\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>"
            + P("{{ for t in tasks }}") + P("框{{ t.title }}") + P("{{ end }}")
            + "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent>"
            + P("退{{ title }}") + "</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + R("外{{ copy_count }}") + "</w:p>";
        var bytes = Render(Docx(box, P("眉{{ title }}"), P("脚{{ date }}"), $"<w:footnote w:id=\"1\">{P("注{{ task.title }}")}</w:footnote>"), Letter.Sample);
        AssertValid(bytes);
        Assert.Contains("眉关于开展检查的通知", Part(bytes, "word/header.xml"), StringComparison.Ordinal);
        Assert.Contains("脚2021年3月5日", Part(bytes, "word/footer.xml"), StringComparison.Ordinal);
        Assert.Contains("注检查矿山", Part(bytes, "word/footnotes.xml"), StringComparison.Ordinal);
        var body = Part(bytes, "word/document.xml");
        foreach (var text in (string[])["框检查矿山", "框检查道路", "退关于开展检查的通知", "外60"])
            Assert.Contains(text, body, StringComparison.Ordinal);
    }
}
