using System.Globalization;
using System.Text;
using YiyuanSafety.Drafting.Templating.Markup;

namespace YiyuanSafety.Drafting.Templating.Tags;

/// <summary>Puts the text of a paragraph together again that Word has split over runs.</summary>
internal static class ParagraphText
{
    /// <summary>Whether a tag may be in the element: the cheap question asked of every paragraph.</summary>
    public static bool MayHoldTags(string xml, Element element) =>
        xml.AsSpan(element.Start, element.End - element.Start).IndexOfAny("{}｛｝") >= 0
        || xml.AsSpan(element.Start, element.End - element.Start).IndexOf("&#") >= 0;

    /// <summary>Reads a paragraph; deleted text and text boxes inside are left out.</summary>
    public static Paragraph Read(string xml, Element paragraph, int number, Names names)
    {
        var text = new StringBuilder();
        var glyphs = new List<Glyph>();
        foreach (var element in Content(paragraph, names))
        {
            if (element.Name == names.T)
                Decode(xml, element, (element.ContentStart, element.ContentEnd), text, glyphs);
            else if (element.Parent?.Name == names.R && StandsFor(element, names) is { } c)
            {
                text.Append(c);
                glyphs.Add(new Glyph(element.Start, element.End, element));
            }
        }
        return new Paragraph(paragraph, number, text.ToString(), glyphs);
    }

    /// <summary>Reads the label of a content control as if it were a paragraph, or null when it holds no tag.</summary>
    public static Paragraph? ReadLabel(string xml, Element label, int number, Names names)
    {
        if (!MayHoldTags(xml, label) || Attributes.Find(xml, label, names.Val) is not { } span)
            return null;
        var text = new StringBuilder();
        var glyphs = new List<Glyph>();
        Decode(xml, label, span, text, glyphs);
        // A lone }} is no fault here: other programs keep JSON in their labels.
        return text.ToString() is var typed && (typed.Contains("{{", StringComparison.Ordinal) || typed.Contains("｛｛", StringComparison.Ordinal))
            ? new Paragraph(label, number, typed, glyphs) { Label = span }
            : null;
    }

    /// <summary>The elements of a paragraph in order, without its properties and without paragraphs inside.</summary>
    public static IEnumerable<Element> Content(Element paragraph, Names names)
    {
        var stack = new Stack<Element>();
        for (var i = paragraph.Children.Count - 1; i >= 0; i--)
            stack.Push(paragraph.Children[i]);
        while (stack.TryPop(out var next))
        {
            yield return next;
            if (next.Name == names.P || next.Name == names.PPr || next.Name == names.RPr)
                continue;
            for (var i = next.Children.Count - 1; i >= 0; i--)
                stack.Push(next.Children[i]);
        }
    }

    private static char? StandsFor(Element element, Names names) =>
        element.Name == names.Tab ? '\t'
        : element.Name == names.Br || element.Name == names.Cr ? '\n'
        : element.Name == names.NoBreakHyphen ? '-'
        : null;

    private static void Decode(string xml, Element element, (int Start, int End) span, StringBuilder text, List<Glyph> glyphs)
    {
        for (var at = span.Start; at < span.End;)
        {
            if (xml[at] == '<')
            {
                // Only a comment or an instruction can stand here.
                at = xml.IndexOf('>', at) + 1;
                continue;
            }
            var end = at + 1;
            var decoded = xml[at].ToString();
            if (xml[at] == '&')
            {
                end = xml.IndexOf(';', at) + 1;
                decoded = Entity(xml.AsSpan(at + 1, end - at - 2));
            }
            for (var i = 0; i < decoded.Length; i++)
            {
                text.Append(decoded[i]);
                glyphs.Add(new Glyph(at, end, element));
            }
            at = end;
        }
    }

    private static string Entity(ReadOnlySpan<char> name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', .. var hex] => char.ConvertFromUtf32(int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        ['#', .. var number] => char.ConvertFromUtf32(int.Parse(number, CultureInfo.InvariantCulture)),
        _ => " ",
    };
}
