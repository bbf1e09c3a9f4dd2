namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>Clauses that stand on a heading, or between a title and its text.</summary>
public sealed class HeadingClauseTests
{
    [Fact]
    public void A_clause_on_a_heading_answers_for_the_points_beneath_it()
    {
        var document = Samples.Parse("2026年工作要点\n一、重点任务\n（一）水上交通（县交通局牵头，县水利局、各乡镇配合）\n1.整治渡口隐患。5月底前完成30处渡口改造。\n2.整治超载。每月开展1次夜查。\n（二）粮食仓储（县发改局牵头）\n1.检查粮库。7月底前检查12座。\n");
        Assert.Equal(["整治渡口隐患", "整治超载", "检查粮库"], document.Tasks.Select(task => task.Title));
        Assert.Equal(["5月底前完成30处渡口改造。", "每月开展1次夜查。", "7月底前检查12座。"], document.Tasks.Select(task => task.Text));
        Assert.All(document.Tasks.Take(2), task => Assert.Equal("lead:县交通局 cooperating:县水利局 cooperating:各乡镇", Samples.Parties(task)));
        Assert.Equal("县交通局牵头，县水利局、各乡镇配合", document.Tasks[1].Responsibility);
        Assert.Equal(new DateOnly(2026, 5, 31), Assert.Single(document.Tasks[0].Deadlines).Due);
        Assert.Equal("（一）水上交通", document.Tasks[1].Section);
        Assert.All(document.Findings, finding => Assert.Equal(FindingCodes.ClauseCarried, finding.Code));
    }

    [Fact]
    public void A_point_with_a_clause_of_its_own_keeps_it()
    {
        var document = Samples.Parse("2026年工作要点\n一、重点任务\n（一）景区安全。（县文旅局牵头）\n1.检查索道，6月底前完成。（县市场监管局负责）\n2.检查栈道，7月底前完成。\n");
        Assert.Equal(["lead:县文旅局", "responsible:县市场监管局", "lead:县文旅局"], document.Tasks.Select(Samples.Parties));
        Assert.Equal("检查栈道，7月底前完成。", document.Tasks[2].Text);
    }

    [Fact]
    public void A_clause_reaches_the_points_of_points_with_its_date()
    {
        var document = Samples.Parse("2026年工作要点\n一、健全体系\n责任单位：县应急局\n完成时限：11月底前\n（一）会议制度\n1.召开例会。\n2.印发清单，4月底前完成。\n");
        Assert.Equal([("召开例会", "11月底前"), ("印发清单，4月底前完成", "4月底前")], document.Tasks.Select(task => (task.Title, task.Deadlines[0].Text)));
    }

    [Theory]
    [InlineData("2.校园安全。（县教育局负责）开展食堂检查，8月底前完成。", "校园安全", "开展食堂检查，8月底前完成。")]
    [InlineData("3.旅游安全（县文旅局牵头，县公安局配合）。开展游船检查，10月底前完成。", "旅游安全", "开展游船检查，10月底前完成。")]
    [InlineData("4.粮食安全。（牵头单位：县发改局；责任单位：县公安局）对粮库开展检查，6月底前完成。", "粮食安全", "对粮库开展检查，6月底前完成。")]
    public void A_clause_between_title_and_text_loses_neither(string item, string title, string text)
    {
        var document = Samples.Parse("2026年工作要点\n一、重点任务\n" + item + "\n");
        var task = Assert.Single(document.Tasks);
        Assert.Equal((title, text), (task.Title, task.Text));
        Assert.Single(task.Deadlines);
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void A_note_of_the_date_behind_a_clause_is_not_the_text()
    {
        var task = Assert.Single(Samples.Parse("2026年工作要点\n一、重点任务\n1.检查粮库（县发改局负责）（完成时限：6月底前）\n").Tasks);
        Assert.Equal(("检查粮库", "6月底前"), (task.Text, task.Deadlines.Single().Text));
    }
}
