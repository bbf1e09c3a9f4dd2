using System.Buffers;
using YiyuanSafety.WorkPoints.Details;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>Parts of a clause that say when and not who: 持续推进, 须于2月20日前完成. Takes width-folded text.</summary>
internal static class ClauseTimes
{
    /// <summary>Times that the patterns of deadlines leave to their words.</summary>
    private static readonly string[] TimingWords =
    [
        "持续", "长期", "常态化", "常态", "全年", "常年", "年底", "年末", "年内", "年前", "年度内", "今年", "本年", "明年", "当年", "上半年", "下半年", "半年内", "本季度", "季度末", "本月", "下月", "月底", "本周",
        "每月", "每季", "每年", "每半年", "按月", "逐月", "按季", "立即", "适时", "定期", "接通知后", "贯穿全年", "贯穿始终",
    ];

    /// <summary>Words that say how soon, and only before a verb: in 日常监管由县应急局负责 they say something else.</summary>
    private static readonly string[] PaceWords = ["按时", "按期", "如期", "限期", "抓紧", "尽快", "第一时间", "近期", "日常", "分阶段", "分步", "有序", "稳步", "同步"];

    // 年底前报送县安委办 ends like a name and is none.
    private static readonly SearchValues<char> NeverInNamesOfTimes = SearchValues.Create("前底末内旬报送完成推进");

    private static readonly string[] OfficeEndings = ["中心", "指挥部", "办公室", "领导小组", "委员会", "组委会", "局", "所", "处"];

    private const int LongestTiming = 30;

    /// <summary>What may stand before a time: 须于2月20日前完成.</summary>
    private static readonly string[] TimingOpenings = ["务必", "必须", "确保", "力争", "争取", "原则上", "预计", "计划", "限期", "限", "自", "从", "分别", "请", "应", "须", "需", "要", "并", "于", "在", "截至", "截止", "最迟", "最晚", "至迟", "不迟于", "不晚于", "到", "至"];

    /// <summary>
    /// Where a time at the beginning of a chunk ends: behind 年底前 in 年底前县财政局配合, at the chunk's end in 持续推进 and 2022年底前完成. 0 where
    /// none stands there, which is so too where the time is part of a name: 常态化疫情防控指挥部, 2026年运动会筹备办公室.
    /// </summary>
    public static int End(string chunk)
    {
        if (chunk.Length > LongestTiming)
            return 0;
        var start = chunk.Length - AfterOpenings(chunk).Length;
        var end = DeadlineWords.Deadline().Match(chunk, start) is { Success: true } deadline && deadline.Index == start ? start + deadline.Length : TimeAt(chunk, start);
        if (end == 0 && start > 0)
            end = TimeAt(chunk, 0);
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
}
