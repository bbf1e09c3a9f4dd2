using Microsoft.Extensions.Configuration;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Web;

/// <summary>Reads <see cref="AddinSettings"/>. What cannot be read stops the start: the pane would otherwise stay white without a word.</summary>
internal static class AddinSettingsReader
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Addin";

    /// <summary>The settings of a configuration.</summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="mode">How callers sign in.</param>
    /// <exception cref="SettingsException">A setting is missing or cannot be read.</exception>
    public static AddinSettings Read(IConfiguration configuration, SignIn mode)
    {
        var section = configuration.GetSection(Section);
        return new AddinSettings { OfficeJs = OfficeJs(section["OfficeJs"]?.Trim() ?? ""), Entra = Entra(section.GetSection("Entra"), mode) };
    }

    private static Uri OfficeJs(string text) => text.ToLowerInvariant() switch
    {
        "" or "global" => AddinSettings.WorldWide,
        "china" or "21vianet" => AddinSettings.China,
        _ => Address(text) is { UserInfo: "", Query: "", Fragment: "" } address && address.AbsolutePath.EndsWith(".js", StringComparison.OrdinalIgnoreCase)
            ? address
            : throw Wrong("OfficeJs", text, "请写 global（国际版）、china（世纪互联），或 office.js 的 https 网址"),
    };

    private static EntraSettings? Entra(IConfigurationSection section, SignIn mode)
    {
        string Text(string name) => section[name]?.Trim() ?? "";
        var (client, authority, scope) = (Text("ClientId"), Text("Authority"), Text("Scope"));
        if (client.Length + authority.Length + scope.Length == 0)
            return null;
        if (!mode.HasFlag(SignIn.Oidc))
            throw new SettingsException($"写了设置 {Section}:Entra，服务却不认这样的登录，没有启动。请把 Access:Mode 设为 oidc 或 key+oidc，并填写 Access:Oidc。");
        if (!Guid.TryParseExact(client, "D", out var id))
            throw Wrong("Entra:ClientId", client, "请写 Word 窗格在 Entra 中的应用程序（客户端）编号，形如 00000000-0000-0000-0000-000000000000");
        if (Address(authority) is not { UserInfo: "", Query: "", Fragment: "" } address)
            throw Wrong("Entra:Authority", authority, "请写登录服务的 https 地址和租户编号，如 https://login.partner.microsoftonline.cn/租户编号");
        if (scope.Length == 0 || scope.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
            throw Wrong("Entra:Scope", scope, "请写本服务公开的一个范围，如 api://应用编号/access_as_user");
        return new EntraSettings(id, address, scope);
    }

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) ? address : null;

    private static SettingsException Wrong(string name, string text, string advice) =>
        new(text.Length > 0 ? $"设置 {Section}:{name} 的值“{text}”不对，服务没有启动。{advice}。" : $"缺少设置 {Section}:{name}，服务没有启动。{advice}。");
}
