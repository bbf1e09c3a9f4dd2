using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Format.Checks;
using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Parts;
using static YiyuanSafety.Drafting.Format.Rules.HeadRules;
using static YiyuanSafety.Drafting.Format.Strength;

namespace YiyuanSafety.Drafting.Format.Rules;

/// <summary>信函格式 (10.1).</summary>
internal static partial class LetterRules
{
    private static readonly PaperShape[] Letter = [PaperShape.Letter];

    [GeneratedRegex(@"(?<!文件)$", RegexOptions.None, 500)]
    private static partial Regex NoFile { get; }

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("G-01", "10.1", Required, "发文机关标志用发文机关全称或者规范化简称，不加“文件”", In(Letter, new WordsCheck("不加“文件”二字", NoFile, null, Part.Mark))),
        new("G-01", "10.1", Required, "发文机关标志居中排布", In(Letter, new PlaceCheck("居中", PlaceCheck.IsCentred, Centre, Part.Mark))),
        new("G-01", "10.1", Required, "发文机关标志上边缘至上页边 30 mm", new MarkPlaceCheck(PageFigures.LetterMarkTop, true, PaperShape.Letter)),
        new("G-01", "10.1", Recommended, "发文机关标志用小标宋体字", In(Letter, new TypeCheck(Family.XiaoBiaoSong, null, Stretch.Whole, Part.Mark))),
        new("G-01", "10.1", Recommended, "发文机关标志用红色", In(Letter, new EachParagraph([Part.Mark], HeadChecks.MarkColour))),
        new("G-02", "10.1", Required, "发文机关标志下 4 mm 处印一条红色双线，长 170 mm", new WholePaper(LetterChecks.UpperLine)),
        new("G-03", "10.1", Required, "首页距下页边 20 mm 处印一条红色双线，长 170 mm", new WholePaper(LetterChecks.LowerLine)),
        new("G-06", "10.1", Required, "发文字号顶格居版心右边缘", In(Letter, new PlaceCheck("居右顶格（右空 0 字）", (_, place) => PlaceCheck.Near(place.End, 0), paragraph => [Repairs.Indent(paragraph, 0, 0, 0), Repairs.Align(paragraph, "right")], Part.IssueNumber))),
        new("G-07", "10.1", Required, "标题与其上最后一个要素相距二行", In(Letter, new GapCheck(Part.Title, 2, Part.IssueNumber, Part.CopyNumber, Part.Secrecy, Part.Urgency))),
        new("D-07", "10.1", Required, "信函格式的版记不加印发机关和印发日期、分隔线", new WholePaper(ColophonChecks.Letter)),
    ];
}
