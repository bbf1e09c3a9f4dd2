namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>The patterns of responsibility clauses, each with sentences of our own.</summary>
public sealed class ClauseTests
{
    [Theory]
    // 1 inline, before or after the stop; dropped prefixes
    [InlineData("（县应急局负责）", "responsible:县应急局")]
    [InlineData("（区商务局、公安局、文旅局等有关部门和单位分工负责）", "responsible:区商务局 responsible:公安局 responsible:文旅局 responsible:有关部门和单位")]
    // 3 labels
    [InlineData("（责任单位：各乡镇人民政府，区水利局、自然资源局）", "responsible:各乡镇人民政府 responsible:区水利局 responsible:自然资源局")]
    [InlineData("（牵头单位：县公安局，配合单位：县应急局、县供销社）", "lead:县公安局 cooperating:县应急局 cooperating:县供销社")]
    [InlineData("(责任单位:县民政局；协同责任单位:县安委会各成员单位)", "responsible:县民政局 cooperating:县安委会各成员单位")]
    [InlineData("（牵头单位：县教育局；责任单位：县公安局；完成时限：6月底前）", "lead:县教育局 responsible:县公安局")]
    // 4 verbs
    [InlineData("（县应急局牵头，县公安局、县水利局等按职责分工负责）", "lead:县应急局 responsible:县公安局 responsible:县水利局")]
    [InlineData("（县应急局会同各有关部门分工负责）", "lead:县应急局 cooperating:各有关部门")]
    [InlineData("（县应急局同各有关部门分工负责）", "lead:县应急局 cooperating:各有关部门")]
    [InlineData("（县水利局、县气象局分别牵头，会同县公安局、县财政局等部门单位分工负责）", "lead:县水利局 lead:县气象局 cooperating:县公安局 cooperating:县财政局 cooperating:部门单位")]
    [InlineData("（县交通运输局负责，县公安局参与）", "responsible:县交通运输局 cooperating:县公安局")]
    [InlineData("（省应急厅指导，各市县负责落实）", "guiding:省应急厅 responsible:各市县")]
    [InlineData("（县消防救援大队牵头负责，县民政局、县教育局配合）", "lead:县消防救援大队 cooperating:县民政局 cooperating:县教育局")]
    [InlineData("（由县应急局牵头会同县公安局组织实施）", "lead:县应急局 cooperating:县公安局")]
    [InlineData("（县应急局（牵头）、县公安局、县水利局）", "lead:县应急局 responsible:县公安局 responsible:县水利局")]
    // 6 nested and mixed brackets; role words and 和 inside names
    [InlineData("（各镇（街道、开发区）、区党群工作部（宣传办）负责)", "responsible:各镇（街道、开发区） responsible:区党群工作部（宣传办）")]
    [InlineData("（县市场监督管理局、县委组织部、县教育局督导室负责）", "responsible:县市场监督管理局 responsible:县委组织部 responsible:县教育局督导室")]
    [InlineData("（县文化和旅游局和县卫生健康局、县人力资源和社会保障局负责）", "responsible:县文化和旅游局 responsible:县卫生健康局 responsible:县人力资源和社会保障局")]
    [InlineData("（县公安局负责道路秩序，县住建局负责燃气管网）", "responsible:县公安局 responsible:县住建局")]
    [InlineData("（应急、公安、住建等部门按职责分工负责）", "responsible:应急 responsible:公安 responsible:住建 responsible:部门")]
    public void Parties_and_roles_are_read_from_a_clause(string clause, string parties)
    {
        var document = Samples.Parse($"一、工作重点\n1.开展排查。对重点企业逐一检查{(clause.StartsWith('(') ? "。" : "")}{clause}。\n2.开展宣传。走进社区宣讲。（县委宣传部负责）\n");
        Assert.Equal(parties, Samples.Parties(document.Tasks[0]));
        Assert.Equal(2, document.Tasks.Count);
    }

