using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;
using static YiyuanSafety.Templates.CommonBlocks;
using static YiyuanSafety.Templates.Ooxml;
using static YiyuanSafety.Templates.Regions;
using static YiyuanSafety.Templates.Tables;

namespace YiyuanSafety.Templates;

/// <summary>supervision-letter.docx and reminder-letter.docx: 督办函 and 提醒函 in 信函格式 (10.1).</summary>
internal static class LetterTemplate
{
    // Ink of the mark begins a little above its line and ends above its foot, as measured on rendered pages.
    private const int MarkTop = PageFigures.LetterMarkTop + 30;
    private const int WhiteBelowMark = 65;

    /// <summary>Where the upper double line stands: 4 mm below the ink of the mark.</summary>
    private const int LineTop = MarkTop + (TypeFigures.SizeLetterMark * 10) - WhiteBelowMark + PageFigures.LetterLineGap;

    private static readonly int[] Widths = [620, 1560, 3650, 1994, 1020];

    /// <summary>What 督办函 says.</summary>
    public static TemplatePackage Supervision() => Make(new Words(
        "为推动任务落地落实，现{{ if is_repeated }}再次{{ end }}予以督办，函告如下：",
        "督办事项",
        "请{{ you }}对照上述任务，明确责任领导和责任人，制定具体措施，{{ if count == 1 && task.others != \"\" }}会同{{ task.others }}，{{ end }}抓好落实。已经完成的，说明完成情况并附佐证材料；尚未完成的，说明原因、下一步措施和完成日期。",
        "请于{{ reply.by }}前，将办理情况加盖公章后书面反馈{{ reply.to }}。反馈渠道：{{ reply.channel }}。"));

    /// <summary>What 提醒函 says.</summary>
    public static TemplatePackage Reminder() => Make(new Words(
        "为确保任务按期完成，现{{ if is_repeated }}再次{{ end }}提醒如下：",
        "提醒事项",
        "请{{ you }}对照上述任务和时限，检查进展，查找差距，{{ if count == 1 && task.others != \"\" }}会同{{ task.others }}，{{ end }}抓紧推进，确保按期完成。预计不能按期完成的，请及早说明原因、下一步措施和预计完成日期。",
        "请于{{ reply.by }}前，将进展情况反馈{{ reply.to }}。反馈渠道：{{ reply.channel }}。"));

    private static TemplatePackage Make(Words words) => TemplatePackage.Of(
        [.. Letter(words), .. Table(words), .. Copies(), Sections.Letter()], Sections.LetterFooters);

    private static IEnumerable<XElement> Letter(Words words) =>
    [
        Tag("{{ if head.is_preprinted }}"),
        Framed(Styles.LetterMark, MarkTop),
        Tag("{{ else if head.mark_is_long }}"),
        Framed(Styles.LetterLongMark, MarkTop, "{{ head.mark }}"),
        Tag("{{ else }}"),
        Framed(Styles.LetterMark, MarkTop, "{{ head.mark }}"),
        Tag("{{ end }}"),

        // Paper that has its mark has its lines as well.
        Tag("{{ if head.is_preprinted }}"),
        Framed(Styles.LetterLineBlank, LineTop),
        Tag("{{ else }}"),
        Framed(Styles.LetterLine, LineTop),
        Tag("{{ end }}"),

        // 10.1: 份号 and 紧急程度 at the left edge below each other, the number at the right of the first of them.
        Tag("{{ if head.copy_number != \"\" }}"),
        P(Styles.LetterNumberBeside, "{{ head.copy_number }}\t{{ head.issue_number }}"),
        .. When("head.urgency != \"\"", P(Styles.Urgency, "{{ head.urgency }}")),
        Tag("{{ else if head.urgency != \"\" }}"),
        P(Styles.LetterNumberBeside, Run("{{ head.urgency }}", Styles.Hei), "\t{{ head.issue_number }}"),
        Tag("{{ else }}"),
        P(Styles.LetterNumber, "{{ head.issue_number }}"),
        Tag("{{ end }}"),
        Empty(),
        Empty(),
        .. Title("title_lines"),
        .. Addressees(),
        Region("matter", words.Matter, Matter(words)),
        P(Styles.Heading1, "三、反馈时限及方式"),
        P(Styles.Body, words.Answer),
        P(Styles.BodyKept, "联系人：{{ reply.contact_name }}　联系电话：{{ reply.contact_phone }}"),
        .. Attachments(),
        .. Signature(),
    ];

