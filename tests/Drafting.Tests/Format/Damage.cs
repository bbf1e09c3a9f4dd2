using System.Xml.Linq;
using static YiyuanSafety.Drafting.Tests.Format.TypedPaper;

namespace YiyuanSafety.Drafting.Tests.Format;

/// <summary>Ways to spoil a paper.</summary>
internal static class Damage
{
    /// <summary>Sets attributes of a property of a paragraph; an attribute without a value goes.</summary>
    public static void Set(this XElement paragraph, string property, params (string Name, string? Value)[] attributes) =>
        SetIn(paragraph.Element(W + "pPr") ?? throw new InvalidOperationException("no pPr"), property, attributes);

    /// <summary>Sets attributes of a property in a bag, in the order that Word wants for what is used here.</summary>
    public static void SetIn(this XElement bag, string property, params (string Name, string? Value)[] attributes)
    {
        var element = bag.Element(W + property);
        if (element is null)
        {
            element = new XElement(W + property);
            if (property is "pageBreakBefore" or "rFonts" or "b")
                bag.AddFirst(element);
            else if (property == "pgNumType" && bag.Element(W + "pgMar") is { } margins)
                margins.AddAfterSelf(element);
            else if (property == "ind" && bag.Element(W + "jc") is { } side)
                side.AddBeforeSelf(element);
            else
                bag.Add(element);
        }

        foreach (var (name, value) in attributes)
            element.SetAttributeValue(W + name, value);
    }

    /// <summary>Takes a property away.</summary>
    public static void Drop(this XElement element, string property) => element.Descendants(W + property).First().Remove();

    /// <summary>Sets attributes of a property of all runs.</summary>
    public static void SetRuns(this XElement element, string property, params (string Name, string? Value)[] attributes)
    {
        foreach (var bag in element.DescendantsAndSelf(W + "r").Select(run => run.Element(W + "rPr")).OfType<XElement>())
        {
            if (property == "color" && bag.Element(W + "color") is null)
                bag.Element(W + "spacing")?.AddBeforeSelf(new XElement(W + "color"));
            if (property == "b" && bag.Element(W + "b") is null)
                bag.Element(W + "rFonts")?.AddAfterSelf(new XElement(W + "b"));
            SetIn(bag, property, attributes);
        }
    }

    /// <summary>Another Chinese font.</summary>
    public static void Font(this XElement element, string font) =>
        SetRuns(element, "rFonts", ("eastAsia", font), ("ascii", font), ("hAnsi", font));

    /// <summary>Other words.</summary>
    public static void Say(this XElement element, string old, string words)
    {
        var text = element.Descendants(W + "t").First(one => one.Value.Contains(old, StringComparison.Ordinal));
        text.Value = text.Value.Replace(old, words, StringComparison.Ordinal);
    }

    /// <summary>The paragraph in the colophon that begins with these words.</summary>
    public static XElement Line(this TypedPaper paper, string words) => paper["colophon"].Descendants(W + "p")
        .Last(paragraph => string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value)).StartsWith(words, StringComparison.Ordinal));

    /// <summary>The section that ends with that paragraph.</summary>
    public static XElement SectionAt(this TypedPaper paper, string name) => paper[name].DescendantsAndSelf(W + "sectPr").Single();

    /// <summary>Every paragraph of text.</summary>
    public static IEnumerable<XElement> Texts(this TypedPaper paper) => paper.Body.Elements(W + "p")
        .Where(paragraph => paragraph.Elements(W + "pPr").Elements(W + "spacing").Any(spacing => (string?)spacing.Attribute(W + "line") == "579"));
}
