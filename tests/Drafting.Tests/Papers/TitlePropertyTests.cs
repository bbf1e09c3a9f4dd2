using CsCheck;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Papers;

/// <summary>Titles as offices write them, put together at random.</summary>
public class TitlePropertyTests
{
    private static readonly string[] Issuers = ["沂源县安全生产委员会", "沂源县安全生产委员会办公室", "清水县应急管理局"];
    private static readonly string[] Names = [.. Issuers, "沂源县", "清水县"];

    private static readonly Gen<string> Titles = Gen.Select(
        Gen.OneOfConst(["", .. Issuers]),
        Gen.OneOfConst("印发", "转发", "做好", "督办", "挂牌督办", "提醒做好", "进一步加强", "深入开展", "征求", "调整"),
        Gen.OneOfConst(
            "《沂源县2021年安全生产工作要点》",
            "《安全生产责任清单（征求意见稿）》",
            "“强化矿山安全风险防控”任务",
            "“强化矿山安全风险防控”等12项任务",
            "汛期安全生产工作",
            "2021年第三季度安全生产重点任务",
            "3处重大事故隐患",
            "危险化学品和烟花爆竹安全专项整治工作"),
        Gen.OneOfConst("", "落实情况", "有关事项", "进展情况"),
        Gen.OneOfConst("的通知", "的函", "的通报", "的实施意见"),
        (issuer, verb, thing, end, kind) => $"{issuer}关于{verb}{thing}{end}{kind}");

    [Fact]
    public void Every_line_fits_and_nothing_is_lost() => Titles.Sample(title =>
    {
        var lines = TitleBreaker.Break(title, Names);
        Assert.Equal(title, string.Concat(lines));
        Assert.All(lines, line => Assert.InRange(TitleBreaker.Width(line), 4, 20));
    });

    [Fact]
    public void Names_numbers_and_words_stay_whole() => Titles.Sample(title =>
    {
        var broken = string.Join('|', TitleBreaker.Break(title, Names));
        foreach (var whole in (string[])[.. Issuers, "2021年", "12项", "3处", "通知", "通报", "意见", "安全生产", "进一步加强", "挂牌督办", "危险化学品"])
        {
            if (title.Contains(whole, StringComparison.Ordinal))
                Assert.Contains(whole, broken, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void No_line_begins_with_a_closing_mark_or_的_nor_ends_with_an_opening_one_or_关于() => Titles.Sample(title =>
    {
        // Where a cited name fills its line, 的 has to begin the next.
        var before = "";
        foreach (var line in TitleBreaker.Break(title, Names))
        {
            Assert.DoesNotContain(line[0], "》”）");
            Assert.True(line[0] != '的' || before.EndsWith('》'), title);
            before = line;
            Assert.DoesNotContain(line[^1], "《“（");
            Assert.False(line.EndsWith("关于", StringComparison.Ordinal), line);
        }
    });

    [Fact]
    public void What_is_cited_stays_on_one_line_where_it_fits_one() => Titles.Sample(title =>
    {
        var (start, end) = (title.IndexOfAny(['《', '“']), title.IndexOfAny(['》', '”']));
        if (start < 0 || TitleBreaker.Width(title[start..(end + 1)]) > 16)
            return;
        Assert.Contains(TitleBreaker.Break(title, Names), line => line.Contains(title[start..(end + 1)], StringComparison.Ordinal));
    });

    [Fact]
    public void The_shape_is_a_trapezoid_or_a_diamond_never_an_hourglass() => Titles.Sample(title =>
    {
        var widths = TitleBreaker.Break(title, Names).Select(TitleBreaker.Width).ToList();
        for (var i = 1; i < widths.Count - 1; i++)
            Assert.False(widths[i] < widths[i - 1] && widths[i] < widths[i + 1], title);
    });

    [Theory]
    [InlineData("沂源县安全生产委员会|关于切实做好汛期安全生产工作的通知")]
    [InlineData("沂源县安全生产委员会|关于进一步加强全县消防安全工作的通知")]
    [InlineData("沂源县安全生产委员会|关于挂牌督办2处重大事故隐患的通知")]
    [InlineData("沂源县安全生产委员会关于印发|《沂源县2021年安全生产工作要点》的通知")]
    [InlineData("沂源县安全生产委员会办公室|关于督办“强化矿山安全风险防控”|等6项任务落实情况的函")]
    [InlineData("沂源县安全生产委员会办公室|关于沂源县2021年安全生产工作要点|任务进展情况的通报")]
    [InlineData("沂源县安全生产委员会关于印发|《沂源县生产安全事故应急预案》|和《沂源县安全生产约谈办法》的通知")]
    [InlineData("沂源县安全生产委员会|2021年第一次全体会议纪要")]
    [InlineData("沂源县安全生产委员会|关于加强岁末年初安全生产和消防安全|重点工作坚决防范遏制重特大事故发生的通知")]
    public void Titles_looked_at_keep_their_breaks(string broken) =>
        Assert.Equal(broken, string.Join('|', TitleBreaker.Break(broken.Replace("|", "", StringComparison.Ordinal), Names)));
}
