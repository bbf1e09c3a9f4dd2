namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>Sentences that settle something for many clauses at once.</summary>
internal static class Conventions
{
    private static readonly string[] TimingWords = ["持续", "长期", "常态", "全年", "年底", "年内", "每月", "每季", "每年", "每半年", "立即", "适时", "定期", "贯穿全年"];

    /// <summary>持续推进, 2022年底前完成: a part of a clause that says when and not who.</summary>
    public static bool IsTiming(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length is 0 or > 30)
            return false;
        if (char.IsAsciiDigit(chunk[0]))
            return chunk.IndexOfAny('年', '月', '日') > 0;
        foreach (var word in TimingWords)
        {
            if (chunk.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
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
