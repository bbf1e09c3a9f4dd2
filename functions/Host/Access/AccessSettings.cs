using System.Net;

namespace YiyuanSafety.Host.Access;

/// <summary>How callers sign in; key and oidc may stand together.</summary>
[Flags]
internal enum SignIn
{
    /// <summary>Nobody signs in: the person at this machine is the administrator, and nobody else gets in.</summary>
    None = 0,

    /// <summary>With a key of the ledger.</summary>
    Key = 1,

    /// <summary>With a token of an OpenID Connect issuer.</summary>
    Oidc = 2,
}

/// <summary>Who may use the service; configuration section <c>Access</c>.</summary>
internal sealed record AccessSettings
{
    /// <summary>How callers sign in (<c>Mode</c>: none, key, oidc or key+oidc).</summary>
    public SignIn Mode { get; init; }

    /// <summary>The way to sign in as the page is told: none, key, oidc or key+oidc.</summary>
    public string Word => Mode switch
    {
        SignIn.None => "none",
        SignIn.Key => "key",
        SignIn.Oidc => "oidc",
        _ => "key+oidc",
    };

    /// <summary>The issuer of tokens (<c>Oidc</c>); null where none is trusted.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <summary>Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed (<c>TrustedProxies</c>: addresses or CIDR blocks).</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>How much one caller may ask for.</summary>
    public RateSettings RateLimit { get; init; } = new();

    /// <summary>Pages of others that may show ours in a frame (<c>FrameAncestors</c>: https origins, such as those of Office on the web).</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>Other hosts whose scripts our page may run (<c>ScriptSources</c>: https origins, such as that of office.js).</summary>
    public IReadOnlyList<string> ScriptSources { get; init; } = [];

    /// <summary>Whether Azure Functions passes the requests on: the connection is then always a local one and says nothing about the caller.</summary>
    public bool UnderFunctions { get; init; }
}

/// <summary>An issuer of tokens and how to read them.</summary>
internal sealed record OidcSettings
{
    /// <summary>The issuer's address, below which its discovery document lies; https, or http on this machine.</summary>
    public required Uri Authority { get; init; }

    /// <summary>The audiences of which one must be in a token.</summary>
    public required IReadOnlyList<string> Audiences { get; init; }

    /// <summary>The claim with the caller's roles.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>The claim with the body (单位) of a reader.</summary>
    public string BodyClaim { get; init; } = "department";

    /// <summary>The issuer's role names → ours; empty where the issuer uses ours.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();
}

/// <summary>How much one caller may ask for.</summary>
internal sealed record RateSettings
{
    /// <summary>Requests per minute in the long run.</summary>
    public int PerMinute { get; init; } = 600;

    /// <summary>Requests at once; a page with its scripts is some thirty.</summary>
    public int Burst { get; init; } = 200;

    /// <summary>Failed sign-ins per minute and remote address.</summary>
    public int FailuresPerMinute { get; init; } = 10;
}

/// <summary>A setting of section <c>Access</c> that cannot be. The message is a Chinese sentence: which, and what to do.</summary>
internal sealed class AccessSettingsException(string message) : Exception(message)
{
    /// <summary>Stable code.</summary>
    public string Code { get; } = "access-settings";
}
