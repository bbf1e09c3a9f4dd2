using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Charts;

/// <summary>The drawing in the text that shows a chart: inline, so that it moves with its caption.</summary>
internal static class ChartDrawing
{
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The wp:inline element; it declares its own prefixes, whatever the part around it does.</summary>
    public static string Of(ChartModel chart, string link, string id) => new XElement(
        Wp + "inline",
        new XAttribute(XNamespace.Xmlns + "wp", Wp.NamespaceName),
        new XAttribute("distT", 0),
        new XAttribute("distB", 0),
        new XAttribute("distL", 0),
        new XAttribute("distR", 0),
        new XElement(Wp + "extent", new XAttribute("cx", chart.Width), new XAttribute("cy", chart.Height)),
        new XElement(Wp + "effectExtent", new XAttribute("l", 0), new XAttribute("t", 0), new XAttribute("r", 0), new XAttribute("b", 0)),
        new XElement(Wp + "docPr", new XAttribute("id", id), new XAttribute("name", "图表" + id), new XAttribute("descr", Plain(chart.Description))),
        new XElement(Wp + "cNvGraphicFramePr"),
        new XElement(
            A + "graphic",
            new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
            new XElement(
                A + "graphicData",
                new XAttribute("uri", C.NamespaceName),
                new XElement(
                    C + "chart",
                    new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName),
                    new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
                    new XAttribute(R + "id", link))))).ToString(SaveOptions.DisableFormatting);

    // Characters that XML forbids are dropped, as they are in text.
    private static string Plain(string text) => ChartText.Allowed(text);
}
