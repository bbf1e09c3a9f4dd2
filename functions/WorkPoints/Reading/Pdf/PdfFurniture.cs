using YiyuanSafety.WorkPoints.Outline;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>Finds what belongs to the page and not to the document: page numbers, running heads and feet.</summary>
internal static class PdfFurniture
{
    private const int MostLinesPerEdge = 3;
    private const double Margin = 0.12;
    private const double SameHeight = 4;
    private const double ApartFromText = 1.3;

    /// <summary>The furniture of all pages.</summary>
    public static HashSet<PdfLine> Find(IReadOnlyList<PdfPage> pages)
    {
        var pitch = PdfParagraphs.Pitch(pages.SelectMany(page => page.Lines.Zip(page.Lines.Skip(1))));
        var found = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var fromTop in (ReadOnlySpan<bool>)[true, false])
        {
            // Edge by edge inwards, so that a running foot above a page number is seen as well.
            for (var step = 0; step < MostLinesPerEdge; step++)
            {
                var edge = pages
                    .Select(page => (Page: page, Line: Edge(page, fromTop, step), Inner: Edge(page, fromTop, step + 1)))
                    .Where(item => item.Line is not null && (step == 0 || Edge(item.Page, fromTop, step - 1) is { } outer && found.Contains(outer)))
                    .Select(item => new EdgeLine(item.Page, item.Line ?? throw new InvalidOperationException(), item.Inner))
                    .ToList();
                foreach (var item in edge)
                {
                    if (IsNumber(item, edge) || IsRepeated(item, edge, pages.Count, pitch))
                        found.Add(item.Line);
                }
            }
        }

        return found;
    }

    private sealed record EdgeLine(PdfPage Page, PdfLine Line, PdfLine? Inner)
    {
        public string Folded { get; } = Fold.Width(Line.Text).Trim();

        /// <summary>The text without digits and blanks: what stays the same from page to page.</summary>
        public string Constant { get; } = new([.. Fold.Width(Line.Text).Where(c => !char.IsAsciiDigit(c) && c != ' ')]);
    }

    private static PdfLine? Edge(PdfPage page, bool fromTop, int step)
    {
        var at = fromTop ? step : page.Lines.Count - 1 - step;
        return at >= 0 && at < page.Lines.Count ? page.Lines[at] : null;
    }

    private static bool IsNumber(EdgeLine item, List<EdgeLine> edge)
    {
        if (PageFurniture.IsPageNumber(item.Folded))
            return true;

        // Bare digits are a page number only in the margin and only where they count the pages.
        var inMargin = item.Line.Baseline < item.Page.Height * Margin || item.Line.Baseline > item.Page.Height * (1 - Margin);
        if (!inMargin || Offset(item) is not { } offset)
            return false;
        return edge.Count == 1 || edge.Count(other => Offset(other) == offset) >= 2;
    }

    private static int? Offset(EdgeLine item) =>
        item.Folded.Length is >= 1 and <= 4 && item.Folded.All(char.IsAsciiDigit)
            ? int.Parse(item.Folded, System.Globalization.CultureInfo.InvariantCulture) - item.Page.Number
            : null;

    // A duty may be printed at the same height of two pages by chance, so a running line must also stand apart from the text.
    private static bool IsRepeated(EdgeLine item, List<EdgeLine> edge, int pages, double pitch)
    {
        if (item.Constant.Length == 0 || item.Inner is not { } inner || Math.Abs(inner.Baseline - item.Line.Baseline) < pitch * ApartFromText)
            return false;
        var same = edge.Count(other =>
            Math.Abs(other.Line.Baseline - item.Line.Baseline) < SameHeight && other.Constant == item.Constant);
        return same >= 2 && same * 2 >= pages - 1;
    }
}
