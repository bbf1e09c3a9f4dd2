using CsCheck;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Papers;

public class FileNamesTests
{
    [Theory]
    [InlineData("县应急局", "县应急局")]
    [InlineData("a<b>:\"/\\|?*", "a＜b＞：＂／＼｜？＊")]
    [InlineData("CON", "_CON")]
    [InlineData("com1.表", "_com1.表")]
    [InlineData("COM¹", "_COM¹")]
    [InlineData("名单. . .", "名单")]
    [InlineData("...", "未命名")]
    [InlineData("", "未命名")]
    [InlineData("甲\r\n乙\u202E丙\0", "甲  乙丙")]
    [InlineData("消防😀队", "消防😀队")]
    [InlineData("甲\ud83d乙", "甲乙")]
    public void Names_are_made_safe(string name, string safe) => Assert.Equal(safe, FileNames.Safe(name));

    [Fact]
    public void Long_names_are_cut_between_characters()
    {
        var safe = FileNames.Safe("甲" + string.Concat(Enumerable.Repeat("😀", 60)));
        Assert.True(safe.Length <= FileNames.LongestName);
        Assert.EndsWith("😀…", safe, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_differ_only_in_case_are_told_apart()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Assert.Equal("清单/ab.docx", FileNames.Unique(taken, "清单/", "ab", ".docx"));
        Assert.Equal("清单/AB (2).docx", FileNames.Unique(taken, "清单/", "AB", ".docx"));
        Assert.Equal("AB.docx", FileNames.Unique(taken, "", "AB", ".docx"));
    }

    [Fact]
    public void Whatever_the_name_Windows_takes_it() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["CONau县. \\…"], 0, 120].Select(text => "aux." + text)).Sample(name =>
    {
        var safe = FileNames.Safe(name);
        Assert.InRange(safe.Length, 1, FileNames.LongestName);
        Assert.Equal(safe, FileNames.Safe(safe));
        Assert.DoesNotContain(safe, c => "<>:\"/\\|?*".Contains(c) || char.IsControl(c));
        Assert.False(safe[^1] is '.' or ' ', safe);
    });
}
