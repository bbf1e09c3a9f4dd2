namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>商, 同, 联合, 会同 and 由 join and open; they also begin names.</summary>
public sealed class JoinerTests
{
    [Theory]
    // names that begin like a joiner
    [InlineData("（县林业局、商城县黄柏山林场、商城县供电公司负责）", "responsible:县林业局 responsible:商城县黄柏山林场 responsible:商城县供电公司")]
    [InlineData("（县林业局牵头，鹿台水库管理局、商水县消防救援大队配合）", "lead:县林业局 cooperating:鹿台水库管理局 cooperating:商水县消防救援大队")]
    [InlineData("（牵头单位：同心县林业局；责任单位：同心县税务局）", "lead:同心县林业局 responsible:同心县税务局")]
    [InlineData("（商州区林业局、商州区税务局负责）", "responsible:商州区林业局 responsible:商州区税务局")]
    [InlineData("（商洛市商州区林业局负责）", "responsible:商洛市商州区林业局")]
    [InlineData("（牵头单位：商贸集团；责任单位：商务服务中心、同仁医院、县会同商会、由由公司）", "lead:商贸集团 responsible:商务服务中心 responsible:同仁医院 responsible:县会同商会 responsible:由由公司")]
    [InlineData("（责任单位：会同县林业局、会同县税务局）", "responsible:会同县林业局 responsible:会同县税务局")]
    // names that hold one
    [InlineData("（高新区商务局、开发区商务局负责）", "responsible:高新区商务局 responsible:开发区商务局")]
    [InlineData("（各社区联合党委、市林业局负责）", "responsible:各社区联合党委 responsible:市林业局")]
    // joiners
    [InlineData("（县林业局牵头，同各有关部门落实）", "lead:县林业局 cooperating:各有关部门")]
    [InlineData("（县林业局商县财政局负责）", "lead:县林业局 cooperating:县财政局")]
    [InlineData("（县林业局商财政局负责）", "lead:县林业局 cooperating:财政局")]
    [InlineData("（县林业局同同心县税务局负责）", "lead:县林业局 cooperating:同心县税务局")]
    [InlineData("（县林业局牵头，会同县税务局、商务局负责）", "lead:县林业局 cooperating:县税务局 cooperating:商务局")]
    [InlineData("（县林业局牵头，商县财政局、会同县税务局落实）", "lead:县林业局 cooperating:县财政局 cooperating:县税务局")]
    [InlineData("（县林业局联合县税务局，县教育局联合市场监管局负责）", "lead:县林业局 cooperating:县税务局 lead:县教育局 cooperating:市场监管局")]
    [InlineData("（由商城县林业局牵头，由鹿台水库管理局配合）", "lead:商城县林业局 cooperating:鹿台水库管理局")]
    public void Names_stay_whole_and_joiners_join(string clause, string parties)
    {
        var document = Samples.Parse($"一、工作重点\n1.森林防火。检查林区。{clause}\n2.开展宣传。走进社区宣讲。（县委宣传部负责）\n");
        Assert.Equal(parties, Samples.Parties(document.Tasks[0]));
        Assert.Equal(2, document.Tasks.Count);
    }
}
