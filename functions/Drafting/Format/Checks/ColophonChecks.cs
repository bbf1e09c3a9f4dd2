using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>版记 (7.4), and what a letter has of it (10.1).</summary>
internal static class ColophonChecks
{
    private const int Tolerance = 57;

    /// <summary>Rules above the first and below the last element, as wide as the type area.</summary>
    public static IEnumerable<Fault> Rules(CheckedPaper paper)
    {
        if (paper.Parts.Shape == PaperShape.Letter || Elements(paper) is not [var first, .., var last])
            yield break;
        if (TableOf(first) is { } table)
        {
            var width = table.Child("tblGrid")?.Elements().Sum(column => column.Number("w") ?? 0) ?? 0;
            if (Math.Abs(width - PageFigures.TypeWidth) > Tolerance)
                yield return new Fault(paper.PlaceOf(first), $"版记分隔线长 {Measure.Millimetres(width)}", "与版心等宽（156 mm）", Repair.Of(new WidthEdit(table, PageFigures.TypeWidth)));
        }

        if (EdgeOf(first, "top") is not { IsDrawn: true } && !HasLineShape(paper))
            yield return new Fault(paper.PlaceOf(first), "版记上方没有分隔线", "首条分隔线位于版记第一个要素之上");
        if (EdgeOf(last, "bottom") is not { IsDrawn: true } && !HasLineShape(paper))
            yield return new Fault(paper.PlaceOf(last), "版记下方没有分隔线", "末条分隔线位于版记最后一个要素之下");
    }

    /// <summary>Thick rules outside, thin ones inside.</summary>
    public static IEnumerable<Fault> Weights(CheckedPaper paper)
    {
        if (paper.Parts.Shape == PaperShape.Letter || Elements(paper) is not [var first, .., var last])
            yield break;
        foreach (var (paragraph, side, edge) in new[] { (first, "top", EdgeOf(first, "top")), (last, "bottom", EdgeOf(last, "bottom")) })
        {
            if (edge is { IsDrawn: true, Size: < 7 or > 9 })
                yield return new Fault(paper.PlaceOf(paragraph), $"{(side == "top" ? "首条" : "末条")}分隔线 {Measure.Points(edge.Size * 2.5)}", "粗线 0.35 mm（1 磅）", Mend(paragraph, side, TypeFigures.ThickRule));
        }

        if (TableOf(first) is { } table && first != last && EdgeOf(table, "insideH") is { IsDrawn: true, Size: < 5 or > 6 } inner)
            yield return new Fault(paper.PlaceOf(first), $"中间的分隔线 {Measure.Points(inner.Size * 2.5)}", "细线 0.25 mm（0.75 磅）", Mend(first, "insideH", TypeFigures.ThinRule));
    }

    /// <summary>At the foot of the type area of the last page.</summary>
    public static IEnumerable<Fault> Anchor(CheckedPaper paper)
    {
        if (Elements(paper) is not [var first, ..])
            yield break;
        var box = paper.Document.Shapes.FirstOrDefault(shape => first.Element.Ancestors().Contains(shape.Element));
        var floats = TableOf(first).Child("tblPr").Child("tblpPr");
        var inBox = box is { DownAlign: "bottom", Down: "margin" or "bottomMargin" } || (box is not null && box.DownBy is not null);
        var anchored = inBox || (floats.Text("vertAnchor") is "margin" or "page" && (floats.Text("tblpYSpec") == "bottom" || floats.Number("tblpY") > PageFigures.Height / 2))
            || first.Look.Frame is { VerticalAnchor: "page" or "margin" };
        if (!anchored)
            yield return new Fault(paper.PlaceOf(first), "版记随正文排列，没有固定在版心下边缘", "版记置于公文最后一面，末条分隔线与版心下边缘重合");
    }

    /// <summary>Nothing follows it.</summary>
    public static IEnumerable<Fault> Last(CheckedPaper paper)
    {
        if (Elements(paper) is not [var first, ..])
            yield break;
        var around = first.Element.AncestorsAndSelf().ToHashSet();
        var place = paper.Parts.Blocks.TakeWhile(block => !around.Contains(block.Element)).Count();
        var after = paper.Parts.Blocks.Skip(place + 1).OfType<Paragraph>().FirstOrDefault(paragraph => paragraph.Words.Length > 0 && paper.Parts.PartOf(paragraph) is not (Part.MainTo or Part.CopyTo or Part.Printed));
        if (after is not null && paper.Parts.PartOf(after) is Part.AttachmentLabel or Part.AttachmentText or Part.AttachmentTitle)
            yield return new Fault(paper.PlaceOf(first), $"版记之后还有{PartNames.Of(paper.Parts.PartOf(after))}", "版记在公文最后一面，附件在版记之前");
    }

    /// <summary>A letter has no 印发 line and no rules (10.1).</summary>
    public static IEnumerable<Fault> Letter(CheckedPaper paper)
    {
        if (paper.Parts.Shape != PaperShape.Letter)
            yield break;
        if (paper.Parts.First(Part.Printed) is { } printed)
            yield return new Fault(paper.PlaceOf(printed), "有印发机关和印发日期", "信函格式的版记不加印发机关和印发日期");
        if (Elements(paper) is [var first, ..] && (EdgeOf(first, "top") is { IsDrawn: true } || EdgeOf(first, "bottom") is { IsDrawn: true }))
            yield return new Fault(paper.PlaceOf(first), "版记有分隔线", "信函格式的版记不加分隔线");
    }

    /// <summary>主送 and 抄送 stand above each other without a rule between them (7.4.2).</summary>
    public static IEnumerable<Fault> MainTo(CheckedPaper paper)
    {
        if (paper.Parts.First(Part.MainTo) is not { } main || paper.Parts.First(Part.CopyTo) is not { } copy)
            yield break;
        var row = main.Element.Ancestors(W.Tr).FirstOrDefault();
        if (row is not null && !copy.Element.Ancestors().Contains(row) && TableOf(main) is { } table && EdgeOf(table, "insideH") is { IsDrawn: true })
            yield return new Fault(paper.PlaceOf(main), "主送机关和抄送机关之间有分隔线", "主送机关置于抄送机关之上一行，之间不加分隔线");
    }

    private static List<Paragraph> Elements(CheckedPaper paper) => [.. paper.Parts.Of(Part.MainTo), .. paper.Parts.Of(Part.CopyTo), .. paper.Parts.Of(Part.Printed)];

    private static bool HasLineShape(CheckedPaper paper) => paper.Document.Shapes.Any(shape => shape.Text.Count == 0 && !shape.IsPicture && !Colours.IsRed(shape.LineColour ?? ""));

    private static System.Xml.Linq.XElement? TableOf(Paragraph paragraph) => paragraph.Element.Ancestors(W.Tbl).FirstOrDefault();

    private static Edge? EdgeOf(Paragraph paragraph, string side)
    {
        if (TableOf(paragraph) is not { } table)
            return side == "top" ? paragraph.Look.Top : paragraph.Look.Bottom;
        var cell = Edge.Read(paragraph.Element.Ancestors(W.Tc).First().Child("tcPr").Child("tcBorders").Child(side));
        return cell ?? EdgeOf(table, side);
    }

    private static Edge? EdgeOf(System.Xml.Linq.XElement table, string side) => Edge.Read(table.Child("tblPr").Child("tblBorders").Child(side));

    private static Repair? Mend(Paragraph paragraph, string side, int size) =>
        TableOf(paragraph) is { } table && table.Child("tblPr").Child("tblBorders").Child(side) is { } edge ? Repair.Of(new RuleWeightEdit(table, edge.Name.LocalName, size)) : null;
}
