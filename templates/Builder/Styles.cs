using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;
using static YiyuanSafety.Templates.Ooxml;

namespace YiyuanSafety.Templates;

/// <summary>The named styles of all templates, each an element of GB/T 9704-2012 (the clause stands beside it).</summary>
internal static class Styles
{
    public const string Body = "GwBody";
    public const string BodyKept = "GwBodyKept";
    public const string Heading1 = "GwHeading1";
    public const string KindHeading = "GwKindHeading";
    public const string Heading2 = "GwHeading2";
    public const string Title = "GwTitle";
    public const string Mark = "GwMark";
    public const string LongMark = "GwLongMark";
    public const string MarkDrop = "GwMarkDrop";
    public const string MarkDropOne = "GwMarkDrop1";
    public const string MarkDropTwo = "GwMarkDrop2";
    public const string JointMark = "GwJointMark";
    public const string JointWord = "GwJointWord";
    public const string CopyNumber = "GwCopyNumber";
    public const string Urgency = "GwUrgency";
    public const string PreprintedNumber = "GwPreprintedNumber";
    public const string MinutesNumber = "GwMinutesNumber";
    public const string MinutesLine = "GwMinutesLine";
    public const string Attendance = "GwAttendance";
    public const string IssueNumber = "GwIssueNumber";
    public const string LetterMark = "GwLetterMark";
    public const string LetterLongMark = "GwLetterLongMark";
    public const string LetterLine = "GwLetterLine";
    public const string LetterLineBlank = "GwLetterLineBlank";
    public const string LetterFootLine = "GwLetterFootLine";
    public const string LetterNumber = "GwLetterNumber";
    public const string LetterNumberBeside = "GwLetterNumberBeside";
    public const string Addressees = "GwAddressees";
    public const string AttachmentNote = "GwAttachmentNote";
    public const string AttachmentFirst = "GwAttachmentFirst";
    public const string AttachmentNext = "GwAttachmentNext";
    public const string AttachmentLast = "GwAttachmentLast";
    public const string AttachmentLabel = "GwAttachmentLabel";
    public const string Issuer = "GwIssuer";
    public const string IssuerLong = "GwIssuerLong";
    public const string Date = "GwDate";
    public const string UnsealedIssuer = "GwUnsealedIssuer";
    public const string UnsealedDate = "GwUnsealedDate";
    public const string JointIssuer = "GwJointIssuer";
    public const string Note = "GwNote";
    public const string Empty = "GwEmpty";
    public const string EmptyKept = "GwEmptyKept";
    public const string TableNote = "GwTableNote";
    public const string TableHead = "GwTableHead";
    public const string TableText = "GwTableText";
    public const string TableSource = "GwTableSource";
    public const string TableCentred = "GwTableCentred";
    public const string TableSection = "GwTableSection";
    public const string TableName = "GwTableName";
    public const string Figure = "GwFigure";
    public const string FigureName = "GwFigureName";
    public const string SlipField = "GwSlipField";
    public const string TableField = "GwTableField";
    public const string ColophonRoom = "GwColophonRoom";
    public const string Hei = "GwHei";
    public const string Kai = "GwKai";
    public const string CopyTo = "GwCopyTo";
    public const string Printed = "GwPrinted";
    public const string PageNumberOdd = "GwPageOdd";
    public const string PageNumberEven = "GwPageEven";
    public const string Control = "GwControl";
    public const string SectionEnd = "GwSectionEnd";

    // Width of the usual date in characters of 3号 is 6 to 7; its middle lies here when it ends 4 characters from the edge.
    private const int DateMiddle = (int)((TypeFigures.CharactersPerLine - 4 - 3.25) * TypeFigures.Character);

