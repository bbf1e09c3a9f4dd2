using System.Globalization;
using System.Xml;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Reads the runs of a paragraph into its printed text.</summary>
internal sealed class ParagraphReader(StyleSheet styles, BodyReader body, ReadingLimits limits)
{
    /// <summary>Reads a paragraph; the reader stands on its start tag and is left on its end.</summary>
    public void Read(XmlReader xml, ParagraphText paragraph)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var fields = new Stack<bool>();
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.Depth > limits.Depth)
                throw new UnreadableSourceException(SourceErrors.Damaged, "文件内部结构嵌套过深，可能已损坏。请在 Word 中打开并另存后重试。");
            switch (xml.LocalName)
            {
                case "pPr":
                    ReadProperties(xml, paragraph);
                    break;
                case "r" when IsMain(xml) && !xml.IsEmptyElement:
                    ReadRun(xml, paragraph, fields);
                    break;
                case "t" when !xml.IsEmptyElement:
                    // Text outside a w:r stands in formulas.
                    paragraph.Text.Append(xml.ReadElementText());
                    break;
                case "del" or "moveFrom" or "sdtPr" or "sdtEndPr" or "Fallback" or "rt" or "rubyPr":
                    BodyReader.Skip(xml);
                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsMain(XmlReader xml) => xml.NamespaceURI.EndsWith("/wordprocessingml/2006/main", StringComparison.Ordinal) || xml.NamespaceURI.EndsWith("/wordprocessingml/main", StringComparison.Ordinal);

    private static void ReadProperties(XmlReader xml, ParagraphText paragraph)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "pStyle":
                    paragraph.Style = xml.WordAttribute("val");
                    break;
                case "numId":
                    paragraph.NumberId = xml.WordNumber("val");
                    break;
                case "ilvl":
                    paragraph.NumberLevel = xml.WordNumber("val");
                    break;
                case "outlineLvl":
                    paragraph.OutlineLevel = xml.WordNumber("val");
                    break;
                case "del" or "moveFrom":
                    paragraph.MarkDeleted = true;
                    break;
                case "pPrChange" or "sectPr" or "rPrChange":
                    BodyReader.Skip(xml);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadRun(XmlReader xml, ParagraphText paragraph, Stack<bool> fields)
    {
        var (bold, font, hidden) = (styles.Bold(paragraph.Style) ?? false, (string?)null, false);
        var started = false;
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "rPr")
            {
                (bold, font, hidden) = Look(xml, bold);
                continue;
            }

            if (!started)
            {
                paragraph.BeginRun(bold, font);
                started = true;
            }

            // Between a field's begin and its separator stands its code, which does not print.
            var inCode = fields.Contains(false);
            switch (xml.LocalName)
            {
                case "t" when !xml.IsEmptyElement:
                    var text = xml.ReadElementText();
                    if (hidden && text.Length > 0)
                        body.Report(FindingCodes.HiddenText, Severity.Warning, "文件中有隐藏文字，没有读取。如属正文，请在 Word 中取消隐藏后重试。");
                    else if (!inCode)
                        paragraph.Text.Append(text);
                    break;
                case "tab" or "ptab":
                    paragraph.Text.Append('\t');
                    break;
                case "br" when xml.WordAttribute("type") is not ("page" or "column"):
                case "cr":
                    paragraph.Text.Append('\n');
                    break;
                case "noBreakHyphen":
                    paragraph.Text.Append('-');
                    break;
                case "sym":
                    AppendSymbol(xml, paragraph);
                    break;
                case "fldChar":
                    Field(xml.WordAttribute("fldCharType"), fields);
                    break;
                case "footnoteReference" or "endnoteReference":
                    paragraph.Notes.Add((xml.LocalName == "endnoteReference", xml.WordNumber("id") ?? 0));
                    break;
                case "txbxContent":
                    paragraph.Boxes.AddRange(body.ReadTexts(xml));
                    break;
                case "delText" or "instrText" or "delInstrText" or "rt" or "rubyPr" or "Fallback" or "del" or "moveFrom":
                    BodyReader.Skip(xml);
                    break;
                default:
                    break;
            }
        }
    }

    private (bool Bold, string? Font, bool Hidden) Look(XmlReader xml, bool bold)
    {
        string? font = null;
        var hidden = false;
        if (xml.IsEmptyElement)
            return (bold, font, hidden);
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "rStyle":
                    var style = xml.WordAttribute("val");
                    (bold, font, hidden) = (styles.Bold(style) ?? bold, styles.Font(style) ?? font, styles.Hidden(style));
                    break;
                case "b":
                    bold = xml.WordFlag();
                    break;
                case "rFonts":
                    font = xml.WordAttribute("eastAsia") ?? font;
                    break;
                case "vanish":
                    hidden = xml.WordFlag();
                    break;
                case "rPrChange":
                    BodyReader.Skip(xml);
                    break;
                default:
                    break;
            }
        }

        return (bold, font, hidden);
    }

    private static void Field(string? type, Stack<bool> fields)
    {
        switch (type)
        {
            case "begin":
                fields.Push(false);
                break;
            case "separate" when fields.Count > 0:
                fields.Pop();
                fields.Push(true);
                break;
            case "end" when fields.Count > 0:
                fields.Pop();
                break;
            default:
                break;
        }
    }

    // Symbol fonts map characters into the private use area; what they print is not known.
    private static void AppendSymbol(XmlReader xml, ParagraphText paragraph)
    {
        if (int.TryParse(xml.WordAttribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xD800)
            paragraph.Text.Append((char)code);
        else
            paragraph.Text.Append('\uFFFD');
    }
}

/// <summary>Reading of text elements without losing the reader's place.</summary>
internal static class ElementText
{
    /// <summary>The text of the current element; the reader is left on its end tag.</summary>
    public static string ReadElementText(this XmlReader xml)
    {
        var depth = xml.Depth;
        var text = "";
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                text = text.Length == 0 ? xml.Value : text + xml.Value;
        }

        return text;
    }
}
