using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Access;

/// <summary>What a caller shows to sign in.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Text">The key or token; empty for none.</param>
internal readonly record struct Credential(CredentialKind Kind, string Text)
{
    private const string KeyHeader = "X-Api-Key";
    private const string Bearer = "Bearer ";

    /// <summary>The credential of a request: <c>Authorization: Bearer …</c> first, then <c>X-Api-Key</c>. Never one in the address, which ends up in logs.</summary>
    public static Credential Of(IHeaderDictionary headers)
    {
        if (headers.Authorization.Count > 0)
            return Only(headers.Authorization) is { } value && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? OfBearer(value[Bearer.Length..].Trim())
                : new Credential(CredentialKind.Unknown, "");
        if (headers.TryGetValue(KeyHeader, out var keys))
            return Only(keys) is { } key ? new Credential(CredentialKind.Key, key.Trim()) : new Credential(CredentialKind.Unknown, "");
        return default;
    }

    /// <summary>What it looks like, without the secret.</summary>
    public override string ToString() => Kind.ToString();

    private static Credential OfBearer(string text) =>
        new(text.StartsWith(KeyText.Prefix, StringComparison.Ordinal) ? CredentialKind.Key : CredentialKind.Token, text);

    // Two credentials are a proxy's mistake or an attempt to be somebody else further on.
    private static string? Only(StringValues values) => values.Count == 1 ? values[0] : null;
}

/// <summary>What a credential looks like.</summary>
internal enum CredentialKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>A key of the ledger.</summary>
    Key,

    /// <summary>A token of an issuer.</summary>
    Token,

    /// <summary>Something else, or more than one.</summary>
    Unknown,
}
