using System.Xml.Linq;
using YiyuanSafety.Drafting.Templating;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed class ControlTests
{
    private const string Inside = "{{ title }}";

    [Theory]
    [InlineData("ys:1:{{ title }}:tasks", "a-1", "ys:1:a-1:tasks")]
    [InlineData("{{ title }}{{ copy_count }}", "a", "a60")]
    [InlineData("{{title}}", "\"<'>&\u0001\uFFFE甲👷", "\"<'>&甲👷")]
    [InlineData("&lt;{{ title }}&#38;", "a\tb\r\nc\nd", "<a b c d&")]
    [InlineData("｛｛ title ｝｝", "{{ x }}", "{{ x }}")]
    [InlineData("{{ title | string.replace &quot;a&quot; 'b' }}", "a", "b")]
    [InlineData("{\"a\":{\"b\":1}}", "a", "{\"a\":{\"b\":1}}")]
    public void A_control_s_label_takes_values_whatever_they_hold(string label, string value, string expected)
    {
        foreach (var quote in (string[])["\"", "'"])
        {
            var typed = label.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&apos;", StringComparison.Ordinal);
            var sdt = Labelled(RenderBody(Control(P(Inside), $"<w:alias w:val={quote}{typed}{quote}/><w:tag w:val={quote}{typed}{quote}/>"), Letter.Sample with { Title = value }));
            Assert.Equal([expected, expected], sdt);
        }
    }

    [Fact]
    public void A_label_of_64_characters_is_written_and_one_of_65_is_an_error_that_names_the_tag()
    {
        var body = Control(P("甲"), "<w:tag w:val=\"a&amp;:{{ title }}\"/>");
        Assert.Equal(["a&:" + new string('甲', 61)], Labelled(RenderBody(body, Letter.Sample with { Title = new string('甲', 61) })));
        var problem = Assert.Single(Assert.Throws<TemplateException>(() => RenderBody(P("前") + body, Letter.Sample with { Title = new string('甲', 62) })).Problems);
        Assert.Equal((TemplateCodes.RenderLimit, 2, "{{ title }}", "a&:{{ title }}"), (problem.Code, problem.Paragraph, problem.Tag, problem.ParagraphText));
        Assert.Contains("65 字", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ if urgent }}a{{ end }}", TemplateCodes.Misplaced)]
    [InlineData("{{ if urgent; title; end }}", TemplateCodes.Misplaced)]
    [InlineData("{{ x = 1 }}", TemplateCodes.Misplaced)]
    [InlineData("{{ include title }}", TemplateCodes.Forbidden)]
    [InlineData("{{ titel }}", TemplateCodes.UnknownField)]
    [InlineData("{{ title", TemplateCodes.OpenTag)]
    [InlineData("{{ title | }}", TemplateCodes.Syntax)]
    [InlineData("{{ tasks }}", TemplateCodes.WrongKind)]
    public void What_may_not_stand_in_a_label_is_told_with_its_text(string label, string code)
    {
        var problem = Assert.Throws<TemplateException>(() => RenderBody(P("前") + Control(P("甲"), $"<w:tag w:val=\"{label}\"/>"))).Problems[0];
        Assert.Equal((code, 2, label), (problem.Code, problem.Paragraph, problem.ParagraphText));
    }

    [Theory]
    [InlineData("<w:placeholder><w:docPart w:val=\"{{ title }}\"/></w:placeholder>")]
    [InlineData("<w:tag w:val=\"a\" w:other=\"{{ title }}\"/>")]
    public void Other_attributes_of_a_control_take_no_tags(string properties) =>
        Assert.Equal(TemplateCodes.Misplaced, Assert.Throws<TemplateException>(() => RenderBody(Control(P("甲"), properties))).Code);

    [Fact]
    public void A_loop_around_a_control_repeats_it_with_labels_of_its_own_and_unique_ids()
    {
        var body = RenderBody(P("{{ for t in tasks }}") + Control(P("{{ t.deadline }}"), "<w:alias w:val=\"{{ for.index + 1 }}\"/><w:tag w:val=\"{{ t.title }}\"/><w:id w:val=\"-5\"/>") + P("{{ end }}"));
        Assert.Equal(["1", "检查矿山", "2", "检查道路"], Labelled(body));
        Assert.Equal(["6月底前", "年内"], Paragraphs(body));
        var ids = Xml(body).Descendants(W + "id").Select(e => e.Attribute(W + "val")?.Value).ToList();
        Assert.Equal(["-5", "1"], ids);
    }

    [Theory]
    [InlineData("{{ for t in tasks }}")]
    [InlineData("{{ if tasks.size > 0 }}")]
    public void A_control_that_a_block_inside_leaves_empty_keeps_an_empty_paragraph(string open)
    {
        var control = Control(P(open) + P("甲") + P("{{ end }}"));
        Assert.Equal([""], Paragraphs(RenderBody(control, Letter.Sample with { Tasks = [] })));
        Assert.DoesNotContain("", Paragraphs(RenderBody(control)));
    }

    [Fact]
    public void A_control_that_ends_with_a_table_gets_no_paragraph_after_it()
    {
        var body = RenderBody(Control(P("{{ if urgent }}") + Table(TextRow("甲", "乙")) + P("{{ end }}")));
        Assert.Equal(["甲", "乙"], Paragraphs(body));
    }

    [Fact]
    public void Controls_nest_in_loops_cells_and_controls_and_never_stand_empty()
    {
        var inner = Control(P("{{ for p in t.parties }}") + P("{{ p }}") + P("{{ end }}"), "<w:tag w:val=\"{{ t.title }}\"/><w:id w:val=\"3\"/>");
        var draft = Letter.Sample with { Tasks = [.. Letter.Sample.Tasks, new LetterTask { Title = "空" }] };
        var body = RenderBody(Table(Row(Cell(Control(P("{{ for t in tasks }}") + inner + P("{{ end }}"), "<w:id w:val=\"2\"/>"), P("")))), draft);
        Assert.Equal(["县应急局", "县公安局", "县交通局", "", ""], Paragraphs(body));
        Assert.Equal(["检查矿山", "检查道路", "空"], Labelled(body));
        var ids = Xml(body).Descendants(W + "id").Select(e => e.Attribute(W + "val")?.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Xml(body).Descendants(W + "sdtContent"), content => Assert.NotEmpty(content.Elements()));
    }

    [Fact]
    public void Rows_in_a_control_keep_a_blank_row_inside_it_and_none_after_it()
    {
        var table = Table(TextRow("序", "事"), Control(TextRow("{{ for t in tasks }}{{ t.title }}", "{{ t.deadline }}{{ end }}"), "<w:tag w:val=\"{{ title }}\"/>"));
        Assert.Equal(["序", "事", "", ""], Paragraphs(RenderBody(table, Letter.Sample with { Tasks = [] })));
        Assert.Equal(["序", "事", "检查矿山", "6月底前", "检查道路", "年内"], Paragraphs(RenderBody(table)));
    }

    [Fact]
    public void A_control_inside_a_paragraph_is_labelled_too()
    {
        var body = RenderBody("<w:p>" + R("前{{ copy_count }}") + Control(R("{{ title }}"), "<w:tag w:val=\"{{ copy_count }}\"/>") + "</w:p>");
        Assert.Equal(["60"], Labelled(body));
        Assert.Equal(["前60关于开展检查的通知"], Paragraphs(body));
    }

    private static string Control(string content, string properties = "") =>
        $"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static XElement Xml(string body) => XElement.Parse($"<x {Spaces}>{body}</x>");

    private static List<string?> Labelled(string body) => [.. Xml(body).Descendants()
        .Where(e => e.Name == W + "tag" || e.Name == W + "alias").Select(e => e.Attribute(W + "val")?.Value)];
}
