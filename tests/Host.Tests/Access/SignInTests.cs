using System.Net;
using System.Net.Http.Json;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Tests.Access;

/// <summary>Who gets in where, by each way of signing in.</summary>
public sealed class SignInTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("key")]
    [InlineData("x-api-key")]
    [InlineData("oidc")]
    public async Task Each_role_gets_what_is_its_own_and_below(string scheme)
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key | SignIn.Oidc, Oidc = issuer.Settings });
        foreach (var role in Roles.All)
        {
            var header = scheme switch
            {
                "oidc" => $"Authorization: Bearer {issuer.Sign(issuer.Claims(role))}",
                "key" => $"Authorization: Bearer {await server.KeyAsync(role)}",
                _ => $"X-Api-Key: {await server.KeyAsync(role)}",
            };
            foreach (var endpoint in Roles.All)
            {
                using var response = await server.GetAsync($"/api/{endpoint}", header);
                if (!Roles.AtLeast(endpoint).Contains(role))
                {
                    Assert.Equal((HttpStatusCode.Forbidden, "not-allowed"), (response.StatusCode, await response.CodeAsync()));
                    continue;
                }

                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                var seen = await response.Content.ReadFromJsonAsync<Seen>(Stop);
                var body = role == Roles.Reader ? "县教体局" : "";
                Assert.Equal((scheme == "oidc" ? "zhaoliu@example.gov.cn" : $"{role} 李四", role, body), (seen?.Name, seen?.Role, seen?.Body));
                Assert.StartsWith(scheme == "oidc" ? $"oidc:{issuer.Address}|42" : "key:", seen?.Id, StringComparison.Ordinal);
            }

            using var forgotten = await server.GetAsync("/api/forgotten", header);
            Assert.Equal(HttpStatusCode.OK, forgotten.StatusCode);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Authorization: Bearer")]
    [InlineData("Authorization: Bearer ")]
    [InlineData("Authorization: Basic YTpi")]
    [InlineData("Authorization: Bearer ys_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")]
    [InlineData("Authorization: Bearer ys_short")]
    [InlineData("Authorization: Bearer not.a.token")]
    [InlineData("X-Api-Key: ")]
    [InlineData("Cookie: key=ys_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")]
    public async Task Without_a_good_credential_no_endpoint_opens(string header)
    {
        foreach (var mode in new[] { SignIn.Key, SignIn.Oidc, SignIn.Key | SignIn.Oidc })
        {
            await using var issuer = await FakeIssuer.StartAsync();
            await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = mode, Oidc = issuer.Settings });
            foreach (var path in Roles.All.Append("forgotten"))
            {
                using var response = header.Length > 0 ? await server.GetAsync($"/api/{path}", header) : await server.GetAsync($"/api/{path}");
                Assert.Equal((HttpStatusCode.Unauthorized, "sign-in-needed"), (response.StatusCode, await response.CodeAsync()));
                Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
            }

            using var missing = await server.GetAsync("/api/nothing-here");
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
            using var page = await server.GetAsync("/page");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task A_credential_of_a_way_that_is_off_does_not_count()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using (var keysOnly = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key }))
        {
            using var response = await keysOnly.GetAsync("/api/reader", $"Authorization: Bearer {issuer.Sign(issuer.Claims(Roles.Administrator))}");
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        await using var tokensOnly = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Oidc, Oidc = issuer.Settings });
        var key = await tokensOnly.KeyAsync(Roles.Administrator);
        foreach (var header in new[] { $"Authorization: Bearer {key}", $"X-Api-Key: {key}" })
        {
            using var response = await tokensOnly.GetAsync("/api/reader", header);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_revoked_key_stops_within_five_seconds()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key });
        var key = await server.KeyAsync(Roles.Drafter, "李四");
        async Task<HttpStatusCode> AskAsync()
        {
            using var response = await server.GetAsync("/api/drafter", $"Authorization: Bearer {key}");
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await AskAsync());
        await server.RevokeAsync("李四");
        server.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync());
    }

    [Fact]
    public async Task The_ledger_is_asked_once_in_a_while_for_a_good_key()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key });
        var key = await server.KeyAsync(Roles.Drafter, "李四");
        var lookup = new KeyLookup(server.Store, server.Time);
        Assert.False(lookup.IsKnown(key));
        Assert.Equal("李四", (await lookup.FindAsync(key, Stop))?.Name);
        await server.RevokeAsync("李四");
        server.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.NotNull(await lookup.FindAsync(key, Stop));
        server.Time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Null(await lookup.FindAsync(key, Stop));
        Assert.False(lookup.IsKnown(key));
    }
}
