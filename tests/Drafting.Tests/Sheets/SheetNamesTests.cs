using CsCheck;
using YiyuanSafety.Drafting.Sheets;

namespace YiyuanSafety.Drafting.Tests.Sheets;

public class SheetNamesTests
{
    [Fact]
    public void Names_are_unique_without_case_and_short_enough()
    {
        var names = new SheetNames();
        Assert.Equal("ab", names.Take("ab"));
        Assert.Equal("AB(2)", names.Take("AB"));
        Assert.Equal("History(2)", names.Take("History"));
        Assert.Equal("未命名(2)", names.Take("'[]'"));
        Assert.Equal(31, names.Take(new string('长', 60)).Length);
        Assert.Equal(31, names.Take(new string('长', 61)).Length);
    }

    [Fact]
    public void Whatever_the_wish_Excel_takes_it() => Gen.String.List[1, 5].Sample(wishes =>
    {
        var names = new SheetNames();
        var given = wishes.Select(names.Take).ToList();
        Assert.Equal(given.Count, given.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(given, name =>
        {
            Assert.InRange(name.Length, 1, 31);
            Assert.DoesNotContain(name, c => "[]:*?/\\".Contains(c));
            Assert.False(name[0] == '\'' || name[^1] == '\'');
        });
    });
}
