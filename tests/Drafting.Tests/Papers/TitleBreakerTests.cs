using CsCheck;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Papers;

public class TitleBreakerTests
{
    private static readonly string[] Names = ["沂源县安全生产委员会", "沂源县安全生产委员会办公室", "沂源县"];

    [Theory]
    [InlineData("关于做好安全生产工作的通知", "关于做好安全生产工作的通知")]
    [InlineData(
        "沂源县安全生产委员会关于印发《沂源县2021年安全生产工作要点任务分工表》的通知",
        "沂源县安全生产委员会|关于印发《沂源县2021年安全生产|工作要点任务分工表》的通知")]
    [InlineData(
        "沂源县安全生产委员会办公室关于督办“强化矿山安全风险防控”任务落实情况的函",
        "沂源县安全生产委员会办公室关于督办|“强化矿山安全风险防控”任务落实情况的函")]
    [InlineData(
        "沂源县安全生产委员会办公室关于督办“严密防范非生产类伤亡事故”任务落实情况的函",
        "沂源县安全生产委员会办公室关于督办|“严密防范非生产类伤亡事故”|任务落实情况的函")]
    public void Titles_break_where_a_person_would_break_them(string title, string lines) =>
        Assert.Equal(lines, string.Join('|', TitleBreaker.Break(title, Names)));

    [Fact]
    public void A_last_line_is_never_an_orphan_of_the_kind_of_paper()
    {
        for (var length = 1; length < 60; length++)
        {
            var lines = TitleBreaker.Break("关于" + new string('治', length) + "的通知", []);
            Assert.True(lines.Count == 1 || TitleBreaker.Width(lines[^1]) >= 4, string.Join('|', lines));
        }
    }

    [Fact]
    public void A_name_stays_whole_although_the_line_would_be_fuller()
    {
        var lines = TitleBreaker.Break("关于支持清水县特色农业示范区综合协调服务中心开展工作的意见", ["清水县特色农业示范区综合协调服务中心"]);
        Assert.Contains(lines, line => line.Contains("清水县特色农业示范区综合协调服务中心", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cited_name_that_fits_a_line_is_not_broken()
    {
        var lines = TitleBreaker.Break("清水县安全生产委员会办公室关于转发《安全生产事故隐患排查治理规定》的通知", ["清水县安全生产委员会办公室"]);
        Assert.Contains(lines, line => line.Contains("《安全生产事故隐患排查治理规定》", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_too_long_for_a_line_is_broken_after_all()
    {
        var name = new string('县', 60);
        var lines = TitleBreaker.Break(name + "任务清单", [name]);
        Assert.All(lines, line => Assert.True(TitleBreaker.Width(line) <= 20, line));
    }

    [Fact]
    public void Lines_together_are_the_title_and_each_fits()
    {
        var letters = Gen.OneOfConst("县", "安", "全", "《", "》", "“", "”", "1", "0", "年", "的", "通", "知", "，", "😀", "A", "关于", "工作要点");
        letters.List[1, 90].Select(list => string.Concat(list)).Sample(title =>
        {
            var lines = TitleBreaker.Break(title, Names);
            Assert.Equal(title, string.Concat(lines));
            Assert.All(lines, line => Assert.False(line.Length == 0 || char.IsLowSurrogate(line[0]), title));
        });
    }
}
