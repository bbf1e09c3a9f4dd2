using System.Globalization;
using System.Xml.Linq;
using static YiyuanSafety.Templates.Ooxml;

namespace YiyuanSafety.Templates;

/// <summary>Text boxes anchored to the page. Lengths are in EMU, 36 000 to the millimetre.</summary>
internal static class TextBox
{
    private const int Millimetre = 36000;
    private static readonly string[] Sides = ["lIns", "tIns", "rIns", "bIns"];
    private static readonly string[] Distances = ["distT", "distB", "distL", "distR"];

    /// <summary>A box as wide as the type area that stands on its lower edge and grows upwards.</summary>
    public static XElement AtFoot(params IEnumerable<XElement> content) => P(Styles.SectionEnd, E("r", Anchor(
        "版记",
        (156 * Millimetre, 60 * Millimetre),
        Place("positionH", "margin", new XElement(Wp + "align", "left")),
        Place("positionV", "margin", new XElement(Wp + "align", "bottom")),
        new XElement(Wps + "bodyPr", Insets(), new XAttribute("vert", "horz"), new XAttribute("anchor", "b")),
        content)));

    /// <summary>
    /// The page number of a landscape sheet, turned so that it reads like that of the other pages when the sheet is bound (8).
    /// </summary>
    /// <param name="odd">On odd pages it stands at the lower left, on even pages at the upper left.</param>
    /// <param name="number">The paragraph with the number.</param>
    public static XElement Turned(bool odd, XElement number) => E("r", Anchor(
        "页码",
        (14 * 12700, 40 * Millimetre),
        Place("positionH", "page", new XElement(Wp + "posOffset", (int)(26.45 * Millimetre))),
        Place("positionV", "page", new XElement(Wp + "posOffset", (int)((odd ? 139.06 : 32.94) * Millimetre))),
        new XElement(Wps + "bodyPr", Insets(), new XAttribute("vert", "vert"), new XAttribute("anchor", "t")),
        [number]));

    private static XElement Place(string name, string from, XElement where) =>
        new(Wp + name, new XAttribute("relativeFrom", from), where);

    private static IEnumerable<XAttribute> Insets() =>
        Sides.Select(side => new XAttribute(side, 0));

    private static XElement Anchor(
        string name, (int Width, int Height) size, XElement across, XElement down, XElement bodyProperties, IEnumerable<XElement> content) => E(
        "drawing",
        new XElement(
            Wp + "anchor",
            Distances.Select(side => new XAttribute(side, 0)),
            new XAttribute("simplePos", 0),
            new XAttribute("relativeHeight", 1),
            new XAttribute("behindDoc", 0),
            new XAttribute("locked", 0),
            new XAttribute("layoutInCell", 1),
            new XAttribute("allowOverlap", 1),
            new XElement(Wp + "simplePos", new XAttribute("x", 0), new XAttribute("y", 0)),
            across,
            down,
            new XElement(Wp + "extent", Pair("cx", size.Width), Pair("cy", size.Height)),
            new XElement(Wp + "wrapNone"),
            new XElement(Wp + "docPr", new XAttribute("id", 1), new XAttribute("name", name)),
            new XElement(Wp + "cNvGraphicFramePr"),
            new XElement(
                A + "graphic",
                new XElement(
                    A + "graphicData",
                    new XAttribute("uri", Wps.NamespaceName),
                    new XElement(
                        Wps + "wsp",
                        new XElement(Wps + "cNvSpPr", new XAttribute("txBox", 1)),
                        new XElement(
                            Wps + "spPr",
                            new XElement(
                                A + "xfrm",
                                new XElement(A + "off", Pair("x", 0), Pair("y", 0)),
                                new XElement(A + "ext", Pair("cx", size.Width), Pair("cy", size.Height))),
                            new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")),
                            new XElement(A + "noFill"),
                            new XElement(A + "ln", new XElement(A + "noFill"))),
                        new XElement(Wps + "txbx", E("txbxContent", content)),
                        bodyProperties)))));

    private static XAttribute Pair(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));
}
