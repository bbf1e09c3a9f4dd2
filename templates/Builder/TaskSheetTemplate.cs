using System.Xml.Linq;
using static YiyuanSafety.Templates.CommonBlocks;
using static YiyuanSafety.Templates.Ooxml;
using static YiyuanSafety.Templates.Regions;
using static YiyuanSafety.Templates.Tables;

namespace YiyuanSafety.Templates;

/// <summary>task-sheet.docx: what one body has to do, a table under each heading.</summary>
internal static class TaskSheetTemplate
{
    private static readonly int[] Widths = [620, 1560, 3650, 1994, 1020];

    public static TemplatePackage Make() => TemplatePackage.Of([.. Sheet(), Sections.Upright()], Sections.UprightFooters);

    private static IEnumerable<XElement> Sheet() =>
    [
        .. Title("title_lines"),
        Empty(),
        Region("summary", "任务概况", P(Styles.TableNote, "根据{{ source }}，{{ department }}共承担任务{{ count }}项，其中{{ counts }}。")),
        Region("tasks", "任务清单", Kinds()),
        P(Styles.SectionEnd),
    ];

    private static IEnumerable<XElement> Kinds() =>
    [
        Tag("{{ for kind in kinds }}"),
        P(Styles.KindHeading, "{{ kind.heading }}（{{ kind.count }}项）"),
        Table(
            Widths,
            Head(Widths, "序号", "重点任务", "具体措施", "其他承担单位", "完成时限"),
            TagRow(Widths, "{{ for task in kind.rows }}"),

            // Long tasks run over the page: a row kept whole would leave half a page white.
            Row(
                Widths,
                false,
                Centred("{{ task.number }}"),
                [Tag("{{ if task.title != \"\" }}"), .. Left("{{ task.title }}"), Tag("{{ end }}"), .. Left("（{{ task.id }}）")],
                [
                    .. Left("{{ task.text }}"),
                    P(Styles.TableSource, "出处：{{ if task.section != \"\" }}{{ task.section }}，{{ end }}分工原文为“（{{ task.clause }}）”{{ if task.group != \"\" }}，以“{{ task.group }}”身份承担{{ end }}。"),
                ],
                Left("{{ task.others }}"),
                Centred("{{ task.deadline }}")),
            TagRow(Widths, "{{ end }}")),
        Tag("{{ end }}"),
    ];
}
