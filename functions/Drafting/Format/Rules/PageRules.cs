using YiyuanSafety.Drafting.Format.Checks;
using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;
using static YiyuanSafety.Drafting.Format.Strength;

namespace YiyuanSafety.Drafting.Format.Rules;

/// <summary>Paper, type area, lines and type of the whole (clause 5).</summary>
internal static class PageRules
{
    private static readonly Part[] PlainType = [Part.Addressees, Part.Body, Part.AttachmentNote, Part.Issuer, Part.Date, Part.Annotation, Part.AttachmentText];
    private static readonly Part[] Close = [Part.IssueNumber, Part.Date, Part.AttachmentNote];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("A-01", "5.1", Required, "公文用纸采用 A4 型纸", new EachSection(PageChecks.Size)),
        new("A-02", "5.2.1", Required, "天头（上白边）37 mm±1 mm，订口（左白边）28 mm±1 mm", new EachSection(PageChecks.TopAndLeft)),
        new("A-03", "5.2.1", Required, "版心尺寸 156 mm×225 mm", new EachSection(PageChecks.TypeArea)),
        new("A-04", "5.2.2", Usual, "没有特殊说明的，各要素用 3 号仿宋体字", new TypeCheck(Family.FangSong, TypeFigures.Size3, Stretch.Whole, PlainType)),
        new("A-04", "5.2.2", Usual, "没有特殊说明的，各要素用 3 号仿宋体字", new TypeCheck(Family.FangSong, TypeFigures.Size3, Stretch.BeforeSigner, Part.IssueNumber)),
        new("A-05", "5.2.3", Usual, "每面排 22 行，每行排 28 个字，并撑满版心", new WholePaper(LineChecks.Page)),
        new("A-06", "5.2.3", Derived, "各段行距与每面 22 行相符", new EachParagraph(LineChecks.Lines, LineChecks.Line)),
        new("A-07", "", Practice, "文档网格按每面 22 行设置", new EachSection(PageChecks.Grid)),
        new("A-08", "5.2.3", Derived, "字符间距与每行 28 字相符", new EachParagraph(LineChecks.Lines, LineChecks.Tracking)),
        new("A-09", "5.2.3", Derived, "文档网格的字符数与每行 28 字相符", new EachSection(LineChecks.Grid)),
        new("A-10", "5.2.4", Usual, "没有特殊说明的，文字颜色均为黑色", new WholePaper(TypeSettingChecks.Colour)),
        new("A-11", "", Practice, "双面印刷时不设对称页边距", new WholePaper(Mirrored)),
        new("C-21", "", Practice, "引号、破折号等两种文字共用的符号用中文字体", new EachParagraph(LineChecks.Lines, TypeSettingChecks.Hint)),
        new("C-22", "", Practice, "字母和数字的字体与正文协调", new EachParagraph([.. LineChecks.Lines, Part.IssueNumber], TypeSettingChecks.Latin)),
        new("C-23", "", Practice, "发文字号、日期、附件说明中不自动加空隙", new EachParagraph(Close, TypeSettingChecks.AutoSpace)),
        new("B-09", "", Derived, "段落属性按 Open XML 规范的顺序", new WholePaper(TypeSettingChecks.Order)),
    ];

    private static IEnumerable<Fault> Mirrored(CheckedPaper paper) =>
        paper.Document.Settings.Switch("mirrorMargins") != true ? [] :
            [new Fault(CheckedPaper.Whole, "设了对称页边距，双页的左右白边与单页相反", "不设对称页边距", Repair.Of(new SettingEdit("mirrorMargins", false)))];
}
