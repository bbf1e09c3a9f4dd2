using Microsoft.Extensions.Configuration;
using YiyuanSafety.Filing.Graph;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Filings;

/// <summary>A library of SharePoint or OneDrive as the settings name it.</summary>
internal static class LibrarySettings
{
    /// <summary>Reads it.</summary>
    /// <exception cref="SettingsException">A setting cannot be read, or one is missing.</exception>
    public static GraphSettings Read(IConfigurationSection section)
    {
        var site = Address(section, "Site");
        var cloud = Text(section, "Cloud").ToLowerInvariant() switch
        {
            "" => GraphCloud.Of(site),
            "global" => GraphCloud.WorldWide,
            "china" or "21vianet" => GraphCloud.China,
            var other => throw Wrong(section, "Cloud", $"的值“{other}”不对。请写 global（国际版）或 china（世纪互联）；留空时按 Site 的网址判断。"),
        };
        var settings = new GraphSettings
        {
            Endpoint = Address(section, "Endpoint") ?? cloud.Graph,
            Login = Address(section, "Login") ?? cloud.Login,
            Tenant = Text(section, "Tenant"),
            Client = Text(section, "Client"),
            Secret = Text(section, "Secret"),
            Certificate = Text(section, "Certificate"),
            CertificatePassword = Text(section, "CertificatePassword"),
            Drive = Text(section, "Drive"),
            Site = site,
            Library = Text(section, "Library"),
            Root = Text(section, "Root").Replace('\\', '/').Trim('/'),
        };
        if (settings is { Secret.Length: > 0, Certificate.Length: > 0 })
            throw Wrong(section, "Secret", "和 Certificate 只能写一个。请删掉不用的那个。");
        return settings.Secret.Length + settings.Certificate.Length > 0 && (settings.Tenant.Length == 0 || settings.Client.Length == 0)
            ? throw Wrong(section, "Tenant", "和 Client 都要填写。请从 Microsoft 365 管理员处取得租户编号和应用编号。")
            : settings;
    }

    private static string Text(IConfigurationSection section, string name) => section[name]?.Trim() ?? "";

    // Sign-in and papers never go unencrypted over a network.
    private static Uri? Address(IConfigurationSection section, string name) => Text(section, name) switch
    {
        "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) => address,
        var text => throw Wrong(section, name, $"的值“{text}”不是 https 网址。请从浏览器的地址栏复制，如 https://单位.sharepoint.cn/sites/anwei。"),
    };

    private static SettingsException Wrong(IConfigurationSection section, string name, string what) => new($"设置 {section.Path}:{name} {what}");
}
