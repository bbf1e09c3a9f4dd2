using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>The shape of a title that stands on several lines (7.3.1).</summary>
internal static class TitleChecks
{
    private const int ShortestLine = 4;

    public static IEnumerable<Fault> Shape(CheckedPaper paper)
    {
        foreach (var part in new[] { Part.Title, Part.AttachmentTitle })
        {
            var paragraphs = paper.Parts.Of(part);
            if (paragraphs.Count == 0 || paragraphs[0].Type.Size != TypeFigures.Size2)
                continue;
            var lines = part == Part.Title
                ? paragraphs.SelectMany(paragraph => paragraph.Words.Split('\n')).Select(line => line.Trim(Paragraph.Blank)).Where(line => line.Length > 0).ToList()
                : [];
            foreach (var fault in Lines(paper, paragraphs[0], lines))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> Lines(CheckedPaper paper, Paragraph first, List<string> lines)
    {
        var widths = lines.ConvertAll(TitleBreaker.Width);
        for (var i = 0; i < lines.Count; i++)
        {
            // A line that is too long is broken by Word where it happens to end.
            if (widths[i] > TypeFigures.TitleCharacters && (widths[i] % TypeFigures.TitleCharacters) is > 0 and < ShortestLine)
                yield return new Fault(paper.PlaceOf(first), $"“{lines[i]}”超过一行，最后只剩不足 {ShortestLine} 个字", "在词意完整处分行，长短适宜");
            else if (lines.Count > 1 && widths[i] < ShortestLine)
                yield return new Fault(paper.PlaceOf(first), $"“{lines[i]}”独占一行", "在词意完整处分行，长短适宜");
            if (i > 0 && i < lines.Count - 1 && widths[i] < widths[i - 1] && widths[i] < widths[i + 1])
                yield return new Fault(paper.PlaceOf(first), $"第 {i + 1} 行比上下两行都短（沙漏形）", "排成梯形或菱形");
        }

        foreach (var line in lines)
        {
            if (line.Count(sign => sign == '《') != line.Count(sign => sign == '》') && lines.Sum(one => TitleBreaker.Width(one)) <= 2 * TypeFigures.TitleCharacters && NameFits(lines))
            {
                yield return new Fault(paper.PlaceOf(first), $"“{line}”从书名号中间断开", "不拆开书名号内的名称");
                break;
            }
        }
    }

    // A name longer than a line has to be broken somewhere.
    private static bool NameFits(List<string> lines)
    {
        var title = string.Concat(lines);
        var (open, close) = (title.IndexOf('《', StringComparison.Ordinal), title.IndexOf('》', StringComparison.Ordinal));
        return open >= 0 && close > open && TitleBreaker.Width(title[open..(close + 1)]) <= TypeFigures.TitleCharacters - 2;
    }
}
