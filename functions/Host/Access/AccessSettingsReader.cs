using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Access;

/// <summary>Reads <see cref="AccessSettings"/>. A setting that cannot be read stops the start: half-understood access rules are none.</summary>
internal static partial class AccessSettingsReader
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Access";

    private const int MostPerMinute = 1_000_000;

    /// <summary>The settings of a configuration.</summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="underFunctions">Whether Azure Functions passes the requests on.</param>
    /// <exception cref="AccessSettingsException">A setting is missing or cannot be read.</exception>
    public static AccessSettings Read(IConfiguration configuration, bool underFunctions)
    {
        var section = configuration.GetSection(Section);
        var mode = Mode(section["Mode"]);
        return new AccessSettings
        {
            Mode = mode,
            Oidc = mode.HasFlag(SignIn.Oidc) ? Oidc(section.GetSection("Oidc")) : null,
            TrustedProxies = [.. List(section, "TrustedProxies").Select(Network)],
            RateLimit = Rate(section.GetSection("RateLimit")),
            FrameAncestors = [.. List(section, "FrameAncestors").Select(text => Origin("FrameAncestors", text))],
            ScriptSources = [.. List(section, "ScriptSources").Select(text => Origin("ScriptSources", text))],
            UnderFunctions = underFunctions,
        };
    }

    private static SignIn Mode(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "" or "none" => SignIn.None,
        "key" => SignIn.Key,
        "oidc" => SignIn.Oidc,
        "key+oidc" or "oidc+key" => SignIn.Key | SignIn.Oidc,
        _ => throw Wrong("Mode", text ?? "", "请写 none、key、oidc 或 key+oidc"),
    };

    private static OidcSettings Oidc(IConfigurationSection section)
    {
        var authority = section["Authority"]?.Trim() ?? "";
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            throw Wrong("Oidc:Authority", authority, "请写登录服务的 https 地址，如 https://login.partner.microsoftonline.cn/租户编号/v2.0");
        var audiences = List(section, "Audience");
        if (audiences.Count == 0)
            throw Wrong("Oidc:Audience", "", "请写本服务在登录服务中的应用编号；不写就会接受发给别的应用的令牌");
        var roles = section.GetSection("Roles").GetChildren().ToDictionary(child => child.Key, child => child.Value ?? "", StringComparer.Ordinal);
        if (roles.FirstOrDefault(pair => !Roles.IsKnown(pair.Value)) is { Key: not null } wrong)
            throw Wrong($"Oidc:Roles:{wrong.Key}", wrong.Value, $"请写 {string.Join("、", Roles.All)} 中的一个");
        return new OidcSettings
        {
            Authority = uri,
            Audiences = audiences,
            RoleClaim = section["RoleClaim"] is { Length: > 0 } role ? role : "roles",
            BodyClaim = section["BodyClaim"] is { Length: > 0 } body ? body : "department",
            Roles = roles,
        };
    }

    private static RateSettings Rate(IConfigurationSection section)
    {
        var usual = new RateSettings();
        return new RateSettings
        {
            PerMinute = Count(section, "PerMinute", usual.PerMinute),
            Burst = Count(section, "Burst", usual.Burst),
            FailuresPerMinute = Count(section, "FailuresPerMinute", usual.FailuresPerMinute),
        };
    }

    private static int Count(IConfigurationSection section, string name, int usual)
    {
        if (section[name] is not { Length: > 0 } text)
            return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostPerMinute
            ? count
            : throw Wrong($"RateLimit:{name}", text, $"请写 1 至 {MostPerMinute} 的整数");
    }

    private static IPNetwork Network(string text)
    {
        // An address alone is a block of one.
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network) ? network : throw Wrong("TrustedProxies", text, "请写 IP 地址或网段，如 10.0.0.5 或 10.0.0.0/24");
    }

    // Goes into a header: nothing but an origin may pass.
    private static string Origin(string name, string text) => OriginShape().IsMatch(text)
        ? text
        : throw Wrong(name, text, "请写 https 开头、不带路径的网址，如 https://appsforoffice.microsoft.com");

    [GeneratedRegex(@"\Ahttps://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?\z")]
    private static partial Regex OriginShape();

    // One value, a list, or one value with commas, as environment variables have it.
    private static List<string> List(IConfigurationSection section, string name)
    {
        var list = section.GetSection(name);
        var values = list.Value is { } one ? one.Split(',') : list.GetChildren().Select(child => child.Value ?? "");
        return [.. values.Select(value => value.Trim()).Where(value => value.Length > 0)];
    }

    private static AccessSettingsException Wrong(string name, string text, string advice) =>
        new(text.Length > 0 ? $"设置 {Section}:{name} 的值“{text}”不对。{advice}。" : $"缺少设置 {Section}:{name}。{advice}。");
}
