using System.Text;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>Values as they may stand inside a w:t element.</summary>
internal static class XmlText
{
    /// <summary>
    /// Escapes mark-up, turns line ends into <c>w:br</c> and tabs into <c>w:tab</c>, and drops characters that XML forbids.
    /// </summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 16);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>':
                    text.Append("&gt;");
                    break;
                case '\n':
                    text.Append("</w:t><w:br/><w:t xml:space=\"preserve\">");
                    break;
                case '\t':
                    text.Append("</w:t><w:tab/><w:t xml:space=\"preserve\">");
                    break;
                case < ' ' or '\uFFFE' or '\uFFFF':
                    break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                        text.Append(c).Append(value[++i]);
                    else if (!char.IsSurrogate(c))
                        text.Append(c);
                    break;
            }
        }

        return text.ToString();
    }
}
