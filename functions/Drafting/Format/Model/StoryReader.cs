using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>Reads the blocks of a story (body, footer) in the order of the document.</summary>
internal sealed class StoryReader(StyleSheet styles, NumberingList numbering, ThemeFonts theme, Holder story)
{
    private readonly Dictionary<Holder, int> _ordinals = [];
    private readonly List<TextRun> _carried = [];
    private int _tables;

    /// <summary>Sections met so far: their w:sectPr.</summary>
    public List<XElement> Sections { get; } = [];

    /// <summary>The blocks of a container.</summary>
    public List<Block> Read(XElement container) => Read(container, story, StyleLook.None);

    private List<Block> Read(XElement container, Holder holder, StyleLook table)
    {
        var blocks = new List<Block>();
        foreach (var child in container.Elements())
        {
            if (child.Name == W.P)
            {
                if (ReadParagraph(child, holder, table) is { } paragraph)
                    blocks.Add(paragraph);
                if (holder == Holder.Body && child.Element(W.PPr)?.Element(W.SectPr) is { } section)
                    Sections.Add(section);
            }
            else if (child.Name == W.Tbl)
            {
                blocks.Add(ReadTable(child, holder));
            }
            else if (Inner(child) is { } inner)
            {
                blocks.AddRange(Read(inner, holder, table));
            }
        }

        return blocks;
    }

    private static XElement? Inner(XElement element) => element.Name.LocalName switch
    {
        "sdt" => element.Child("sdtContent"),
        "customXml" or "ins" or "moveTo" => element,
        "AlternateContent" => ParagraphReader.Alternative(element),
        _ => null,
    };

    private Paragraph? ReadParagraph(XElement element, Holder holder, StyleLook table)
    {
        var pPr = element.Element(W.PPr);
        var own = ParagraphLook.Read(pPr);
        var style = styles.ParagraphStyle(pPr.Child("pStyle").Text());
        var look = Look(own, style, table);
        var baseLook = style.Run.Over(table.Run).Over(styles.Run) with
        {
            Bold = style.Run.Bold is null && table.Run.Bold is null ? styles.Run.Bold : (style.Run.Bold ?? false) ^ (table.Run.Bold ?? false),
        };
        var reader = new ParagraphReader(styles, theme, baseLook, one => ShapeReader.Read(one, inner => Read(inner, Holder.Box, StyleLook.None)));
        reader.Read(element);
        var mark = pPr.Child("rPr");
        if (mark.Child("del") is not null || mark.Child("moveFrom") is not null)
        {
            // The end of this paragraph is deleted: what is left of it belongs to the next one.
            _carried.AddRange(reader.Runs);
            return null;
        }

        List<TextRun> runs = [.. _carried, .. reader.Runs];
        _carried.Clear();
        var text = string.Concat(runs.Select(run => run.Text));
        return new Paragraph
        {
            Element = element,
            Section = Sections.Count,
            Holder = holder,
            Ordinal = _ordinals[holder] = _ordinals.GetValueOrDefault(holder) + 1,
            StyleId = style.Id,
            StyleName = style.Name,
            Look = look,
            Mark = TypeLook.Of(RunLook.Read(mark, theme).Over(styles.CharacterStyle(mark.Child("rStyle").Text()).Run).Over(baseLook)),
            Runs = runs,
            Shapes = reader.Shapes,
            Fields = reader.Fields,
            Number = look.NumberingId is { } use and not "0" ? numbering.Next(use, look.NumberingLevel ?? 0) : "",
            Text = text,
            BreakBefore = reader.BreakBefore,
            BreakAfter = reader.BreakAfter,
        };
    }

    // A list set directly on a paragraph goes before its style; one that the style brings gives way to the style's own indents.
    private ParagraphLook Look(ParagraphLook own, StyleLook style, StyleLook table)
    {
        var below = table.Paragraph.Over(styles.Paragraph);
        var styled = style.Paragraph.NumberingId is { } use
            ? style.Paragraph.Over(numbering.Look(use, style.Paragraph.NumberingLevel ?? 0)).Over(below)
            : style.Paragraph.Over(below);
        return own.NumberingId is { } direct
            ? own.Over(numbering.Look(direct, own.NumberingLevel ?? 0)).Over(styled)
            : own.Over(styled);
    }

    private Table ReadTable(XElement element, Holder holder)
    {
        var style = styles.TableStyle(element.Child("tblPr").Child("tblStyle").Text());
        var ordinal = holder is Holder.Body ? ++_tables : _tables;
        var section = Sections.Count;
        return new Table
        {
            Element = element,
            Section = section,
            Ordinal = ordinal,
            Holder = holder,
            Grid = [.. element.Child("tblGrid")?.Elements(W.Main + "gridCol").Select(column => column.Number("w") ?? 0) ?? []],
            Rows = [.. Rows(element).Select(row => new Row(
                row,
                [.. Cells(row).Select(cell => new Cell(cell, Read(cell, Holder.Cell, style)))],
                row.Child("trPr").Switch("tblHeader") ?? false,
                row.Child("trPr").Switch("cantSplit") ?? false))],
        };
    }

    private static IEnumerable<XElement> Rows(XElement parent) => parent.Elements().SelectMany(child =>
        child.Name == W.Tr ? (child.Child("trPr").Child("del") is null ? [child] : [])
        : Inner(child) is { } inner ? Rows(inner) : []);

    private static IEnumerable<XElement> Cells(XElement parent) => parent.Elements().SelectMany(child =>
        child.Name == W.Tc ? [child] : Inner(child) is { } inner ? Cells(inner) : []);
}
