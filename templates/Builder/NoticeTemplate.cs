using System.Xml.Linq;
using static YiyuanSafety.Templates.CommonBlocks;
using static YiyuanSafety.Templates.Ooxml;
using static YiyuanSafety.Templates.Regions;
using static YiyuanSafety.Templates.Tables;

namespace YiyuanSafety.Templates;

/// <summary>notice.docx: 印发任务分工的通知 on red-head paper, the 任务分工表 as its landscape attachment, then 版记.</summary>
internal static class NoticeTemplate
{
    private static readonly int[] Widths = [620, 1800, 5516, 1700, 2100, 1020];

    public static TemplatePackage Make() => TemplatePackage.Of(
        [.. Head(), .. MainText(), SectionEnd(Sections.Upright()), .. Attachment(), SectionEnd(Sections.Landscape()), .. Colophon(), Sections.Upright()],
        Sections.AllFooters);

    private static IEnumerable<XElement> MainText() =>
    [
        .. Title("title_lines"),
        .. Addressees(),
        Region(
            "basis",
            "印发说明",
            P(Styles.Body, "为推动{{ source }}落地落实，进一步明确责任、细化分工，现将《{{ allocation.name }}》印发给你们，请结合实际，认真抓好贯彻落实。"),
            P(Styles.BodyKept, "本次分工共{{ allocation.count }}项任务。牵头单位要切实负起牵头责任，会同责任（配合）单位制定具体措施，逐项明确责任人和完成时限；责任（配合）单位要按照职责分工主动履职、密切配合，共同抓好落实。")),
        .. Attachments(),
        .. Signature(),
    ];

    private static IEnumerable<XElement> Attachment() =>
    [
        P(Styles.AttachmentLabel, "{{ attachments.first_label }}"),
        Empty(),
        .. Title("allocation.title_lines"),
        Empty(),
        Region("allocation", "任务分工表", Allocation()),
    ];

    private static XElement Allocation() => Table(
        Widths,
        Tables.Head(Widths, "序号", "重点任务", "具体措施", "牵头单位", "责任（配合）单位", "完成时限"),
        TagRow(Widths, "{{ for section in allocation.sections }}"),
        TagRow(Widths, "{{ if section.title != \"\" }}"),
        Wide(Widths, P(Styles.TableSection, "{{ section.title }}")),
        TagRow(Widths, "{{ end }}"),
        TagRow(Widths, "{{ for task in section.rows }}"),
        Row(
            Widths,
            true,
            Centred("{{ task.number }}"),
            Left("{{ task.title }}"),
            Left("{{ task.text }}"),
            Left("{{ task.lead }}"),
            Left("{{ task.others }}"),
            Centred("{{ task.deadline }}")),
        TagRow(Widths, "{{ end }}"),
        TagRow(Widths, "{{ end }}"));
}
