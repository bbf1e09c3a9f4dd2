using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>Tables; the standard hardly speaks of them (8), so most of this is custom.</summary>
internal static class TableChecks
{
    private const int FewRows = 5;
    private const int FewColumns = 3;
    private const double LoosestLine = 1.8;
    private static readonly string[] Edges = ["top", "left", "bottom", "right", "insideH", "insideV"];

    public static Fault? Head(CheckedPaper paper, Table table) =>
        !IsData(table) || table.Rows[0].IsHead ? null : new Fault(
            CheckedPaper.PlaceOf(table), "表头不在每页重复", "首行设为“在各页顶端以标题行形式重复出现”", Repair.Of(Row(table, "tblHeader"), Row(table, "cantSplit")));

    public static Fault? HeadWhole(CheckedPaper paper, Table table) =>
        !IsData(table) || !table.Rows[0].IsHead || table.Rows.TakeWhile(row => row.IsHead).All(row => row.IsWhole) ? null : new Fault(
            CheckedPaper.PlaceOf(table),
            "表头行允许跨页断行",
            "表头行不跨页断行",
            Repair.Of(table.Rows.TakeWhile(row => row.IsHead).Select(row => new PropertyEdit(row.Element, "trPr", "cantSplit", []))));

    public static Fault? Width(CheckedPaper paper, Table table)
    {
        var area = paper.Document.SectionOf(table).IsLandscape ? PageFigures.TypeHeight : PageFigures.TypeWidth;
        var width = table.Grid.Sum();
        return width <= area + 30 || table.Element.Parent?.Name == W.Tc ? null : new Fault(
            CheckedPaper.PlaceOf(table), $"宽 {Measure.Millimetres(width)}", $"不超过版心宽度 {Measure.Millimetres(area)}", Repair.Of(new WidthEdit(table.Element, area)));
    }

    public static Fault? Lines(CheckedPaper paper, Table table)
    {
        var loose = table.Paragraphs.Where(paragraph => paragraph.Words.Length > 0 && paragraph.Look.LineRule == "exact" && paragraph.Look.Line > LoosestLine * paragraph.Type.Size * 10).ToList();
        return !IsData(table) || loose.Count == 0 ? null : new Fault(
            CheckedPaper.PlaceOf(table),
            $"{loose.Count} 个段落行距 {Measure.Points(loose[0].Look.Line ?? 0)}，字号 {Measure.Size(loose[0].Type.Size)}",
            "表内行距不超过字号的 1.8 倍",
            Repair.Of(loose.Select(paragraph => Repairs.Line(paragraph, paragraph.Type.Size * 15))));
    }

    public static Fault? Borders(CheckedPaper paper, Table table)
    {
        if (!IsData(table))
            return null;
        var own = table.Element.Child("tblPr").Child("tblBorders");
        var style = table.Element.Child("tblPr").Child("tblStyle").Text() is { } id ? StyleBorders(paper, id) : null;
        var drawn = Edges.Any(edge => Edge.Read(own.Child(edge)) is { IsDrawn: true } || (own is null && Edge.Read(style.Child(edge)) is { IsDrawn: true }))
            || table.Element.Descendants(W.Main + "tcBorders").Any();
        return drawn ? null : new Fault(CheckedPaper.PlaceOf(table), "没有框线", "0.5 磅黑色单实线", Repair.Of(new TableBorderEdit(table.Element)));
    }

    private static System.Xml.Linq.XElement? StyleBorders(CheckedPaper paper, string id)
    {
        for (var steps = 0; steps < 16 && paper.Document.Styles.Element(id) is { } style; steps++)
        {
            if (style.Child("tblPr").Child("tblBorders") is { } borders)
                return borders;
            id = style.Child("basedOn").Text() ?? "";
        }

        return null;
    }

    /// <summary>Each row of a table of tasks names a body.</summary>
    public static Fault? Bodies(CheckedPaper paper, Table table)
    {
        if (!IsData(table))
            return null;
        var head = table.Rows[0].Cells;
        var columns = Enumerable.Range(0, head.Count).Where(i => head[i].Words.Contains("单位", StringComparison.Ordinal) || head[i].Words.Contains("部门", StringComparison.Ordinal)).ToList();
        var rows = table.Rows.Skip(1).Where(row => row.Cells.Count == head.Count).ToList();
        var without = columns.Count == 0 || head.Any(cell => cell.Words.Contains("其他", StringComparison.Ordinal)) ? 0 : rows.Count(row => columns.TrueForAll(i => row.Cells[i].Words.Length == 0) && !Continues(row));
        return without == 0 ? null : new Fault(CheckedPaper.PlaceOf(table), $"有 {without} 行没有写明单位", "每项任务写明牵头单位或责任单位");
    }

    // A cell merged with the one above it is empty by itself.
    private static bool Continues(Row row) => row.Element.Descendants(W.Main + "vMerge").Any(merge => merge.Text() is null or "continue");

    private static bool IsData(Table table) => table.Rows.Count >= FewRows && table.Rows.Max(row => row.Cells.Count) >= FewColumns;

    private static PropertyEdit Row(Table table, string property) => new(table.Rows[0].Element, "trPr", property, []);
}
