using YiyuanSafety.Drafting.Charts;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>A figure with its name.</summary>
public sealed record PaperFigure
{
    /// <summary>Number and name, to stand under it.</summary>
    [Field("图号和图名", "图1　各部分任务进展情况")]
    public required string Caption { get; init; }

    /// <summary>The figure: prints as a chart that Word can edit.</summary>
    [Field("图表，独占一段，印出来是可以编辑的图")]
    public required ChartModel Chart { get; init; }
}
