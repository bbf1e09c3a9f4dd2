using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;
using static YiyuanSafety.Templates.Ooxml;

namespace YiyuanSafety.Templates;

/// <summary>Sections and their footers. Every section names its own footers, or it would take over those of the one before.</summary>
internal static class Sections
{
    private const string Odd = "footer-odd";
    private const string Even = "footer-even";
    private const string First = "footer-first";
    private const string TurnedOdd = "footer-turned-odd";
    private const string TurnedEven = "footer-turned-even";

    /// <summary>Footers of upright pages.</summary>
    public static IReadOnlyDictionary<string, XElement> UprightFooters { get; } = new Dictionary<string, XElement>
    {
        [Odd] = Footer(PageNumber(Styles.PageNumberOdd)),
        [Even] = Footer(PageNumber(Styles.PageNumberEven)),
    };

    /// <summary>Footers of upright and landscape pages.</summary>
    public static IReadOnlyDictionary<string, XElement> AllFooters { get; } = new Dictionary<string, XElement>(UprightFooters)
    {
        [TurnedOdd] = Footer(P(Styles.SectionEnd, TextBox.Turned(true, PageNumber(Styles.PageNumberOdd)))),
        [TurnedEven] = Footer(P(Styles.SectionEnd, TextBox.Turned(false, PageNumber(Styles.PageNumberEven)))),
    };

    /// <summary>Footers of a letter: its first page has the lower double line instead of a number (10.1).</summary>
    public static IReadOnlyDictionary<string, XElement> LetterFooters { get; } = new Dictionary<string, XElement>(UprightFooters)
    {
        [First] = Footer([.. CommonBlocks.When("!head.is_preprinted", Framed(Styles.LetterFootLine, PageFigures.LetterFootLineTop)), P(Styles.SectionEnd)]),
    };

    /// <summary>An upright page.</summary>
    public static XElement Upright() => Section(
        [Reference("default", Odd), Reference("even", Even)], Size(false), Margins(false), false);

    /// <summary>A landscape page, its margins turned with it (8).</summary>
    public static XElement Landscape() => Section(
        [Reference("default", TurnedOdd), Reference("even", TurnedEven)], Size(true), Margins(true), false);

    /// <summary>The page of a letter, whose first page has its own footer.</summary>
    public static XElement Letter() => Section(
        [Reference("default", Odd), Reference("even", Even), Reference("first", First)], Size(false), Margins(false), true);

    private static XElement Section(IEnumerable<XElement> footers, XElement size, XElement margins, bool ownFirstPage) => E(
        "sectPr",
        footers,
        Val("type", "nextPage"),
        size,
        margins,
        ownFirstPage ? E("titlePg") : null,
        E("docGrid", At("type", "lines"), At("linePitch", TypeFigures.Line)));

    private static XElement Size(bool landscape) => landscape
        ? E("pgSz", At("w", PageFigures.Height), At("h", PageFigures.Width), At("orient", "landscape"))
        : E("pgSz", At("w", PageFigures.Width), At("h", PageFigures.Height));

    private static XElement Margins(bool landscape) => E(
        "pgMar",
        At("top", landscape ? PageFigures.Left : PageFigures.Top),
        At("right", landscape ? PageFigures.Top : PageFigures.Right),
        At("bottom", landscape ? PageFigures.Right : PageFigures.Bottom),
        At("left", landscape ? PageFigures.Bottom : PageFigures.Left),
        At("header", PageFigures.Header),
        At("footer", landscape ? PageFigures.Header : PageFigures.Footer),
        At("gutter", 0));

    private static XElement Reference(string type, string id) =>
        E("footerReference", At("type", type), new XAttribute(R + "id", id));

    private static XElement Footer(params IEnumerable<XElement> content) => E("ftr", Namespaces, content);

    // 7.5: the number between two dashes.
    private static XElement PageNumber(string style) => P(
        style,
        "— ",
        E("r", E("fldChar", At("fldCharType", "begin"))),
        E("r", E("instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), " PAGE ")),
        E("r", E("fldChar", At("fldCharType", "separate"))),
        Run("1"),
        E("r", E("fldChar", At("fldCharType", "end"))),
        " —");
}
