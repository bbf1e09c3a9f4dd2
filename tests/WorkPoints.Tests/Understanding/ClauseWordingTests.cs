namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>Wordings and brackets of clauses that offices use beside the plain ones.</summary>
public sealed class ClauseWordingTests
{
    [Theory]
    // boxes, tortoise-shell and square brackets
    [InlineData("【牵头单位：县水利局】【配合单位：县气象局】", "lead:县水利局 cooperating:县气象局")]
    [InlineData("【责任单位：县民政局、县教育局】", "responsible:县民政局 responsible:县教育局")]
    [InlineData("【牵头单位】县水利局 【责任单位】县气象局、县财政局", "lead:县水利局 responsible:县气象局 responsible:县财政局")]
    [InlineData("【牵头单位：县水利局】【完成时限：9月底前】【责任单位：县气象局】", "lead:县水利局 responsible:县气象局")]
    [InlineData("〔牵头单位：县水利局；配合单位：县气象局〕", "lead:县水利局 cooperating:县气象局")]
    [InlineData("［县民政局、县教育局负责］", "responsible:县民政局 responsible:县教育局")]
    [InlineData("[责任部门：县民政局]", "responsible:县民政局")]
    // labels without a colon
    [InlineData("（牵头单位为县水利局，配合单位为县气象局、县财政局）", "lead:县水利局 cooperating:县气象局 cooperating:县财政局")]
    [InlineData("（牵头单位县水利局，责任单位是县气象局）", "lead:县水利局 responsible:县气象局")]
    [InlineData("（主办单位：县水利局，协办单位：县气象局）", "lead:县水利局 cooperating:县气象局")]
    [InlineData("（县水利局为牵头单位，县气象局为责任单位）", "lead:县水利局 responsible:县气象局")]
    // words that give a role or tell how
    [InlineData("（县水利局主责，县气象局协助）", "lead:县水利局 cooperating:县气象局")]
    [InlineData("（以县水利局、县民政局为主，县气象局配合）", "lead:县水利局 lead:县民政局 cooperating:县气象局")]
    [InlineData("（县水利局总牵头，县气象局分别牵头，县财政局配合）", "lead:县水利局 lead:县气象局 cooperating:县财政局")]
    [InlineData("（县水利局、县气象局负责，县法院应邀参加）", "responsible:县水利局 responsible:县气象局 cooperating:县法院")]
    [InlineData("（县水利局牵头，各乡镇人民政府属地负责）", "lead:县水利局 responsible:各乡镇人民政府")]
    [InlineData("（按照职责分工，县水利局负总责，县气象局配合）", "responsible:县水利局 cooperating:县气象局")]
    [InlineData("（县水利局牵头，属地负责）", "lead:县水利局 responsible:属地")]
    // those before the comma have the duty when those after it only help
    [InlineData("（县水利局、县气象局，县法院参加）", "responsible:县水利局 responsible:县气象局 cooperating:县法院")]
    [InlineData("（县水利局，省水利厅指导）", "responsible:县水利局 guiding:省水利厅")]
    [InlineData("（县水利局、县气象局配合）", "cooperating:县水利局 cooperating:县气象局")]
    public void Parties_and_roles_are_read_from_it(string clause, string parties)
    {
        var document = Samples.Parse($"一、工作重点\n1.防汛备汛。检查水库、河道。{clause}\n2.开展宣传。走进社区宣讲。（县委宣传部负责）\n");
        Assert.Equal(2, document.Tasks.Count);
        Assert.Equal(parties, Samples.Parties(document.Tasks[0]));
        Assert.Equal("检查水库、河道。", document.Tasks[0].Text);
    }

    [Theory]
    [InlineData("（县水利局、县气象局〕负责）")]
    [InlineData("（牵头单位为①②）")]
    [InlineData("（责任单位：【县水利局）")]
    [InlineData("（县水利局局长牵头，分管副局长负责）")]
    public void What_cannot_be_read_is_asked_about_and_no_body_is_made_of_it(string clause)
    {
        var document = Samples.Parse($"一、工作重点\n1.防汛备汛。检查水库。{clause}\n2.开展宣传。走进社区宣讲。（县委宣传部负责）\n");
        Assert.Equal("responsible:县委宣传部", Samples.Parties(Assert.Single(document.Tasks)));
        Assert.Equal(clause, Assert.Single(document.Findings, finding => finding.Code == FindingCodes.ClauseNotUnderstood).Source);
    }

    [Theory]
    [InlineData("印发某政发〔2021〕7号文件。")]
    [InlineData("推广[示范]做法。")]
    public void Such_brackets_that_are_no_clause_stay_in_the_text(string sentence)
    {
        var document = Samples.Parse($"一、工作重点\n1.防汛备汛。{sentence}再次检查。（县水利局负责）\n");
        Assert.Equal(sentence + "再次检查。", Assert.Single(document.Tasks).Text);
        Assert.Empty(document.Findings);
    }
}
