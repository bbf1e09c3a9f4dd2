using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Format.Checks;
using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;
using static YiyuanSafety.Drafting.Format.Rules.HeadRules;
using static YiyuanSafety.Drafting.Format.Strength;

namespace YiyuanSafety.Drafting.Format.Rules;

/// <summary>版记 (7.4) and page numbers (7.5).</summary>
internal static partial class EndRules
{
    private static readonly PaperShape[] NoLetter = [PaperShape.RedHead, PaperShape.Minutes, PaperShape.Plain];

    [GeneratedRegex(@"^主送：[\s\S]+。$", RegexOptions.None, 500)]
    private static partial Regex MainTo { get; }

    [GeneratedRegex(@"^抄送：[\s\S]+。$", RegexOptions.None, 500)]
    private static partial Regex CopyTo { get; }

    [GeneratedRegex(@"^\S.*[\s　]+\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日印发$", RegexOptions.None, 500)]
    private static partial Regex Printed { get; }

    [GeneratedRegex(@"^.*(　{2}年|　月|　日)[\d　月日]*印发$", RegexOptions.None, 500)]
    private static partial Regex OpenPrinted { get; }

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("D-01", "7.4.1", Required, "版记中的分隔线与版心等宽，首条在第一个要素之上，末条在最后一个要素之下", new WholePaper(ColophonChecks.Rules)),
        new("D-01", "7.4.1", Recommended, "首条和末条分隔线用粗线（0.35 mm），中间的用细线（0.25 mm）", new WholePaper(ColophonChecks.Weights)),
        new("D-02", "7.4.2", Usual, "抄送机关用 4 号仿宋体字", new TypeCheck(Family.FangSong, TypeFigures.Size4, Stretch.Whole, Part.CopyTo)),
        new("D-02", "7.4.2", Required, "“抄送”后加全角冒号，最后一个抄送机关名称后标句号", new WordsCheck("“抄送：……。”", CopyTo, null, Part.CopyTo)),
        new("D-02", "7.4.2", Required, "抄送机关左右各空一字，回行与冒号后的首字对齐", new PlaceCheck("左右各空 1 字，回行左空 4 字", IsCopyPlaced, CopyIndent, Part.CopyTo)),
        new("D-03", "7.4.2", Usual, "移至版记的主送机关编排方法同抄送机关，用 4 号仿宋体字", new TypeCheck(Family.FangSong, TypeFigures.Size4, Stretch.Whole, Part.MainTo)),
        new("D-03", "7.4.2", Required, "移至版记的主送机关编排方法同抄送机关，最后一个名称后标句号", new WordsCheck("“主送：……。”", MainTo, null, Part.MainTo)),
        new("D-03", "7.4.2", Required, "移至版记的主送机关左右各空一字，回行与冒号后的首字对齐", new PlaceCheck("左右各空 1 字，回行左空 4 字", IsCopyPlaced, CopyIndent, Part.MainTo)),
        new("D-03", "7.4.2", Required, "移至版记的主送机关置于抄送机关之上一行，之间不加分隔线", new WholePaper(ColophonChecks.MainTo)),
        new("D-04", "7.4.3", Usual, "印发机关和印发日期用 4 号仿宋体字", new TypeCheck(Family.FangSong, TypeFigures.Size4, Stretch.Whole, Part.Printed)),
        new("D-04", "7.4.3", Required, "印发日期用阿拉伯数字标全年、月、日，后加“印发”二字", In(NoLetter, new WordsCheck("如“××办公室　2021年3月5日印发”", Printed, OpenPrinted, Part.Printed))),
        new("D-04", "7.4.3", Required, "印发机关左空一字", In(NoLetter, new PlaceCheck("左空 1 字", (_, place) => PlaceCheck.Near(place.Start, 1), null, Part.Printed))),
        new("D-04", "7.4.3", Required, "印发日期右空一字", In(NoLetter, new EachParagraph([Part.Printed], DateAtRight))),
        new("D-05", "7.4.1", Derived, "版记末条分隔线与最后一面的版心下边缘重合", new WholePaper(ColophonChecks.Anchor)),
        new("D-06", "7.3.7", Required, "附件在版记之前，版记置于公文最后一面", new WholePaper(ColophonChecks.Last)),
        new("E-01", "7.5", Usual, "单页码居右空一字，双页码居左空一字", new WholePaper(FooterChecks.Present)),
        new("E-01", "7.5", Usual, "页码用 4 号半角宋体阿拉伯数字，左右各放一条一字线", new WholePaper(FooterChecks.Form)),
        new("E-01", "7.5", Usual, "单页码居右空一字，双页码居左空一字", new WholePaper(FooterChecks.Place)),
        new("E-01", "7.5", Usual, "页码一字线上距版心下边缘 7 mm", new EachSection(FooterChecks.Distance)),
        new("E-02", "7.5", Usual, "附件与正文一起装订时，页码连续编排", new EachSection(FooterChecks.RunsOn)),
        new("E-03", "10.1", Required, "信函格式首页不显示页码", new WholePaper(FooterChecks.LetterFirst)),
    ];

    private static bool IsCopyPlaced(Paragraph paragraph, Placement place) =>
        PlaceCheck.Near(place.Start, 1) && place.End.High >= 1 - PlaceCheck.Tolerance && (!place.Wraps(1) || PlaceCheck.Near(place.Wrapped, 4));

    private static Edit[] CopyIndent(Paragraph paragraph) =>
        [Repairs.Indent(paragraph, 4 * TypeFigures.Character4, TypeFigures.Character4, -3 * TypeFigures.Character4), Repairs.Align(paragraph, "left")];

    // Only a right tab says where the date ends; dates pushed by spaces are left to the reader's eye.
    private static Fault? DateAtRight(CheckedPaper paper, Paragraph paragraph)
    {
        if (!paragraph.Text.Contains('\t', StringComparison.Ordinal) || paragraph.Look.Tabs?.LastOrDefault(stop => stop.Kind is "right" or "end") is not { } tab)
            return null;
        var gap = ((paper.Placed(paragraph).Column * paragraph.Type.Em) - tab.At) / paragraph.Type.Em;
        return PlaceCheck.Near(gap, 1) ? null : new Fault(
            paper.PlaceOf(paragraph),
            $"右空 {Measure.Characters(gap)}",
            "右空 1 字",
            Repair.Of(new TabEdit(paragraph.Element, tab.At, PageFigures.TypeWidth - TypeFigures.Character4)));
    }
}
