using System.Globalization;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>What the figures say in words.</summary>
internal static class ProgressWords
{
    /// <summary>How things stand at large: the figures, what the office says of them, and how it came to this.</summary>
    public static IReadOnlyList<string> Overview(ProgressText text, IReadOnlyList<PaperFigure> trend) =>
        [Counted(text), .. text.Summary, .. trend.Count > 0 ? [Moved(text.Trend, trend)] : Array.Empty<string>()];

    private static string Counted(ProgressText text)
    {
        var (until, all) = (Wording.Date(text.AsOf), text.Overall);
        if (all.Total == 0)
            return $"截至{until}，没有需要统计的责任事项。";
        var states = new (string Name, int Count)[]
        {
            ("已完成", all.Done), ("推进中", all.Going), ("未开展", all.NotStarted), ("已逾期", all.Overdue), ("不涉及", all.NotInvolved),
        };
        var tasks = text.Tasks > 0 ? string.Create(CultureInfo.InvariantCulture, $"{text.Tasks}项任务分解到各单位，") : "";
        var rate = all.Rate is null ? "" : $"，完成率{ProgressFigures.Percent(all.Rate)}{(all.NotInvolved > 0 ? "（不涉及的不计入）" : "")}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"截至{until}，{tasks}共有责任{all.Total}件次，其中{string.Join('，', states.Where(state => state.Count > 0).Select(state => Of(state.Name, state.Count)))}{rate}。")
            + (all.Overdue == 0 && text.Overdue.Count == 0 ? "没有逾期事项。" : "");
    }

    private static string Of(string state, int count) => string.Create(CultureInfo.InvariantCulture, $"{state}{count}件次");

    private static string Moved(IReadOnlyList<TrendPoint> points, IReadOnlyList<PaperFigure> figures)
    {
        var (before, last) = (points[^2], points[^1]);
        return $"与{before.Month}相比，{last.Month}累计完成{Change(before.Done, last.Done)}，逾期{Change(before.Overdue, last.Overdue)}。各月完成和逾期情况见{ProgressNumbers.Cite("", figures)}。";
    }

    private static string Change(int before, int after) => (after - before) switch
    {
        0 => "持平",
        > 0 and var more => string.Create(CultureInfo.InvariantCulture, $"增加{more}件次"),
        var less => string.Create(CultureInfo.InvariantCulture, $"减少{-less}件次"),
    };
}
