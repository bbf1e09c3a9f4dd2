using System.Buffers;
using System.Text.RegularExpressions;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Details;

/// <summary>Finds dates, rhythms, figures and papers in the text of a duty. Everything found is quoted exactly.</summary>
internal static partial class Extraction
{
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十百两");

    /// <summary>Dates by which something is due, as <see cref="Details.Deadlines.Of"/> tells.</summary>
    public static IReadOnlyList<Deadline> Deadlines(string text, int? year, string label = "") => Details.Deadlines.Of(text, year, label);

    /// <summary>Rhythms.</summary>
    public static IReadOnlyList<Recurrence> Recurrences(string text)
    {
        if (text.AsSpan().IndexOfAny('每', '一') < 0)
            return [];
        var folded = Fold.Width(text);
        return [.. DeadlineWords.Rhythm().Matches(folded)
            .Where(match => !InsideTitle(folded, match.Index))
            .Select(match => new Recurrence(
                text.Substring(match.Index, match.Length),
                Period.Of(match.Groups["period"].Value),
                Period.Times(match.Groups["times"].Value)))
            .DistinctBy(recurrence => recurrence.Text)];
    }

    /// <summary>Figures to be reached.</summary>
    public static IReadOnlyList<Measure> Measures(string text)
    {
        var measures = new List<Measure>();
        foreach (var (start, end) in Phrases(text))
        {
            if (text.AsSpan(start, end - start).IndexOfAny(Numerals) < 0)
                continue;
            var phrase = text[start..end].Trim();
            var folded = Fold.Width(phrase);
            var match = MeasureText().Match(folded);
            if (match.Success && !DeadlineWords.Rhythm().IsMatch(folded))
                measures.Add(new Measure(phrase, phrase.Substring(match.Groups["quantity"].Index, match.Groups["quantity"].Length)));
        }

        return [.. measures.Distinct()];
    }

    /// <summary>Papers to be produced.</summary>
    public static IReadOnlyList<Deliverable> Deliverables(string text)
    {
        var folded = Fold.Width(text);
        return [.. DeliverableText().Matches(folded)
            .Where(match => !InsideTitle(folded, match.Index))
            .Select(match => new Deliverable(
                text.Substring(match.Index, match.Length),
                match.Groups["action"].Value,
                text.Substring(match.Groups["name"].Index, match.Groups["name"].Length)))
            .Distinct()];
    }

    /// <summary>Whether a position of width-folded text is inside 《 》.</summary>
    internal static bool InsideTitle(string text, int at)
    {
        var open = text.LastIndexOf('《', Math.Max(0, at - 1));
        return open >= 0 && at > 0 && text.IndexOf('》', open) is var close && (close < 0 || close >= at);
    }

    /// <summary>The runs between commas, stops and enumeration marks outside brackets.</summary>
    private static IEnumerable<(int Start, int End)> Phrases(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Fold.Width(text[i]);
            if (c is '（' or '《' or '“')
                depth++;
            else if (c is '）' or '》' or '”')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && c is '，' or '。' or '；' or '、' or '：')
            {
                if (i > start)
                    yield return (start, i);
                start = i + 1;
            }
        }

        if (start < text.Length)
            yield return (start, text.Length);
    }

    [GeneratedRegex(@"
        (?:至少|不少于|不低于|不得少于|不得低于|不超过|达到|达|控制在|下降|降低|提高|提升|增长|压减|完成|覆盖|率为?)
        [\p{IsCJKUnifiedIdeographs}]{0,10}?(?<quantity>(?:[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十百两]+)(?:%|个百分点|[项家次个名人起处户场件条份辆台套期公里只批]|以上)+)
      | (?<quantity>(?<![0-9])(?:[0-9]+个)?[0-9]+(?:\.[0-9]+)?%)", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex MeasureText();

    [GeneratedRegex(@"(?<action>(?:研究)?(?:制定|制订|修订|编制|出台|印发|起草|拟定|拟订|发布)(?:完善|实施|修订|印发|出台|发布|制定)*)(?<name>《(?:[^《》〈〉]|〈[^〉]*〉)*》|[^，。；、《》（）]{0,40}?(?:办法|方案|规划|制度|规范|意见|预案|清单|计划|细则|规定|标准|规程|指南|目录|台账)”?(?:及其[^，。；、]{1,10})?)")]
    private static partial Regex DeliverableText();
}
