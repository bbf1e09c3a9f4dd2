using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>How far the issuer's mark is from the top of the type area, or of the page; told only where the heights above it are fixed.</summary>
/// <param name="wanted">Twips.</param>
/// <param name="fromPage">From the page's top edge instead of the type area's.</param>
/// <param name="shapes">In which layouts.</param>
internal sealed class MarkPlaceCheck(int wanted, bool fromPage, params PaperShape[] shapes) : Check
{
    // 2 mm: how high a character stands in its line depends on the font and the program.
    private const int Tolerance = 113;

    public override IEnumerable<Fault> Run(CheckedPaper paper)
    {
        if (!shapes.Contains(paper.Parts.Shape) || paper.Parts.First(Part.Mark) is not { } mark || FromPage(paper, mark) is not { } top)
            yield break;
        var drop = fromPage ? top : top - PageFigures.Top;
        if (Math.Abs(drop - wanted) > Tolerance)
            yield return new Fault(paper.PlaceOf(mark), $"距{(fromPage ? "上页边" : "版心上边缘")} {Measure.Millimetres(drop)}", Measure.Millimetres(wanted));
    }

    private static int? FromPage(CheckedPaper paper, Paragraph mark)
    {
        // From where the type area has to begin: a wrong margin is a finding of its own.
        const int top = PageFigures.Top;
        if (mark.Look.Frame is { Y: { } framed } frame)
            return frame.VerticalAnchor switch { "page" => framed, "margin" => framed + top, _ => null };
        if (mark.Holder == Holder.Box)
        {
            var box = paper.Document.Shapes.FirstOrDefault(shape => mark.Element.Ancestors().Contains(shape.Element));
            return (box?.Down, box?.DownBy) switch
            {
                ("page", { } by) => by,
                ("margin", { } by) => by + top,
                _ => null,
            };
        }

        return mark.Holder == Holder.Body && HeightAbove(paper, mark) is { } height ? top + height : null;
    }

    private static int? HeightAbove(CheckedPaper paper, Paragraph mark)
    {
        var height = mark.Look.Before ?? 0;
        foreach (var block in paper.Parts.Blocks.Take(paper.Parts.PlaceOf(mark)))
        {
            if (block is not Paragraph paragraph || (paragraph.Look.LineRule != "exact" && !paragraph.IsFramed))
                return null;
            if (!paragraph.IsFramed)
                height += (paragraph.Look.Line ?? 0) + (paragraph.Look.Before ?? 0) + (paragraph.Look.After ?? 0);
        }

        return height;
    }
}
