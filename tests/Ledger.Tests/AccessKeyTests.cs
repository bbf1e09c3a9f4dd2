using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Ledger.Tests;

public sealed class AccessKeyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => TestLedger.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_is_found_by_its_text_and_only_its_hash_is_kept(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var made = await AddAsync(on, new KeyOrder(" 李四 ", Roles.Reader, "县教体局"));

        await using var ledger = on.Store.Open();
        var found = await AccessKeys.FindAsync(ledger, made.Text, Stop);
        Assert.Equal(("李四", Roles.Reader, "县教体局", "王五", Some.Act.At), (found?.Name, found?.Role, found?.Body, found?.By, found?.At));
        Assert.True(KeyText.HasShape(made.Text));
        Assert.Equal(KeyText.HashOf(made.Text), found?.Hash);
        Assert.Null(await AccessKeys.FindAsync(ledger, made.Text[..^1] + (made.Text[^1] == 'A' ? 'B' : 'A'), Stop));
        Assert.Null(await AccessKeys.FindAsync(ledger, found?.Hash ?? "", Stop));
        var entry = await ledger.Audit.SingleAsync(one => one.Action == "key.add", Stop);
        Assert.Equal((found?.Id, "王五", """{"name":"李四","role":"reader","body":"县教体局"}"""), (entry.Subject, entry.By, entry.After));
        Assert.DoesNotContain(made.Text, made.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_revoked_key_is_not_found_and_its_name_is_free_again(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var first = await AddAsync(on, new KeyOrder("李四", Roles.Drafter, ""));
        await using (var ledger = on.Store.Open())
        {
            Assert.Equal("李四", Assert.Single(await AccessKeys.RevokeAsync(ledger, "李四", Some.Act, Stop)).Name);
            Assert.Null(await AccessKeys.FindAsync(ledger, first.Text, Stop));
            Assert.Empty(await AccessKeys.RevokeAsync(ledger, "李四", Some.Act, Stop));
        }

        var second = await AddAsync(on, new KeyOrder("李四", Roles.Drafter, ""), Some.Act with { At = Some.Act.At.AddMinutes(1) });

        await using var after = on.Store.Open();
        Assert.NotNull(await AccessKeys.FindAsync(after, second.Text, Stop));
        Assert.Equal([Some.Act.At, null], (await AccessKeys.ListAsync(after, Stop)).Select(key => key.RevokedAt));
        Assert.Single(await AccessKeys.RevokeAsync(after, second.Row.Id.ToString(), Some.Act, Stop));
        Assert.Equal(
            ["key.add", "key.revoke", "key.add", "key.revoke"],
            await after.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_name_that_a_good_key_has_is_refused(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        await AddAsync(on, new KeyOrder("李四", Roles.Drafter, ""));
        var error = await Assert.ThrowsAsync<LedgerException>(() => AddAsync(on, new KeyOrder("李四", Roles.Administrator, "")));
        Assert.Equal(LedgerCodes.Invalid, error.Code);
        await using var ledger = on.Store.Open();
        Assert.Single(await AccessKeys.ListAsync(ledger, Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_never_was_cannot_be_revoked(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        await using var ledger = on.Store.Open();
        foreach (var asked in new[] { "李四", Guid.NewGuid().ToString(), "" })
            Assert.Equal(LedgerCodes.NotFound, (await Assert.ThrowsAsync<LedgerException>(() => AccessKeys.RevokeAsync(ledger, asked, Some.Act, Stop))).Code);
    }

    [Theory]
    [InlineData("", Roles.Drafter, "")]
    [InlineData("  ", Roles.Drafter, "")]
    [InlineData("李\n四", Roles.Drafter, "")]
    [InlineData("李\u202e四", Roles.Drafter, "")]
    [InlineData("李\u2028四", Roles.Drafter, "")]
    [InlineData("本机用户", Roles.Administrator, "")]
    [InlineData("0196f5b0-0000-7000-8000-000000000000", Roles.Drafter, "")]
    [InlineData("李四", "Drafter", "")]
    [InlineData("李四", "", "")]
    [InlineData("李四", Roles.Reader, "")]
    [InlineData("李四", Roles.Reader, " ")]
    [InlineData("李四", Roles.Reader, "县教\0体局")]
    [InlineData("李四", Roles.Drafter, "县教体局")]
    public void An_order_that_is_not_valid_is_refused(string name, string role, string body) =>
        Assert.Equal(LedgerCodes.Invalid, Assert.Throws<LedgerException>(() => new KeyOrder(name, role, body).Checked()).Code);

    [Fact]
    public void A_name_has_up_to_fifty_characters_however_they_are_stored()
    {
        Assert.Equal(50, new KeyOrder(new string('李', 50), Roles.Drafter, "").Checked().Name.Length);
        Assert.Equal(100, new KeyOrder(string.Concat(Enumerable.Repeat("𠮷", 50)), Roles.Drafter, "").Checked().Name.Length);
        Assert.Throws<LedgerException>(() => new KeyOrder(new string('李', 51), Roles.Drafter, "").Checked());
        Assert.Throws<LedgerException>(() => new KeyOrder("李\ud842", Roles.Drafter, "").Checked());
    }

    [Fact]
    public void A_key_is_the_prefix_and_all_of_its_random_bytes()
    {
        Assert.Equal("ys_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", KeyText.Draw(static bytes =>
        {
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = (byte)i;
        }));
        Assert.NotEqual(KeyText.Draw(RandomNumberGenerator.Fill), KeyText.Draw(RandomNumberGenerator.Fill));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ys_")]
    [InlineData("ys_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh+")]
    [InlineData("YS_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")]
    [InlineData("ys_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh88")]
    [InlineData("ys_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh中")]
    public void What_does_not_look_like_a_key_is_told_at_once(string text) => Assert.False(KeyText.HasShape(text));

    private static async Task<MadeKey> AddAsync(TestLedger on, KeyOrder order, Act? act = null)
    {
        await using var ledger = on.Store.Open();
        return await AccessKeys.AddAsync(ledger, order, RandomNumberGenerator.Fill, act ?? Some.Act, Stop);
    }
}
