using System.Net;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Tests.Api;
using YiyuanSafety.Host.Web;

namespace YiyuanSafety.Host.Tests.Web;

/// <summary>The page of the Word pane as it is served, inside Word and out of it.</summary>
public sealed class AddinPageTests
{
    private static readonly EntraSettings Entra = new(Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301"), new Uri("https://login.partner.microsoftonline.cn/tenant"), "api://service/access_as_user");

    [Theory]
    [InlineData("/addin/")]
    [InlineData("/addin/addin.html")]
    [InlineData("/api/addin/")]
    [InlineData("/api/addin/addin.html?_host_Info=Word$Win32$16.01$zh-CN$$$$0")]
    public async Task The_page_is_served_anew_each_time_and_not_sent_twice(string path)
    {
        await using var service = await StartAsync();
        using var answer = await GetAsync(service, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.Equal("no-cache", $"{answer.Headers.CacheControl}");
        Assert.Contains("公文助手", await answer.Content.ReadAsStringAsync(TestService.Stop), StringComparison.Ordinal);
        using var again = await GetAsync(service, path, $"{answer.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/addin?_host_Info=Word$Win32$16.01$zh-CN$$$$0", "/addin/?_host_Info=Word$Win32$16.01$zh-CN$$$$0")]
    [InlineData("/api/addin", "/api/addin/")]
    public async Task Without_its_slash_the_address_is_mended_and_what_Office_says_is_kept(string path, string mended)
    {
        await using var service = await StartAsync();
        using var answer = await GetAsync(service, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(mended, answer.RequestMessage?.RequestUri?.PathAndQuery);
    }

    [Theory]
    [InlineData("/addin/")]
    [InlineData("/api/addin/")]
    public async Task Its_files_lie_beside_it(string folder)
    {
        await using var service = await StartAsync();
        using var page = await GetAsync(service, "/");
        var script = System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(TestService.Stop), "assets/[^\"]+\\.js").Value;
        using var answer = await GetAsync(service, folder + script);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
        using var nothing = await GetAsync(service, folder + "nothing.js");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    // Office shows a picture of its own where the answer forbids or limits keeping it, and Word on the web loads it into another site's page.
    [Theory]
    [InlineData("/addin/icons/tasks-32.png")]
    [InlineData("/api/addin/icons/tasks-32.png")]
    public async Task Pictures_of_the_ribbon_may_be_kept_and_shown_elsewhere(string path)
    {
        await using var service = await StartAsync();
        using var answer = await GetAsync(service, path);
        Assert.Equal("image/png", $"{answer.Content.Headers.ContentType}");
        Assert.False(answer.Headers.Contains("Cache-Control"));
        Assert.Equal("cross-origin", One(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal((32, 32), Png.SizeOf(await answer.Content.ReadAsByteArrayAsync(TestService.Stop)));
    }

    [Fact]
    public async Task The_page_may_run_office_js_and_nothing_else_from_elsewhere()
    {
        await using var service = await StartAsync();
        using var answer = await GetAsync(service, "/addin/");
        Assert.Equal(
            "default-src 'self'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                + "connect-src 'self'; frame-src 'self' blob:; object-src blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
            One(answer, "Content-Security-Policy"));
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.False(answer.Headers.Contains("Cross-Origin-Opener-Policy"));
    }

    [Fact]
    public async Task What_the_settings_allow_is_allowed_there_and_on_no_other_page()
    {
        await using var service = await StartAsync(
            new AddinSettings { OfficeJs = AddinSettings.China, Entra = Entra },
            access => access with { FrameAncestors = ["https://*.sharepoint.cn"], ScriptSources = ["https://scripts.example"] });
        using var pane = await GetAsync(service, "/api/addin/addin.html");
        var policy = One(pane, "Content-Security-Policy");
        Assert.Contains("script-src 'self' https://scripts.example https://appsforoffice.cdn.partner.office365.cn;", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' https://login.partner.microsoftonline.cn; frame-src 'self' blob: https://login.partner.microsoftonline.cn;", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self' https://*.sharepoint.cn", policy, StringComparison.Ordinal);
        using var page = await GetAsync(service, "/");
        Assert.DoesNotContain("office365", One(page, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("microsoftonline", One(page, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", One(page, "Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task Whoever_asks_is_told_where_office_js_lies_and_how_to_sign_in()
    {
        await using var service = await StartAsync(new AddinSettings { Entra = Entra }, access => access with { Mode = SignIn.Key });
        var info = await service.GetAsync("info");
        Assert.Equal("https://appsforoffice.microsoft.com/lib/1/hosted/office.js", $"{info["officeJs"]}");
        Assert.Equal(("3f2504e0-4f89-41d3-9a0c-0305e82c3301", "https://login.partner.microsoftonline.cn/tenant", "api://service/access_as_user"),
            ($"{info["entra"]?["clientId"]}", $"{info["entra"]?["authority"]}", $"{info["entra"]?["scope"]}"));
        await using var without = await StartAsync();
        info = await without.GetAsync("info");
        Assert.True(info.AsObject().ContainsKey("entra"));
        Assert.Null(info["entra"]);
    }

    private static async Task<TestService> StartAsync(AddinSettings? addin = null, Func<AccessSettings, AccessSettings>? access = null)
    {
        Assert.SkipUnless(typeof(PageFiles).Assembly.GetManifestResourceNames().Contains("web/addin.html"), "The program was built without its page: Node.js is missing.");
        return await TestService.StartAsync(change: settings => settings with { Addin = addin ?? new(), Access = access?.Invoke(settings.Access) ?? settings.Access });
    }

    private static async Task<HttpResponseMessage> GetAsync(TestService service, string path, string? seen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (seen is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", seen);
        return await service.Client.SendAsync(request, TestService.Stop);
    }

    private static string One(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
