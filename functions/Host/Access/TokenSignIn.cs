using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Access;

/// <summary>Signs in with a token of an OpenID Connect issuer: Entra ID, that of 21Vianet, or any other with a discovery document.</summary>
internal static class TokenSignIn
{
    private const int LongestName = 50;

    private static readonly string[] NameClaims = ["preferred_username", "upn", "name", "azp", "appid"];

    // Signatures of the issuer's private key alone: with HS256 whoever knows the public key, or a client's secret, could sign.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Sets up the framework's handler.</summary>
    public static void Configure(JwtBearerOptions options, OidcSettings settings)
    {
        options.Authority = settings.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.IncludeErrorDetails = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidAudiences = settings.Audiences,
            ValidateLifetime = true,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidAlgorithms = Algorithms,
            ClockSkew = TimeSpan.FromMinutes(1),
        };
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                context.Principal = CallerOf(context.Principal?.Claims.ToList() ?? [], settings).ToPrincipal(SignInSchemes.Oidc);
                return Task.CompletedTask;
            },
            OnAuthenticationFailed = context =>
            {
                context.Fail(new SignInException(
                    context.Exception is SecurityTokenExpiredException ? "登录已经过期。请重新登录。" : "登录凭据无效。请重新登录；仍不行请联系管理员。",
                    context.Exception));
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>The caller of a good token.</summary>
    /// <param name="claims">The token's claims, under the names that the issuer gives them.</param>
    /// <param name="settings">How to read them.</param>
    /// <returns>A caller without role where the token has none, or makes a reader of no body: they are known, and may nothing.</returns>
    public static Caller CallerOf(IReadOnlyList<Claim> claims, OidcSettings settings)
    {
        var role = Roles.Highest(Values(claims, settings.RoleClaim).Select(name => OwnRole(name, settings.Roles)));
        var bodies = Values(claims, settings.BodyClaim);
        var body = role == Roles.Reader && bodies is [{ } only] && KeyOrder.IsPlain(only, 100) ? only.Trim() : "";
        if (role == Roles.Reader && body.Length == 0)
            role = null;
        var subject = First(claims, "sub") ?? First(claims, "oid") ?? "";
        return new Caller(NameOf(claims, subject), role ?? "", body) { Id = $"oidc:{First(claims, "iss")}|{subject}" };
    }

    private static string OwnRole(string name, IReadOnlyDictionary<string, string> map) => map.Count == 0 ? name : map.GetValueOrDefault(name, "");

    // The sign-in name before the display name: people may choose the latter, and two may have the same.
    private static string NameOf(IReadOnlyList<Claim> claims, string subject) =>
        NameClaims.Select(claim => First(claims, claim)?.Trim())
            .FirstOrDefault(name => name is not null && name != KeyOrder.LocalUser && KeyOrder.IsPlain(name, LongestName))
        ?? (KeyOrder.IsPlain(subject, LongestName) ? subject : "未具名用户");

    private static List<string> Values(IReadOnlyList<Claim> claims, string type) => [.. claims.Where(claim => claim.Type == type).Select(claim => claim.Value)];

    private static string? First(IReadOnlyList<Claim> claims, string type) => claims.FirstOrDefault(claim => claim.Type == type)?.Value;
}