    [Theory]
    [InlineData("推动铝加工(铸造)企业整治。")]
    [InlineData("对各镇（街道、开发区）开展检查。")]
    [InlineData("落实《关于加强监管的意见》（县政发〔2020〕3号）。")]
    [InlineData("在4月20日前完成（完成时限4月20日前）。")]
    [InlineData("发动群众（含网格员、志愿者）排查。")]
    public void Brackets_that_are_no_clause_stay_in_the_text(string sentence)
    {
        var document = Samples.Parse($"一、工作重点\n1.开展整治。{sentence}再次检查。（县应急局负责）\n");
        var task = Assert.Single(document.Tasks);
        Assert.Equal(sentence + "再次检查。", task.Text);
        Assert.Equal("responsible:县应急局", Samples.Parties(task));
    }

    [Fact]
    public void Labelled_lines_of_their_own_make_one_clause()
    {
        var document = Samples.Parse("一、工作重点\n1.建筑施工整治\n开展起重机械检查。\n牵头单位：县住建局\n责任单位：县市场监管局、\n各镇（街道）\n完成时限：2023年11月底前\n2.渔船整治\n检查渔船。\n责任单位：县农业农村局\n");
        Assert.Equal(2, document.Tasks.Count);
        Assert.Equal("lead:县住建局 responsible:县市场监管局 responsible:各镇（街道）", Samples.Parties(document.Tasks[0]));
        Assert.Equal("开展起重机械检查。", document.Tasks[0].Text);
        Assert.Equal("建筑施工整治", document.Tasks[0].Title);
        Assert.Equal("2023年11月底前", Assert.Single(document.Tasks[0].Deadlines).Text);
        Assert.Equal(new DateOnly(2023, 11, 30), document.Tasks[0].Deadlines[0].Due);
    }

    [Fact]
    public void The_first_named_leads_from_the_clause_that_says_so()
    {
        var document = Samples.Parse("一、工作重点\n1.甲项工作。检查一遍。（县教育局、县公安局负责）\n2.乙项工作。检查两遍。（县民政局、县水利局负责。列第一位者为牵头单位，下同）\n3.丙项工作。检查三遍。（县商务局、县财政局负责）\n4.丁项工作。检查四遍。（县司法局会同县审计局负责）\n");
        Assert.Equal(
            ["responsible:县教育局 responsible:县公安局", "lead:县民政局 responsible:县水利局", "lead:县商务局 responsible:县财政局", "lead:县司法局 cooperating:县审计局"],
            document.Tasks.Select(Samples.Parties));
    }

    [Fact]
    public void A_standing_clause_adds_its_bodies_to_everything_below()
    {
        var document = Samples.Parse("一、工作重点\n1.甲项工作。检查一遍。（区教育局负责）\n（以下均需各片区配合落实，不再列出）\n2.乙项工作。检查两遍。（区民政局负责）\n3.丙项工作。检查三遍。（区商务局牵头）\n");
        Assert.Equal(
            ["responsible:区教育局", "responsible:区民政局 cooperating:各片区", "lead:区商务局 cooperating:各片区"],
            document.Tasks.Select(Samples.Parties));
        Assert.Equal("检查两遍。", document.Tasks[1].Text);
    }

    [Fact]
    public void An_item_clause_may_be_followed_by_measures_with_their_own()
    {
        var document = Samples.Parse("一、工作重点\n5.矿山整治。总体推进。（县应急局负责）\n（1）开展排查。（县自然资源局负责）\n（2）落实整改。（县公安局负责）\n");
        Assert.Equal(["5.1", "5.2", "5.3"], document.Tasks.Select(task => task.Id));
        Assert.Equal(["总体推进。", "（1）开展排查。", "（2）落实整改。"], document.Tasks.Select(task => task.Text));
    }

    [Fact]
    public void What_cannot_be_read_as_a_clause_is_reported_and_kept()
    {
        var document = Samples.Parse("一、工作重点\n1.甲项工作。检查一遍。（县教育局“护苗”专项：联合各单位：负责）再查。（县公安局负责）\n");
        var finding = Assert.Single(document.Findings, finding => finding.Code == FindingCodes.ClauseNotUnderstood);
        Assert.Contains("护苗", finding.Source, StringComparison.Ordinal);
        Assert.Contains("护苗", Assert.Single(document.Tasks).Text, StringComparison.Ordinal);
    }
}
