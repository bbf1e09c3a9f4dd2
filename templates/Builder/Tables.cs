using System.Globalization;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;
using static YiyuanSafety.Templates.Ooxml;

namespace YiyuanSafety.Templates;

/// <summary>Tables of fixed width, with a head that repeats on every page.</summary>
internal static class Tables
{
    private const int CellSide = 85;
    private const int CellHeight = 30;
    private const int Rule = 4;

    /// <summary>A table. The widths are written twice, since WPS goes by the grid and Word by the cells.</summary>
    public static XElement Table(IReadOnlyList<int> widths, params IEnumerable<XElement> rows) => E(
        "tbl",
        E(
            "tblPr",
            E("tblW", At("w", widths.Sum()), At("type", "dxa")),
            E("tblBorders", Edges(Rule, Rule)),
            E("tblLayout", At("type", "fixed")),
            Styles.CellMargins(CellSide, CellHeight)),
        E("tblGrid", widths.Select(width => E("gridCol", At("w", width)))),
        rows);

    /// <summary>A table without rules, in the middle of the line, to place things side by side.</summary>
    public static XElement Plain(IReadOnlyList<int> widths, params IEnumerable<XElement> rows) => E(
        "tbl",
        E(
            "tblPr",
            E("tblW", At("w", widths.Sum()), At("type", "dxa")),
            Val("jc", "center"),
            E("tblLayout", At("type", "fixed")),
            Styles.CellMargins(0)),
        E("tblGrid", widths.Select(width => E("gridCol", At("w", width)))),
        rows);

    /// <summary>A row whose last cell goes on through the rows below it.</summary>
    public static XElement Merged(IReadOnlyList<int> widths, bool isFirst, XElement text, XElement beside)
    {
        var last = Cell(widths[1], 1, [beside]);
        last.Element(W + "tcPr")?.Element(W + "tcW")?.AddAfterSelf(isFirst ? Val("vMerge", "restart") : E("vMerge"));
        return E("tr", E("trPr", E("cantSplit")), Cell(widths[0], 1, [text]), last);
    }

    /// <summary>The head: repeated, never split.</summary>
    public static XElement Head(IReadOnlyList<int> widths, params IReadOnlyList<string> names) => E(
        "tr",
        E("trPr", E("cantSplit"), E("tblHeader")),
        names.Select((name, i) => Cell(widths[i], 1, [P(Styles.TableHead, name)])));

    /// <summary>A row of cells; one that is kept whole has its texts in the middle, one that may split has them at the top.</summary>
    public static XElement Row(IReadOnlyList<int> widths, bool whole, params IReadOnlyList<XElement[]> cells) => E(
        "tr",
        whole ? E("trPr", E("cantSplit")) : null,
        cells.Select((paragraphs, i) => Cell(widths[i], 1, paragraphs, whole ? "center" : "top")));

    /// <summary>A row at least that high in twips, its texts at the foot.</summary>
    public static XElement Tall(IReadOnlyList<int> widths, int height, params IReadOnlyList<XElement> cells) => E(
        "tr",
        E("trPr", E("cantSplit"), E("trHeight", At("val", height), At("hRule", "atLeast"))),
        cells.Select((paragraph, i) => Cell(widths[i], 1, [paragraph], "bottom")));

    /// <summary>A row of one cell over all columns.</summary>
    public static XElement Wide(IReadOnlyList<int> widths, params IEnumerable<XElement> paragraphs) => E(
        "tr",
        E("trPr", E("cantSplit")),
        Cell(widths.Sum(), widths.Count, paragraphs));

    /// <summary>A row that holds only a tag and vanishes in the paper.</summary>
    public static XElement TagRow(IReadOnlyList<int> widths, string tag) => Wide(widths, Tag(tag));

    /// <summary>Text beginning at the left.</summary>
    public static XElement[] Left(params IEnumerable<string> texts) => [.. texts.Select(text => P(Styles.TableText, text))];

    /// <summary>Text in the middle.</summary>
    public static XElement[] Centred(string text) => [P(Styles.TableCentred, text)];

    /// <summary>
    /// 版记 and the room for it: in a text box at the foot of the type area (7.4): first and last rule thick, the rule between them thin, the last on the
    /// lower edge. A table placed there itself would fall back into the text when it is as wide as the type area.
    /// </summary>
    public static IEnumerable<XElement> Colophon()
    {
        int[] width = [PageFigures.TypeWidth];
        return
        [
            Tag("{{ for line in colophon.room }}"),
            P(Styles.ColophonRoom),
            Tag("{{ end }}"),
            Box(width),
        ];
    }

    private static XElement Box(int[] width) => TextBox.AtFoot(
        E(
            "tbl",
            E(
                "tblPr",
                E("tblW", At("w", width[0]), At("type", "dxa")),
                E("tblBorders", Edges(TypeFigures.ThickRule, TypeFigures.ThinRule, sides: false)),
                E("tblLayout", At("type", "fixed")),
                Styles.CellMargins(0)),
            E("tblGrid", E("gridCol", At("w", width[0]))),
            TagRow(width, "{{ if colophon.main_to != \"\" || colophon.copy_to != \"\" }}"),

            // 7.4.2: no rule between 主送 and 抄送.
            Wide(width, [
                .. CommonBlocks.When("colophon.main_to != \"\"", P(Styles.CopyTo, "主送：{{ colophon.main_to }}。")),
                .. CommonBlocks.When("colophon.copy_to != \"\"", P(Styles.CopyTo, "抄送：{{ colophon.copy_to }}。")),
            ]),
            TagRow(width, "{{ end }}"),
            Wide(width, [P(Styles.Printed, "{{ colophon.printed_by }}\t{{ colophon.printed_on }}印发")])),
        P(Styles.SectionEnd));

    private static XElement Cell(int width, int span, IEnumerable<XElement> paragraphs, string align = "center") => E(
        "tc",
        E(
            "tcPr",
            E("tcW", At("w", width), At("type", "dxa")),
            span > 1 ? E("gridSpan", At("val", span.ToString(CultureInfo.InvariantCulture))) : null,
            Val("vAlign", align)),
        paragraphs);

    private static IEnumerable<XElement> Edges(int outer, int inner, bool sides = true)
    {
        foreach (var (name, size) in new[] { ("top", outer), ("left", outer), ("bottom", outer), ("right", outer), ("insideH", inner), ("insideV", inner) })
        {
            var side = name is "left" or "right" or "insideV";
            yield return side && !sides
                ? E(name, At("val", "nil"))
                : E(name, At("val", "single"), At("sz", size), At("space", 0), At("color", "auto"));
        }
    }
}
