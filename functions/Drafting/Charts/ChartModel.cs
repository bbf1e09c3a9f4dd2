namespace YiyuanSafety.Drafting.Charts;

/// <summary>A figure of a paper: what Word shows as a chart, and a person can edit there with its numbers.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Description">What it shows, in words, for those who do not see it.</param>
/// <param name="Categories">What stands along its axis, in the order of the text: first at the top, or at the left.</param>
/// <param name="Series">Its series, each with a value for every category.</param>
/// <remarks>A record without fields: a template prints it whole, as <c>{{ figure.chart }}</c>, and cannot look into it.</remarks>
public sealed record ChartModel(ChartKind Kind, string Description, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series)
{
    private const int Millimetre = 36_000;
    private const int Bar = 7;
    private const int Around = 24;
    private const int Least = 52;

    /// <summary>Most categories that can be read in one chart of bars on one page.</summary>
    public const int MostBars = 25;

    /// <summary>End of the scale, where several charts are to have the same; null leaves it to the numbers.</summary>
    public int? Scale { get; init; }

    /// <summary>Width in EMU: that of the type area.</summary>
    public int Width { get; } = 156 * Millimetre;

    /// <summary>Height in EMU: bars are as thick in a short chart as in a long one.</summary>
    public int Height => (Kind == ChartKind.Lines ? 76 : Math.Max(Least, Around + (Bar * Categories.Count))) * Millimetre;
}

/// <summary>A series of a chart.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Look">How it is told from the others, in black and white as well.</param>
/// <param name="Values">A value for each category; null where there is none.</param>
public sealed record ChartSeries(string Name, ChartLook Look, IReadOnlyList<decimal?> Values);

/// <summary>What a chart looks like.</summary>
public enum ChartKind
{
    /// <summary>Bars from left to right, the series one behind the other.</summary>
    StackedBars,

    /// <summary>Bars of shares, from 0 to 1.</summary>
    Shares,

    /// <summary>Lines over time.</summary>
    Lines,
}

/// <summary>How series differ in black and white: by grey and pattern, in lines by dash and marker.</summary>
public enum ChartLook
{
    /// <summary>Grey; a full line with filled circles.</summary>
    Grey,

    /// <summary>Hatched.</summary>
    Hatched,

    /// <summary>White with an outline.</summary>
    White,

    /// <summary>Black; a dashed line with hollow triangles.</summary>
    Black,
}
