using System.Buffers;
using System.Text.RegularExpressions;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Details;

/// <summary>Finds dates, rhythms, figures and papers in the text of a duty. Everything found is quoted exactly.</summary>
internal static partial class Extraction
{
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十百两");
    private static readonly SearchValues<char> DeadlineSigns = SearchValues.Create("前内底末坚推月");

    /// <summary>Dates by which something is due. Dates that only tell when something was said or issued are none.</summary>
    /// <param name="text">Text of the task and of its clause.</param>
    /// <param name="year">The year the document is for; null where it is not known.</param>
    /// <param name="label">Value of a 完成时限 label or column, which is a deadline whatever it says; empty where there is none.</param>
    public static IReadOnlyList<Deadline> Deadlines(string text, int? year, string label = "")
    {
        if (label.Length == 0 && text.AsSpan().IndexOfAny(DeadlineSigns) < 0)
            return [];
        var folded = Fold.Width(text);
        var found = new List<(int At, Deadline Deadline)>();
        foreach (Match match in DeadlineText().Matches(folded))
        {
            if (InsideTitle(folded, match.Index))
                continue;
            found.Add((match.Index, new Deadline(text.Substring(match.Index, match.Length), DueDate.Of(match.Value, year))));
        }

        foreach (Match match in SeveralDates().Matches(folded))
        {
            foreach (Capture date in match.Groups["date"].Captures)
                found.Add((date.Index, new Deadline(text.Substring(date.Index, date.Length), DueDate.Of(date.Value, year))));
        }

        var deadlines = found.OrderBy(item => item.At).Select(item => item.Deadline).ToList();
        label = label.Trim().TrimEnd('。', '；');
        if (label.Length > 0 && !deadlines.Exists(deadline => label.Contains(deadline.Text, StringComparison.Ordinal)))
            deadlines.Add(new Deadline(label, DueDate.Of(Fold.Width(label), year)));
        return deadlines.DistinctBy(deadline => deadline.Text).ToList();
    }

    /// <summary>Rhythms.</summary>
    public static IReadOnlyList<Recurrence> Recurrences(string text)
    {
        if (text.AsSpan().IndexOfAny('每', '一') < 0)
            return [];
        var folded = Fold.Width(text);
        return [.. RecurrenceText().Matches(folded)
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
            if (match.Success && !RecurrenceText().IsMatch(folded))
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

    private static bool InsideTitle(string text, int at)
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
        (?:(?:20[0-9]{2}[ ]?年[ ]?|今年|本年|当年|明年)?(?<![0-9])[0-9]{1,2}[ ]?月[ ]?(?:[0-9]{1,2}[ ]?日[ ]?|上旬|中旬|下旬|月?底|末|初)?(?:底|之|以)?前)(?!的)
      | (?:20[0-9]{2}[ ]?年|今年|本年度?|当年|明年)(?:年?底|年?末|内|上半年|下半年|[一二三四]季度)(?:之|以)?前?(?!的)
      | (?<![\p{IsCJKUnifiedIdeographs}0-9])年(?:底|末|内)(?:之|以)?前?(?!的)
      | (?<=[，。；、：（到在于至])年(?:底|末|内)(?:之|以)?前?(?!的)
      | (?:上半年|第?[一二三四]季度)(?:末|底|结束)?(?:之|以)?(?:前|内)(?!的)
      | 每(?:月|季度|年|半年|周)(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日|底|末)(?:之|以)?前
      | (?:春节|元旦|清明节?|五一|“五一”|端午节?|中秋节?|国庆节?|汛期?|全国[“""]?两会[”""]?)(?:之|以|到来|召开)?前(?!的)
      | 长期坚持|长期推进|持续推进，?长期坚持", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex DeadlineText();

    [GeneratedRegex(@"(?:分别)?(?:于|在)(?<date>[0-9]{1,2}月[0-9]{1,2}日)(?:、(?<date>[0-9]{1,2}月[0-9]{1,2}日))*(?=前|完成|报送|上报|报|组织|开展|召开)|分别于(?<date>[0-9]{1,2}月[0-9]{1,2}日)(?:(?:、|和)(?<date>[0-9]{1,2}月[0-9]{1,2}日))+")]
    private static partial Regex SeveralDates();

    [GeneratedRegex(@"
        (?<period>每(?:半年|年度|年|季度|季|月|半月|旬|周|日|天|两年|两个?月|[三两]个月|[0-9]+个?(?:月|年|天|日)))(?![个家项名度])
        (?:(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:之|以)?前|底前?|末)?
        (?:(?:至少|不少于|不低于|最少)?(?:[\p{IsCJKUnifiedIdeographs}]{0,8}?)(?<times>[一二三四五六七八九十两]{1,2}|[0-9]{1,2})次(?:以上)?(?:[\p{IsCJKUnifiedIdeographs}]{0,10}(?=[，。；、]|$))?)?
      | (?<period>一(?:周|月|季度|年))(?<times>一)(?:小|大)?[\p{IsCJKUnifiedIdeographs}]{1,3}(?=[、，”。]|$)", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex RecurrenceText();

    [GeneratedRegex(@"
        (?:至少|不少于|不低于|不得少于|不得低于|不超过|达到|达|控制在|下降|降低|提高|提升|增长|压减|完成|覆盖|率为?)
        [\p{IsCJKUnifiedIdeographs}]{0,10}?(?<quantity>(?:[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十百两]+)(?:%|个百分点|[项家次个名人起处户场件条份辆台套期公里只批]|以上)+)
      | (?<quantity>(?<![0-9])(?:[0-9]+个)?[0-9]+(?:\.[0-9]+)?%)", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex MeasureText();

    [GeneratedRegex(@"(?<action>(?:研究)?(?:制定|制订|修订|编制|出台|印发|起草|拟定|拟订|发布)(?:完善|实施|修订|印发|出台|发布|制定)*)(?<name>《(?:[^《》〈〉]|〈[^〉]*〉)*》|[^，。；、《》（）]{0,40}?(?:办法|方案|规划|制度|规范|意见|预案|清单|计划|细则|规定|标准|规程|指南|目录|台账)”?(?:及其[^，。；、]{1,10})?)")]
    private static partial Regex DeliverableText();
}
