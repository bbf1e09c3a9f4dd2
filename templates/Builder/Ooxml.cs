using System.Globalization;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;

namespace YiyuanSafety.Templates;

/// <summary>Elements of WordprocessingML, written as short as they are read.</summary>
internal static class Ooxml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>Declarations for the root of a part.</summary>
    public static object[] Namespaces { get; } =
    [
        new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "wp", Wp.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "wps", Wps.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "mc", Mc.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "w15", "http://schemas.microsoft.com/office/word/2012/wordml"),
        new XAttribute(Mc + "Ignorable", "w15"),
    ];

    /// <summary>An element w:<paramref name="name"/>.</summary>
    public static XElement E(string name, params object?[] content) => new(W + name, content);

    /// <summary>An attribute w:<paramref name="name"/>.</summary>
    public static XAttribute At(string name, string value) => new(W + name, value);

    /// <summary>An attribute with a number.</summary>
    public static XAttribute At(string name, int value) => new(W + name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An element with a w:val.</summary>
    public static XElement Val(string name, string value) => E(name, At("val", value));

    /// <summary>An element with a number as w:val.</summary>
    public static XElement Val(string name, int value) => E(name, At("val", value));

    /// <summary>A switch turned off.</summary>
    public static XElement Off(string name) => Val(name, "0");

    /// <summary>A paragraph of a style; tabs in the text become tab stops.</summary>
    public static XElement P(string style, params object[] content) =>
        E("p", E("pPr", Val("pStyle", style)), content.Select(one => one is string text ? Run(text) : one));

    /// <summary>A paragraph in a frame. The frame stands in the paragraph, since LibreOffice overlooks one that a style has.</summary>
    public static XElement Framed(string style, int top, params object[] content)
    {
        var paragraph = P(style, content);
        paragraph.Element(W + "pPr")?.Add(E(
            "framePr",
            At("w", PageFigures.LetterLineLength),
            At("wrap", "around"),
            At("vAnchor", "page"),
            At("hAnchor", "page"),
            At("xAlign", "center"),
            At("y", top)));
        return paragraph;
    }

    /// <summary>A paragraph that begins a page.</summary>
    public static XElement NewPage(XElement paragraph)
    {
        paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.AddAfterSelf(E("pageBreakBefore"));
        return paragraph;
    }

    /// <summary>A paragraph that holds only a tag and vanishes in the paper.</summary>
    public static XElement Tag(string tag) => P(Styles.Control, tag);

    /// <summary>An empty line.</summary>
    public static XElement Empty() => P(Styles.Empty);

    /// <summary>A paragraph that ends a section.</summary>
    public static XElement SectionEnd(XElement section) =>
        E("p", E("pPr", Val("pStyle", Styles.SectionEnd), section));

    /// <summary>A run of text, in a character style where one is named.</summary>
    public static XElement Run(string text, string? style = null)
    {
        var run = E("r", style is null ? null : E("rPr", Val("rStyle", style)));
        var parts = text.Split('\t');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                run.Add(E("tab"));
            if (parts[i].Length > 0)
                run.Add(E("t", new XAttribute(XNamespace.Xml + "space", "preserve"), parts[i]));
        }

        return run;
    }
}
