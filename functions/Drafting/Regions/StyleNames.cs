using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>The styles of a paper by what people call them: ids are each program's own, names survive.</summary>
internal sealed class StyleNames
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly string[] References = ["basedOn", "next", "link"];

    private readonly XElement sheet;
    private readonly Dictionary<string, XElement> byId;
    private bool isExtended;

    /// <summary>Reads the style sheet; a paper without one has no styles.</summary>
    public StyleNames(PaperFile file)
    {
        var part = file.Part(file.StylesName);
        sheet = part is null ? new XElement(W + "styles") : XElement.Load(new MemoryStream(part));
        byId = sheet.Elements(W + "style").Where(style => style.Attribute(W + "styleId") is not null)
            .GroupBy(style => style.Attribute(W + "styleId")?.Value ?? "", StringComparer.Ordinal)
            .ToDictionary(styles => styles.Key, styles => styles.First(), StringComparer.Ordinal);
    }

    /// <summary>The attributes below an element that name a style.</summary>
    public static IEnumerable<XAttribute> UsedIn(XElement element) => element.Descendants()
        .Where(one => one.Name.Namespace == W && one.Name.LocalName is "pStyle" or "rStyle" or "tblStyle").Attributes(W + "val");

    /// <summary>The sheet, where styles were brought in; else null.</summary>
    public string? Extended => isExtended ? sheet.ToString(SaveOptions.DisableFormatting) : null;

    /// <summary>The id that a style of another paper has here; it is brought in, with those it is based on, where it is unknown.</summary>
    public string IdOf(string id, StyleNames other)
    {
        if (!other.byId.TryGetValue(id, out var style))
            return id;
        var same = byId.Values.FirstOrDefault(one => Name(one) == Name(style) && Kind(one) == Kind(style));
        if (same is not null)
            return same.Attribute(W + "styleId")?.Value ?? id;
        var copy = new XElement(style);
        var free = id;
        while (byId.ContainsKey(free))
            free += "x";
        copy.SetAttributeValue(W + "styleId", free);
        copy.SetAttributeValue(W + "default", null);
        byId.Add(free, copy);
        foreach (var reference in copy.Elements().Where(element => References.Contains(element.Name.LocalName)))
        {
            if (reference.Attribute(W + "val") is { } value)
                value.Value = IdOf(value.Value, other);
        }

        sheet.Add(copy);
        isExtended = true;
        return free;
    }

    /// <summary>A sheet of the styles of those ids alone, with what they are based on, and those of what names no style; without numbering.</summary>
    public XElement Only(IEnumerable<string> ids)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([.. byId.Where(style => IsUsual(style.Value)).Select(style => style.Key), .. ids]);
        while (open.TryDequeue(out var id))
        {
            if (!byId.TryGetValue(id, out var style) || !wanted.Add(id))
                continue;
            foreach (var reference in style.Elements().Where(element => References.Contains(element.Name.LocalName)))
                open.Enqueue(reference.Attribute(W + "val")?.Value ?? "");
        }

        var only = new XElement(sheet.Name, sheet.Attributes(), sheet.Element(W + "docDefaults"), byId.Where(style => wanted.Contains(style.Key)).Select(style => style.Value));
        only.Descendants(W + "numPr").Remove();
        return only;
    }

    private static bool IsUsual(XElement style) => style.Attribute(W + "default")?.Value is "1" or "true" or "on" && Kind(style) != "numbering";

    private static string Name(XElement style) => style.Element(W + "name")?.Attribute(W + "val")?.Value ?? "";

    private static string Kind(XElement style) => style.Attribute(W + "type")?.Value ?? "";
}
