using System.Xml.Linq;
using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Fixes;

/// <summary>The order in which properties stand (ECMA-376 part 1, annex A).</summary>
internal static class SchemaOrder
{
    private static readonly string[] Paragraph =
    [
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs",
        "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
        "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
        "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    ];

    private static readonly string[] Run =
    [
        "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof",
        "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
        "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
    ];

    private static readonly string[] Section =
    [
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols",
        "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
    ];

    private static readonly string[] Table =
    [
        "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders",
        "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange",
    ];

    // Properties of a row may stand in any order, but for the marks of changes at their end.
    private static readonly string[] Row = ["ins", "del", "trPrChange"];

    private static readonly string[] Settings =
    [
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries", "displayBackgroundShape",
        "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData",
        "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
        "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter",
        "stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting", "documentProtection",
        "autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone",
        "doNotHyphenateCaps", "showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders",
    ];

    /// <summary>Whether the properties of a paragraph stand in order.</summary>
    public static bool IsKept(XElement bag)
    {
        var last = -1;
        foreach (var child in bag.Elements())
        {
            var at = child.Name.Namespace == W.Main ? Array.IndexOf(Paragraph, child.Name.LocalName) : -1;
            if (at >= 0 && at < last)
                return false;
            last = Math.Max(last, at);
        }

        return true;
    }

    /// <summary>Puts the properties of a paragraph into order.</summary>
    public static void Sort(XElement bag)
    {
        var sorted = bag.Elements().OrderBy(child => Array.IndexOf(Paragraph, child.Name.LocalName) is var at and >= 0 ? at : int.MaxValue).ToList();
        bag.ReplaceNodes(sorted);
    }

    /// <summary>Puts a property into its place.</summary>
    public static void Insert(XElement bag, XElement property)
    {
        var order = Of(bag);
        var at = Array.IndexOf(order, property.Name.LocalName);
        var unknownFirst = order == Row || order == Settings;
        var next = bag.Elements().FirstOrDefault(child => Array.IndexOf(order, child.Name.LocalName) switch
        {
            < 0 => order == Settings,
            var other => at >= 0 ? other > at : unknownFirst,
        });
        if (next is null)
            bag.Add(property);
        else
            next.AddBeforeSelf(property);
    }

    private static string[] Of(XElement bag) => bag.Name.LocalName switch
    {
        "pPr" => Paragraph,
        "rPr" => Run,
        "sectPr" => Section,
        "tblPr" => Table,
        "settings" => Settings,
        _ => Row,
    };
}
