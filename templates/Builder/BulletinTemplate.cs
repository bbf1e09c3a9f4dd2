using System.Xml.Linq;
using static YiyuanSafety.Templates.CommonBlocks;
using static YiyuanSafety.Templates.Ooxml;
using static YiyuanSafety.Templates.Tables;

namespace YiyuanSafety.Templates;

/// <summary>bulletin.docx: 进展情况通报 on red-head paper, with the figures of each body.</summary>
internal static class BulletinTemplate
{
    private static readonly int[] Widths = [620, 2324, 900, 900, 900, 900, 1000, 1300];

    public static TemplatePackage Make() => TemplatePackage.Of(
        [.. Head(), .. Text(), .. Colophon(), Sections.Upright()], Sections.UprightFooters);

    private static IEnumerable<XElement> Text() =>
    [
        .. Title("title_lines"),
        .. Addressees(),
        P(Styles.Body, "现将{{ source }}截至{{ until }}的任务进展情况通报如下："),
        P(Styles.Heading1, "一、总体进展"),
        P(Styles.BodyKept, "{{ summary }}"),
        Tag("{{ if rows.size > 0 }}"),
        P(Styles.Heading1, "二、各单位进展"),
        P(Styles.Body, "截至{{ until }}，共有任务{{ total.total }}项次，已完成{{ total.done }}项次，推进中{{ total.going }}项次，逾期{{ total.overdue }}项次，完成率{{ total.share }}。各单位进展情况如下表。"),
        Figures(),
        .. When("sections.size > 0", P(Styles.EmptyKept)),
        Tag("{{ end }}"),
        .. TextSections("sections"),
        .. Attachments(),
        .. Signature(),
    ];

    private static XElement Figures() => Table(
        Widths,
        Tables.Head(Widths, "序号", "单位", "任务数", "已完成", "推进中", "逾期", "完成率", "备注"),
        TagRow(Widths, "{{ for row in rows }}"),
        Row(
            Widths,
            true,
            Centred("{{ row.number }}"),
            Left("{{ row.body }}"),
            Centred("{{ row.total }}"),
            Centred("{{ row.done }}"),
            Centred("{{ row.going }}"),
            Centred("{{ row.overdue }}"),
            Centred("{{ row.share }}"),
            Left("{{ row.remark }}")),
        TagRow(Widths, "{{ end }}"));
}
