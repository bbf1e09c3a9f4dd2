using System.Text;

namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>Joins lines to paragraphs where their geometry tells where paragraphs end; else gives the lines as they are.</summary>
internal static class PdfParagraphs
{
    private const int EnoughStarts = 3;

    private sealed record PlacedLine(PdfLine Line, SourcePlace Place, PdfGeometry Geometry);

    /// <summary>The blocks of the pages, furniture left out.</summary>
    public static IEnumerable<SourceBlock> Join(IReadOnlyList<PdfPage> pages, HashSet<PdfLine> furniture)
    {
        var lines = Place(pages, furniture);
        var decides = GeometryDecides(lines);
        var text = new StringBuilder();
        for (var at = 0; at < lines.Count; at++)
        {
            var first = lines[at];
            text.Clear().Append(first.Line.Text);
            while (decides && at + 1 < lines.Count && Continues(lines[at], lines[at + 1]))
            {
                var next = lines[++at].Line.Text;
                if (Script.IsWord(text[^1]) && Script.IsWord(next[0]))
                    text.Append(' ');
                text.Append(next);
            }

            yield return new SourceBlock(0, text.ToString(), first.Place)
            {
                Kind = decides && !first.Line.HasColumns ? BlockKind.Paragraph : BlockKind.Line,
            };
        }
    }

    /// <summary>The usual distance of two successive baselines; 0 where there are none.</summary>
    public static double Pitch(IEnumerable<(PdfLine Above, PdfLine Below)> pairs)
    {
        var gaps = pairs.Select(pair => pair.Above.Baseline - pair.Below.Baseline).Where(gap => gap > 0).Order().ToList();
        return gaps.Count == 0 ? 0 : gaps[gaps.Count / 2];
    }

    private static List<PlacedLine> Place(IReadOnlyList<PdfPage> pages, HashSet<PdfLine> furniture)
    {
        var kept = pages.Select(page => page.Lines.Where(line => !furniture.Contains(line)).ToList()).ToList();
        var all = kept.SelectMany(lines => lines).ToList();
        if (all.Count == 0)
            return [];

        var geometry = new PdfGeometry(
            Middle(kept.Where(lines => lines.Count > 0).Select(lines => lines.Min(line => line.Left))),
            Middle(kept.Where(lines => lines.Count > 0).Select(lines => lines.Max(line => line.Right))),
            Pitch(kept.SelectMany(lines => lines.Zip(lines.Skip(1)))),
            all.GroupBy(line => Math.Round(line.Size)).MaxBy(group => group.Sum(line => line.Text.Length))?.Key ?? 0);
        var placed = new List<PlacedLine>(all.Count);
        for (var page = 0; page < pages.Count; page++)
        {
            var number = 0;
            var own = geometry.ForPage(kept[page]);
            foreach (var line in pages[page].Lines)
            {
                number++;
                if (!furniture.Contains(line))
                    placed.Add(new PlacedLine(line, new SourcePlace(Page: pages[page].Number, Line: number), own));
            }
        }

        return placed;
    }

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    // Where paragraphs begin flush left and without a blank, one that ends at the right edge shows no end at all.
    private static bool GeometryDecides(List<PlacedLine> lines)
    {
        var starts = lines.Zip(lines.Skip(1))
            .Where(pair => !pair.First.Line.HasColumns && !pair.Second.Line.HasColumns
                && !pair.First.Geometry.IsCentred(pair.First.Line) && !pair.Second.Geometry.IsCentred(pair.Second.Line)
                && pair.First.Geometry.EndsEarly(pair.First.Line, pair.Second.Line))
            .ToList();
        var shown = starts.Count(pair => pair.Second.Geometry.IsIndented(pair.Second.Line)
            || (pair.First.Place.Page == pair.Second.Place.Page && pair.First.Geometry.AreApart(pair.First.Line, pair.Second.Line)));
        return starts.Count < EnoughStarts || shown * 2 > starts.Count;
    }

    private static bool Continues(PlacedLine line, PlacedLine next)
    {
        if (line.Line.HasColumns || next.Line.HasColumns || PdfGeometry.DifferInSize(line.Line, next.Line))
            return false;
        var samePage = line.Place.Page == next.Place.Page;
        if (samePage && line.Geometry.AreApart(line.Line, next.Line))
            return false;

        var centred = line.Geometry.IsCentred(line.Line);
        if (centred && next.Geometry.IsCentred(next.Line))
            return samePage && !EndsItself(line.Line.Text);
        return !centred && !next.Geometry.IsIndented(next.Line) && !line.Geometry.EndsEarly(line.Line, next.Line);
    }

    // A document number (…〔2021〕7号) and a full sentence are complete, whatever stands centred below them.
    private static bool EndsItself(string text) =>
        text[^1] is '。' or '；' || (text[^1] == '号' && text.AsSpan().IndexOfAny('〔', '[', '［') >= 0);
}
