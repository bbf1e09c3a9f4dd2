using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;
using static YiyuanSafety.Templates.CommonBlocks;
using static YiyuanSafety.Templates.Ooxml;
using static YiyuanSafety.Templates.Regions;

namespace YiyuanSafety.Templates;

/// <summary>supervision-letter.docx: 督办函 in 信函格式 (10.1).</summary>
internal static class SupervisionLetterTemplate
{
    // Ink of the mark begins a little above its line and ends above its foot, as measured on rendered pages.
    private const int MarkTop = PageFigures.LetterMarkTop + 30;
    private const int WhiteBelowMark = 65;

    /// <summary>Where the upper double line stands: 4 mm below the ink of the mark.</summary>
    private const int LineTop = MarkTop + (TypeFigures.SizeLetterMark * 10) - WhiteBelowMark + PageFigures.LetterLineGap;

    public static TemplatePackage Make() => TemplatePackage.Of([.. Letter(), Sections.Letter()], Sections.LetterFooters);

    private static IEnumerable<XElement> Letter() =>
    [
        Tag("{{ if mark_is_long }}"),
        Framed(Styles.LetterLongMark, MarkTop, "{{ mark }}"),
        Tag("{{ else }}"),
        Framed(Styles.LetterMark, MarkTop, "{{ mark }}"),
        Tag("{{ end }}"),
        Framed(Styles.LetterLine, LineTop),
        P(Styles.LetterNumber, "{{ issue_number }}"),
        Empty(),
        Empty(),
        .. Title("title_lines"),
        Empty(),
        P(Styles.Addressees, "{{ addressees }}："),
        Region(
            "matter",
            "督办事项",
            P(Styles.Body, "{{ source }}{{ task.place }}所列任务，由{{ you }}{{ part }}。为推动任务落地落实，现予以督办，函告如下："),
            P(Styles.Heading1, "一、督办事项"),
            P(Styles.Body, "{{ task.text }}"),
            P(Styles.Body, "责任分工：{{ task.clause }}。（任务编号：{{ task.id }}）"),
            Tag("{{ if task.deadline != \"\" }}"),
            P(Styles.Body, "完成时限：{{ task.deadline }}。"),
            Tag("{{ end }}"),
            P(Styles.Heading1, "二、办理要求"),
            P(Styles.Body, "请{{ you }}对照上述任务，明确责任领导和责任人，制定具体措施，{{ if task.others != \"\" }}会同{{ task.others }}，{{ end }}抓好落实。已经完成的，说明完成情况并附佐证材料；尚未完成的，说明原因、下一步措施和完成日期。")),
        P(Styles.Heading1, "三、反馈时限及方式"),
        P(Styles.Body, "请于{{ reply_by }}前，将办理情况加盖公章后书面反馈{{ reply_to }}。反馈渠道：{{ reply_channel }}。"),
        P(Styles.Body, "联系人：{{ contact_name }}　联系电话：{{ contact_phone }}"),
        .. Signature(),
    ];
}
