using System.Buffers;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>Sentences that settle something for many clauses at once.</summary>
internal static class Conventions
{
    private static readonly string[] CooperatingWords = ["配合", "参与", "参加", "协助", "协同"];

    private static readonly string[] TaskWords = ["以下", "以上", "上述", "各项", "任务", "工作"];

    private static readonly SearchValues<string> AllWords = SearchValues.Create(["以下", "以上", "上述", "各项", "均", "都"], StringComparison.Ordinal);

    private static readonly SearchValues<string> TellWords = SearchValues.Create(["列", "说明", "注明", "标注", "赘述", "重复"], StringComparison.Ordinal);

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
