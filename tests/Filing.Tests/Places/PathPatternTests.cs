using CsCheck;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Places;

namespace YiyuanSafety.Filing.Tests.Places;

public sealed class PathPatternTests
{
    private static readonly FilingFields Letter = FilingFields.Sample;

    [Fact]
    public void The_usual_pattern_says_year_kind_body_number_and_title() =>
        Assert.Equal("2021年/督办函/县应急局/源安办函〔2021〕3号 关于督办危险化学品专项整治的函.docx", PathPattern.Papers("").Of(Letter));

    [Fact]
    public void Folders_without_a_name_are_left_out_and_blanks_at_the_ends_go() =>
        Assert.Equal("2021年/通知/关于印发分工的通知.docx", PathPattern.Papers("").Of(Letter with { Kind = "通知", Department = "", Number = "", Title = "关于印发分工的通知" }));

    [Fact]
    public void The_register_lies_in_the_year() => Assert.Equal("2021年/发文登记簿.xlsx", PathPattern.Register("").Of(Letter));

    [Theory]
    [InlineData("{{title}}", ".docx")]
    [InlineData("{{title}.docx", "写法有误")]
    [InlineData("{{titel}}.docx", "titel")]
    [InlineData("{{year}}/.docx", "文件名是空的")]
    [InlineData("{{for i in 1..1000000}}{{i}}{{end}}.docx", "")]
    [InlineData("../{{title}}.docx", "..")]
    [InlineData("1/2/3/4/5/6/7/8/9/{{title}}.docx", "8 级")]
    public void A_pattern_that_is_none_is_told_when_it_is_set(string pattern, string what)
    {
        var error = Assert.Throws<DriveException>(() => PathPattern.Papers(pattern));

        Assert.Equal(DriveCodes.Invalid, error.Code);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_make_no_folders() =>
        Assert.Equal("a／b＼c.docx", PathPattern.Papers("{{title}}.docx").Of(Letter with { Title = "a/b\\c" }));

    [Theory]
    [InlineData("CON", "_CON.docx")]
    [InlineData("尾点...", "尾点.docx")]
    [InlineData("~$临时", "_~$临时.docx")]
    [InlineData(".隐藏", "_.隐藏.docx")]
    [InlineData("a_vti_b", "a_vti-b.docx")]
    [InlineData("50%#1", "50％＃1.docx")]
    public void Names_are_such_that_Windows_and_SharePoint_take_them(string title, string place) =>
        Assert.Equal(place, PathPattern.Papers("{{title}}.docx").Of(Letter with { Title = title }));

    [Fact]
    public void Any_text_gives_a_place_that_can_be_written()
    {
        var pattern = PathPattern.Papers("");
        var text = Gen.OneOf(Gen.String, Gen.String[Gen.Char["CONaux.~$ /\\:*?\"<>|#%县长…\ud83d\ude00\0\u200b"], 0, 300]);
        Gen.Select(text, text, text, text).Sample(values =>
        {
            var place = pattern.Of(Letter with { Kind = "函" + values.Item1, Department = values.Item2, Number = values.Item3, Title = "关于" + values.Item4 });
            Assert.True(place.Length <= PathPattern.Longest, place);
            Assert.EndsWith(".docx", place, StringComparison.Ordinal);
            foreach (var name in place[..^5].Split('/'))
            {
                Assert.Equal(SafePlace.Name(name), name);
                Assert.True(name.Length > 0 && name[^1] is not ('.' or ' ') && name[0] is not ('~' or '.' or ' '), name);
                Assert.DoesNotContain(name, c => c < ' ' || "<>:\"\\|?*#%".Contains(c, StringComparison.Ordinal));
            }
        }, iter: 3000);
    }
}
