using YiyuanSafety.WorkPoints.Outline;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>Rejoins lines to paragraphs by their geometry and sets page furniture aside.</summary>
internal static class PdfParagraphs
{
    /// <summary>The document made of the pages' lines.</summary>
    public static SourceDocument Of(IReadOnlyList<PdfPage> pages)
    {
        var furniture = new List<string>();
        var repeated = Repeated(pages);
        var blocks = new List<SourceBlock>();
        var text = new System.Text.StringBuilder();
        SourcePlace place = default;
        PdfLine? last = null;
        foreach (var page in pages)
        {
            var kept = page.Lines.Where((line, i) => !IsFurniture(page, line, i, repeated, furniture)).ToList();
            if (kept.Count == 0)
                continue;
            var left = kept.Min(line => line.Left);
            var right = kept.Max(line => line.Right);
            var pitch = Pitch(kept);
            var first = true;
            foreach (var line in kept)
            {
                var number = page.Lines.ToList().IndexOf(line) + 1;
                var starts = last is null || StartsParagraph(line, last, left, right, first ? null : pitch);
                if (starts && text.Length > 0)
                    Flush();
                if (text.Length == 0)
                    place = new SourcePlace(Page: page.Number, Line: number);
                if (text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetterOrDigit(line.Text[0]))
                    text.Append(' ');
                text.Append(line.Text);
                last = line;
                first = false;
            }
        }

        Flush();
        IReadOnlyList<Finding> findings = furniture.Count == 0
            ? []
            : [new Finding(FindingCodes.PageFurniture, Severity.Info, $"去掉了{furniture.Count}处页码、页眉或页脚。", "全文") { Source = string.Join(" ", furniture.Distinct().Take(20)) }];
        return new SourceDocument(SourceFormat.Pdf, blocks, findings);

        void Flush()
        {
            if (text.Length > 0)
                blocks.Add(new SourceBlock(blocks.Count, text.ToString(), place) { Kind = BlockKind.Paragraph });
            text.Clear();
        }
    }

    private static bool StartsParagraph(PdfLine line, PdfLine last, double left, double right, double? pitch)
    {
        if (line.Text.Contains('\t', StringComparison.Ordinal) || last.Text.Contains('\t', StringComparison.Ordinal))
            return true;
        if (Math.Abs(line.Size - last.Size) > 1.5)
            return true;

        // The line before ended well before the margin, or this one is indented: a paragraph begins.
        var shortBefore = last.Right < right - (line.Size * 1.6);
        var indented = line.Left > left + (line.Size * 1.2);
        var gap = pitch is { } usual && last.Baseline - line.Baseline > usual * 1.6;
        return shortBefore || indented || gap;
    }

    private static double Pitch(List<PdfLine> lines)
    {
        var gaps = lines.Zip(lines.Skip(1), (above, below) => above.Baseline - below.Baseline).Where(gap => gap > 0).Order().ToList();
        return gaps.Count == 0 ? double.MaxValue : gaps[gaps.Count / 2];
    }

    private static bool IsFurniture(PdfPage page, PdfLine line, int index, HashSet<string> repeated, List<string> furniture)
    {
        var atEdge = index < 2 || index >= page.Lines.Count - 2;
        if (!atEdge)
            return false;
        var folded = Fold.Width(line.Text);
        var digitsOnly = folded.Length <= 4 && folded.All(char.IsAsciiDigit) && (line.Baseline < page.Height * 0.12 || line.Baseline > page.Height * 0.9);
        if (!digitsOnly && !PageFurniture.IsPageNumber(folded) && !repeated.Contains(WithoutDigits(folded)))
            return false;
        furniture.Add(line.Text);
        return true;
    }

    /// <summary>First and last lines that recur, numbers aside, on most pages.</summary>
    private static HashSet<string> Repeated(IReadOnlyList<PdfPage> pages)
    {
        if (pages.Count < 3)
            return [];
        return [.. pages
            .SelectMany(page => page.Lines.Take(1).Concat(page.Lines.Skip(Math.Max(1, page.Lines.Count - 1))).Select(line => WithoutDigits(Fold.Width(line.Text))).Distinct())
            .Where(line => line.Length > 0)
            .GroupBy(line => line)
            .Where(group => group.Count() * 2 > pages.Count && group.Count() >= 3)
            .Select(group => group.Key)];
    }

    private static string WithoutDigits(string text) => new([.. text.Where(c => !char.IsAsciiDigit(c) && c != ' ')]);
}
