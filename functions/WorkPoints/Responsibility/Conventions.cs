using System.Buffers;
using YiyuanSafety.WorkPoints.Details;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>Sentences that settle something for many clauses at once.</summary>
internal static class Conventions
{
    private static readonly string[] TimingWords =
    [
        "持续", "长期", "常态化", "常态", "全年", "常年", "年底", "年末", "年内", "年前", "年度内", "今年", "本年", "明年", "当年", "上半年", "下半年", "半年内", "本季度", "季度末", "本月", "下月", "月底", "本周",
        "汛期前", "入汛前", "入冬前", "每月", "每季", "每年", "每半年", "按月", "逐月", "按季", "立即", "适时", "定期", "接通知后", "贯穿全年", "贯穿始终",
    ];

    /// <summary>Words that say how soon, and only before a verb: in 日常监管由县应急局负责 they say something else.</summary>
    private static readonly string[] PaceWords = ["按时", "按期", "如期", "限期", "抓紧", "尽快", "第一时间", "近期", "日常", "分阶段", "分步", "有序", "稳步", "同步"];

    // 年底前报送县安委办 ends like a name and is none.
    private static readonly SearchValues<char> NeverInNamesOfTimes = SearchValues.Create("前底末内旬报送完成推进");

    private static readonly string[] OfficeEndings = ["中心", "指挥部", "办公室", "领导小组", "委员会", "组委会", "局", "所", "处"];

    private const int LongestTiming = 30;

    /// <summary>What may stand before a time: 须于2月20日前完成.</summary>
    private static readonly string[] TimingOpenings = ["务必", "必须", "确保", "力争", "争取", "原则上", "预计", "计划", "限期", "限", "自", "从", "分别", "请", "应", "须", "需", "要", "并", "于", "在", "截至", "截止", "最迟", "最晚", "至迟", "不迟于", "不晚于", "到", "至"];

    private static readonly string[] CooperatingWords = ["配合", "参与", "参加", "协助", "协同"];

    private static readonly string[] TaskWords = ["以下", "以上", "上述", "各项", "任务", "工作"];

    private static readonly SearchValues<string> AllWords = SearchValues.Create(["以下", "以上", "上述", "各项", "均", "都"], StringComparison.Ordinal);

    private static readonly SearchValues<string> TellWords = SearchValues.Create(["列", "说明", "注明", "标注", "赘述", "重复"], StringComparison.Ordinal);

    /// <summary>
    /// Where a time at the beginning of a chunk ends: behind 年底前 in 年底前县财政局配合, at the chunk's end in 持续推进 and 2022年底前完成. 0 where
    /// none stands there, which is so too where the time is part of a name: 常态化疫情防控指挥部, 2026年运动会筹备办公室.
    /// </summary>
    public static int TimingEnd(string chunk)
    {
        if (chunk.Length > LongestTiming)
            return 0;
        var start = chunk.Length - AfterOpenings(chunk).Length;
        var end = DeadlineWords.Deadline().Match(chunk, start) is { Success: true } deadline && deadline.Index == start ? start + deadline.Length : TimeAt(chunk, start);
        return end == 0 || IsInName(chunk, end) ? 0 : end;
    }

    private static bool IsInName(string chunk, int end)
    {
        for (var stop = end + 2; stop <= chunk.Length; stop++)
        {
            var name = chunk[..stop];
            if (Array.Exists(OfficeEndings, ending => name.EndsWith(ending, StringComparison.Ordinal)) && (stop == chunk.Length || Vocabulary.TryVerbPhrase(chunk, stop, chunk.Length, out _, out _)))
                return NameShape.IsPlausible(name) && name.AsSpan().IndexOfAny(NeverInNamesOfTimes) < 0 && !NameShape.StartsLikeBody(chunk[end]);
        }

        return false;
    }

    private static int TimeAt(string chunk, int start)
    {
        var rest = chunk.AsSpan(start);
        if (rest.Length > 0 && char.IsAsciiDigit(rest[0]))
            return rest.IndexOfAny('年', '月', '日') is > 0 and var at ? start + at + 1 : 0;
        foreach (var word in TimingWords)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
                return start + word.Length;
        }

