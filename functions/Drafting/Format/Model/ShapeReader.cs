using System.Globalization;
using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>Reads drawings: where they stand, and the text of text boxes.</summary>
internal static class ShapeReader
{
    private const double EmuPerTwip = 635;

    /// <summary>A drawing (w:drawing, or the older w:pict and w:object).</summary>
    /// <param name="element">The element.</param>
    /// <param name="readText">Reads the blocks of a text box.</param>
    public static Shape? Read(XElement element, Func<XElement, List<Block>> readText)
    {
        var text = TextBoxes(element).SelectMany(readText).ToList();
        var isPicture = element.Descendants().Any(one => one.Name.LocalName is "pic" or "imagedata");
        if (element.Element(W.Drawing + "anchor") is { } anchor)
        {
            var down = anchor.Element(W.Drawing + "positionV");
            var extent = anchor.Element(W.Drawing + "extent");
            return new Shape(
                element,
                text,
                anchor.Element(W.Drawing + "positionH")?.Attribute("relativeFrom")?.Value ?? "column",
                down?.Attribute("relativeFrom")?.Value ?? "paragraph",
                down?.Element(W.Drawing + "align")?.Value.Trim(),
                Twips(down?.Element(W.Drawing + "posOffset")?.Value),
                Twips(extent?.Attribute("cx")?.Value) ?? 0,
                Twips(extent?.Attribute("cy")?.Value) ?? 0,
                element.Descendants().Any(one => one.Name.LocalName == "bodyPr" && one.Attribute("vert")?.Value is not (null or "horz")),
                isPicture,
                OutlineColour(element));
        }

        var style = element.Descendants().FirstOrDefault(one => one.Name.LocalName is "shape" or "rect" or "line")?.Attribute("style")?.Value ?? "";
        var colour = element.Descendants().Select(one => one.Attribute("strokecolor")?.Value).FirstOrDefault(value => value is not null)?.Split(' ')[0].TrimStart('#');
        return new Shape(element, text, "column", "paragraph", null, null, 0, 0, style.Contains("layout-flow:vertical", StringComparison.Ordinal), isPicture, colour is "red" ? TypeFigures.Red : colour);
    }

    // A text box inside a text box is read with the one around it.
    private static IEnumerable<XElement> TextBoxes(XElement element) => element.Elements().SelectMany(child =>
        child.Name == W.TextBoxContent ? [child]
        : child.Name == W.Compatibility + "AlternateContent" ? (ParagraphReader.Alternative(child) is { } chosen ? TextBoxes(chosen) : [])
        : TextBoxes(child));

    private static string? OutlineColour(XElement drawing) =>
        drawing.Descendants(W.Graphic + "ln").Descendants(W.Graphic + "srgbClr").FirstOrDefault()?.Attribute("val")?.Value.ToUpperInvariant()
        ?? drawing.Descendants(W.Graphic + "srgbClr").FirstOrDefault()?.Attribute("val")?.Value.ToUpperInvariant();

    private static int? Twips(string? emu) =>
        double.TryParse(emu, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e12 ? (int)(value / EmuPerTwip) : null;
}
