using System.Xml.Linq;
using static YiyuanSafety.Templates.CommonBlocks;
using static YiyuanSafety.Templates.Ooxml;
using static YiyuanSafety.Templates.Regions;
using static YiyuanSafety.Templates.Tables;

namespace YiyuanSafety.Templates;

/// <summary>task-sheet.docx and task-sheet-wide.docx: what one body has to do, a table under each heading, and a slip to answer with.</summary>
internal static class TaskSheetTemplate
{
    private static readonly int[] Upright = [620, 1560, 3650, 1994, 1020];
    private static readonly int[] Landscape = [620, 2100, 5916, 2900, 1220];
    private static readonly int[] SlipUpright = [820, 2324, 2600, 1100, 2000];
    private static readonly int[] SlipLandscape = [820, 3200, 4036, 1500, 3200];

    public static TemplatePackage MakeUpright() => TemplatePackage.Of(
        [.. Sheet(Upright, SlipUpright), Sections.Upright()], Sections.UprightFooters);

    public static TemplatePackage MakeWide() => TemplatePackage.Of(
        [.. Sheet(Landscape, SlipLandscape), Sections.Landscape()], Sections.AllFooters);

    private static IEnumerable<XElement> Sheet(int[] widths, int[] slip) =>
    [
        .. Title("title_lines"),
        Empty(),
        Region("summary", "任务概况", P(Styles.TableNote, "根据{{ source }}，{{ department }}共承担任务{{ count }}项{{ if count > 0 }}，其中{{ counts }}{{ end }}。")),
        Region("tasks", "任务清单", Kinds(widths)),
        P(Styles.SectionEnd),
        .. When("has_slip", Slip(slip)),
    ];

    private static IEnumerable<XElement> Kinds(int[] widths) =>
    [
        Tag("{{ for kind in kinds }}"),
        P(Styles.KindHeading, "{{ kind.heading }}（{{ kind.count }}项）"),
        Table(
            widths,
            Tables.Head(widths, "序号", "重点任务", "具体措施", "其他承担单位", "完成时限"),
            TagRow(widths, "{{ for task in kind.rows }}"),

            // Long tasks run over the page: a row kept whole would leave half a page white.
            Row(
                widths,
                false,
                Centred("{{ task.number }}"),
                [.. When("task.title != \"\"", Left("{{ task.title }}")), .. Left("（{{ task.id }}）")],
                [
                    .. Left("{{ task.text }}"),
                    P(Styles.TableSource, "出处：{{ if task.section != \"\" }}{{ task.section }}，{{ end }}分工原文为“（{{ task.clause }}）”{{ if task.group != \"\" }}，以“{{ task.group }}”身份承担{{ end }}。"),
                ],
                Left("{{ task.others }}"),
                Centred("{{ task.deadline }}")),
            TagRow(widths, "{{ end }}")),
        Tag("{{ end }}"),
    ];

    private static IEnumerable<XElement> Slip(int[] widths) =>
    [
        NewPage(P(Styles.AttachmentLabel, "附件")),
        Empty(),
        P(Styles.Title, "办理情况回执"),
        Empty(),
        P(Styles.TableNote, "请于{{ reply.by }}前填妥并加盖公章，反馈{{ reply.to }}（{{ reply.channel }}；联系人：{{ reply.contact_name }}，电话：{{ reply.contact_phone }}）。"),
        P(Styles.SlipField, "填报单位（盖章）：{{ department }}"),
        Region("slip", "办理情况回执", Table(
            widths,
            Tables.Head(widths, "编号", "重点任务", "办理情况", "完成时间", "存在问题及下一步打算"),
            TagRow(widths, "{{ for kind in kinds }}"),
            TagRow(widths, "{{ for task in kind.rows }}"),
            Row(widths, true, Centred("{{ task.id }}"), Left("{{ if task.title != \"\" }}{{ task.title }}{{ else }}{{ task.text }}{{ end }}"), Left(""), Centred(""), Left("")),
            TagRow(widths, "{{ end }}"),
            TagRow(widths, "{{ end }}"),

            // In the table, so that they never stand on a page of their own without its head.
            Wide(widths, P(Styles.TableField, "填报人：\t联系电话：")),
            Wide(widths, P(Styles.TableField, "负责人签字：\t填报日期：　　　　年　　月　　日")))),
        P(Styles.SectionEnd),
    ];
}
