using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using YiyuanSafety.Drafting.Regions;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Regions;

/// <summary>Flat OPC as Word takes it: opened by the Open XML SDK, validated, and put into a document as Word puts it.</summary>
internal static class FlatPackage
{
    private static readonly string[] Linked = ["basedOn", "next", "link"];
    private static readonly string[] Parts = ["/_rels/.rels", "/word/document.xml", "/word/_rels/document.xml.rels", "/word/styles.xml"];
    private static readonly XNamespace Pkg = "http://schemas.microsoft.com/office/2006/xmlPackage";

    /// <summary>Root of a part.</summary>
    public static XElement Part(string ooxml, string name) => XElement.Parse(ooxml, LoadOptions.PreserveWhitespace)
        .Elements(Pkg + "part").Single(part => part.Attribute(Pkg + "name")?.Value == name).Element(Pkg + "xmlData")?.Elements().Single() ?? throw new InvalidOperationException(name);

    public static IReadOnlyList<XElement> Blocks(string ooxml) => [.. Part(ooxml, "/word/document.xml").Elements(W + "body").Elements()];

    /// <summary>Sees that the SDK opens it without a fault, and that it brings nothing along but blocks and the styles they use.</summary>
    public static void AssertSound(string ooxml)
    {
        using var document = WordprocessingDocument.FromFlatOpcString(ooxml);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        Assert.Equal(Parts, XElement.Parse(ooxml).Elements().Select(part => part.Attribute(Pkg + "name")?.Value));
        var (main, sheet) = (Part(ooxml, "/word/document.xml"), Part(ooxml, "/word/styles.xml"));
        Assert.Empty(main.Descendants(W + "sectPr"));
        Assert.Empty(main.Descendants(W + "numPr").Concat(sheet.Descendants(W + "numPr")));
        Assert.Equal(W + "p", main.Elements(W + "body").Elements().Last().Name);

        var styles = sheet.Elements(W + "style").ToDictionary(style => style.Attribute(W + "styleId")?.Value ?? "");
        var named = References(main).Concat(styles.Values.SelectMany(style => Linked.SelectMany(name => style.Elements(W + name)).Select(Value))).ToHashSet();
        Assert.Subset(styles.Keys.ToHashSet(), References(main).ToHashSet());
        Assert.All(styles, style => Assert.True(named.Contains(style.Key) || style.Value.Attribute(W + "default") is not null, style.Key));
    }

    /// <summary>A paper with changes made as Word makes them: controls stay, what is in them is replaced, missing styles are brought along.</summary>
    public static byte[] Applied(byte[] docx, PaperUpdate update)
    {
        var main = XElement.Parse(Templating.DocxBuilder.Part(docx, "word/document.xml"), LoadOptions.PreserveWhitespace);
        foreach (var change in update.Changes)
        {
            var controls = main.Descendants(W + "sdt").Where(control => control.Elements(W + "sdtPr").Elements(W + "tag").Any(tag => Value(tag) == change.Tag)).ToList();
            Assert.NotEmpty(controls);
            foreach (var content in controls.Elements(W + "sdtContent"))
                content.ReplaceNodes(Blocks(change.Ooxml));
        }

        return ManagedPaper.Repack(ManagedPaper.Repack(docx, "word/document.xml", main.ToString(SaveOptions.DisableFormatting)), "customXml/item1.xml", update.Record);
    }

    private static IEnumerable<string> References(XElement main) =>
        main.Descendants().Where(element => element.Name.LocalName is "pStyle" or "rStyle" or "tblStyle").Select(Value);

    private static string Value(XElement element) => element.Attribute(W + "val")?.Value ?? "";
}
