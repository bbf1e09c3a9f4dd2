using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Papers;

/// <summary>What a 进展情况通报 says of its figures.</summary>
public sealed class ProgressBulletinTests
{
    private static readonly ProgressText Text = new() { AsOf = new DateOnly(2022, 6, 30) };

    [Fact]
    public void The_figures_are_put_into_one_sentence()
    {
        Assert.Equal(
            ["截至2022年6月30日，60项任务分解到各单位，共有责任20件次，其中已完成9件次，推进中5件次，未开展3件次，已逾期1件次，不涉及2件次，完成率50.0%（不涉及的不计入）。", "总体平稳。"],
            Draft(Text with { Tasks = 60, Overall = Counts(9, 5, 3, 1, 2), Summary = ["总体平稳。"] }).Overview);
        Assert.Equal(["截至2022年6月30日，共有责任2件次，其中已完成2件次，完成率100.0%。没有逾期事项。"], Draft(Text with { Overall = Counts(2) }).Overview);
        Assert.Equal(["截至2022年6月30日，没有需要统计的责任事项。"], Draft(Text).Overview);
        Assert.Equal(["截至2022年6月30日，共有责任2件次，其中不涉及2件次。没有逾期事项。"], Draft(Text with { Overall = Counts(notInvolved: 2) }).Overview);
    }

    [Fact]
    public void Bodies_stand_as_in_the_directory_unless_they_are_ranked()
    {
        var text = Text with { Bodies = [Row("某中心", 1), Row("县教育和体育局", 3, 1), Row("县公安局", 1, 1), Row("县应急局", 2, 2)] };

        var plain = Draft(text).Bodies;
        Assert.Equal(["1 县应急局 50.0%", "2 县公安局 50.0%", "3 县教育和体育局 75.0%", "4 某中心 100.0%"], plain.Rows.Select(Said));
        Assert.Equal("各单位任务进展情况见表1和图1。", plain.Lead);

        Assert.Equal(["1 某中心 100.0%", "2 县教育和体育局 75.0%", "3 县应急局 50.0%", "3 县公安局 50.0%"], Draft(text with { Ranked = true }).Bodies.Rows.Select(Said));
    }

    [Fact]
    public void A_ranking_of_many_names_the_first_and_the_last()
    {
        var ranked = Draft(Text with { Ranked = true, Bodies = [.. Enumerable.Range(1, 8).Select(i => Row($"甲{i}", i, 8 - i)), Row("乙", notInvolved: 3)] }).Bodies;

        Assert.StartsWith("按完成率排名，居前的是甲8（100.0%）、甲7（87.5%）、甲6（75.0%），居后的是甲3（37.5%）、甲2（25.0%）、甲1（12.5%）。", ranked.Lead, StringComparison.Ordinal);
        Assert.Equal("— 乙 —", Said(ranked.Rows[^1]));
        Assert.Equal((67, 36, 3, "56.3%"), (ranked.Total.Total, ranked.Total.Done, ranked.Total.NotInvolved, ranked.Total.Rate));
    }

    [Fact]
    public void Headings_tables_and_figures_are_numbered_by_what_is_there()
    {
        var all = Draft(Text with
        {
            Sections = [Row("（一）", 1)],
            Bodies = [Row("县应急局", 1)],
            Overdue = [new OverdueEntry { Task = "1.1", Title = "甲", Due = new DateOnly(2022, 6, 20) }, new OverdueEntry { Title = "乙" }, new OverdueEntry { Title = "丙", Due = new DateOnly(2022, 6, 20), DaysLate = 7 }],
            Letters = [new SentLetter { Kind = "督办函" }, new SentLetter { Kind = "提醒函" }, new SentLetter { Kind = "督办函" }],
            Trend = [new TrendPoint { Month = "5月", Done = 1, Overdue = 2 }, new TrendPoint { Month = "6月", Done = 3, Overdue = 2 }],
            Requirements = ["抓紧。"],
        });

        Assert.Equal(
            ["二、各部分进展", "三、各单位进展", "四、逾期事项", "五、督办情况", "六、下一步要求"],
            [all.Sections.Heading, all.Bodies.Heading, all.Late.Heading, all.Letters.Heading, all.NextHeading]);
        Assert.Equal(["图1　任务完成和逾期趋势", "图2　各部分任务进展情况", "图3　各单位任务完成率"], all.Trend.Concat(all.Sections.Figures).Concat(all.Bodies.Figures).Select(figure => figure.Caption));
        Assert.Equal("与5月相比，6月累计完成增加2件次，逾期持平。各月完成和逾期情况见图1。", all.Overview[^1]);
        Assert.Equal(["10", "", "7"], all.Late.Rows.Select(row => row.DaysLate));
        Assert.Equal("本期共发出督办函2件、提醒函1件，办理情况见表4。", all.Letters.Lead);

        var few = Draft(Text with { Letters = [new SentLetter { Kind = "督办函" }] });
        Assert.Equal(("", "二、督办情况", "表1　提醒和督办情况"), (few.Sections.Heading, few.Letters.Heading, few.Letters.Table));
        Assert.Empty(few.Trend.Concat(few.Sections.Figures).Concat(few.Bodies.Figures));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 5)]
    [InlineData(25, 25)]
    [InlineData(26, 30)]
    [InlineData(99, 100)]
    [InlineData(12345, 15000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Charts_that_belong_together_have_one_round_scale(int most, int scale) => Assert.Equal(scale, ProgressFigures.Scale(most));

    [Fact]
    public void Bulletins_of_different_days_are_different_papers()
    {
        var order = new PaperOrder(PaperKind.ProgressBulletin) { Progress = Text };
        var later = order with { Progress = Text with { AsOf = new DateOnly(2022, 7, 31) } };

        Assert.NotEqual(order.Identity(SmallDocument.Request), later.Identity(SmallDocument.Request));
        Assert.Equal("进展情况通报/2022年6月30日 进展情况通报.docx", PaperSet.Named([order])[0].Path);
    }

    private static string Said(ProgressLine line) => $"{line.Number} {line.Name} {line.Rate}";

    private static ProgressRow Row(string name, int done = 0, int going = 0, int notInvolved = 0) => new() { Name = name, Counts = Counts(done, going, notInvolved: notInvolved) };

    private static ProgressCounts Counts(int done = 0, int going = 0, int notStarted = 0, int overdue = 0, int notInvolved = 0) =>
        new() { Done = done, Going = going, NotStarted = notStarted, Overdue = overdue, NotInvolved = notInvolved };

    private static ProgressBulletin Draft(ProgressText text) => ProgressBulletin.From(SmallDocument.Request, text);
}
