using System.Net;
using YiyuanSafety.Host.Access;

namespace YiyuanSafety.Host.Tests.Access;

public sealed class SecurityHeaderTests
{
    private const string Policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    [Theory]
    [InlineData("/page", 200, false)]
    [InlineData("/health/live", 200, true)]
    [InlineData("/api/from", 200, true)]
    [InlineData("/api/reader", 401, true)]
    [InlineData("/api/fault", 500, true)]
    [InlineData("/api/nothing", 404, true)]
    [InlineData("/nothing", 404, false)]
    [InlineData("/api/reader?limit", 429, true)]
    public async Task Every_answer_has_the_headers(string path, int status, bool isData)
    {
        var burst = status == 429 ? 1 : 200;
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key, RateLimit = new() { PerMinute = 1, Burst = burst } });
        if (status == 429)
            (await server.GetAsync("/page")).Dispose();
        using var response = await server.GetAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(Policy, One(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", One(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", One(response, "Referrer-Policy"));
        Assert.Contains("camera=()", One(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", One(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One(response, "Cross-Origin-Resource-Policy"));
        Assert.Equal("SAMEORIGIN", One(response, "X-Frame-Options"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(isData, response.Headers.CacheControl?.NoStore == true);
    }

    [Fact]
    public async Task Https_is_promised_to_a_real_name_and_never_to_localhost()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key, TrustedProxies = [IPNetwork.Parse("127.0.0.1/32")] });
        using (var response = await server.GetAsync("/page", "X-Forwarded-For: 10.1.1.1", "X-Forwarded-Proto: https", "Host: safety.example.gov.cn"))
            Assert.Equal("max-age=31536000", One(response, "Strict-Transport-Security"));
        using (var response = await server.GetAsync("/page", "X-Forwarded-For: 10.1.1.1", "X-Forwarded-Proto: https", "Host: localhost"))
            Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Office_may_show_the_page_where_it_is_named()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings
        {
            Mode = SignIn.Key,
            FrameAncestors = ["https://*.officeapps.live.com"],
            ScriptSources = ["https://appsforoffice.microsoft.com"],
        });
        using var response = await server.GetAsync("/page");
        var policy = One(response, "Content-Security-Policy");
        Assert.Contains("frame-ancestors 'self' https://*.officeapps.live.com", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self' https://appsforoffice.microsoft.com;", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("X-Frame-Options"));
        Assert.False(response.Headers.Contains("Cross-Origin-Opener-Policy"));
    }

    private static string One(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
