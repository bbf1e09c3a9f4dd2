using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>How many blank lines stand above a part.</summary>
/// <param name="part">The part; its first paragraph counts.</param>
/// <param name="lines">How many blank lines.</param>
/// <param name="below">What stands above them; anything where empty.</param>
internal sealed class GapCheck(Part part, int lines, params Part[] below) : Check
{
    private const double Tolerance = 0.45;

    public override IEnumerable<Fault> Run(CheckedPaper paper)
    {
        if (paper.Parts.First(part) is not { IsFramed: false, Holder: Holder.Body } first)
            yield break;
        var (above, blanks) = paper.Parts.Above(first);
        if (above is null || (below.Length > 0 && !(above is Paragraph other && below.Contains(paper.Parts.PartOf(other)))))
            yield break;
        var count = Count(above as Paragraph, blanks, first);
        if (Math.Abs(count - lines) > Tolerance)
            yield return new Fault(paper.PlaceOf(first), $"上面{Measure.Lines(count)}", $"上面{Measure.Lines(lines)}");
    }

    /// <summary>Blank lines between two paragraphs: empty ones by their height, and space before and after.</summary>
    public static double Count(Paragraph? above, IReadOnlyList<Paragraph> blanks, Paragraph below)
    {
        // A rule drawn by an empty paragraph is where the gap begins.
        var from = blanks.Select((blank, i) => Borders.IsDrawn(blank.Look.Bottom) || Borders.IsDrawn(blank.Look.Top) ? i + 1 : 0).DefaultIfEmpty(0).Max();
        var space = (from == 0 ? above?.Look.After ?? 0 : 0) + (below.Look.Before ?? 0) + blanks.Skip(from).Sum(blank => (blank.Look.Before ?? 0) + (blank.Look.After ?? 0));
        return blanks.Skip(from).Sum(Height) + ((double)space / TypeFigures.Line);
    }

    // In lines of 3号 type.
    private static double Height(Paragraph blank)
    {
        var line = blank.Look.Line ?? 240;
        return blank.Look.LineRule switch
        {
            "exact" => (double)line / TypeFigures.Line,
            "atLeast" => Math.Max((double)line / TypeFigures.Line, Natural(blank)),
            _ => Natural(blank) * line / 240,
        };
    }

    private static double Natural(Paragraph blank) => blank.Mark.Size >= TypeFigures.Size4 ? 1 : blank.Mark.Size / (double)TypeFigures.Size3;
}
