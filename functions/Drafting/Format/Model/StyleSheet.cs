using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>A style with everything it is based on.</summary>
internal sealed record StyleLook(string Id, string Name, ParagraphLook Paragraph, RunLook Run)
{
    public static readonly StyleLook None = new("", "", ParagraphLook.None, RunLook.None);
}

/// <summary>The styles of a document (word/styles.xml). A chain that runs in a circle ends where it meets itself.</summary>
internal sealed class StyleSheet
{
    private readonly Dictionary<string, XElement> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StyleLook> _known = new(StringComparer.Ordinal);
    private readonly ThemeFonts _theme;
    private readonly string _paragraph = "";
    private readonly string _table = "";

    public StyleSheet(XElement? styles, ThemeFonts theme)
    {
        _theme = theme;
        var defaults = styles.Child("docDefaults");
        Paragraph = ParagraphLook.Read(defaults.Child("pPrDefault").Child("pPr"));
        Run = RunLook.Read(defaults.Child("rPrDefault").Child("rPr"), theme);
        foreach (var style in styles?.Elements(W.Main + "style") ?? [])
        {
            if (style.Text("styleId") is not { } id)
                continue;
            _elements[id] = style;
            if (style.Text("default") is not ("1" or "true" or "on"))
                continue;
            if (style.Text("type") is null or "paragraph")
                _paragraph = id;
            else if (style.Text("type") == "table")
                _table = id;
        }
    }

    /// <summary>Paragraph defaults of the document.</summary>
    public ParagraphLook Paragraph { get; }

    /// <summary>Type defaults of the document.</summary>
    public RunLook Run { get; }

    /// <summary>A paragraph style; the default one where the id is absent or unknown.</summary>
    public StyleLook ParagraphStyle(string? id) => Resolve(id is not null && _elements.ContainsKey(id) ? id : _paragraph);

    /// <summary>A table style, likewise.</summary>
    public StyleLook TableStyle(string? id) => Resolve(id is not null && _elements.ContainsKey(id) ? id : _table);

    /// <summary>A character style; nothing where unknown.</summary>
    public StyleLook CharacterStyle(string? id) => id is null ? StyleLook.None : Resolve(id);

    /// <summary>The element of a style, or null.</summary>
    public XElement? Element(string id) => _elements.GetValueOrDefault(id);

    private StyleLook Resolve(string id)
    {
        if (_known.TryGetValue(id, out var known))
            return known;
        var chain = new List<XElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = id; next is not null && seen.Add(next) && _elements.TryGetValue(next, out var style); next = style.Child("basedOn").Text())
            chain.Add(style);

        var look = StyleLook.None;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            look = new StyleLook(
                id,
                chain[0].Child("name").Text() ?? id,
                ParagraphLook.Read(chain[i].Child("pPr")).Over(look.Paragraph),
                RunLook.Read(chain[i].Child("rPr"), _theme).Over(look.Run));
        }

        return _known[id] = look;
    }
}
