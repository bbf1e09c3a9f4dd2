using System.Text;

namespace YiyuanSafety.WorkPoints.Reading.Plain;

/// <summary>The characters of a text file.</summary>
/// <param name="Text">The characters, byte order mark removed; U+FFFD where bytes fit no character.</param>
/// <param name="Encoding">Name of the encoding taken, for messages.</param>
/// <param name="Doubtful">True where some bytes fit no character of that encoding.</param>
internal sealed record DecodedText(string Text, string Encoding, bool Doubtful);

/// <summary>Finds out a text file's encoding: byte order mark, strict UTF-8, then GB18030 (which contains GBK and GB2312).</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
        ?? throw new NotSupportedException("GB18030");

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Utf8(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Marked(Encoding.Unicode, bytes[2..], "UTF-16");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Marked(Encoding.BigEndianUnicode, bytes[2..], "UTF-16");

        return IsUtf8(bytes) || MostlyUtf8(bytes) ? Utf8(bytes) : Marked(Gb18030, bytes, "GB18030");
    }

    private static DecodedText Utf8(ReadOnlySpan<byte> bytes) => IsUtf8(bytes)
        ? new DecodedText(StrictUtf8.GetString(bytes), "UTF-8", false)
        : new DecodedText(Encoding.UTF8.GetString(bytes), "UTF-8", true);

    private static DecodedText Marked(Encoding encoding, ReadOnlySpan<byte> bytes, string name)
    {
        var text = encoding.GetString(bytes);
        return new DecodedText(text, name, text.Contains('\uFFFD', StringComparison.Ordinal));
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    // A UTF-8 file with a few bytes spoilt must not be taken for GB18030, which accepts almost any bytes and would
    // turn every character into another one. Chinese in GB18030 hardly ever forms valid UTF-8 sequences.
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var good = 0;
        var bad = 0;
        while (!bytes.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done;
            if (!valid)
                bad++;
            else if (length > 1)
                good++;
            bytes = bytes[length..];
        }

        return bad * 10L <= good;
    }
}
