using System.Globalization;
using YiyuanSafety.Drafting.Charts;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>The figures of a 进展情况通报; none where there is nothing to show.</summary>
internal static class ProgressFigures
{
    private const int LongestLabel = 16;
    private const int LongestMonth = 10;
    private const int LongestDescription = 900;
    private const int FewestMonths = 2;

    /// <summary>How many were done and late, month after month.</summary>
    public static IReadOnlyList<ChartModel> Trend(IReadOnlyList<TrendPoint> points) => points.Count < FewestMonths ? [] :
    [
        new(
            ChartKind.Lines,
            Described("折线图，各月累计完成和逾期件次：", points.Select(point => FormattableString.Invariant($"{point.Month}完成{point.Done}、逾期{point.Overdue}"))),
            [.. points.Select(point => ChartText.Short(point.Month, LongestMonth))],
            [
                new("累计完成", ChartLook.Grey, [.. points.Select(point => (decimal?)point.Done)]),
                new("逾期", ChartLook.Black, [.. points.Select(point => (decimal?)point.Overdue)]),
            ]),
    ];

    /// <summary>The states of each row's duties.</summary>
    public static IReadOnlyList<ChartModel> States(string what, IReadOnlyList<ProgressRow> rows) => rows.All(row => row.Counts.Rate is null) ? [] :
    [
        .. Split(rows).Select(part => new ChartModel(
            ChartKind.StackedBars,
            Described($"堆积条形图，{what}任务进展件次：", part.Select(row => FormattableString.Invariant(
                $"{row.Name}已完成{row.Counts.Done}、推进中{row.Counts.Going}、未开展{row.Counts.NotStarted}、已逾期{row.Counts.Overdue}"))),
            Labels(part),
            [
                new("已完成", ChartLook.Grey, [.. part.Select(row => (decimal?)row.Counts.Done)]),
                new("推进中", ChartLook.Hatched, [.. part.Select(row => (decimal?)row.Counts.Going)]),
                new("未开展", ChartLook.White, [.. part.Select(row => (decimal?)row.Counts.NotStarted)]),
                new("已逾期", ChartLook.Black, [.. part.Select(row => (decimal?)row.Counts.Overdue)]),
            ]) { Scale = rows.Count > ChartModel.MostBars ? Scale(rows.Max(row => row.Counts.Total - row.Counts.NotInvolved)) : null }),
    ];

    /// <summary>The rate of each row.</summary>
    public static IReadOnlyList<ChartModel> Rates(string what, IReadOnlyList<ProgressRow> rows) => rows.All(row => row.Counts.Rate is null) ? [] :
    [
        .. Split(rows).Select(part => new ChartModel(
            ChartKind.Shares,
            Described($"条形图，{what}任务完成率：", part.Select(row => $"{row.Name}{Percent(row.Counts.Rate)}")),
            Labels(part),
            [new("完成率", ChartLook.Grey, [.. part.Select(row => row.Counts.Rate)])])),
    ];

    /// <summary>A round end for a scale that holds a number: one, two or five with noughts.</summary>
    internal static int Scale(int most)
    {
        var step = 5;
        while (most > 5L * step && step < int.MaxValue / 10)
            step = step.ToString(CultureInfo.InvariantCulture)[0] == '2' ? step / 2 * 5 : step * 2;
        return (int)Math.Min(int.MaxValue, (((long)most + step - 1) / step) * step);
    }

    /// <summary>A rate in words.</summary>
    public static string Percent(decimal? rate) => rate is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0}%") : "—";

    /// <summary>Figures with their names, numbered on.</summary>
    /// <param name="charts">The charts, of one thing.</param>
    /// <param name="name">What they show.</param>
    /// <param name="first">Number of the first.</param>
    public static IReadOnlyList<PaperFigure> Named(IReadOnlyList<ChartModel> charts, string name, int first) =>
    [
        .. charts.Select((chart, i) => new PaperFigure
        {
            Caption = string.Create(CultureInfo.InvariantCulture, $"图{first + i}　{name}") + (charts.Count > 1 ? $"（{Wording.Ordinal(i + 1)}）" : ""),
            Chart = chart,
        }),
    ];

    // As many charts as needed, of about the same height.
    private static IEnumerable<IReadOnlyList<ProgressRow>> Split(IReadOnlyList<ProgressRow> rows)
    {
        var parts = (rows.Count + ChartModel.MostBars - 1) / ChartModel.MostBars;
        return rows.Chunk((rows.Count + parts - 1) / parts);
    }

    private static IReadOnlyList<string> Labels(IReadOnlyList<ProgressRow> rows) => [.. rows.Select(row => ChartText.Short(row.Name, LongestLabel))];

    private static string Described(string what, IEnumerable<string> rows)
    {
        var text = what + string.Join('；', rows);
        return text.Length <= LongestDescription ? text + "。" : ChartText.Short(text, LongestDescription) + "（详见表格）";
    }
}
