using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed class LiftingTests
{
    [Fact]
    public void A_field_prints_its_value_in_the_run_where_it_begins()
    {
        var bold = "<w:rPr><w:b/></w:rPr>";
        var body = RenderBody($"<w:p>{R("标题：")}{R("{{ title", bold)}{R(" }}。", "<w:rPr><w:i/></w:rPr>")}</w:p>");
        Assert.Equal($"<w:p>{R("标题：")}{R("关于开展检查的通知", bold)}{R("。", "<w:rPr><w:i/></w:rPr>")}</w:p>", body);
    }

    [Theory]
    [InlineData(true, "前", "急件", "后")]
    [InlineData(false, "前", "平件", "后")]
    public void Control_tags_alone_in_their_paragraphs_govern_the_paragraphs_between_and_vanish(bool urgent, params string[] expected)
    {
        var body = RenderBody(P("前") + P("{{ if urgent }}") + P("急件") + P("{{ else }}") + P("平件") + P("{{ end }}") + P("后"),
            Letter.Sample with { Urgent = urgent });
        Assert.Equal(expected, Paragraphs(body));
    }

    [Fact]
    public void A_loop_over_paragraphs_repeats_tables_and_paragraphs()
    {
        var body = RenderBody(P("{{ for task in tasks }}") + P("{{ task.title }}") + Table(TextRow("{{ task.deadline }}")) + P("完") + P("{{ end }}"));
        Assert.Equal(["检查矿山", "6月底前", "完", "检查道路", "年内", "完"], Paragraphs(body));
    }

    [Fact]
    public void For_and_end_in_one_row_repeat_the_row()
    {
        var body = RenderBody(Table(TextRow("任务", "期限"), TextRow("{{ for task in tasks }}{{ task.title }}", "{{ task.deadline }}{{ end }}")));
        Assert.Equal(["任务", "期限", "检查矿山", "6月底前", "检查道路", "年内"], Paragraphs(body));
    }

    [Fact]
    public void Control_tags_alone_in_their_rows_govern_the_rows_between()
    {
        var body = RenderBody(Table(TextRow("任务", "期限"), TextRow("{{ for task in tasks }}", ""), TextRow("{{ task.title }}", "{{ task.deadline }}"), TextRow("甲", "乙"), TextRow("", "{{ end }}")));
        Assert.Equal(["任务", "期限", "检查矿山", "6月底前", "甲", "乙", "检查道路", "年内", "甲", "乙"], Paragraphs(body));
    }

    [Fact]
    public void A_loop_within_one_paragraph_stays_in_it()
    {
        var body = RenderBody(P("抄送：{{ for copy in copies }}{{ copy }}{{ if !for.last }}，{{ end }}{{ end }}。"));
        Assert.Equal(["抄送：县委办公室，县人大办公室。"], Paragraphs(body));
    }
}
