using System.Globalization;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Reads one paragraph: properties, runs and what hangs on them, tracked changes taken as accepted.</summary>
internal sealed class ParagraphReader(StoryReader reader, Story story, ParagraphDraft paragraph)
{
    private readonly PartCursor _cursor = reader.Cursor;
    private RunFormat? _styleFormat;

    /// <summary>Reads the paragraph the cursor stands on.</summary>
    public void Read()
    {
        var entered = _cursor.Enter();
        while (_cursor.Next(entered))
            ReadInline();
    }

    private RunFormat StyleFormat => _styleFormat ??= reader.Context.Styles.Paragraph(paragraph.StyleId).Format;

    private void ReadInline()
    {
        if (_cursor.IsMath)
        {
            if (_cursor.Name == "t")
                Print(StyleFormat);
            return;
        }

        if (!_cursor.IsWord)
            return;
        switch (_cursor.Name)
        {
            case "r":
                ReadRun();
                break;
            case "pPr":
                ReadProperties();
                break;
            case "del" or "moveFrom" or "sdtPr" or "sdtEndPr" or "customXmlPr" or "smartTagPr" or "rPr":
                _cursor.Skip();
                break;
            case "txbxContent":
                ReadTextBox();
                break;
            case "subDoc":
                reader.Context.ReportEmbedded(reader.PlaceIn(story));
                break;
            default:
                break;
        }
    }

    private void ReadProperties()
    {
        var entered = _cursor.Enter();
        while (_cursor.Next(entered))
        {
            switch (_cursor.Name)
            {
                case "pStyle":
                    paragraph.StyleId = _cursor.Value;
                    break;
                case "outlineLvl":
                    paragraph.Outline = _cursor.Number();
                    break;
                case "numId":
                    paragraph.NumId = _cursor.Value;
                    break;
                case "ilvl":
                    paragraph.Level = _cursor.Number();
                    break;
                case "rPr":
                    ReadMark();
                    break;
                case "pPrChange" or "sectPr" or "tabs" or "pBdr" or "framePr":
                    _cursor.Skip();
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadMark()
    {
        var entered = _cursor.Enter();
        while (_cursor.Next(entered))
        {
            if (_cursor.Name is "del" or "moveFrom")
                paragraph.JoinsNext = true;
            else if (_cursor.Name == "rPrChange")
                _cursor.Skip();
        }
    }

    private void ReadRun()
    {
        var format = default(RunFormat?);
        var entered = _cursor.Enter();
        while (_cursor.Next(entered))
        {
            if (_cursor.IsWord && _cursor.Name == "rPr")
            {
                var own = RunFormat.Read(_cursor, out var style);
                format = (style is null ? own : own.Over(reader.Context.Styles.Character(style))).Over(StyleFormat);
            }
            else
            {
                ReadRunContent(format ?? StyleFormat);
            }
        }
    }

    private void ReadRunContent(RunFormat format)
    {
        if (!_cursor.IsWord)
        {
            ReadInline();
            return;
        }

        switch (_cursor.Name)
        {
            case "t":
                Print(format);
                break;
            case "tab" or "ptab":
                Print("\t", format);
                break;
            case "br":
                if (_cursor.Attribute("type") is null or "textWrapping")
                    Print("\n", format);
                break;
            case "cr":
                Print("\n", format);
                break;
            case "noBreakHyphen":
                Print("-", format);
                break;
            case "sym":
                Print(Symbol(_cursor.Attribute("char")), format);
                break;
            case "fldChar":
                reader.Fields.Take(_cursor.Attribute("fldCharType"));
                _cursor.Skip();
                break;
            case "footnoteReference" or "endnoteReference":
                Attach(_cursor.Name == "endnoteReference", _cursor.Attribute("id"));
                break;
            case "instrText" or "delText" or "delInstrText" or "rt" or "rubyPr":
                _cursor.Skip();
                break;
            default:
                ReadInline();
                break;
        }
    }

    private void Print(RunFormat format)
    {
        if (format.Hidden == true || !reader.Fields.Prints)
        {
            _cursor.AppendText(paragraph.Hidden);
            return;
        }

        _cursor.AppendText(paragraph.Text);
        paragraph.Mark(format.Look);
    }

    private void Print(string text, RunFormat format)
    {
        if (format.Hidden == true || !reader.Fields.Prints)
        {
            paragraph.Hidden.Append(text);
            return;
        }

        paragraph.Text.Append(text);
        paragraph.Mark(format.Look);
    }

    private void Attach(bool endnote, string? id)
    {
        if (id is not null && !story.InNote)
            paragraph.Attached.AddRange(reader.Context.Note(endnote, id, reader.PlaceIn(story)));
    }

    private void ReadTextBox()
    {
        var box = new Story(BlockKind.TextBox)
        {
            Place = reader.PlaceIn(story),
            FlattensTables = story.FlattensTables,
            InNote = story.InNote,
        };
        reader.Read(box);
        paragraph.Attached.AddRange(box.Blocks);
    }

    private static string Symbol(string? code) =>
        int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        && value is > 0x1F and <= 0xFFFF && !char.IsSurrogate((char)value)
            ? SymbolFonts.Printed(((char)value).ToString())
            : "";
}
