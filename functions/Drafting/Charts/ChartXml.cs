using System.Globalization;
using System.Text;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;

namespace YiyuanSafety.Drafting.Charts;

/// <summary>The chart part (ECMA-376 part 1, 21.2): the same numbers as the workbook beside it.</summary>
internal static class ChartXml
{
    /// <summary>How shares are printed.</summary>
    public const string PercentFormat = "0.0%";

    // Nothing stands where a state has no task.
    private const string CountFormat = "0;;;";
    private const int TextSize = 900;
    private const string CategoryAxis = "111111111";
    private const string ValueAxis = "222222222";

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The part.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="workbook">Id of the relationship to its workbook.</param>
    public static byte[] Of(ChartModel chart, string workbook) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + new XElement(
        C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
        Val("date1904", "0"),
        Val("lang", "zh-CN"),
        Val("roundedCorners", "0"),
        E(
            "chart",
            Val("autoTitleDeleted", "1"),
            E("plotArea", E("layout"), Plot(chart), CategoryAxisOf(chart), ValueAxisOf(chart)),
            chart.Series.Count > 1 ? E("legend", Val("legendPos", "b"), Val("overlay", "0")) : null,
            Val("plotVisOnly", "1"),
            Val("dispBlanksAs", "gap")),
        E("spPr", ChartFills.Solid("FFFFFF"), ChartFills.NoLine()),
        Text(TextSize),
        E("externalData", new XAttribute(R + "id", workbook), Val("autoUpdate", "0"))).ToString(SaveOptions.DisableFormatting));

    private static XElement Plot(ChartModel chart) => chart.Kind == ChartKind.Lines
        ? E(
            "lineChart",
            Val("grouping", "standard"),
            Val("varyColors", "0"),
            chart.Series.Select((_, i) => Series(chart, i)),
            Val("marker", "1"),
            Val("axId", CategoryAxis),
            Val("axId", ValueAxis))
        : E(
            "barChart",
            Val("barDir", "bar"),
            Val("grouping", chart.Kind == ChartKind.StackedBars ? "stacked" : "clustered"),
            Val("varyColors", "0"),
            chart.Series.Select((_, i) => Series(chart, i)),
            Val("gapWidth", "45"),
            chart.Kind == ChartKind.StackedBars ? Val("overlap", "100") : null,
            Val("axId", CategoryAxis),
            Val("axId", ValueAxis));

    private static XElement Series(ChartModel chart, int index)
    {
        var series = chart.Series[index];
        var isLine = chart.Kind == ChartKind.Lines;
        var rows = chart.Categories.Count;
        return E(
            "ser",
            Val("idx", index),
            Val("order", index),
            E("tx", E("strRef", E("f", ChartWorkbook.Head(index + 1)), E("strCache", Val("ptCount", 1), Point(0, series.Name)))),
            isLine ? E("spPr", ChartFills.Line(series.Look)) : E("spPr", ChartFills.Fill(series.Look), ChartFills.Outline()),
            isLine ? ChartFills.Marker(series.Look) : Val("invertIfNegative", "0"),
            Labels(chart, series.Look),
            E("cat", E(
                "strRef",
                E("f", ChartWorkbook.Range(0, rows)),
                E("strCache", Val("ptCount", rows), chart.Categories.Select((name, i) => Point(i, name))))),
            E("val", E(
                "numRef",
                E("f", ChartWorkbook.Range(index + 1, rows)),
                E(
                    "numCache",
                    E("formatCode", chart.Kind == ChartKind.Shares ? PercentFormat : "General"),
                    Val("ptCount", rows),
                    series.Values.Select((value, i) => value is { } number ? Point(i, number.ToString("G29", CultureInfo.InvariantCulture)) : null)))),
            isLine ? Val("smooth", "0") : null);
    }

    // A number on a pattern needs white behind it to be read.
    private static XElement Labels(ChartModel chart, ChartLook look) => E(
        "dLbls",
        new XElement(C + "numFmt", new XAttribute("formatCode", chart.Kind == ChartKind.Shares ? PercentFormat : chart.Kind == ChartKind.Lines ? "0" : CountFormat), new XAttribute("sourceLinked", "0")),
        E("spPr", look == ChartLook.Hatched && chart.Kind == ChartKind.StackedBars ? ChartFills.Solid("FFFFFF") : new XElement(A + "noFill"), ChartFills.NoLine()),
        Text(TextSize, look == ChartLook.Black && chart.Kind == ChartKind.StackedBars ? "FFFFFF" : "000000"),
        Val("dLblPos", chart.Kind switch
        {
            ChartKind.StackedBars => "ctr",
            ChartKind.Shares => "outEnd",
            _ => "t",
        }),
        Val("showLegendKey", "0"),
        Val("showVal", "1"),
        Val("showCatName", "0"),
        Val("showSerName", "0"),
        Val("showPercent", "0"),
        Val("showBubbleSize", "0"));

    // Bars grow upwards from the foot; turned round, the first stands at the top as in the table.
    private static XElement CategoryAxisOf(ChartModel chart)
    {
        var isLine = chart.Kind == ChartKind.Lines;
        return E(
            "catAx",
            Val("axId", CategoryAxis),
            E("scaling", Val("orientation", isLine ? "minMax" : "maxMin")),
            Val("delete", "0"),
            Val("axPos", isLine ? "b" : "l"),
            Format("General"),
            Val("majorTickMark", "none"),
            Val("minorTickMark", "none"),
            Val("tickLblPos", "low"),
            E("spPr", ChartFills.Thin("000000")),
            Text(TextSize),
            Val("crossAx", ValueAxis),
            Val("crosses", "autoZero"),
            Val("auto", "0"),
            Val("lblAlgn", "ctr"),
            Val("lblOffset", 100),
            isLine ? null : Val("tickLblSkip", 1),
            Val("noMultiLvlLbl", "1"));
    }

    private static XElement ValueAxisOf(ChartModel chart)
    {
        var isLine = chart.Kind == ChartKind.Lines;
        var isShare = chart.Kind == ChartKind.Shares;
        return E(
            "valAx",
            Val("axId", ValueAxis),
            E("scaling", Val("orientation", "minMax"), isShare ? Val("max", 1) : chart.Scale is { } scale ? Val("max", scale) : null, Val("min", 0)),
            Val("delete", "0"),
            Val("axPos", isLine ? "l" : "b"),
            E("majorGridlines", E("spPr", ChartFills.Thin("D9D9D9"))),
            Format(isShare ? "0%" : "0"),
            Val("majorTickMark", "none"),
            Val("minorTickMark", "none"),
            Val("tickLblPos", "nextTo"),
            E("spPr", ChartFills.NoLine()),
            Text(TextSize),
            Val("crossAx", CategoryAxis),
            Val("crosses", isLine ? "autoZero" : "max"),
            Val("crossBetween", "between"),
            isShare ? new XElement(C + "majorUnit", new XAttribute("val", "0.2")) : null);
    }

    // The same family in both slots, or figures and Chinese would differ.
    private static XElement Text(int size, string colour = "000000") => E(
        "txPr",
        new XElement(A + "bodyPr"),
        new XElement(A + "lstStyle"),
        new XElement(A + "p", new XElement(A + "pPr", new XElement(
            A + "defRPr",
            new XAttribute("sz", size),
            new XAttribute("b", "0"),
            ChartFills.Solid(colour),
            new XElement(A + "latin", new XAttribute("typeface", FontNames.Song)),
            new XElement(A + "ea", new XAttribute("typeface", FontNames.Song)))),
            new XElement(A + "endParaRPr", new XAttribute("lang", "zh-CN"))));

    private static XElement Point(int index, string text) => E("pt", new XAttribute("idx", index), E("v", text));

    private static XElement Format(string code) => new(C + "numFmt", new XAttribute("formatCode", code), new XAttribute("sourceLinked", "0"));

    private static XElement Val(string name, string value) => E(name, new XAttribute("val", value));

    private static XElement Val(string name, int value) => E(name, new XAttribute("val", value));

    private static XElement E(string name, params object?[] content) => new(C + name, content);
}
