using System.Xml.Linq;
using static YiyuanSafety.Templates.Ooxml;

namespace YiyuanSafety.Templates;

/// <summary>Blocks that several templates share.</summary>
internal static class CommonBlocks
{
    /// <summary>The title, a paragraph for each line.</summary>
    /// <param name="lines">The field that holds the lines.</param>
    public static IEnumerable<XElement> Title(string lines) =>
    [
        Tag($"{{{{ for line in {lines} }}}}"),
        P(Styles.Title, "{{ line }}"),
        Tag("{{ end }}"),
    ];

    /// <summary>署名 and 成文日期, with or without room for the seal (7.3.5). The lines stay with the text above (7.3.5.5).</summary>
    public static IEnumerable<XElement> Signature() =>
    [
        Tag("{{ if signature.seal }}"),
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
}
