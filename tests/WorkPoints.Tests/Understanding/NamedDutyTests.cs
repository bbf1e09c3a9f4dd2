namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>Prose outside every task that asks something of a body by name is never passed over.</summary>
public sealed class NamedDutyTests
{
    private const string Head = "某县2026年工作要点\n一、重点任务\n（一）开展检查。检查企业。（县应急局负责）\n";

    [Theory]
    [InlineData("二、工作要求\n（一）加强组织领导。各镇、县直有关单位要于4月10日前制定细则并报县安委办。\n", "各镇、县直有关单位要于4月10日前制定细则并报县安委办。")]
    [InlineData("二、工作要求\n（一）强化保障。县财政局要于5月底前把经费拨付到位。\n", "县财政局要于5月底前把经费拨付到位。")]
    [InlineData("二、工作要求\n（一）严格考核。县督查室每季度通报一次。\n", "县督查室每季度通报一次。")]
    [InlineData("二、保障措施\n坚持底线思维。由县审计局牵头开展经费审计。\n", "由县审计局牵头开展经费审计。")]
    [InlineData("二、保障措施\n各苏木乡镇、各有关部门要加强统筹，分别于6月20日、12月5日前报送总结。\n", "各苏木乡镇、各有关部门要加强统筹，分别于6月20日、12月5日前报送总结。")]
    [InlineData("二、其他\n（一）县民政局要落实慰问资金。\n", "县民政局要落实慰问资金。")]
    public void A_body_named_outside_every_task_is_warned_of(string tail, string duty)
    {
        var document = Samples.Parse(Head + tail);
        Assert.Single(document.Tasks);
        var finding = Assert.Single(document.Findings);
        Assert.Equal((FindingCodes.DutyInPassage, Severity.Warning, duty), (finding.Code, finding.Severity, finding.Source));
    }

    [Fact]
    public void A_duty_between_a_heading_and_its_first_point_is_warned_of()
    {
        var document = Samples.Parse("某县2026年工作要点\n一、重点任务\n形势依然严峻。县司法局要于3月底前制定普法计划。\n（一）开展检查。检查企业。（县应急局负责）\n");
        Assert.Equal("县司法局要于3月底前制定普法计划。", Assert.Single(document.Findings, finding => finding.Code == FindingCodes.DutyInPassage).Source);
    }

    [Theory]
    [InlineData("（一）提高认识。各级各部门要高度重视，切实加强领导。")]
    [InlineData("（一）提高认识。各级各部门要高度重视。要层层压实责任。")]
    public void An_exhortation_of_everybody_is_no_warning(string passage)
    {
        var document = Samples.Parse(Head + "二、工作要求\n" + passage + "\n");
        Assert.All(document.Findings, finding => Assert.Equal(Severity.Info, finding.Severity));
    }

    [Theory]
    [InlineData("按照县委、县政府要求，全面落实措施。")]
    [InlineData("全县应急管理水平稳步提升。")]
    [InlineData("以县委、县政府名义于2026年2月印发。")]
    [InlineData("隐患全部要整改到位。")]
    [InlineData("本要点由县安委办负责解释。")]
    public void A_sentence_without_a_body_as_its_subject_is_none(string sentence) =>
        Assert.Empty(Samples.Parse("某县2026年工作要点\n" + sentence + "\n一、重点任务\n（一）开展检查。检查企业。（县应急局负责）\n").Findings);
}
