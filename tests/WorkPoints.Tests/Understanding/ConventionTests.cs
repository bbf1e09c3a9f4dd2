namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>Sentences that settle something for many tasks, and what the findings say of them.</summary>
public sealed class ConventionTests
{
    private const string Items = "一、重点任务\n1.查隐患。查完为止。（县应急局、县水利局负责）\n2.练队伍。练好为止。（县住建局、县公安局负责）\n";

    [Theory]
    [InlineData("以下任务均需各镇（街道）、开发区配合落实，不再逐一列出。\n" + Items, "cooperating:各镇（街道） cooperating:开发区")]
    [InlineData("各镇（街道）、园区均需落实，不再逐一列出。\n" + Items, "responsible:各镇（街道） responsible:园区")]
    [InlineData(Items + "以上任务均需各镇（街道）配合落实，不再列出。\n", "cooperating:各镇（街道）")]
    public void Who_takes_part_in_everything_takes_part(string text, string added)
    {
        var document = Samples.Parse("某县2026年工作要点\n" + text);
        Assert.Equal(["responsible:县应急局 responsible:县水利局 " + added, "responsible:县住建局 responsible:县公安局 " + added], document.Tasks.Select(Samples.Parties));
        Assert.Contains("2项", Assert.Single(document.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_convention_at_the_end_reaches_back_over_the_document()
    {
        var document = Samples.Parse("某县2026年工作要点\n" + Items + "以上任务，排在首位的单位为牵头单位，不再说明。\n");
        Assert.Equal(["lead:县应急局 responsible:县水利局", "lead:县住建局 responsible:县公安局"], document.Tasks.Select(Samples.Parties));
        var finding = Assert.Single(document.Findings);
        Assert.Equal((FindingCodes.ConventionApplied, "文件约定列第一位的单位牵头，已按此确定2项任务的牵头单位。"), (finding.Code, finding.Message));
    }

    [Fact]
    public void A_convention_that_changes_nothing_says_so() =>
        Assert.Contains("没有任务需要", Assert.Single(Samples.Parse("某县2026年工作要点\n一、重点任务\n1.查隐患。查完为止。（县应急局牵头）\n以上任务，排在首位的单位为牵头单位。\n").Findings).Message, StringComparison.Ordinal);

    [Fact]
    public void A_convention_that_cannot_be_read_is_warned_of() =>
        Assert.Contains(Samples.Parse("某县2026年工作要点\n以下任务都要齐抓共管，不再逐一说明。\n" + Items).Findings, finding => finding is { Code: FindingCodes.ClauseNotUnderstood, Severity: Severity.Warning });

    [Theory]
    [InlineData("县应急局、平罗工业园区管委会负责", "平罗工业园区管委会")]
    [InlineData("区应急局、漕河泾开发区管委会负责", "漕河泾开发区管委会")]
    [InlineData("市应急局、楚雄公路局楚雄分局负责", "楚雄公路局楚雄分局")]
    [InlineData("区经发局、公安局负责", "区公安局")]
    public void No_name_is_invented_by_putting_a_level_before_it(string clause, string name) =>
        Assert.Equal(name, Assert.Single(Samples.Parse($"某县2026年工作要点\n一、重点任务\n1.查隐患。查完为止。（{clause}）\n").Tasks).Parties[1].Canonical);

    [Fact]
    public void A_convention_inside_another_is_allotted_once()
    {
        const string Text = "某县2026年工作要点\n一、第一位的单位（以下均需各片区配合，不再列出）为牵头单位。\n1.查隐患。查完为止。（县应急局负责）\n";
        var map = Samples.Parse(Text).SourceMap;
        Assert.Equal(Text.Count(c => c != '\n'), map.Sum(run => run.Length));
    }
}
