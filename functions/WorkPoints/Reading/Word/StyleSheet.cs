using System.Globalization;
using System.Xml;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>What a reader must know of styles: heading level, numbering, weight and typeface, each inherited.</summary>
internal sealed class StyleSheet
{
    private const int DeepestChain = 32;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    /// <summary>A sheet without styles.</summary>
    public static StyleSheet Empty { get; } = new();

    /// <summary>Reads styles.xml.</summary>
    public static StyleSheet Read(XmlReader xml)
    {
        var sheet = new StyleSheet();
        Style? style = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "style":
                    style = new Style();
                    sheet._styles[xml.WordAttribute("styleId") ?? ""] = style;
                    break;
                case "name" when style is { Name: null }:
                    style.Name = xml.WordAttribute("val");
                    break;
                case "basedOn" when style is not null:
                    style.BasedOn = xml.WordAttribute("val");
                    break;
                case "outlineLvl" when style is not null:
                    style.OutlineLevel = xml.WordNumber("val");
                    break;
                case "numId" when style is not null:
                    style.NumberId = xml.WordNumber("val");
                    break;
                case "ilvl" when style is not null:
                    style.NumberLevel = xml.WordNumber("val");
                    break;
                case "b" when style is not null:
                    style.Bold = xml.WordFlag();
                    break;
                case "rFonts" when style is not null:
                    style.Font = xml.WordAttribute("eastAsia") ?? xml.WordAttribute("eastAsiaTheme");
                    break;
                case "vanish" when style is not null:
                    style.Hidden = xml.WordFlag();
                    break;
                default:
                    break;
            }
        }

        return sheet;
    }

    /// <summary>Heading level of a paragraph style from 1, or null.</summary>
    public int? HeadingLevel(string? id)
    {
        foreach (var style in Chain(id))
        {
            if (style.OutlineLevel is { } level)
                return level < 9 ? level + 1 : null;
            if (style.Name is { } name && (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("标题 ", StringComparison.Ordinal))
                && int.TryParse(name.AsSpan(name.IndexOf(' ', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return number;
        }

        return null;
    }

    /// <summary>Numbering of a paragraph style, or null.</summary>
    public (int NumberId, int Level)? Numbering(string? id)
    {
        int? level = null;
        foreach (var style in Chain(id))
        {
            level ??= style.NumberLevel;
            if (style.NumberId is { } number)
                return number == 0 ? null : (number, level ?? 0);
        }

        return null;
    }

    /// <summary>Weight, or null where no style sets it.</summary>
    public bool? Bold(string? id) => Chain(id).Select(style => style.Bold).FirstOrDefault(bold => bold is not null);

    /// <summary>Typeface of Chinese characters, or null where no style sets it.</summary>
    public string? Font(string? id) => Chain(id).Select(style => style.Font).FirstOrDefault(font => font is not null);

    /// <summary>Whether text in the style is hidden.</summary>
    public bool Hidden(string? id) => Chain(id).Select(style => style.Hidden).FirstOrDefault(hidden => hidden is not null) ?? false;

    private IEnumerable<Style> Chain(string? id)
    {
        for (var hops = 0; id is not null && hops < DeepestChain && _styles.TryGetValue(id, out var style); hops++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private sealed class Style
    {
        public string? Name { get; set; }

        public string? BasedOn { get; set; }

        public int? OutlineLevel { get; set; }

        public int? NumberId { get; set; }

        public int? NumberLevel { get; set; }

        public bool? Bold { get; set; }

        public string? Font { get; set; }

        public bool? Hidden { get; set; }
    }
}

/// <summary>Attributes of WordprocessingML whatever namespace flavour (transitional or strict) the file uses.</summary>
internal static class WordXml
{
    /// <summary>The w: attribute of that name, or null.</summary>
    public static string? WordAttribute(this XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI) ?? xml.GetAttribute(name);

    /// <summary>A w: attribute as a number, or null.</summary>
    public static int? WordNumber(this XmlReader xml, string name) =>
        int.TryParse(xml.WordAttribute(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An on/off property: on unless its value says otherwise.</summary>
    public static bool WordFlag(this XmlReader xml) => xml.WordAttribute("val") is not ("0" or "false" or "off");
}