    private static IEnumerable<XElement> Matter(Words words) =>
    [
        Tag("{{ if count == 1 }}"),
        P(Styles.Body, "{{ source }}{{ task.place }}所列任务，由{{ you }}{{ part }}{{ if task.due_note != \"\" }}，{{ task.due_note }}{{ end }}。{{ earlier }}" + words.Purpose),
        P(Styles.Heading1, "一、" + words.Matter),
        P(Styles.Body, "{{ task.text }}"),
        P(Styles.Body, "责任分工：{{ task.clause }}。（任务编号：{{ task.id }}）"),
        .. When("task.deadline != \"\"", P(Styles.Body, "完成时限：{{ task.deadline }}。")),
        Tag("{{ else }}"),
        P(Styles.Body, "{{ source }}所列任务中，有{{ count }}项由{{ you }}{{ part }}。{{ earlier }}" + words.Purpose),
        P(Styles.Heading1, "一、" + words.Matter),
        Tag("{{ if has_table }}"),
        P(Styles.Body, $"{words.Matter}共{{{{ count }}}}项{{{{ if overdue > 0 }}}}，其中{{{{ overdue }}}}项已逾期{{{{ end }}}}，详见附件。"),
        Tag("{{ else }}"),
        Tag("{{ for one in tasks }}"),
        P(Styles.Body, "{{ one.mark }}{{ one.text }}（责任分工：{{ one.clause }}；{{ if one.due_note != \"\" }}{{ one.due_note }}；{{ else if one.deadline != \"\" }}完成时限：{{ one.deadline }}；{{ end }}任务编号：{{ one.id }}）"),
        Tag("{{ end }}"),
        Tag("{{ end }}"),
        Tag("{{ end }}"),
        P(Styles.Heading1, "二、办理要求"),
        P(Styles.Body, words.Demand),
    ];

    // 7.3.7: the attachment on a page of its own.
    private static IEnumerable<XElement> Table(Words words) => When(
        "has_table",
        NewPage(P(Styles.AttachmentLabel, "{{ attachments.first_label }}")),
        Empty(),
        Tag("{{ for line in table_title_lines }}"),
        P(Styles.Title, "{{ line }}"),
        Tag("{{ end }}"),
        Empty(),
        Region(
            "list",
            words.Matter + "清单",
            Tables.Table(
                Widths,
                Tables.Head(Widths, "序号", "重点任务", "具体措施", "责任分工", "完成时限"),
                TagRow(Widths, "{{ for one in tasks }}"),
                Row(
                    Widths,
                    false,
                    Centred("{{ one.number }}"),
                    [.. When("one.title != \"\"", Left("{{ one.title }}")), .. Left("（{{ one.id }}）")],
                    Left("{{ one.text }}"),
                    Left("{{ one.clause }}"),
                    Centred("{{ if one.due != \"\" }}{{ one.due }}{{ if one.is_overdue }}，已逾期{{ end }}{{ else }}{{ one.deadline }}{{ end }}")),
                TagRow(Widths, "{{ end }}"))),
        P(Styles.SectionEnd));

    // 10.1: a letter's 版记 has neither rules nor 印发.
    private static IEnumerable<XElement> Copies() => When("copy_to != \"\"", TextBox.AtFoot(P(Styles.CopyTo, "抄送：{{ copy_to }}。")));

    private sealed record Words(string Purpose, string Matter, string Demand, string Answer);
}
