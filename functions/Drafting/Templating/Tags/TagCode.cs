using System.Text;

namespace YiyuanSafety.Drafting.Templating.Tags;

/// <summary>Makes a tag's text plain: Word turns quotes, spaces and hyphens into others while one types.</summary>
internal static class TagCode
{
    private const string Doubles = "\"“”„‟＂«»";
    private const string Singles = "'‘’‚‛＇`";

    /// <summary>Whether a text literal may begin here.</summary>
    public static bool IsQuote(char c) => Doubles.Contains(c, StringComparison.Ordinal) || Singles.Contains(c, StringComparison.Ordinal);

    /// <summary>
    /// Where the literal that begins at <paramref name="at"/> ends. A straight quote ends at the next straight one, so
    /// that “ ” may stand inside; if there is none, and for a curly one, any quote of its kind ends it. -1 without end.
    /// </summary>
    public static int StringEnd(string text, int at)
    {
        if (text[at] is '"' or '\'' or '`' && Next(text, at, text[at].ToString()) is var straight and >= 0)
            return straight;
        return Next(text, at, Doubles.Contains(text[at], StringComparison.Ordinal) ? Doubles : Singles);
    }

    /// <summary>The code as Scriban reads it.</summary>
    public static string Plain(string typed)
    {
        if (typed is ['-' or '~', ..])
            typed = typed[1..];
        if (typed is [.., '-' or '~'])
            typed = typed[..^1];
        var plain = new StringBuilder(typed.Length);
        for (var at = 0; at < typed.Length; at++)
        {
            if (!IsQuote(typed[at]))
            {
                plain.Append(Plain(typed[at]));
                continue;
            }
            var quote = Doubles.Contains(typed[at], StringComparison.Ordinal) ? '"' : '\'';
            var end = StringEnd(typed, at);
            plain.Append(quote);
            if (end < 0)
                continue;
            plain.Append(typed, at + 1, end - at - 1).Append(quote);
            at = end;
        }
        return plain.ToString().Trim();
    }

    private static int Next(string text, int at, string quotes)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (quotes.Contains(text[i], StringComparison.Ordinal))
                return i;
        }
        return -1;
    }

    private static char Plain(char c) => c switch
    {
        '。' => '.',
        '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u200A' or '\u202F' or '\u3000' => ' ',
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => ' ',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
        // Full-width forms of ASCII, as an input method types them.
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        _ => c,
    };
}