        foreach (var word in PaceWords)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal) && (rest.Length == word.Length || (Vocabulary.TryVerbPhrase(chunk, start + word.Length, chunk.Length, out var after, out _) && after == chunk.Length)))
                return chunk.Length;
        }

        return 0;
    }

    private static ReadOnlySpan<char> AfterOpenings(ReadOnlySpan<char> chunk)
    {
        for (var i = 0; i < TimingOpenings.Length; i++)
        {
            if (!chunk.StartsWith(TimingOpenings[i], StringComparison.Ordinal))
                continue;
            chunk = chunk[TimingOpenings[i].Length..];
            i = -1;
        }

        return chunk;
    }

    /// <summary>列第一位者为牵头单位, 排在第一位的为牵头部门, 排名第一的单位牵头. Takes width-folded text.</summary>
    public static bool IsFirstIsLead(ReadOnlySpan<char> sentence)
    {
        var lead = sentence.IndexOf("牵头", StringComparison.Ordinal);
        return lead > 0
            && (sentence[..lead].Contains("第一", StringComparison.Ordinal)
                || sentence[..lead].Contains("首位", StringComparison.Ordinal)
                || sentence[..lead].Contains("最前", StringComparison.Ordinal)
                || sentence[..lead].Contains("第1", StringComparison.Ordinal));
    }

    /// <summary>Whether the sentence says that it holds from here on.</summary>
    public static bool Continues(ReadOnlySpan<char> sentence) =>
        sentence.Contains("下同", StringComparison.Ordinal) || sentence.Contains("以下", StringComparison.Ordinal);

    /// <summary>Whether the sentence speaks of what stands before it: 以上任务，排在首位的单位为牵头单位.</summary>
    public static bool ReachesBack(ReadOnlySpan<char> sentence) =>
        sentence.Contains("以上", StringComparison.Ordinal) || sentence.Contains("上述", StringComparison.Ordinal);

    /// <summary>
    /// 各乡镇（街道）、园区均需落实，不再逐一列出: the bodies stand before 均. Finds the part that names them, and whether they only cooperate.
    /// </summary>
    public static bool TryStandingBefore(string text, int start, int end, out int from, out int to, out PartyRole role)
    {
        (from, to, role) = (start, start, PartyRole.Responsible);
        var sentence = text.AsSpan(start, end - start);
        var close = sentence.IndexOf("不再", StringComparison.Ordinal);
        var opening = close < 0 ? -1 : sentence[..close].IndexOfAny('均', '都');
        if (opening <= 0)
            return false;
        foreach (var word in CooperatingWords)
        {
            if (sentence[opening..close].Contains(word, StringComparison.Ordinal))
                role = PartyRole.Cooperating;
        }

        // 以上任务，各乡镇均需落实: what the sentence speaks of stands before a comma.
        if (sentence[..opening].LastIndexOf('，') is var comma && comma >= 0 && TaskWords.Any(word => text.AsSpan(start, comma).Contains(word, StringComparison.Ordinal)))
            from = start + comma + 1;
        to = start + opening;
        return to > from;
    }

    /// <summary>Whether a sentence claims to settle something for all tasks, understood or not.</summary>
    public static bool ClaimsToStand(ReadOnlySpan<char> sentence)
    {
        var close = sentence.IndexOf("不再", StringComparison.Ordinal);
        if (close < 0)
            return false;
        var rest = sentence[close..];
        return rest.ContainsAny(TellWords) && (sentence[..close].ContainsAny(AllWords));
    }

    /// <summary>
    /// 以下均需各片区配合落实，不再列出: finds the part that names the bodies and their role.
    /// </summary>
    public static bool TryStanding(string text, int start, int end, out int from, out int to)
    {
        from = to = start;
        var sentence = text.AsSpan(start, end - start);
        var close = sentence.IndexOf("不再", StringComparison.Ordinal);
        if (close < 0 || !(sentence[..close].Contains("以下", StringComparison.Ordinal) || sentence[..close].Contains("均", StringComparison.Ordinal) || sentence[..close].Contains("各项", StringComparison.Ordinal)))
            return false;
        var opening = sentence[..close].LastIndexOfAny('均', '都');
        if (opening < 0)
            opening = sentence[..close].IndexOfAny('需', '由');
        if (opening < 0)
            return false;
        from = start + opening + 1;
        while (from < start + close && text[from] is '需' or '须' or '由' or '请' or '应' or '要')
            from++;
        to = start + close;
        while (to > from && text[to - 1] is '，' or '、' or '；')
            to--;
        return to > from;
    }
}
