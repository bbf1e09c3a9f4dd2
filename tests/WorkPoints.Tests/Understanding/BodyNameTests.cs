using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>One body under several names: one sheet, or a question.</summary>
public sealed class BodyNameTests
{
    [Theory]
    [InlineData("县住建局", "县住房和城乡建设局")]
    [InlineData("县住房城乡建设局", "县住房和城乡建设局")]
    [InlineData("县人社局", "县人力资源和社会保障局")]
    [InlineData("县发改委", "县发展和改革委员会")]
    [InlineData("县城管局", "县城市管理局")]
    [InlineData("县国资委", "县国有资产监督管理委员会")]
    [InlineData("县综合执法局", "县综合行政执法局")]
    [InlineData("县妇联", "县妇女联合会")]
    [InlineData("县供销社", "县供销合作社联合社")]
    [InlineData("县交警大队", "县公安局交通警察大队")]
    [InlineData("清水镇", "清水镇人民政府")]
    [InlineData("龙门街道", "龙门街道办事处")]
    [InlineData("县住建局", "平原县住房和城乡建设局")]
    [InlineData("县委编办", "县委机构编制委员会办公室")]
    public void A_sure_abbreviation_is_the_body_itself(string abbreviation, string full)
    {
        var document = Parse(abbreviation, full);
        Assert.Equal([full, full], Asked(document));
        Assert.Equal(abbreviation, document.Tasks[0].Parties[0].Mention);
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("县交通局", "县交通运输局")]
    [InlineData("县发改局", "县发展和改革委员会")]
    [InlineData("县文旅局", "县文化广电旅游局")]
    [InlineData("县农业局", "县农业农村局")]
    [InlineData("县粮食局", "县粮食和物资储备局")]
    public void What_only_may_be_the_same_body_stays_two_and_is_asked_once(string one, string other)
    {
        var document = Parse(one, other);
        Assert.Equal([one, other], Asked(document));
        var finding = Assert.Single(document.Findings);
        Assert.Equal(FindingCodes.BodyTwice, finding.Code);
        Assert.Contains($"“{one}”", finding.Message, StringComparison.Ordinal);
        Assert.Contains($"“{other}”", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("县畜牧局", "县畜牧工程管理局")]
    [InlineData("县公安局", "县公安局森林分局")]
    [InlineData("县林业局", "县林业公安局")]
    [InlineData("市住建局", "县住房和城乡建设局")]
    [InlineData("县水文局", "县林业局")]
    public void Another_kind_level_or_matter_is_another_body(string one, string other)
    {
        var document = Parse(one, other);
        Assert.Equal([one, other], Asked(document));
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void A_bare_name_is_the_only_body_of_that_name()
    {
        var document = Samples.Parse("平原县2026年工作要点\n一、任务\n1.查隐患。检查场所。（县公安局负责）\n2.练队伍。练好为止。（县应急局、公安局负责）\n3.再检查。检查两遍。（公安局负责）\n");
        Assert.Equal(["县公安局", "县应急局", "县公安局", "县公安局"], document.Tasks.SelectMany(task => task.Parties).Select(party => party.Canonical));
    }

    [Fact]
    public void A_branch_of_the_citys_gives_those_behind_it_no_level()
    {
        var document = Samples.Parse("平原县2026年工作要点\n一、任务\n1.查隐患。检查场所。（市生态环境局平原分局、公安局、住建局负责）\n2.练队伍。练好为止。（县公安局、县住建局负责）\n");
        Assert.Equal(["市生态环境局平原分局", "县公安局", "县住建局", "县公安局", "县住建局"], document.Tasks.SelectMany(task => task.Parties).Select(party => party.Canonical));
    }

    [Fact]
    public void What_looks_like_no_name_is_doubted_without_a_directory_too()
    {
        var document = Samples.Parse("平原县2026年工作要点\n一、任务\n1.查隐患。检查场所。（县公安局牵头，形成合力负责）\n");
        Assert.All(document.Tasks.SelectMany(task => task.Parties).Where(party => party.Mention != "县公安局"), party => Assert.True(party.NeedsReview, party.Mention));
    }

    [Fact]
    public void A_name_that_the_directory_prints_means_that_body_whatever_it_abbreviates_elsewhere()
    {
        var directory = new BodyDirectory(null, [new Body("县住房和城乡建设局"), new Body("县住建局"), new Body("县水利局")], []);
        var document = WorkPointsParser.Parse(Samples.Text(Text("县住建局", "县住房和城乡建设局")), directory);
        Assert.Equal(["县住建局", "县水利局", "县住房和城乡建设局", "县水利局"], document.Tasks.SelectMany(task => task.Parties).Select(party => party.Canonical));
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void A_directory_without_aliases_knows_the_sure_abbreviations()
    {
        var directory = new BodyDirectory("沂源县", [new Body("沂源县卫生健康局"), new Body("沂源县水利局")], []);
        var document = WorkPointsParser.Parse(Samples.Text(Text("县卫健局", "沂源县卫生健康局")), directory);
        Assert.All(document.Tasks, task => Assert.Equal("沂源县卫生健康局", task.Parties[0].Canonical));
        Assert.Empty(document.Findings);
    }

    /// <summary>The bodies of the names that the case is about.</summary>
    private static IEnumerable<string> Asked(WorkPointsDocument document) =>
        document.Tasks.SelectMany(task => task.Parties).Where(party => party.Mention != "县水利局").Select(party => party.Canonical);

    private static WorkPointsDocument Parse(string one, string other) => WorkPointsParser.Parse(Samples.Text(Text(one, other)), null);

    private static string Text(string one, string other) =>
        $"平原县2026年工作要点\n一、工作重点\n1.查隐患。检查各类场所。（{one}、县水利局负责）\n2.练队伍。练好为止。（{other}、县水利局负责）\n";
}
