namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>Lists of names that end in a bare term, go on from line to line, or stand in list items.</summary>
public sealed class NameListTests
{
    [Theory]
    [InlineData("（县水利局、各乡镇人民政府、街道办事处）", "responsible:县水利局 responsible:各乡镇人民政府 responsible:街道办事处")]
    [InlineData("（县水利局，各乡、镇、街道）", "responsible:县水利局 responsible:各乡 responsible:镇 responsible:街道")]
    [InlineData("（县水利局牵头，各街道、镇配合）", "lead:县水利局 cooperating:各街道 cooperating:镇")]
    [InlineData("（县水利局、县总工会、县商务局、县组织部负责）", "responsible:县水利局 responsible:县总工会 responsible:县商务局 responsible:县组织部")]
    public void A_bare_term_beside_a_named_body_hides_no_clause(string clause, string parties)
    {
        var document = Samples.Parse($"一、工作重点\n1.防汛备汛。检查水库。{clause}\n2.开展宣传。走进社区宣讲。（县委宣传部负责）\n");
        Assert.Equal(2, document.Tasks.Count);
        Assert.Equal(parties, Samples.Parties(document.Tasks[0]));
    }

    [Theory]
    [InlineData("（街道、镇）")]
    [InlineData("（市、县、区）")]
    public void Bare_terms_alone_are_no_clause(string bracket)
    {
        var document = Samples.Parse($"一、工作重点\n1.防汛备汛。检查各级水库。{bracket}再次检查。（县水利局负责）\n");
        Assert.Equal("responsible:县水利局", Samples.Parties(Assert.Single(document.Tasks)));
    }

    [Fact]
    public void A_cell_may_end_in_a_bare_term_or_break_before_a_bracket()
    {
        var document = WorkPointsParser.Parse(Word.Document(Word.Table(
            ["序号", "工作任务", "责任单位"],
            ["1", "检查水库。", "县水利局，各乡、镇、街道"],
            ["2", "检查校园。", "县教育局，各街道、镇"],
            ["3", "检查道路。", "县公安局\n（县交警大队）"])), null);
        Assert.Equal(
            ["responsible:县水利局 responsible:各乡 responsible:镇 responsible:街道", "responsible:县教育局 responsible:各街道 responsible:镇", "responsible:县公安局（县交警大队）"],
            document.Tasks.Select(Samples.Parties));
    }

    [Fact]
    public void Lines_of_names_under_a_label_go_on_with_it()
    {
        var document = Samples.Parse("一、工作重点\n（一）举报奖励。落实制度。\n牵头单位：县水利局\n鹿台水库管理局\n责任单位：\n　　　　　县财政局、县税务局\n　　　　　各乡镇人民政府\n完成时限：2026年3月底\n（二）开展宣传。走进社区宣讲。\n责任单位：县委宣传部\n");
        Assert.Equal(
            ["lead:县水利局 lead:鹿台水库管理局 responsible:县财政局 responsible:县税务局 responsible:各乡镇人民政府", "responsible:县委宣传部"],
            document.Tasks.Select(Samples.Parties));
        Assert.Equal("2026年3月底", Assert.Single(document.Tasks[0].Deadlines).Text);
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("加强对重点企业的检查")]
    [InlineData("中小企业")]
    [InlineData("组建应急救援队")]
    [InlineData("县林业局负责巡查")]
    [InlineData("某县安全生产委员会")]
    [InlineData("某县应急管理局\n2026年2月5日")]
    public void Other_lines_under_a_label_do_not(string line)
    {
        var document = Samples.Parse($"一、工作重点\n（一）举报奖励。落实制度。\n责任单位：县水利局\n{line}\n");
        Assert.Equal("responsible:县水利局", Samples.Parties(document.Tasks[0]));
        Assert.DoesNotContain(line[..4], document.Tasks[0].Responsibility, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- 牵头单位: 县水利局\n- 责任单位: 县财政局、县税务局\n- 完成时限: 6月底前\n")]
    [InlineData("* **牵头单位：** 县水利局\n* **责任单位：** 县财政局、县税务局\n* **完成时限：** 6月底前\n")]
    [InlineData("**牵头单位**：县水利局**责任单位**：县财政局、县税务局\n**完成时限**：6月底前\n")]
    [InlineData("● 牵头单位：县水利局\n● 责任单位：县财政局\n县税务局\n● 完成时限：6月底前\n")]
    public void Labels_in_list_items_are_read(string lines)
    {
        var document = Samples.Parse($"一、工作重点\n（一）防汛备汛。检查水库。\n{lines}（二）开展宣传。走进社区宣讲。\n责任单位：县委宣传部\n");
        Assert.Equal(["lead:县水利局 responsible:县财政局 responsible:县税务局", "responsible:县委宣传部"], document.Tasks.Select(Samples.Parties));
        Assert.Equal("检查水库。", document.Tasks[0].Text);
        Assert.StartsWith("牵头单位", document.Tasks[0].Responsibility, StringComparison.Ordinal);
        Assert.Equal("6月底前", Assert.Single(document.Tasks[0].Deadlines).Text);
    }
}
