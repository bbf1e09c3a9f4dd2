using System.Xml;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Reads the body of a document, block after block, as if all tracked changes were accepted.</summary>
internal sealed class BodyReader
{
    private readonly StyleSheet _styles;
    private readonly NumberingSheet _numbering;
    private readonly NoteTexts? _notes;
    private readonly string _name;
    private readonly ReadingLimits _limits;
    private readonly ParagraphReader _paragraphs;
    private ParagraphText? _carried;
    private int _paragraph;
    private int _tables;
    private int _characters;

    /// <summary>Prepares a reader; without notes, references to notes are ignored.</summary>
    public BodyReader(StyleSheet styles, NumberingSheet numbering, NoteTexts? notes, string name, ReadingLimits limits)
    {
        (_styles, _numbering, _notes, _name, _limits) = (styles, numbering, notes, name, limits);
        _paragraphs = new ParagraphReader(styles, this, limits);
    }

    /// <summary>What was read.</summary>
    public List<SourceBlock> Blocks { get; } = [];

    /// <summary>What a person should know.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Reads document.xml.</summary>
    public void ReadDocument(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "body")
            {
                if (!xml.IsEmptyElement)
                    ReadChildren(xml);
                return;
            }

            if (xml.NodeType == XmlNodeType.Element && xml.Depth > 2)
                break;
        }

        throw WordPackage.Damaged(_name, null);
    }

    /// <summary>Reads everything below the element the reader starts at.</summary>
    public void ReadContainer(XmlReader xml)
    {
        xml.Read();
        if (!xml.IsEmptyElement)
            ReadChildren(xml);
    }

    /// <summary>Reads the texts of the paragraphs and cells of a container, such as a text box, without adding blocks.</summary>
    public List<string> ReadTexts(XmlReader xml)
    {
        var nested = new BodyReader(_styles, _numbering, null, _name, _limits);
        if (!xml.IsEmptyElement)
            nested.ReadChildren(xml);
        _paragraph += nested._paragraph;
        return [.. nested.Blocks.Where(block => block.Text.Length > 0).Select(block => block.Text)];
    }

    /// <summary>Reports something, once for each code.</summary>
    public void Report(string code, Severity severity, string message)
    {
        if (!Findings.Exists(finding => finding.Code == code))
            Findings.Add(new Finding(code, severity, message, new SourcePlace(Paragraph: _paragraph).ToString()));
    }

    private void ReadChildren(XmlReader xml)
    {
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.Depth > _limits.Depth)
                throw WordPackage.Damaged(_name, null);
            switch (xml.LocalName)
            {
                case "p":
                    ReadParagraph(xml);
                    break;
                case "tbl":
                    ReadTable(xml);
                    break;
                case "del" or "moveFrom" or "sectPr" or "sdtPr" or "sdtEndPr" or "Fallback":
                    Skip(xml);
                    break;
                case "altChunk":
                    Report(FindingCodes.EmbeddedFile, Severity.Warning, "文件中嵌入了另一份文件（altChunk），没有读取其中的内容。请在 Word 中打开并另存后重试。");
                    break;
                default:
                    // sdt, customXml, ins, AlternateContent and the like only wrap blocks.
                    break;
            }
        }
    }

    private void ReadParagraph(XmlReader xml)
    {
        _paragraph++;
        var place = new SourcePlace(Paragraph: _paragraph);
        var paragraph = _carried ?? new ParagraphText();
        _carried = null;
        paragraph.CarryOn();
        _paragraphs.Read(xml, paragraph);
        if (paragraph.MarkDeleted)
        {
            _carried = paragraph;
            return;
        }

        var number = Number(paragraph);
        var lead = paragraph.EmphasisedLead();
        var text = number + paragraph.Text;
        Add(new SourceBlock(Blocks.Count, text, place)
        {
            HeadingLevel = paragraph.OutlineLevel is { } level ? (level < 9 ? level + 1 : null) : _styles.HeadingLevel(paragraph.Style),
            EmphasisedLead = lead == 0 ? 0 : lead + number.Length,
        });
        AddAnchored(paragraph, place);
    }

    private void AddAnchored(ParagraphText paragraph, SourcePlace place)
    {
        foreach (var box in paragraph.Boxes)
            Add(new SourceBlock(Blocks.Count, box, place) { Kind = BlockKind.TextBox });
        foreach (var (end, id) in paragraph.Notes)
        {
            if (_notes?.Find(end, id) is { Length: > 0 } note)
                Add(new SourceBlock(Blocks.Count, note, place) { Kind = BlockKind.Footnote });
        }
    }

    private string Number(ParagraphText paragraph)
    {
        var inherited = _styles.Numbering(paragraph.Style);
        var id = paragraph.NumberId ?? inherited?.NumberId;
        return id is { } number and not 0 ? _numbering.Next(number, paragraph.NumberLevel ?? inherited?.Level ?? 0) : "";
    }

    private void ReadTable(XmlReader xml)
    {
        var table = new TableReader(_tables++);
        var anchored = new List<(ParagraphText, SourcePlace)>();
        table.Read(xml, cell => CellText(cell, anchored), _limits, _name);
        foreach (var (cell, text) in table.Cells)
        {
            Add(new SourceBlock(Blocks.Count, text, new SourcePlace(Table: cell.Table + 1, Row: cell.Row + 1, Column: cell.Column + 1))
            {
                Kind = BlockKind.TableCell,
                Cell = cell,
            });
        }

        foreach (var (paragraph, place) in anchored)
            AddAnchored(paragraph, place);
    }

    /// <summary>The text of a cell: its paragraphs, and those of tables inside it, one a line.</summary>
    private string CellText(XmlReader xml, List<(ParagraphText, SourcePlace)> anchored)
    {
        var lines = new List<string>();
        var depth = xml.Depth;
        ParagraphText? carried = null;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName is "del" or "moveFrom" or "tcPr" or "tblPr" or "trPr" or "sdtPr" or "Fallback")
            {
                Skip(xml);
                continue;
            }

            if (xml.LocalName != "p")
                continue;
            _paragraph++;
            var paragraph = carried ?? new ParagraphText();
            paragraph.CarryOn();
            _paragraphs.Read(xml, paragraph);
            carried = paragraph.MarkDeleted ? paragraph : null;
            if (carried is not null)
                continue;
            var text = Number(paragraph) + paragraph.Text;
            if (text.Length > 0)
                lines.Add(text);
            if (paragraph.Boxes.Count + paragraph.Notes.Count > 0)
                anchored.Add((paragraph, new SourcePlace(Paragraph: _paragraph)));
        }

        return string.Join('\n', lines);
    }

    private void Add(SourceBlock block)
    {
        _characters += block.Text.Length;
        if (_characters > _limits.Characters || Blocks.Count >= _limits.Blocks)
            throw new UnreadableSourceException(SourceErrors.TooBig, $"“{_name}”的文字超过上限（{_limits.Characters} 字或 {_limits.Blocks} 段），不像一份工作要点。请核对是否选错了文件。");
        Blocks.Add(block);
    }

    /// <summary>Moves to the end of the current element.</summary>
    internal static void Skip(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
        }
    }
}
