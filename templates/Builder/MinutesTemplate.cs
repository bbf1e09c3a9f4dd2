using System.Xml.Linq;
using static YiyuanSafety.Templates.CommonBlocks;
using static YiyuanSafety.Templates.Ooxml;

namespace YiyuanSafety.Templates;

/// <summary>minutes.docx: 会议纪要 (10.3).</summary>
internal static class MinutesTemplate
{
    public static TemplatePackage Make() => TemplatePackage.Of(
        [.. Text(), .. Tables.Colophon(), Sections.Upright()], Sections.UprightFooters);

    private static IEnumerable<XElement> Text() =>
    [
        P(Styles.MarkDrop),
        .. Either("mark_is_long", Styles.LongMark, Styles.Mark, "{{ mark }}"),
        Empty(),
        P(Styles.MinutesNumber, "{{ number }}"),
        P(Styles.MinutesLine, "{{ issuer }}\t{{ date }}"),
        Empty(),
        Empty(),
        .. Title("title_lines"),
        Empty(),
        P(Styles.Body, "{{ opening }}"),
        .. TextSections("sections"),
        Empty(),
        .. When("present != \"\"", P(Styles.Attendance, Run("出席：", Styles.Hei), "{{ present }}")),
        .. When("absent != \"\"", P(Styles.Attendance, Run("请假：", Styles.Hei), "{{ absent }}")),
        .. When("observers != \"\"", P(Styles.Attendance, Run("列席：", Styles.Hei), "{{ observers }}")),
    ];
}
