using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace YiyuanSafety.Ledger.Access;

/// <summary>The text of a key: ys_ and 32 random bytes in base64url.</summary>
public static class KeyText
{
    /// <summary>What every key begins with, so that people and secret scanners know one when they see it.</summary>
    public const string Prefix = "ys_";

    private const int RandomBytes = 32;
    private const int Length = 3 + 43;

    /// <summary>Draws a key.</summary>
    /// <param name="random">Fills bytes with randomness fit for secrets.</param>
    public static string Draw(Action<Span<byte>> random)
    {
        Span<byte> bytes = stackalloc byte[RandomBytes];
        random(bytes);
        var key = Prefix + Base64Url.EncodeToString(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    /// <summary>Whether a text can be a key at all: what cannot is not looked up.</summary>
    public static bool HasShape(string text) =>
        text.Length == Length
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Alphabet) < 0;

    /// <summary>
    /// SHA-256 of a key, lower-case hexadecimal. No salt and no slow hash: nobody guesses 256 random bits, and a plain hash can be looked up.
    /// </summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static readonly System.Buffers.SearchValues<char> Alphabet =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
