using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>A paper as the checks see it.</summary>
internal sealed class CheckedPaper(WordDocument document, CheckOptions options)
{
    private const int PlainCellMargin = 108;

    private readonly Dictionary<Paragraph, Placement> _placements = [];

    public WordDocument Document => document;

    public CheckOptions Options => options;

    public PaperParts Parts { get; } = PartFinder.Find(document);

    /// <summary>The usual line and type of the text.</summary>
    public UsualText Usual => field ??= UsualText.Of(this);

    /// <summary>Where the text of a paragraph stands, counted from the edges of the type area.</summary>
    public Placement Placed(Paragraph paragraph)
    {
        if (_placements.TryGetValue(paragraph, out var known))
            return known;
        var (column, left) = Column(paragraph);
        var placement = Placement.Of(paragraph, column, document.TabStop);
        double em = paragraph.Type.Em;
        return _placements[paragraph] = placement with { Start = placement.Start + (left / em), End = placement.End + (left / em), Wrapped = placement.Wrapped + (left / em) };
    }

    /// <summary>Where a paragraph is, for people.</summary>
    public Place PlaceOf(Paragraph paragraph)
    {
        var words = paragraph.Words.Replace('\n', ' ').Replace('\t', ' ');
        var first = words.Length == 0 ? "空行" : $"“{(words.Length > 14 ? words[..CutAt(words)] + "…" : words)}”";
        var section = Math.Min(paragraph.Section, document.Sections.Count - 1) + 1;
        var place = paragraph.Holder switch
        {
            Holder.Body => new Place($"第 {paragraph.Ordinal} 段{first}", paragraph.Ordinal, section),
            Holder.Cell => new Place($"表格中{first}", null, section),
            Holder.Box => new Place($"文本框中{first}", null, section),
            _ => new Place($"页脚{first}"),
        };
        return place with { First = Begin(paragraph) };
    }

    /// <summary>Where a table is, for people.</summary>
    public static Place PlaceOf(Table table)
    {
        var first = table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Words).FirstOrDefault(words => words.Length > 0) ?? "";
        return new Place($"第 {table.Ordinal} 个表格（{(first.Length > 10 ? first[..10] + "…" : first)}）", null, table.Section + 1, table.Ordinal)
        {
            First = table.Paragraphs.Select(Begin).FirstOrDefault(words => words.Length > 0) ?? "",
        };
    }

    /// <summary>Where a section is, for people.</summary>
    public Place PlaceOf(SectionLook section) => new(
        document.Sections.Count == 1 ? "页面设置" : $"第 {section.Ordinal} 节{(section.IsLandscape ? "（横版）" : "")}的页面设置", null, section.Ordinal);

    /// <summary>The document as a whole.</summary>
    public static Place Whole { get; } = new("全文");

    private (double Column, double Left) Column(Paragraph paragraph)
    {
        // As wide as the type area has to be: a wrong page is a finding of its own and is mended before all else.
        double type = document.SectionOf(paragraph).IsLandscape ? PageFigures.TypeHeight : PageFigures.TypeWidth;
        if (paragraph.Look.Frame?.Width is { } frame and > 0)
            return (frame, 0);
        if (paragraph.Holder != Holder.Cell || paragraph.Element.Ancestors(W.Tbl).FirstOrDefault() is not { } table)
            return (type, 0);
        var margin = table.Child("tblPr").Child("tblCellMar").Child("left").Number("w") ?? PlainCellMargin;
        var width = paragraph.Element.Ancestors(W.Tc).First().Child("tcPr").Child("tcW").Number("w") ?? (int)type;
        return (Math.Max(width - (2 * margin), 1), margin);
    }

    // Up to a tab or a break, which each program writes in its own way.
    private static string Begin(Paragraph paragraph)
    {
        var words = paragraph.Text.TrimStart(Paragraph.Blank).Split('\n', '\t')[0].TrimEnd(Paragraph.Blank);
        return words.Length > 14 ? words[..CutAt(words)] : words;
    }

    // Not between the halves of a character outside the basic plane.
    private static int CutAt(string words) => char.IsHighSurrogate(words[13]) ? 13 : 14;
}
