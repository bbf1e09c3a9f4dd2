using System.Xml.Linq;
using static YiyuanSafety.Templates.CommonBlocks;
using static YiyuanSafety.Templates.Ooxml;
using static YiyuanSafety.Templates.Regions;
using static YiyuanSafety.Templates.Tables;

namespace YiyuanSafety.Templates;

/// <summary>progress-bulletin.docx: 进展情况通报 on red-head paper, with tables and charts.</summary>
internal static class ProgressBulletinTemplate
{
    private static readonly int[] Widths = [620, 2404, 820, 820, 820, 820, 820, 820, 900];
    private static readonly int[] LateWidths = [620, 1010, 2500, 1744, 1960, 1010];
    private static readonly int[] LetterWidths = [620, 2560, 1960, 900, 1600, 1204];

    public static TemplatePackage Make() => TemplatePackage.Of(
        [.. Head(), .. Text(), .. Colophon(), Sections.Upright()], Sections.UprightFooters);

    private static IEnumerable<XElement> Text() =>
    [
        .. Title("title_lines"),
        .. Addressees(),
        Region("basis", "通报依据", P(Styles.Body, "现将{{ source }}截至{{ until }}的任务进展情况通报如下：")),
        P(Styles.Heading1, "一、总体进展"),
        Tag("{{ for text in overview }}"),
        P(Styles.Body, "{{ text }}"),
        Tag("{{ end }}"),
        .. Figures("trend"),
        .. Part("sections", "序号", "部分"),
        .. Part("bodies", "{{ if is_ranked }}名次{{ else }}序号{{ end }}", "单位"),
        .. Late(),
        .. Letters(),
        .. When(
            "requirements.size > 0",
            P(Styles.Heading1, "{{ next_heading }}"),
            Tag("{{ for text in requirements }}"),
            P(Styles.Body, "{{ text }}"),
            Tag("{{ end }}")),

        // The page that is signed has a line of text, whatever table ends above it (7.3.5.5).
        P(Styles.BodyKept, "特此通报。"),
        .. Attachments(),
        .. Signature(),
    ];

    private static IEnumerable<XElement> Figures(string figures) =>
    [
        Tag($"{{{{ for figure in {figures} }}}}"),
        P(Styles.Figure, "{{ figure.chart }}"),
        P(Styles.FigureName, "{{ figure.caption }}"),
        Tag("{{ end }}"),
    ];

    private static IEnumerable<XElement> Part(string part, string number, string name) => When(
        part + ".rows.size > 0",
        [
            P(Styles.Heading1, $"{{{{ {part}.heading }}}}"),
            P(Styles.Body, $"{{{{ {part}.lead }}}}"),
            P(Styles.TableName, $"{{{{ {part}.table }}}}"),
            Table(
                Widths,
                Tables.Head(Widths, number, name, "总件次", "已完成", "推进中", "未开展", "已逾期", "不涉及", "完成率"),
                TagRow(Widths, $"{{{{ for row in {part}.rows }}}}"),
                Line("row", Centred("{{ row.number }}")),
                TagRow(Widths, "{{ end }}"),
                Line(part + ".total", Centred(""))),
            .. Figures(part + ".figures"),
        ]);

    private static XElement Line(string row, XElement[] number) => Row(
        Widths,
        true,
        number,
        Left($"{{{{ {row}.name }}}}"),
        Centred($"{{{{ {row}.total }}}}"),
        Centred($"{{{{ {row}.done }}}}"),
        Centred($"{{{{ {row}.going }}}}"),
        Centred($"{{{{ {row}.not_started }}}}"),
        Centred($"{{{{ {row}.overdue }}}}"),
        Centred($"{{{{ {row}.not_involved }}}}"),
        Centred($"{{{{ {row}.rate }}}}"));

    private static IEnumerable<XElement> Late() => When(
        "late.rows.size > 0",
        P(Styles.Heading1, "{{ late.heading }}"),
        P(Styles.Body, "{{ late.lead }}"),
        P(Styles.TableName, "{{ late.table }}"),
        Table(
            LateWidths,
            Tables.Head(LateWidths, "序号", "任务编号", "任务", "责任单位", "应完成日期", "逾期天数"),
            TagRow(LateWidths, "{{ for row in late.rows }}"),
            Row(
                LateWidths,
                true,
                Centred("{{ row.number }}"),
                Centred("{{ row.task }}"),
                Left("{{ row.title }}"),
                Left("{{ row.body }}"),
                Centred("{{ row.due }}"),
                Centred("{{ row.days_late }}")),
            TagRow(LateWidths, "{{ end }}")));

    private static IEnumerable<XElement> Letters() => When(
        "letters.rows.size > 0",
        P(Styles.Heading1, "{{ letters.heading }}"),
        P(Styles.Body, "{{ letters.lead }}"),
        P(Styles.TableName, "{{ letters.table }}"),
        Table(
            LetterWidths,
            Tables.Head(LetterWidths, "序号", "发文字号", "成文日期", "文种", "主送单位", "办理情况"),
            TagRow(LetterWidths, "{{ for row in letters.rows }}"),
            Row(
                LetterWidths,
                true,
                Centred("{{ row.number }}"),
                Left("{{ row.issue_number }}"),
                Centred("{{ row.date }}"),
                Centred("{{ row.kind }}"),
                Left("{{ row.body }}"),
                Left("{{ row.state }}")),
            TagRow(LetterWidths, "{{ end }}")));
}
