using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;
using static YiyuanSafety.Templates.Ooxml;

namespace YiyuanSafety.Templates;

/// <summary>Blocks that several templates share.</summary>
internal static class CommonBlocks
{
    private static readonly int[] JointWidths = [6200, 2200];

    // Seals of counties and their bodies are 42 mm across; a little more keeps them apart.
    private const int SealHeight = 2450;
    private static readonly int[] PairWidths = [PageFigures.TypeWidth / 2, PageFigures.TypeWidth / 2];

    /// <summary>版头 of a paper on red-head paper (7.2).</summary>
    public static IEnumerable<XElement> Head() =>
    [
        .. When("head.copy_number != \"\"", P(Styles.CopyNumber, "{{ head.copy_number }}")),
        .. When("head.urgency != \"\"", P(Styles.Urgency, "{{ head.urgency }}")),
        Tag("{{ if head.lines_above == 0 }}"),
        P(Styles.MarkDrop),
        Tag("{{ else if head.lines_above == 1 }}"),
        P(Styles.MarkDropOne),
        Tag("{{ else }}"),
        P(Styles.MarkDropTwo),
        Tag("{{ end }}"),
        Tag("{{ if head.is_preprinted }}"),
        P(Styles.Mark),
        Tag("{{ else if head.is_joint }}"),
        JointMark(),
        Tag("{{ else if head.mark_is_long }}"),
        P(Styles.LongMark, "{{ head.mark }}"),
        Tag("{{ else }}"),
        P(Styles.Mark, "{{ head.mark }}"),
        Tag("{{ end }}"),
        Empty(),
        Empty(),
        .. Either("head.is_preprinted", Styles.PreprintedNumber, Styles.IssueNumber, "{{ head.issue_number }}"),
        Empty(),
        Empty(),
    ];

    /// <summary>The title, a paragraph for each line.</summary>
    /// <param name="lines">The field that holds the lines.</param>
    public static IEnumerable<XElement> Title(string lines) =>
    [
        Tag($"{{{{ for line in {lines} }}}}"),
        P(Styles.Title, "{{ line }}"),
        Tag("{{ end }}"),
    ];

    /// <summary>主送机关 a line below the title, where they do not stand in the 版记 (7.3.2).</summary>
    public static IEnumerable<XElement> Addressees() =>
    [
        Empty(),
        .. When("!addressees.is_moved", P(Styles.Addressees, "{{ addressees.names }}：")),
    ];

    /// <summary>附件说明, a line below the text (7.3.4).</summary>
    public static IEnumerable<XElement> Attachments() =>
    [
        Tag("{{ if attachments.count == 1 }}"),
        P(Styles.EmptyKept),
        P(Styles.AttachmentNote, "附件：{{ attachments.lines[0] }}"),
        Tag("{{ else if attachments.count > 1 }}"),
        P(Styles.EmptyKept),
        Tag("{{ for line in attachments.lines }}"),
        Tag("{{ if for.first }}"),
        P(Styles.AttachmentFirst, "附件：{{ line }}"),
        Tag("{{ else if for.last }}"),
        P(Styles.AttachmentLast, "{{ line }}"),
        Tag("{{ else }}"),
        P(Styles.AttachmentNext, "{{ line }}"),
        Tag("{{ end }}"),
        Tag("{{ end }}"),
        Tag("{{ end }}"),
    ];

