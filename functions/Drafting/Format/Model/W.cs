using System.Globalization;
using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>Names of WordprocessingML, and its values as Word reads them.</summary>
internal static class W
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    public static readonly XNamespace Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public static readonly XNamespace Graphic = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static readonly XName P = Main + "p";
    public static readonly XName R = Main + "r";
    public static readonly XName Tbl = Main + "tbl";
    public static readonly XName Tr = Main + "tr";
    public static readonly XName Tc = Main + "tc";
    public static readonly XName PPr = Main + "pPr";
    public static readonly XName RPr = Main + "rPr";
    public static readonly XName SectPr = Main + "sectPr";
    public static readonly XName Value = Main + "val";
    public static readonly XName TextBoxContent = Main + "txbxContent";

    /// <summary>The child of that name.</summary>
    public static XElement? Child(this XElement? parent, string name) => parent?.Element(Main + name);

    /// <summary>The attribute w:<paramref name="name"/>.</summary>
    public static string? Text(this XElement? element, string name = "val") => element?.Attribute(Main + name)?.Value;

    /// <summary>A whole number or a measure in twips; null where absent or senseless.</summary>
    public static int? Number(this XElement? element, string name = "val")
    {
        if (element.Text(name) is not { } text)
            return null;
        var factor = 1d;
        foreach (var (unit, twips) in new[] { ("pt", 20d), ("mm", 1440 / 25.4), ("cm", 1440 / 2.54), ("in", 1440d), ("pc", 240d), ("pi", 240d) })
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
                (text, factor) = (text[..^2], twips);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value * factor) < 1e7
            ? (int)Math.Round(value * factor)
            : null;
    }

    /// <summary>A switch: present without a value means on; null where absent.</summary>
    public static bool? Switch(this XElement? parent, string name) => parent.Child(name) is { } child
        ? child.Text() is not ("0" or "false" or "off")
        : null;

    /// <summary>A number as attributes hold it.</summary>
    public static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);
}