    /// <summary>word/styles.xml.</summary>
    public static XElement Part() => E(
        "styles",
        Namespaces,
        E(
            "docDefaults",
            E("rPrDefault", E(
                "rPr",
                Typeface(FontNames.FangSong),
                Val("spacing", TypeFigures.Tracking),
                Val("sz", TypeFigures.Size3),
                Val("szCs", TypeFigures.Size3),
                E("lang", At("val", "en-US"), At("eastAsia", "zh-CN"), At("bidi", "ar-SA")))),
            E("pPrDefault", E(
                "pPr",
                Off("widowControl"),

                // A comma that hangs over the edge would stand outside of the type area (5.2.1).
                Off("overflowPunct"),
                Off("autoSpaceDE"),
                Off("autoSpaceDN"),
                Off("snapToGrid"),
                Lines(TypeFigures.Line)))),
        E("style", At("type", "paragraph"), At("default", "1"), At("styleId", "Normal"), Val("name", "Normal"), E("qFormat"), E("pPr", Off("widowControl"), Off("overflowPunct"), Off("autoSpaceDE"), Off("autoSpaceDN"), Off("snapToGrid"))),
        E("style", At("type", "character"), At("default", "1"), At("styleId", "DefaultParagraphFont"), Val("name", "Default Paragraph Font"), Val("uiPriority", 1), E("semiHidden")),
        E(
            "style",
            At("type", "table"),
            At("default", "1"),
            At("styleId", "TableNormal"),
            Val("name", "Normal Table"),
            Val("uiPriority", 99),
            E("semiHidden"),
            E("tblPr", E("tblInd", At("w", 0), At("type", "dxa")), CellMargins(108))),
        Character(Hei, "黑体字", FontNames.Hei),
        Character(Kai, "楷体字", FontNames.Kai),
        StyleList.All());

    /// <summary>A paragraph style.</summary>
    public static XElement Style(string id, string name, IEnumerable<XElement> paragraph, IEnumerable<XElement> run) => E(
        "style",
        At("type", "paragraph"),
        At("customStyle", "1"),
        At("styleId", id),
        Val("name", name),
        Val("basedOn", "Normal"),
        E("qFormat"),
        E("pPr", paragraph),
        E("rPr", run));

    // For a heading that runs into its text, and for the words in front of names.
    private static XElement Character(string id, string name, string font) => E(
        "style",
        At("type", "character"),
        At("customStyle", "1"),
        At("styleId", id),
        Val("name", name),
        Val("basedOn", "DefaultParagraphFont"),
        E("qFormat"),
        E("rPr", Typeface(font)));

    /// <summary>The same family in all four slots, or quotation marks and digits would take another.</summary>
    public static XElement Typeface(string font) => E(
        "rFonts", At("hint", "eastAsia"), At("ascii", font), At("eastAsia", font), At("hAnsi", font), At("cs", font));

    /// <summary>Type of a size without the tracking of 3号 text.</summary>
    public static IEnumerable<XElement> Type(string font, int size, string? colour = null)
    {
        yield return Typeface(font);
        yield return Off("b");
        if (colour is not null)
            yield return Val("color", colour);
        yield return Val("spacing", size == TypeFigures.Size3 ? TypeFigures.Tracking : 0);
        yield return Val("sz", size);
        yield return Val("szCs", size);
    }

    /// <summary>An exact line without space around it.</summary>
    public static XElement Lines(int height, int before = 0, int after = 0) => E(
        "spacing", At("before", before), At("after", after), At("line", height), At("lineRule", "exact"));

    /// <summary>Where the issuer's middle stands over a sealed date.</summary>
    public static XElement DateMiddleTab() => E("tabs", E("tab", At("val", "center"), At("pos", DateMiddle)));

    /// <summary>Margins of table cells.</summary>
    public static XElement CellMargins(int side, int height = 0) => E(
        "tblCellMar",
        E("top", At("w", height), At("type", "dxa")),
        E("left", At("w", side), At("type", "dxa")),
        E("bottom", At("w", height), At("type", "dxa")),
        E("right", At("w", side), At("type", "dxa")));
}
