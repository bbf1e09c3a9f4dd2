using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Format.Checks;
using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;
using static YiyuanSafety.Drafting.Format.Strength;

namespace YiyuanSafety.Drafting.Format.Rules;

/// <summary>版头 (7.2), and the mark of minutes (10.3).</summary>
internal static partial class HeadRules
{
    [GeneratedRegex(@"^\d{6}$", RegexOptions.None, 500)]
    private static partial Regex SixDigits { get; }

    [GeneratedRegex(@"^(绝密|机密|秘密)(★(\d{1,2}(年|个月)|长期))?$", RegexOptions.None, 500)]
    private static partial Regex Secrecy { get; }

    [GeneratedRegex(@"^(特急|加急)$", RegexOptions.None, 500)]
    private static partial Regex Urgency { get; }

    [GeneratedRegex(@"^([^\t]{1,16}\t)?[一-鿿]{1,16}〔\d{4}〕[1-9]\d*号([\s　]+签\s*发\s*人.*)?$", RegexOptions.None, 500)]
    private static partial Regex IssueNumber { get; }

    [GeneratedRegex(@"^([^\t]{1,16}\t)?[一-鿿　]{0,16}〔(\d{4}|　+)〕[　 ]+号$", RegexOptions.None, 500)]
    private static partial Regex OpenNumber { get; }

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("B-01", "7.2.1", Usual, "份号用 6 位阿拉伯数字", new WordsCheck("6 位阿拉伯数字，如 000001", SixDigits, null, Part.CopyNumber)),
        new("B-01", "7.2.1", Usual, "份号用 3 号字", new TypeCheck(null, TypeFigures.Size3, Stretch.Whole, Part.CopyNumber)),
        new("B-01", "7.2.1", Usual, "份号顶格编排在版心左上角第一行", AtLeft(Part.CopyNumber)),
        new("B-02", "7.2.2", Usual, "密级和保密期限的写法", new WordsCheck("“绝密”“机密”“秘密”，有期限的加“★”和阿拉伯数字，如“机密★1年”", Secrecy, null, Part.Secrecy)),
        new("B-02", "7.2.2", Usual, "密级和保密期限用 3 号黑体字", new TypeCheck(Family.Hei, TypeFigures.Size3, Stretch.Whole, Part.Secrecy)),
        new("B-02", "7.2.2", Usual, "密级和保密期限顶格编排", AtLeft(Part.Secrecy)),
        new("B-03", "7.2.3", Usual, "紧急程度的写法", new WordsCheck("“特急”或“加急”", Urgency, null, Part.Urgency)),
        new("B-03", "7.2.3", Usual, "紧急程度用 3 号黑体字", new TypeCheck(Family.Hei, TypeFigures.Size3, Stretch.Whole, Part.Urgency)),
        new("B-03", "7.2.3", Usual, "紧急程度顶格编排", AtLeft(Part.Urgency)),
        new("B-03", "7.2.3", Usual, "份号、密级和保密期限、紧急程度自上而下分行排列", new WholePaper(HeadChecks.Order)),
        new("B-04", "7.2.4", Required, "发文机关标志居中排布", In([PaperShape.RedHead], new PlaceCheck("居中", CentredUnlessJoint, Centre, Part.Mark))),
        new("B-04", "7.2.4", Required, "发文机关标志上边缘至版心上边缘 35 mm", new MarkPlaceCheck(PageFigures.MarkDrop, false, PaperShape.RedHead)),
        new("B-04", "7.2.4", Recommended, "发文机关标志用小标宋体字", In([PaperShape.RedHead], new TypeCheck(Family.XiaoBiaoSong, null, Stretch.Whole, Part.Mark))),
        new("B-04", "7.2.4", Recommended, "发文机关标志用红色", In([PaperShape.RedHead], new EachParagraph([Part.Mark], HeadChecks.MarkColour))),
        new("B-06", "7.2.5", Required, "发文字号由发文机关代字、年份、发文顺序号组成，年份全称、用六角括号，顺序号不编虚位、不加“第”", new WordsCheck("如“源安委发〔2021〕7号”（六角括号〔〕，年份 4 位，不加“第”，不编虚位）", IssueNumber, OpenNumber, Part.IssueNumber)),
        new("B-06", "7.2.5", Required, "发文字号编排在发文机关标志下空二行位置", In([PaperShape.RedHead], new GapCheck(Part.IssueNumber, 2, Part.Mark))),
        new("B-06", "7.2.5", Required, "发文字号居中排布（上行文居左空一字）", In([PaperShape.RedHead], new PlaceCheck("居中", CentredUnlessSigned, Centre, Part.IssueNumber))),
        new("B-07", "条例第九条", Practice, "上行文标注签发人，其他公文不标注", new WholePaper(HeadChecks.Signer)),
        new("B-07", "7.2.6", Usual, "“签发人”用 3 号仿宋体字，签发人姓名用 3 号楷体字，发文字号居左空一字", new WholePaper(HeadChecks.SignerType)),
        new("B-08", "7.2.7", Required, "发文字号之下 4 mm 处居中印一条与版心等宽的红色分隔线", new WholePaper(HeadChecks.RedLine)),
        new("H-02", "10.3", Allowed, "纪要标志居中排布", In([PaperShape.Minutes], new PlaceCheck("居中", PlaceCheck.IsCentred, Centre, Part.Mark))),
        new("H-02", "10.3", Allowed, "纪要标志上边缘至版心上边缘 35 mm", new MarkPlaceCheck(PageFigures.MarkDrop, false, PaperShape.Minutes)),
        new("H-02", "10.3", Recommended, "纪要标志用红色小标宋体字", In([PaperShape.Minutes], new TypeCheck(Family.XiaoBiaoSong, null, Stretch.Whole, Part.Mark))),
        new("H-02", "10.3", Recommended, "纪要标志用红色小标宋体字", In([PaperShape.Minutes], new EachParagraph([Part.Mark], HeadChecks.MarkColour))),
    ];

    /// <summary>Text at the left edge.</summary>
    public static Check AtLeft(Part part) => new PlaceCheck(
        "顶格（左空 0 字）",
        (paragraph, place) => PlaceCheck.Near(place.Start, 0) && (!place.Wraps(0) || PlaceCheck.Near(place.Wrapped, 0)),
        paragraph => [Repairs.Indent(paragraph, 0, 0, 0), Repairs.Align(paragraph, "left")],
        part);

    /// <summary>A check for some layouts only.</summary>
    public static Check In(PaperShape[] shapes, Check check) =>
        new WholePaper(paper => shapes.Contains(paper.Parts.Shape) ? check.Run(paper) : []);

    /// <summary>Puts a paragraph into the middle.</summary>
    public static Edit[] Centre(Paragraph paragraph) => [Repairs.Indent(paragraph, 0, 0, 0), Repairs.Align(paragraph, "center")];

    // The names of joint issuers stand in a table beside the word 文件, which is centred as a whole.
    private static bool CentredUnlessJoint(Paragraph paragraph, Placement place) =>
        paragraph.Holder == Holder.Cell || PlaceCheck.IsCentred(paragraph, place);

    private static bool CentredUnlessSigned(Paragraph paragraph, Placement place) =>
        paragraph.Holder == Holder.Cell || Signs.Signer.IsMatch(paragraph.Words) || PlaceCheck.IsCentred(paragraph, place) || PlaceCheck.Near(place.Start, 1);
}
