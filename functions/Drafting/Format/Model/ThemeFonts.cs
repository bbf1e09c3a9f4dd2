using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>The fonts that a document's theme stands for.</summary>
internal sealed class ThemeFonts
{
    private readonly XElement? _scheme;

    /// <summary>Reads the theme part; null for a document without one.</summary>
    public ThemeFonts(XElement? theme) =>
        _scheme = theme?.Descendants(W.Graphic + "fontScheme").FirstOrDefault();

    /// <summary>The font of a slot such as minorEastAsia.</summary>
    public string this[string slot]
    {
        get
        {
            var family = _scheme?.Element(W.Graphic + (slot.StartsWith("major", StringComparison.Ordinal) ? "majorFont" : "minorFont"));
            if (!slot.EndsWith("EastAsia", StringComparison.Ordinal))
                return Face(family?.Element(W.Graphic + "latin")) ?? "Calibri";

            // An empty East Asian face stands for that of the script of the document's language.
            return Face(family?.Element(W.Graphic + "ea"))
                ?? Face(family?.Elements(W.Graphic + "font").FirstOrDefault(font => (string?)font.Attribute("script") == "Hans"))
                ?? "宋体";
        }
    }

    private static string? Face(XElement? font) => font?.Attribute("typeface")?.Value is { Length: > 0 } name ? name : null;
}
