using System.Net;
using Microsoft.Extensions.Configuration;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Tests.Access;

public sealed class AccessSettingsTests
{
    [Fact]
    public void Nothing_said_means_this_machine_alone()
    {
        var settings = Read();
        Assert.Equal(SignIn.None, settings.Mode);
        Assert.Null(settings.Oidc);
        Assert.Empty(settings.TrustedProxies);
        Assert.Equal(new RateSettings(), settings.RateLimit);
    }

    [Fact]
    public void All_settings_are_read()
    {
        var settings = Read(
            "Mode=Key+OIDC", "Oidc:Authority=https://login.partner.microsoftonline.cn/t/v2.0", "Oidc:Audience=a, b", "Oidc:RoleClaim=r", "Oidc:BodyClaim=b",
            "Oidc:Roles:Safety.Write=drafter", "TrustedProxies:0=10.0.0.5", "TrustedProxies:1=fd00::/8", "RateLimit:PerMinute=60", "RateLimit:Burst=5",
            "RateLimit:FailuresPerMinute=3", "FrameAncestors:0=https://*.officeapps.live.com", "ScriptSources=https://appsforoffice.microsoft.com");
        Assert.Equal(SignIn.Key | SignIn.Oidc, settings.Mode);
        Assert.Equal(["a", "b"], settings.Oidc?.Audiences);
        Assert.Equal(("r", "b", Roles.Drafter), (settings.Oidc?.RoleClaim, settings.Oidc?.BodyClaim, settings.Oidc?.Roles["Safety.Write"]));
        Assert.Equal([IPNetwork.Parse("10.0.0.5/32"), IPNetwork.Parse("fd00::/8")], settings.TrustedProxies);
        Assert.Equal(new RateSettings { PerMinute = 60, Burst = 5, FailuresPerMinute = 3 }, settings.RateLimit);
        Assert.Equal(["https://*.officeapps.live.com"], settings.FrameAncestors);
        Assert.Equal(["https://appsforoffice.microsoft.com"], settings.ScriptSources);
    }

    [Theory]
    [InlineData("Mode=off")]
    [InlineData("Mode=oidc")]
    [InlineData("Mode=oidc|Oidc:Authority=http://login.example.com|Oidc:Audience=a")]
    [InlineData("Mode=oidc|Oidc:Authority=https://login.example.com")]
    [InlineData("Mode=oidc|Oidc:Authority=https://login.example.com|Oidc:Audience=a|Oidc:Roles:x=owner")]
    [InlineData("TrustedProxies=proxy.example.com")]
    [InlineData("TrustedProxies=10.0.0.0/33")]
    [InlineData("RateLimit:PerMinute=0")]
    [InlineData("RateLimit:Burst=-1")]
    [InlineData("RateLimit:PerMinute=many")]
    [InlineData("FrameAncestors=*")]
    [InlineData("FrameAncestors=http://office.com")]
    [InlineData("FrameAncestors=https://office.com; script-src *")]
    [InlineData("ScriptSources=https://office.com/path")]
    public void A_setting_that_cannot_be_read_stops_the_start(string settings)
    {
        var error = Assert.Throws<AccessSettingsException>(() => Read(settings.Split('|')));
        Assert.Equal("access-settings", error.Code);
        Assert.EndsWith("。", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_issuer_on_this_machine_may_do_without_https() =>
        Assert.NotNull(Read("Mode=oidc", "Oidc:Authority=http://localhost:8080/realms/x", "Oidc:Audience=a").Oidc);

    private static AccessSettings Read(params string[] settings) => AccessSettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2))
            .Select(pair => new KeyValuePair<string, string?>("Access:" + pair[0], pair[1]))).Build(),
        underFunctions: false);
}
