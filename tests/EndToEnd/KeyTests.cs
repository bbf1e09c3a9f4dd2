using System.Globalization;
using System.Text.RegularExpressions;

namespace YiyuanSafety.EndToEnd;

/// <summary><c>key add</c>, <c>key list</c> and <c>key revoke</c> on the real executable.</summary>
public sealed class KeyTests
{
    [Fact]
    public void A_key_is_printed_once_listed_without_its_text_and_revoked()
    {
        using var scratch = new Scratch();
        var data = scratch.Path("data");
        var added = Executable.Run("key", "add", "李四", "--role", "reader", "--body", "县教体局", "--data", data);
        Assert.Equal(0, added.Code);
        var key = added.Output.Trim();
        Assert.Matches("^ys_[A-Za-z0-9_-]{43}$", key);
        Assert.Contains("只显示这一次", added.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(key, added.Errors, StringComparison.Ordinal);

        // The machine's own zone does not matter: times are those of the office.
        var listed = Executable.RunWith(
            start =>
            {
                start.Environment["YIYUAN__DATA"] = data;
                start.Environment["TZ"] = "America/New_York";
            },
            "key", "list");
        var at = DateTime.ParseExact(Regex.Match(listed.Output, "[0-9-]{10} [0-9:]{5}").Value, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        Assert.InRange(DateTime.UtcNow.AddHours(8) - at, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        Assert.Contains("李四  reader（县教体局）", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ys_", listed.Output, StringComparison.Ordinal);

        Assert.Contains("已撤销“李四”的密钥", Executable.Run("key", "revoke", "李四", "--data", data).Output, StringComparison.Ordinal);
        Assert.Contains("早已撤销", Executable.Run("key", "revoke", "李四", "--data", data).Output, StringComparison.Ordinal);
        var bytes = File.ReadAllText(Path.Combine(data, "ledger.db"), System.Text.Encoding.Latin1);
        Assert.DoesNotContain(key, bytes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "invalid", "key", "add", "李四", "--role", "reader")]
    [InlineData(2, "invalid", "key", "add", "李四", "--role", "owner")]
    [InlineData(2, "not-found", "key", "revoke", "李四")]
    [InlineData(2, "wrong-use", "key", "add", "李四")]
    [InlineData(2, "wrong-use", "key")]
    public void What_cannot_be_done_is_told_by_code(int exit, string code, params string[] arguments)
    {
        using var scratch = new Scratch();
        var outcome = Executable.RunWith(start => start.Environment["YIYUAN__DATA"] = scratch.Path("data"), arguments);
        Assert.Equal(exit, outcome.Code);
        Assert.Contains($"[{code}]", outcome.Errors, StringComparison.Ordinal);
    }
}
