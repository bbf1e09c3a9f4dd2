using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Tests.Access;

/// <summary>Tokens that must not open a door.</summary>
public sealed class TokenTests
{
    public static TheoryData<string> Wrongs { get; } = new(
        "expired", "not yet valid", "no expiry", "wrong audience", "no audience", "wrong issuer", "no issuer", "another key",
        "none", "None", "unsigned RS256", "public key as secret", "changed after signing", "cut off");

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_token_that_is_not_good_is_refused(string wrong)
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Oidc, Oidc = issuer.Settings });
        using (var good = await server.GetAsync("/api/administrator", $"Authorization: Bearer {issuer.Sign(issuer.Claims(Roles.Administrator))}"))
            Assert.Equal(HttpStatusCode.OK, good.StatusCode);

        using var response = await server.GetAsync("/api/reader", $"Authorization: Bearer {Make(issuer, wrong)}");

        Assert.Equal((HttpStatusCode.Unauthorized, "sign-in-needed"), (response.StatusCode, await response.CodeAsync()));
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(wrong == "expired" ? "登录已经过期" : "登录凭据无效", text, StringComparison.Ordinal);
        Assert.DoesNotContain("IDX", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_issuer_nobody_gets_in_and_nothing_breaks()
    {
        var issuer = await FakeIssuer.StartAsync();
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Oidc, Oidc = issuer.Settings });
        var token = issuer.Sign(issuer.Claims(Roles.Administrator));
        await issuer.DisposeAsync();
        using var response = await server.GetAsync("/api/reader", $"Authorization: Bearer {token}");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("roles=unknown", "")]
    [InlineData("", "")]
    [InlineData("roles=reader", "")]
    [InlineData("roles=reader;department=县教体局;department=县公安局", "")]
    [InlineData("roles=reader;department= ", "")]
    [InlineData("roles=reader;department=县教体局", "reader 县教体局")]
    [InlineData("roles=reader;roles=drafter;department=县教体局", "drafter")]
    [InlineData("roles=administrator", "administrator")]
    public void Roles_and_body_are_read_from_the_claims(string claims, string expected)
    {
        var caller = TokenSignIn.CallerOf(Claims(claims), Settings([]));
        Assert.Equal(expected, $"{caller.Role} {caller.Body}".Trim());
    }

    [Fact]
    public void A_map_takes_the_place_of_our_own_names()
    {
        var settings = Settings(new() { ["Safety.Write"] = Roles.Drafter });
        Assert.Equal(Roles.Drafter, TokenSignIn.CallerOf(Claims("roles=Safety.Write"), settings).Role);
        Assert.Equal("", TokenSignIn.CallerOf(Claims("roles=administrator"), settings).Role);
    }

    [Theory]
    [InlineData("preferred_username=a@b.cn;name=赵六", "a@b.cn")]
    [InlineData("name=赵六", "赵六")]
    [InlineData("preferred_username=本机用户;sub=7", "7")]
    [InlineData("name=赵\n六;azp=job", "job")]
    [InlineData("", "未具名用户")]
    public void The_name_is_one_that_the_audit_can_bear(string claims, string expected) =>
        Assert.Equal(expected, TokenSignIn.CallerOf(Claims(claims), Settings([])).Name);

    [Fact]
    public async Task Who_has_no_role_is_told_so()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Oidc, Oidc = issuer.Settings });
        using var response = await server.GetAsync("/api/reader", $"Authorization: Bearer {issuer.Sign(issuer.Claims("guest"))}");
        Assert.Equal((HttpStatusCode.Forbidden, "not-allowed"), (response.StatusCode, await response.CodeAsync()));
        Assert.Contains("还没有角色", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Make(FakeIssuer issuer, string wrong)
    {
        var claims = issuer.Claims(Roles.Administrator);
        var now = DateTimeOffset.UtcNow;
        switch (wrong)
        {
            case "expired":
                (claims["nbf"], claims["exp"]) = (now.AddHours(-2).ToUnixTimeSeconds(), now.AddMinutes(-2).ToUnixTimeSeconds());
                return issuer.Sign(claims);
            case "not yet valid":
                claims["nbf"] = now.AddMinutes(5).ToUnixTimeSeconds();
                return issuer.Sign(claims);
            case "no expiry":
                claims.Remove("exp");
                return issuer.Sign(claims);
            case "wrong audience":
                claims["aud"] = "another-api";
                return issuer.Sign(claims);
            case "no audience":
                claims.Remove("aud");
                return issuer.Sign(claims);
            case "wrong issuer":
                claims["iss"] = "https://login.example.com";
                return issuer.Sign(claims);
            case "no issuer":
                claims.Remove("iss");
                return issuer.Sign(claims);
            case "another key":
                using (var key = RSA.Create(2048))
                    return FakeIssuer.Sign(claims, key);
            case "none" or "None":
                return FakeIssuer.Unsigned(claims, wrong);
            case "unsigned RS256":
                return FakeIssuer.Unsigned(claims, "RS256");
            case "public key as secret":
                return issuer.SignWithPublicKey(claims);
            case "changed after signing":
                var parts = issuer.Sign(issuer.Claims(Roles.Reader)).Split('.');
                return $"{parts[0]}.{issuer.Sign(claims).Split('.')[1]}.{parts[2]}";
            default:
                return issuer.Sign(claims)[..^20];
        }
    }

    private static List<Claim> Claims(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => new Claim(pair[0], pair[1]))];

    private static OidcSettings Settings(Dictionary<string, string> roles) =>
        new() { Authority = new Uri("https://login.partner.microsoftonline.cn/t/v2.0"), Audiences = ["a"], Roles = roles };
}
