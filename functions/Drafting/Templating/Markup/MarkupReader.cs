using System.Text;
using System.Xml;

namespace YiyuanSafety.Drafting.Templating.Markup;

/// <summary>Reads a part's bytes to text, and the text to elements with their offsets.</summary>
internal static class MarkupReader
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>The part as text, without a byte order mark, with a UTF-8 declaration and without CDATA sections.</summary>
    /// <exception cref="DecoderFallbackException">Bytes that are no text.</exception>
    public static string Text(byte[] bytes)
    {
        Encoding encoding = bytes is [0xff, 0xfe, ..] ? new UnicodeEncoding(false, true, true)
            : bytes is [0xfe, 0xff, ..] ? new UnicodeEncoding(true, true, true)
            : new UTF8Encoding(false, true);
        var text = encoding.GetString(bytes);
        if (text.StartsWith('\uFEFF'))
            text = text[1..];
        if (text.StartsWith("<?xml", StringComparison.Ordinal))
        {
            var end = text.IndexOf("?>", StringComparison.Ordinal);
            if (end > 0 && !text.AsSpan(0, end).Contains("utf-8", StringComparison.OrdinalIgnoreCase))
                text = Declaration + text[(end + 2)..];
        }
        return text.Contains("<![CDATA[", StringComparison.Ordinal) ? WithoutCdata(text) : text;
    }

    /// <summary>Checks that the text is well-formed and has no document type.</summary>
    /// <exception cref="XmlException">Not well-formed, or too deep.</exception>
    public static void Check(string text, int depth)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
        });
        while (reader.Read())
        {
            if (reader.Depth > depth)
                throw new XmlException($"元素嵌套超过 {depth} 层");
        }
    }

    /// <summary>The root element of a text known to be well-formed.</summary>
    public static Element Parse(string text)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Element? root = null;
        Element? open = null;
        var at = 0;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            if (text[at + 1] is '!' or '?')
            {
                at = text.IndexOf(text[at + 1] == '!' ? "-->" : "?>", at, StringComparison.Ordinal) + 2;
                continue;
            }
            var close = TagEnd(text, at);
            if (text[at + 1] == '/')
            {
                if (open is not null)
                {
                    open.ContentEnd = at;
                    open.End = close + 1;
                    open = open.Parent;
                }
            }
            else
            {
                var span = text.AsSpan(at + 1, close - at - 1);
                var length = span.IndexOfAny(" \t\r\n/");
                var key = length < 0 ? span : span[..length];
                if (!names.TryGetValue(key, out var name))
                    names[key] = name = key.ToString();
                var element = new Element(name, at, open) { ContentStart = close + 1 };
                open?.Children.Add(element);
                root ??= element;
                if (text[close - 1] == '/')
                {
                    element.SelfClosed = true;
                    element.ContentEnd = element.End = close + 1;
                }
                else
                    open = element;
            }
            at = close + 1;
        }
        return root ?? throw new XmlException("没有根元素");
    }

    // A > may stand inside a quoted attribute.
    private static int TagEnd(string text, int at)
    {
        while (true)
        {
            at = text.AsSpan(at).IndexOfAny("\"'>") + at;
            if (text[at] == '>')
                return at;
            at = text.IndexOf(text[at], at + 1) + 1;
        }
    }

    private static string WithoutCdata(string text)
    {
        var plain = new StringBuilder(text.Length);
        var at = 0;
        for (int cdata; (cdata = text.IndexOf("<![CDATA[", at, StringComparison.Ordinal)) >= 0;)
        {
            var end = text.IndexOf("]]>", cdata, StringComparison.Ordinal);
            if (end < 0)
                break;
            plain.Append(text, at, cdata - at);
            plain.Append(text[(cdata + 9)..end].Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
            at = end + 3;
        }
        return plain.Append(text, at, text.Length - at).ToString();
    }
}
