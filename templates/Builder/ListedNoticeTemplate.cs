using System.Xml.Linq;
using static YiyuanSafety.Templates.CommonBlocks;
using static YiyuanSafety.Templates.Ooxml;
using static YiyuanSafety.Templates.Regions;
using static YiyuanSafety.Templates.Tables;

namespace YiyuanSafety.Templates;

/// <summary>listed-notice.docx: 挂牌督办通知 on red-head paper, the list of matters as its landscape attachment.</summary>
internal static class ListedNoticeTemplate
{
    private static readonly int[] Widths = [620, 2200, 3936, 2900, 1600, 1500];

    public static TemplatePackage Make() => TemplatePackage.Of(
        [.. Head(), .. MainText(), SectionEnd(Sections.Upright()), .. Attachment(), SectionEnd(Sections.Landscape()), .. Colophon(), Sections.Upright()],
        Sections.AllFooters);

    private static IEnumerable<XElement> MainText() =>
    [
        .. Title("title_lines"),
        .. Addressees(),
        Region("basis", "督办决定", P(Styles.Body, "{{ basis }}，决定对{{ subject }}实行挂牌督办，现就有关事项通知如下：")),
        P(Styles.Heading1, "一、督办事项"),
        Region("matters", "督办事项", P(Styles.Body, "{{ earlier }}本次挂牌督办事项共{{ count }}项，责任单位、整改要求和办结时限见附件。")),
        P(Styles.Heading1, "二、整改要求"),
        P(Styles.Body, "责任单位要切实负起整改主体责任，主要负责同志亲自研究部署，逐项制定整改方案，明确整改措施、责任人员和完成时限；整改期间要落实防范措施，确保安全。"),
        Tag("{{ for text in requirements }}"),
        P(Styles.Body, "{{ text }}"),
        Tag("{{ end }}"),
        P(Styles.Heading1, "三、办结和报告"),
        P(Styles.Body, "请在附件所列办结时限前完成整改，并于{{ reply.by }}前将整改情况及佐证材料加盖公章后书面报送{{ reply.to }}，申请验收销号。报送渠道：{{ reply.channel }}。确需延期的，应当在期限届满前书面说明理由。"),
        P(Styles.BodyKept, "联系人：{{ reply.contact_name }}　联系电话：{{ reply.contact_phone }}"),
        .. Attachments(),
        .. Signature(),
    ];

    private static IEnumerable<XElement> Attachment() =>
    [
        P(Styles.AttachmentLabel, "{{ attachments.first_label }}"),
        Empty(),
        .. Title("table_title_lines"),
        Empty(),
        Region(
            "list",
            "挂牌督办事项清单",
            Table(
                Widths,
                Tables.Head(Widths, "序号", "督办事项", "问题隐患或任务内容", "整改要求", "责任单位", "办结时限"),
                TagRow(Widths, "{{ for matter in matters }}"),
                Row(
                    Widths,
                    true,
                    Centred("{{ matter.number }}"),
                    Left("{{ matter.name }}"),
                    Left("{{ matter.fact }}"),
                    Left("{{ matter.requirement }}"),
                    Left("{{ matter.body }}"),
                    Centred("{{ matter.due_by }}")),
                TagRow(Widths, "{{ end }}"))),
    ];
}
