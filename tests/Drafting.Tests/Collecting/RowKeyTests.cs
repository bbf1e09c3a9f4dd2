using CsCheck;
using YiyuanSafety.Drafting.Collecting;

namespace YiyuanSafety.Drafting.Tests.Collecting;

public sealed class RowKeyTests
{
    [Fact]
    public void A_key_is_text_and_back() => Gen.Guid.Select(Gen.String).Sample((task, body) =>
    {
        var key = RowKey.Of(task, body);
        Assert.Matches("^[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{4}$", key.ToString());
        Assert.Equal(key, RowKey.Parse(key.ToString()));
        Assert.True(key.IsOf(body));
    });

    [Fact]
    public void Any_changed_digit_is_noticed()
    {
        var key = RowKey.Of(Replies.Id(1), Replies.Body).ToString();
        var missed = 0;
        for (var at = 0; at < key.Length; at++)
        {
            foreach (var digit in "0123456789abcdef-".Where(digit => digit != key[at]))
                missed += RowKey.Parse(key[..at] + digit + key[(at + 1)..]) is null ? 0 : 1;
        }

        // Four digits of check let one in 65,536 pass; none of these few hundred does.
        Assert.Equal(0, missed);
        Assert.Null(RowKey.Parse(key[..^1]));
        Assert.Null(RowKey.Parse(""));
        Assert.Null(RowKey.Parse(key + key));
    }

    [Fact]
    public void Case_width_and_white_space_do_not_matter()
    {
        var key = RowKey.Of(Replies.Id(1), Replies.Body);
        Assert.Equal(key, RowKey.Parse(" " + key.ToString().ToUpperInvariant().Replace('0', '０').Replace('-', '－') + "\n"));
        Assert.True(key.IsOf(" 县应急局"));
        Assert.False(key.IsOf("县公安局"));
    }
}
