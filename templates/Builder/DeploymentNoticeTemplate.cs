using System.Xml.Linq;
using static YiyuanSafety.Templates.CommonBlocks;
using static YiyuanSafety.Templates.Ooxml;

namespace YiyuanSafety.Templates;

/// <summary>deployment-notice.docx: 工作部署通知 on red-head paper.</summary>
internal static class DeploymentNoticeTemplate
{
    public static TemplatePackage Make() => TemplatePackage.Of(
        [.. Head(), .. Text(), .. Tables.Colophon(), Sections.Upright()], Sections.UprightFooters);

    private static IEnumerable<XElement> Text() =>
    [
        .. Title("title_lines"),
        .. Addressees(),
        P(Styles.Body, "{{ purpose }}，现就有关事项通知如下："),
        .. TextSections("sections"),
        .. When(
            "wants_reply",
            P(Styles.Body, "请于{{ reply.by }}前，将贯彻落实情况书面反馈{{ reply.to }}。反馈渠道：{{ reply.channel }}。"),
            P(Styles.BodyKept, "联系人：{{ reply.contact_name }}　联系电话：{{ reply.contact_phone }}")),
        .. Attachments(),
        .. Signature(),
    ];
}
