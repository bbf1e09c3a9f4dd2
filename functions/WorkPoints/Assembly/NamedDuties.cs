using YiyuanSafety.WorkPoints.Details;
using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Assembly;

/// <summary>
/// Finds duties that prose gives to a body by making it the subject (县财政局要于4月底前拨付经费), in passages where no
/// responsibility clause stands. A named body is enough with a word of duty or a date; a collective (各乡镇、各有关部门)
/// only with a date or rhythm, or every exhortation (各级各部门要高度重视) would be one.
/// </summary>
internal static class NamedDuties
{
    private const int LongestSubject = 80;

    private static readonly string[] DutyWords = ["要", "应", "须", "必须", "需", "负责", "牵头", "会同", "定期", "："];

    // 要求, 应急, 需求 begin with a word of duty and are none; 负责解释 closes documents and gives nobody a task.
    private static readonly string[] NoDutyWords =
    [
        "要求", "要点", "要素", "要害", "要件", "要务", "要闻", "要旨", "要领", "应急", "应对", "应用", "应知", "应收", "应届", "需求", "需要的", "负责解释", "负责人", "负责同志", "牵头单位", "牵头部门",
    ];

    private static readonly string[] Adverbs = ["必", "均", "都", "也", "还", "同时", "原则上", "一律", "同样"];

    private static readonly string[] Openings = ["由", "请", "其中", "同时", "此外", "凡", "对此"];

    // Fewer than NameShape knows: in prose 区, 县, 企业, 项目 and 领域 are more often places and things than bodies.
    private static readonly string[] Endings =
    [
        "局", "委", "办", "部", "厅", "院", "所", "站", "队", "署", "处", "室", "中心", "公司", "集团", "委员会", "政府", "街道", "镇", "乡", "苏木", "妇联", "残联",
        "科协", "工商联", "安委会", "管委会", "常委会", "常务会", "联合会", "总工会", "协会", "商会", "专委会", "指挥部", "专班", "领导小组", "工作组", "学校", "供销社",
    ];

    private static readonly string[] NoBodies =
    [
        "全部", "内部", "外部", "局部", "干部", "督办", "举办", "承办", "交办", "开办", "主办", "全局", "布局", "格局", "大局", "开局", "场所", "城镇", "到位处", "单处", "入队",
    ];

    /// <summary>The duties in a range, at most one for each paragraph: from its first such sentence to its last.</summary>
    public static IEnumerable<NamedDuty> Find(Flow flow, int start, int end, Predicate<string> isKnown)
    {
        while (start < end)
        {
            var stop = flow.Text.IndexOf(Flow.Break, start, end - start);
            stop = stop < 0 ? end : stop;
            if (InParagraph(flow, start, stop, isKnown) is { } duty)
                yield return duty;
            start = stop + 1;
        }
    }

    private static NamedDuty? InParagraph(Flow flow, int start, int end, Predicate<string> isKnown)
    {
        NamedDuty? found = null;
        while (start < end)
        {
            var stop = flow.Folded.AsSpan(start, end - start).IndexOfAny("。；！") is var at and >= 0 ? start + at + 1 : end;
            if (Subject(Squeeze(flow.Folded.AsSpan(start, stop - start)), isKnown, out var definite) is { } subject && (definite || found is not { IsDefinite: true }))
                found = found is { } && found.IsDefinite == definite ? found with { End = stop } : new NamedDuty(start, stop, subject, definite);
            start = stop;
        }

        return found;
    }

    /// <summary>Whom a sentence gives a duty; null where it gives none.</summary>
    /// <param name="sentence">The sentence, width folded and without white space.</param>
    /// <param name="isKnown">Whether a name stands in the directory.</param>
    /// <param name="definite">False for what a collective shall do at no particular time.</param>
    public static string? Subject(string sentence, Predicate<string> isKnown, out bool definite)
    {
        bool? dated = null;
        string? exhorted = null;
        definite = true;
        for (var start = 0; start < sentence.Length; start++)
        {
            if (start > 0 && sentence[start - 1] is not ('，' or '：' or '由' or '请'))
                continue;
            var from = start;
            while (Array.Find(Openings, word => Matches(sentence, from, word)) is { } opening)
                from += opening.Length;
            var stop = sentence.IndexOf('，', Math.Min(from, sentence.Length));
            stop = Math.Min(stop < 0 ? sentence.Length : stop, from + LongestSubject);
            for (var end = from + 2; end < stop; end++)
            {
                if (!IsDutyWord(sentence, end) || !AreBodies(sentence, from, end, isKnown, out var collective, out var subject))
                    continue;
                if (!collective || (dated ??= IsDated(sentence)))
                    return subject;
                exhorted ??= subject;
            }

            // Without a word of duty a date makes it one: 县安委办每季度通报一次.
            for (var end = stop - 1; end >= from + 3 && (dated ??= IsDated(sentence)); end--)
            {
                if (BeginsLikeBody(sentence[from]) && sentence[end] != '员' && !sentence.AsSpan(end).StartsWith("20", StringComparison.Ordinal)
                    && AreBodies(sentence, from, end, isKnown, out _, out var subject))
                    return subject;
            }
        }

        definite = false;
        return exhorted;
    }

    private static bool BeginsLikeBody(char c) => NameShape.StartsLikeBody(c) || c is '乡' or '武' or '盟' or '有' or '相';

    private static bool IsDated(string sentence) => Extraction.Deadlines(sentence, null).Count > 0 || Extraction.Recurrences(sentence).Count > 0;

    private static bool IsDutyWord(string text, int at) =>
        Array.Exists(DutyWords, word => Matches(text, at, word)) && !Array.Exists(NoDutyWords, word => Matches(text, at, word)) && at + 2 < text.Length;

    private static bool AreBodies(string text, int start, int end, Predicate<string> isKnown, out bool collective, out string subject)
    {
        subject = text[start..end];
        while (Array.Find(Adverbs, subject.EndsWith) is { } adverb)
            subject = subject[..^adverb.Length];
        var parts = subject.Split('、');
        collective = parts.All(NameShape.IsGroup);
        return parts.All(part => IsBody(part, isKnown));
    }

    private static bool IsBody(string name, Predicate<string> isKnown)
    {
        if (!NameShape.IsPlausible(name) || Array.Exists(NoBodies, name.EndsWith))
            return false;
        if (isKnown(name) || NameShape.IsGroup(name))
            return true;
        var bare = name.EndsWith('）') ? name[..name.LastIndexOf('（')] : name;
        return (bare.Length >= 3 || (bare.Length == 2 && "县区市省州旗镇乡".Contains(bare[0], StringComparison.Ordinal))) && Array.Exists(Endings, bare.EndsWith);
    }

    private static bool Matches(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private static string Squeeze(ReadOnlySpan<char> text)
    {
        var kept = new List<char>(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('*' or '#'))
                kept.Add(c);
        }

        return new string([.. kept]);
    }
}

/// <summary>A duty that prose gives to a body.</summary>
/// <param name="Start">First character of its first sentence.</param>
/// <param name="End">Position after its last sentence.</param>
/// <param name="Subject">Whom it names first, as printed.</param>
/// <param name="IsDefinite">Whether it names a body, or a time; false for an exhortation of a collective.</param>
internal sealed record NamedDuty(int Start, int End, string Subject, bool IsDefinite);
