using System.Text;
using Microsoft.AspNetCore.Http;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Access;

/// <summary>A request's address as logs and traces may have it: without keys, tokens and signatures.</summary>
internal static class LogPath
{
    /// <summary>What stands for a secret.</summary>
    public const string Hidden = "***";

    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "code", "key", "access_token", "sig", "token", "id_token", "refresh_token", "api_key", "api-key", "apikey", "x-api-key", "x-functions-key", "client_secret", "password", "secret",
    };

    /// <summary>Path and query, escaped as in a URL: nobody writes a line of the log with it.</summary>
    public static string Of(PathString path, QueryString query) => HideKeys(path.ToUriComponent()) + Query(query);

    /// <summary>The query with its question mark; empty where there is none. Names are told after decoding, however they are written.</summary>
    public static string Query(QueryString query)
    {
        var text = query.ToUriComponent();
        if (text.Length <= 1)
            return "";
        var safe = new StringBuilder("?", text.Length);
        foreach (var pair in text[1..].Split('&'))
        {
            if (safe.Length > 1)
                safe.Append('&');
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var isSecret = equals >= 0 && Secrets.Contains(Decoded(pair[..equals]));
            safe.Append(isSecret ? pair[..(equals + 1)] + Hidden : HideKeys(pair));
        }

        return safe.ToString();
    }

    private static string Decoded(string name) => Uri.UnescapeDataString(name.Replace('+', ' ')).Trim('\0', ' ', '\t', '\r', '\n');

    // A key in a place where it does not belong is still a key.
    private static string HideKeys(string text)
    {
        var at = text.IndexOf(KeyText.Prefix, StringComparison.Ordinal);
        if (at < 0)
            return text;
        var end = text.AsSpan(at).IndexOfAny('/', '&', ';');
        return text[..at] + Hidden + (end < 0 ? "" : HideKeys(text[(at + end)..]));
    }
}
