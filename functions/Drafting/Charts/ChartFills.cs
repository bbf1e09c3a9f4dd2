using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Charts;

/// <summary>Fills, lines and markers that stay apart when a chart is printed in black and white, or copied.</summary>
internal static class ChartFills
{
    private const int HalfPoint = 6350;
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>Fill of bars.</summary>
    public static XElement Fill(ChartLook look) => look switch
    {
        ChartLook.Grey => Solid("BFBFBF"),
        ChartLook.Hatched => new XElement(
            A + "pattFill",
            new XAttribute("prst", "wdUpDiag"),
            new XElement(A + "fgClr", Colour("595959")),
            new XElement(A + "bgClr", Colour("FFFFFF"))),
        ChartLook.White => Solid("FFFFFF"),
        _ => Solid("000000"),
    };

    /// <summary>Outline of bars.</summary>
    public static XElement Outline() => Thin("404040");

    /// <summary>A series' line.</summary>
    public static XElement Line(ChartLook look) => new(
        A + "ln",
        new XAttribute("w", 3 * HalfPoint),
        Solid(look == ChartLook.Black ? "000000" : "595959"),
        look == ChartLook.Black ? new XElement(A + "prstDash", new XAttribute("val", "dash")) : null,
        new XElement(A + "round"));

    /// <summary>What marks the points of a line.</summary>
    public static XElement Marker(ChartLook look) => new(
        C + "marker",
        new XElement(C + "symbol", new XAttribute("val", look == ChartLook.Black ? "triangle" : "circle")),
        new XElement(C + "size", new XAttribute("val", 6)),
        new XElement(C + "spPr", Solid(look == ChartLook.Black ? "FFFFFF" : "595959"), Thin("000000")));

    /// <summary>A thin line.</summary>
    public static XElement Thin(string colour) => new(A + "ln", new XAttribute("w", HalfPoint), Solid(colour));

    /// <summary>No line.</summary>
    public static XElement NoLine() => new(A + "ln", new XElement(A + "noFill"));

    /// <summary>A fill of one colour.</summary>
    public static XElement Solid(string colour) => new(A + "solidFill", Colour(colour));

    private static XElement Colour(string colour) => new(A + "srgbClr", new XAttribute("val", colour));
}
