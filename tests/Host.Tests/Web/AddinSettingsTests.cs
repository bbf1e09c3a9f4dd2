using Microsoft.Extensions.Configuration;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Web;

namespace YiyuanSafety.Host.Tests.Web;

public sealed class AddinSettingsTests
{
    private const string Client = "Entra:ClientId=3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    private const string Authority = "Entra:Authority=https://login.microsoftonline.com/tenant";
    private const string Scope = "Entra:Scope=api://service/access_as_user";

    [Theory]
    [InlineData("", "https://appsforoffice.microsoft.com/lib/1/hosted/office.js")]
    [InlineData("global", "https://appsforoffice.microsoft.com/lib/1/hosted/office.js")]
    [InlineData("China", "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js")]
    [InlineData(" https://anwei.example.gov.cn:8443/office-js/office.js ", "https://anwei.example.gov.cn:8443/office-js/office.js")]
    [InlineData("http://localhost:3000/office.debug.js", "http://localhost:3000/office.debug.js")]
    public void Office_js_comes_from_Microsoft_or_from_where_it_was_put(string text, string address)
    {
        var settings = Read(SignIn.None, $"OfficeJs={text}");
        Assert.Equal(address, settings.OfficeJs.AbsoluteUri);
        Assert.Null(settings.Entra);
    }

    [Fact]
    public void The_sign_in_of_the_pane_is_read()
    {
        var entra = Read(SignIn.Key | SignIn.Oidc, Client, Authority, Scope).Entra;
        Assert.Equal(new EntraSettings(Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301"), new Uri("https://login.microsoftonline.com/tenant"), "api://service/access_as_user"), entra);
    }

    [Theory]
    [InlineData("OfficeJs=prc")]
    [InlineData("OfficeJs=http://cdn.example/office.js")]
    [InlineData("OfficeJs=https://cdn.example/")]
    [InlineData("OfficeJs=https://cdn.example/office.js?v=1")]
    [InlineData("OfficeJs=https://a:b@cdn.example/office.js")]
    [InlineData(Client)]
    [InlineData(Client + "|" + Authority)]
    [InlineData(Authority + "|" + Scope)]
    [InlineData("Entra:ClientId=pane|" + Authority + "|" + Scope)]
    [InlineData(Client + "|Entra:Authority=http://login.example/tenant|" + Scope)]
    [InlineData(Client + "|" + Authority + "|Entra:Scope=a b")]
    public void A_setting_that_cannot_be_read_stops_the_start(string settings) => Told(SignIn.Oidc, settings.Split('|'));

    [Fact]
    public void A_sign_in_that_the_service_would_refuse_stops_the_start() =>
        Assert.Contains("Access:Mode", Told(SignIn.Key, Client, Authority, Scope).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://例子.中国/office.js", "https://xn--fsqu00a.xn--fiqs8s")]
    [InlineData("https://[fd00::1]:8443/office.js", "https://[fd00::1]:8443")]
    [InlineData("https://CDN.example:443/office.js", "https://cdn.example")]
    public void An_origin_is_fit_for_a_header(string address, string origin) => Assert.Equal(origin, AddinSettings.Origin(new Uri(address)));

    private static SettingsException Told(SignIn mode, params string[] settings)
    {
        var error = Assert.Throws<SettingsException>(() => Read(mode, settings));
        Assert.EndsWith("。", error.Message, StringComparison.Ordinal);
        return error;
    }

    private static AddinSettings Read(SignIn mode, params string[] settings) => AddinSettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => "Addin:" + pair[0], pair => (string?)pair[1])).Build(),
        mode);
}
