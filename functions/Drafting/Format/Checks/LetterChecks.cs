using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>The double lines of a letter (10.1).</summary>
internal static class LetterChecks
{
    private const int Length = 113;
    private const int Down = 85;
    private const int LeastGap = 57;
    private const int MostGap = 397;

    public static IEnumerable<Fault> UpperLine(CheckedPaper paper)
    {
        if (paper.Parts.Shape != PaperShape.Letter)
            yield break;
        if (paper.Document.Flow.FirstOrDefault(paragraph => Rule(paragraph) is not null && (paragraph.Look.Frame?.Y ?? 0) < PageFigures.Height / 2) is not { } line)
        {
            if (HasHead(paper, paper.Document.Shapes))
                yield return new Fault(CheckedPaper.Whole, "发文机关标志下没有双线", "标志之下 4 mm 处有一条红色双线（上粗下细），长 170 mm");
            yield break;
        }

        foreach (var fault in Look(paper, line))
            yield return fault;
        if (line.Look.Frame?.Y is { } y && paper.Parts.First(Part.Mark) is { Look: { Frame.Y: { } top, LineRule: "exact", Line: { } height } } mark && y - top - height is < LeastGap - 114 or > MostGap)
            yield return new Fault(paper.PlaceOf(mark), $"双线距标志约 {Measure.Millimetres(Math.Max(0, y - top - height))}", "标志之下 4 mm");
    }

    public static IEnumerable<Fault> LowerLine(CheckedPaper paper)
    {
        if (paper.Parts.Shape != PaperShape.Letter)
            yield break;
        var section = paper.Document.Sections[0];
        IReadOnlyList<Paragraph> footer = section.Footers.GetValueOrDefault("first")?.Paragraphs ?? [];
        if (footer.Concat(paper.Document.Flow).FirstOrDefault(paragraph => Rule(paragraph) is not null && (paragraph.Holder == Holder.Footer || (paragraph.Look.Frame?.Y ?? 0) >= PageFigures.Height / 2)) is not { } line)
        {
            if (HasHead(paper, paper.Document.Shapes.Concat(section.Footers.Values.SelectMany(one => one.Shapes))))
                yield return new Fault(CheckedPaper.Whole, "首页下方没有双线", "首页距下页边 20 mm 处有一条红色双线（上细下粗），长 170 mm");
            yield break;
        }

        foreach (var fault in Look(paper, line))
            yield return fault;
        if (line.Look.Frame is { VerticalAnchor: "page", Y: { } y } && Math.Abs(y - PageFigures.LetterFootLineTop) > Down)
            yield return new Fault(new Place("首页页脚"), $"双线距下页边 {Measure.Millimetres(PageFigures.Height - y)}", "距下页边 20 mm");
    }

    private static IEnumerable<Fault> Look(CheckedPaper paper, Paragraph line)
    {
        var place = line.Holder == Holder.Footer ? new Place("首页页脚") : paper.PlaceOf(line) with { Text = "发文机关标志下的双线" };
        if (Rule(line) is { } edge && !Colours.IsRed(edge.Colour))
            yield return new Fault(place, $"双线颜色为 {HeadChecks.Colour(edge.Colour)}", "红色双线");
        if (line.Look.Frame?.Width is { } width && Math.Abs(width - PageFigures.LetterLineLength) > Length)
            yield return new Fault(place, $"双线长 {Measure.Millimetres(width)}", "长 170 mm");
    }

    // Without a mark the paper is printed beforehand; lines may also be drawn, and then nothing can be said of them.
    private static bool HasHead(CheckedPaper paper, IEnumerable<Shape> shapes) =>
        paper.Parts.First(Part.Mark) is not null && shapes.All(shape => shape.Text.Any(block => block is Table or Paragraph { Words.Length: > 0 }));

    private static Edge? Rule(Paragraph paragraph) =>
        Borders.IsDouble(paragraph.Look.Top) ? paragraph.Look.Top : Borders.IsDouble(paragraph.Look.Bottom) ? paragraph.Look.Bottom : null;
}
