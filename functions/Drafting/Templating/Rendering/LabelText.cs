using System.Text;

namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>Writes a piece of XML.</summary>
internal delegate void WriteXml(ReadOnlySpan<char> xml);

/// <summary>Values inside an attribute: one line, quotes escaped, characters that XML forbids dropped.</summary>
internal static class LabelText
{
    /// <summary>Writes a value and gives its length in characters as Word counts them, before escaping.</summary>
    public static int Write(ReadOnlySpan<char> text, WriteXml write)
    {
        var xml = new StringBuilder(text.Length);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                xml.Append(c).Append(text[++i]);
                length += 2;
            }
            else if (Escaped(c) is { Length: > 0 } escaped)
            {
                xml.Append(escaped);
                length++;
            }
        }
        write(xml.ToString());
        return length;
    }

    private static string Escaped(char c) => c switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        '\'' => "&apos;",
        '\t' or '\n' or '\v' or '\f' or '\r' => " ",
        < ' ' or '\u007F' or '\uFFFE' or '\uFFFF' => "",
        _ => char.IsSurrogate(c) ? "" : c.ToString(),
    };
}
