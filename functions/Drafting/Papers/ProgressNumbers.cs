using System.Globalization;
using YiyuanSafety.Drafting.Charts;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>Numbers of headings, tables and figures, each running through the paper; what is left out takes none.</summary>
internal sealed class ProgressNumbers
{
    private int headings;
    private int tables;
    private int figures;

    /// <summary>The next heading of the first level.</summary>
    public string Heading(string title) => $"{Wording.Ordinal(++headings)}、{title}";

    /// <summary>The next table.</summary>
    public string Table(string name) => string.Create(CultureInfo.InvariantCulture, $"表{++tables}　{name}");

    /// <summary>The next figures.</summary>
    public IReadOnlyList<PaperFigure> Figures(IReadOnlyList<ChartModel> charts, string name)
    {
        var named = ProgressFigures.Named(charts, name, figures + 1);
        figures += named.Count;
        return named;
    }

    /// <summary>How the text refers to a table and figures: 表1和图2, 表1和图2至图4; to figures alone where the table is empty.</summary>
    public static string Cite(string table, IReadOnlyList<PaperFigure> figures)
    {
        var shown = figures.Count switch
        {
            0 => "",
            1 => Number(figures[0].Caption),
            2 => $"{Number(figures[0].Caption)}、{Number(figures[1].Caption)}",
            _ => $"{Number(figures[0].Caption)}至{Number(figures[^1].Caption)}",
        };
        return table.Length == 0 ? shown : shown.Length == 0 ? Number(table) : $"{Number(table)}和{shown}";
    }

    private static string Number(string caption) => caption.Split('　')[0];
}
