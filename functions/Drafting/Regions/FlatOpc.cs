using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>
/// Blocks as flat OPC, the form in which Word's own API takes what is inserted: a package in one XML text, with the blocks and exactly the
/// styles that they use. Page set-up, numbering, pictures and custom XML are left out, since hosts treat them each in its own way.
/// </summary>
internal static class FlatOpc
{
    private const string Relations = "application/vnd.openxmlformats-package.relationships+xml";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static readonly XNamespace Pkg = "http://schemas.microsoft.com/office/2006/xmlPackage";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The package of some blocks; closed by an empty paragraph where they end with a table, or there are none.</summary>
    /// <param name="main">Root of the main part that they are from: what its prefixes mean.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="styles">The styles that the blocks name.</param>
    public static string Of(XElement main, IEnumerable<XElement> blocks, StyleNames styles)
    {
        var body = new XElement(W + "body", blocks);
        if (!EndsWithText(body))
            body.Add(new XElement(W + "p"));
        var document = new XElement(W + "document", main.Attributes(), body);
        return new XElement(
            Pkg + "package",
            new XAttribute(XNamespace.Xmlns + "pkg", Pkg.NamespaceName),
            Part("/_rels/.rels", Relations, Link("officeDocument", "word/document.xml")),
            Part("/word/document.xml", Word + "document.main+xml", document),
            Part("/word/_rels/document.xml.rels", Relations, Link("styles", "styles.xml")),
            Part("/word/styles.xml", Word + "styles+xml", styles.Only(StyleNames.UsedIn(body).Select(id => id.Value)))).ToString(SaveOptions.DisableFormatting);
    }

    // A control around a table ends with the table.
    private static bool EndsWithText(XElement container) => container.Elements().LastOrDefault() is { } last
        && (last.Name == W + "p" || (last.Name == W + "sdt" && last.Element(W + "sdtContent") is { } content && EndsWithText(content)));

    private static XElement Part(string name, string type, XElement content) => new(
        Pkg + "part",
        new XAttribute(Pkg + "name", name),
        new XAttribute(Pkg + "contentType", type),
        new XElement(Pkg + "xmlData", content));

    private static XElement Link(string type, string target) => new(
        Links + "Relationships",
        new XElement(Links + "Relationship", new XAttribute("Id", "rId1"), new XAttribute("Type", Office + type), new XAttribute("Target", target)));
}
