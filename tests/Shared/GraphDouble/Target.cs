using System.Text;

namespace YiyuanSafety.Tests.Graph;

/// <summary>What a request is about: an item and perhaps a part of it.</summary>
/// <param name="Anchor">Id of the item that the path starts at, or root.</param>
/// <param name="Path">Names below it; empty for itself.</param>
/// <param name="Part">children, content and so on; empty for the item.</param>
internal sealed record Target(string Anchor, IReadOnlyList<string> Path, string Part)
{
    private const string Allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/%?";
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Refuses an address that is not written as an address is.</summary>
    public static void CheckEscapes(string target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            if (!Allowed.Contains(target[i], StringComparison.Ordinal))
                throw new Breach($"The address has '{target[i]}' unescaped.");
            if (target[i] == '%' && !(i + 2 < target.Length && char.IsAsciiHexDigit(target[i + 1]) && char.IsAsciiHexDigit(target[i + 2])))
                throw new Breach("The address has a % that begins no escape.");
        }
    }

    /// <summary>A part of an address in plain letters.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
            i += 2;
        }

        try
        {
            return Utf8.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            throw new Breach("The address escapes what is no UTF-8.");
        }
    }

    /// <summary>Reads what stands after /drives/{id}/: root or items/{id}, then perhaps :/path: and a part.</summary>
    /// <exception cref="Breach">It is nothing that can be asked.</exception>
    /// <exception cref="GraphError">The path cannot be.</exception>
    public static Target Read(string rest)
    {
        string anchor;
        if (rest.StartsWith("items/", StringComparison.Ordinal))
        {
            rest = rest["items/".Length..];
            var end = rest.IndexOfAny([':', '/']);
            anchor = Unescape(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? "" : rest[end..];
        }
        else if (rest == "root" || rest.StartsWith("root:", StringComparison.Ordinal) || rest.StartsWith("root/", StringComparison.Ordinal))
        {
            anchor = "root";
            rest = rest["root".Length..];
        }
        else
        {
            throw new Breach("There is no such route.");
        }

        if (anchor.Length == 0)
            throw new Breach("The item's id is missing.");
        IReadOnlyList<string> path = [];
        if (rest.StartsWith(":/", StringComparison.Ordinal))
        {
            var close = rest.IndexOf(':', 2);
            var written = close < 0 ? rest[2..] : rest[2..close];
            path = PlaceNames.Split(string.Join('/', written.Split('/').Select(UnescapeName)));
            rest = close < 0 ? "" : rest[(close + 1)..];
        }
        else if (rest.StartsWith(':'))
        {
            throw new Breach("A path begins with :/.");
        }

        return rest.Length == 0 ? new(anchor, path, "")
            : rest[0] == '/' && rest.Length > 1 ? new(anchor, path, Unescape(rest[1..]))
            : throw new Breach("There is no such route.");
    }

    private static string UnescapeName(string text)
    {
        var name = Unescape(text);
        return name.Contains('/', StringComparison.Ordinal) ? throw new Breach("A name escapes a /.") : name;
    }
}