    /// <summary>署名, 成文日期, with or without room for the seal (7.3.5), and 附注 (7.3.6). They stay with the text above (7.3.5.5).</summary>
    public static IEnumerable<XElement> Signature() =>
    [
        Tag("{{ if signature.is_joint }}"),
        Tag("{{ if signature.seal }}"),
        JointIssuers(SealHeight),
        Tag("{{ else }}"),
        P(Styles.EmptyKept),
        JointIssuers(TypeFigures.Line),
        Tag("{{ end }}"),
        P(Styles.Date, "{{ signature.date }}"),
        Tag("{{ else if signature.seal }}"),
        P(Styles.EmptyKept),
        P(Styles.EmptyKept),
        Tag("{{ if signature.is_long }}"),
        P(Styles.IssuerLong, "{{ signature.issuer }}"),
        Tag("{{ else }}"),
        P(Styles.Issuer, "\t{{ signature.issuer }}"),
        Tag("{{ end }}"),
        P(Styles.Date, "{{ signature.date }}"),
        Tag("{{ else }}"),
        P(Styles.EmptyKept),
        P(Styles.UnsealedIssuer, "{{ signature.issuer }}"),
        P(Styles.UnsealedDate, "{{ signature.date_lead }}{{ signature.date }}"),
        Tag("{{ end }}"),
        .. When("signature.note != \"\"", P(Styles.Note, "（{{ signature.note }}）")),
    ];

    /// <summary>
    /// Parts of a text: heading, paragraphs, items whose heading runs into their text (7.3.3). The last stays with what follows, so that
    /// no page has a signature alone (7.3.5.5).
    /// </summary>
    /// <param name="sections">The field that holds the parts.</param>
    public static IEnumerable<XElement> TextSections(string sections) =>
    [
        Tag($"{{{{ for section in {sections} }}}}"),
        Tag("{{ is_last = for.last }}"),
        P(Styles.Heading1, "{{ section.heading }}"),
        Tag("{{ for text in section.paragraphs }}"),
        .. Either("is_last && for.last && section.items.size == 0", Styles.BodyKept, Styles.Body, "{{ text }}"),
        Tag("{{ end }}"),
        Tag("{{ for item in section.items }}"),
        Tag("{{ if is_last && for.last }}"),
        P(Styles.BodyKept, Run("{{ item.heading }}", Styles.Kai), "{{ item.text }}"),
        Tag("{{ else }}"),
        P(Styles.Body, Run("{{ item.heading }}", Styles.Kai), "{{ item.text }}"),
        Tag("{{ end }}"),
        Tag("{{ end }}"),
        Tag("{{ end }}"),
    ];

    /// <summary>The same paragraph in one of two styles.</summary>
    public static IEnumerable<XElement> Either(string condition, string style, string otherStyle, string text) =>
    [
        Tag($"{{{{ if {condition} }}}}"),
        P(style, text),
        Tag("{{ else }}"),
        P(otherStyle, text),
        Tag("{{ end }}"),
    ];

    /// <summary>Blocks that stand only under a condition.</summary>
    public static IEnumerable<XElement> When(string condition, params IEnumerable<XElement> blocks) =>
        [Tag($"{{{{ if {condition} }}}}"), .. blocks, Tag("{{ end }}")];

    // 7.3.5.1: no seal touches another.
    private static XElement JointIssuers(int height) => Tables.Plain(
        PairWidths,
        Tables.TagRow(PairWidths, "{{ for pair in signature.pairs }}"),
        Tables.Tall(PairWidths, height, P(Styles.JointIssuer, "{{ pair.left }}"), P(Styles.JointIssuer, "{{ pair.right }}")),
        Tables.TagRow(PairWidths, "{{ end }}"));

    // 7.2.4: 文件 stands at the right of all names, in the middle of their height.
    private static XElement JointMark() => Tables.Plain(
        JointWidths,
        Tables.TagRow(JointWidths, "{{ for name in head.issuers }}"),
        Tables.TagRow(JointWidths, "{{ if for.first }}"),
        Tables.Merged(JointWidths, true, P(Styles.JointMark, "{{ name }}"), P(Styles.JointWord, "文件")),
        Tables.TagRow(JointWidths, "{{ else }}"),
        Tables.Merged(JointWidths, false, P(Styles.JointMark, "{{ name }}"), P(Styles.JointWord)),
        Tables.TagRow(JointWidths, "{{ end }}"),
        Tables.TagRow(JointWidths, "{{ end }}"));
}
