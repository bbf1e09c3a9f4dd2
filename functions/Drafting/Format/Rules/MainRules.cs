using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Format.Checks;
using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;
using static YiyuanSafety.Drafting.Format.Rules.HeadRules;
using static YiyuanSafety.Drafting.Format.Strength;

namespace YiyuanSafety.Drafting.Format.Rules;

/// <summary>主体 (7.3).</summary>
internal static partial class MainRules
{
    private static readonly Part[] Text = [Part.Body, Part.Heading1, Part.Heading2, Part.Heading3, Part.Heading4];
    private static readonly PaperShape[] Headed = [PaperShape.RedHead, PaperShape.Letter];

    [GeneratedRegex(@"：$", RegexOptions.None, 500)]
    private static partial Regex FullColon { get; }

    [GeneratedRegex(@"^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$", RegexOptions.None, 500)]
    private static partial Regex ArabicDate { get; }

    [GeneratedRegex(@"^(?=.*　)[\d　]{0,4}年[\d　]{1,3}月[\d　]{1,3}日$", RegexOptions.None, 500)]
    private static partial Regex OpenDate { get; }

    [GeneratedRegex(@"^（.+）$", RegexOptions.None, 500)]
    private static partial Regex Bracketed { get; }

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("C-01", "7.3.1", Usual, "标题用 2 号小标宋体字", new TypeCheck(Family.XiaoBiaoSong, TypeFigures.Size2, Stretch.Whole, Part.Title)),
        new("C-01", "7.3.1", Required, "标题居中排布", new PlaceCheck("居中", PlaceCheck.IsCentred, Centre, Part.Title)),
        new("C-01", "7.3.1", Required, "标题编排于红色分隔线下空二行位置", In([PaperShape.RedHead], new GapCheck(Part.Title, 2, Part.IssueNumber))),
        new("C-01", "7.3.1", Derived, "标题回行词意完整、排列对称、长短适宜，排成梯形或菱形", new WholePaper(TitleChecks.Shape)),
        new("C-01", "", Practice, "小标宋体标题不加粗", TypeSettingChecks.Bold(Stretch.Whole, Part.Title, Part.Mark)),
        new("C-02", "7.3.2", Required, "主送机关编排于标题下空一行位置", In(Headed, new GapCheck(Part.Addressees, 1, Part.Title))),
        new("C-02", "7.3.2", Required, "主送机关居左顶格，回行时仍顶格", In(Headed, AtLeft(Part.Addressees))),
        new("C-02", "7.3.2", Required, "最后一个主送机关名称后标全角冒号", In(Headed, new WordsCheck("末尾标全角冒号“：”", FullColon, null, Part.Addressees))),
        new("C-03", "7.3.3", Required, "正文每个自然段左空二字，回行顶格", new PlaceCheck("左空 2 字，回行顶格", IsIndented, Indent, Text)),
        new("C-03", "", Practice, "用首行缩进，不用空格", new EachParagraph(Text, TypeSettingChecks.Spaces)),
        new("C-04", "7.3.3", Usual, "第一层标题用 3 号黑体字", new TypeCheck(Family.Hei, TypeFigures.Size3, Stretch.Heading, Part.Heading1)),
        new("C-04", "", Practice, "黑体标题不加粗", TypeSettingChecks.Bold(Stretch.Heading, Part.Heading1)),
        new("C-05", "7.3.3", Usual, "第二层标题用 3 号楷体字", new TypeCheck(Family.Kai, TypeFigures.Size3, Stretch.Heading, Part.Heading2)),
        new("C-05", "", Practice, "楷体标题不加粗（国标没有要求加粗）", TypeSettingChecks.Bold(Stretch.Heading, Part.Heading2)),
        new("C-06", "7.3.3", Usual, "第三层标题用 3 号仿宋体字", new TypeCheck(Family.FangSong, TypeFigures.Size3, Stretch.Whole, Part.Heading3)),
        new("C-06", "", Practice, "第三层标题不加粗（国标没有要求加粗）", TypeSettingChecks.Bold(Stretch.Heading, Part.Heading3)),
        new("C-07", "7.3.3", Usual, "第四层标题用 3 号仿宋体字", new TypeCheck(Family.FangSong, TypeFigures.Size3, Stretch.Whole, Part.Heading4)),
        new("C-08", "", Practice, "标题与正文同段时，第一个句号之后用 3 号仿宋体字", new TypeCheck(Family.FangSong, TypeFigures.Size3, Stretch.AfterHeading, Part.Heading1, Part.Heading2)),
        new("C-09", "7.3.3", Allowed, "结构层次序数依次用“一、”“（一）”“1.”“（1）”", new SequenceCheck()),
        new("C-10", "7.3.4", Required, "附件说明的写法：“附件”后标全角冒号，多个附件用阿拉伯数字标注顺序号，名称后不加标点", new WholePaper(AttachmentChecks.NoteWords)),
        new("C-10", "7.3.4", Required, "附件说明左空二字编排，回行与附件名称首字对齐", new WholePaper(AttachmentChecks.NotePlace)),
        new("C-10", "7.3.4", Required, "附件说明在正文下空一行", new GapCheck(Part.AttachmentNote, 1)),
        new("C-10", "7.3.7", Required, "附件顺序号、附件标题与附件说明一致", new WholePaper(AttachmentChecks.Same)),
        new("C-11", "条例第九条", Practice, "署名用发文机关全称或者规范化简称", new WholePaper(SignatureChecks.Names)),
        new("C-12", "7.3.5.1", Usual, "加盖印章的公文，成文日期右空四字，署名以成文日期为准居中", new WholePaper(SignatureChecks.Sealed)),
        new("C-13", "7.3.5.2", Required, "不加盖印章的公文，署名右空二字，成文日期首字比署名首字右移二字", new WholePaper(SignatureChecks.Unsealed)),
        new("C-13", "7.3.5.2", Required, "不加盖印章的公文，署名在正文或附件说明下空一行", new WholePaper(SignatureChecks.Gap)),
        new("C-16", "7.3.5.4", Required, "成文日期用阿拉伯数字标全年、月、日，月、日不编虚位", new WordsCheck("如“2021年3月5日”", ArabicDate, OpenDate, Part.Date)),
        new("C-18", "7.3.6", Required, "附注加圆括号", new WordsCheck("用全角圆括号括起", Bracketed, null, Part.Annotation)),
        new("C-18", "7.3.6", Required, "附注居左空二字编排", new PlaceCheck("左空 2 字", (_, place) => PlaceCheck.Near(place.Start, 2), paragraph => [Repairs.Indent(paragraph, 2 * TypeFigures.Character, 0, 0), Repairs.Align(paragraph, "left")], Part.Annotation)),
        new("C-18", "7.3.6", Required, "附注编排在成文日期下一行", new GapCheck(Part.Annotation, 0, Part.Date)),
        new("C-19", "7.3.7", Required, "附件另面编排", new WholePaper(AttachmentChecks.NewPage)),
        new("C-19", "7.3.7", Required, "“附件”二字及顺序号用 3 号黑体字", new TypeCheck(Family.Hei, TypeFigures.Size3, Stretch.Whole, Part.AttachmentLabel)),
        new("C-19", "7.3.7", Required, "“附件”二字及顺序号顶格编排在版心左上角第一行", AtLeft(Part.AttachmentLabel)),
        new("C-19", "7.3.7", Required, "“附件”二字及顺序号的写法", new WholePaper(AttachmentChecks.LabelWords)),
        new("C-19", "7.3.7", Required, "附件标题居中编排在版心第三行", new WholePaper(AttachmentChecks.TitlePlace)),
        new("C-19", "", Practice, "附件标题用 2 号小标宋体字", new TypeCheck(Family.XiaoBiaoSong, TypeFigures.Size2, Stretch.Whole, Part.AttachmentTitle)),
        new("H-02", "10.3", Allowed, "“出席”“请假”“列席”用 3 号黑体字", new TypeCheck(Family.Hei, TypeFigures.Size3, Stretch.Label, Part.Attendance)),
        new("H-03", "10.3", Allowed, "出席人员名单左空二字，回行与冒号后首字对齐", new PlaceCheck("左空 2 字，回行左空 5 字", (_, place) => PlaceCheck.Near(place.Start, 2) && (!place.Wraps(2) || PlaceCheck.Near(place.Wrapped, 5)), paragraph => [Repairs.Indent(paragraph, 5 * TypeFigures.Character, 0, -3 * TypeFigures.Character)], Part.Attendance)),
    ];

    private static bool IsIndented(Paragraph paragraph, Placement place)
    {
        // Chapters stand in the middle; that is another order of headings than that of papers.
        if (paragraph.Look.Alignment == "center" && Signs.Chapter.IsMatch(paragraph.Words))
            return true;
        return paragraph.Look.Alignment is not ("center" or "right" or "end") && PlaceCheck.Near(place.Start, 2) && PlaceCheck.Near(place.Wrapped, 0);
    }

    private static Edit[] Indent(Paragraph paragraph) => [Repairs.Indent(paragraph, 0, 0, 2 * TypeFigures.Character), Repairs.Align(paragraph, "both")];
}
