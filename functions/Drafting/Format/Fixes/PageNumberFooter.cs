using System.Xml.Linq;
using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Fixes;

/// <summary>A footer with the page number between dashes, one character in from the outer edge (7.5).</summary>
internal static class PageNumberFooter
{
    /// <summary>The footer of even or odd pages.</summary>
    public static XElement Make(bool isEven) => new(
        W.Main + "ftr",
        new XAttribute(XNamespace.Xmlns + "w", W.Main.NamespaceName),
        new XElement(
            W.P,
            new XElement(
                W.PPr,
                E("snapToGrid", ("val", "0")),
                E("spacing", ("before", "0"), ("after", "0"), ("line", W.Write(TypeFigures.Character4)), ("lineRule", "exact")),
                E("ind", isEven ? ("left", W.Write(TypeFigures.Character4)) : ("right", W.Write(TypeFigures.Character4)), ("firstLine", "0"), ("firstLineChars", "0")),
                E("jc", ("val", isEven ? "left" : "right"))),
            Run(Text("— ")),
            Run(E("fldChar", ("fldCharType", "begin"))),
            Run(new XElement(W.Main + "instrText", Preserved, " PAGE ")),
            Run(E("fldChar", ("fldCharType", "separate"))),
            Run(Text("1")),
            Run(E("fldChar", ("fldCharType", "end"))),
            Run(Text(" —"))));

    private static XAttribute Preserved => new(XNamespace.Xml + "space", "preserve");

    private static XElement Run(XElement content) => new(
        W.R,
        new XElement(
            W.RPr,
            E("rFonts", ("hint", "eastAsia"), ("ascii", FontNames.Song), ("hAnsi", FontNames.Song), ("eastAsia", FontNames.Song), ("cs", FontNames.Song)),
            E("spacing", ("val", "0")),
            E("sz", ("val", W.Write(TypeFigures.Size4))),
            E("szCs", ("val", W.Write(TypeFigures.Size4)))),
        content);

    private static XElement Text(string text) => new(W.Main + "t", Preserved, text);

    private static XElement E(string name, params (string Name, string Value)[] attributes) =>
        new(W.Main + name, attributes.Select(attribute => new XAttribute(W.Main + attribute.Name, attribute.Value)));
}
