using System.Globalization;
using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>
/// Makes blocks of a freshly drafted paper fit for an older one: styles are named as the older paper names them, or brought along;
/// numbers that a document may use only once start beyond those in use.
/// </summary>
internal sealed class Graft
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private readonly XElement fresh;
    private readonly StyleNames freshStyles;
    private readonly StyleNames styles;
    private readonly Dictionary<RegionTag, XElement?> prepared = [];
    private int next;

    /// <summary>Prepares to take blocks from one paper to another.</summary>
    public Graft(PaperFile from, PaperFile to)
    {
        fresh = XElement.Parse(from.Xml, LoadOptions.PreserveWhitespace);
        freshStyles = new StyleNames(from);
        styles = new StyleNames(to);
        next = 1 + Ids(XElement.Parse(to.Xml)).DefaultIfEmpty().Max();
    }

    /// <summary>The older paper's style sheet with the styles that were brought along; null where none was.</summary>
    public string? Styles => styles.Extended;

    /// <summary>The content control of a region, as it goes into the older paper.</summary>
    /// <returns>Null where the region has what cannot be carried over: a picture, a link, automatic numbering.</returns>
    public string? Control(RegionTag tag)
    {
        if (Prepared(tag) is not { } control)
            return null;
        foreach (var id in control.Descendants(Wp + "docPr").Attributes("id"))
            id.Value = Next();
        foreach (var id in control.Elements(W + "sdtPr").Elements(W + "id").Attributes(W + "val"))
            id.Value = Next();
        return control.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>What is inside a region's control, as Word puts it into the one that stands in the older paper.</summary>
    /// <exception cref="InvalidOperationException">The region cannot be carried over; <see cref="Control"/> has said so before.</exception>
    public string Fragment(RegionTag tag) => FlatOpc.Of(
        fresh,
        Prepared(tag)?.Elements(W + "sdtContent").Elements() ?? throw new InvalidOperationException($"The region {tag} cannot be carried over."),
        styles);

    /// <summary>Whether a region holds a section break, which a fragment cannot.</summary>
    public bool BreaksSection(RegionTag tag) => Find(tag)?.Descendants(W + "sectPr").Any() ?? false;

    /// <summary>Whether an element means something outside of the main part: a picture, a link, automatic numbering.</summary>
    public static bool IsBound(XElement element) => element.Name == W + "numPr" || element.Attributes().Any(attribute => attribute.Name.Namespace == R);

    // Once for each region: ids of styles are those of the older paper from then on.
    private XElement? Prepared(RegionTag tag)
    {
        if (!prepared.TryGetValue(tag, out var control))
            prepared[tag] = control = Prepare(tag);
        return control;
    }

    private XElement? Prepare(RegionTag tag)
    {
        var control = Find(tag);
        if (control is null || control.Descendants().Any(IsBound))
            return null;
        foreach (var value in StyleNames.UsedIn(control))
            value.Value = styles.IdOf(value.Value, freshStyles);
        control.Descendants().Where(element => element.Name == W + "bookmarkStart" || element.Name == W + "bookmarkEnd").Remove();
        return control;
    }

    private XElement? Find(RegionTag tag) => fresh.Descendants(W + "sdt").FirstOrDefault(control =>
        control.Elements(W + "sdtPr").Elements(W + "tag").Attributes(W + "val").Any(value => value.Value == tag.ToString()));

    private string Next() => (next++).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<int> Ids(XElement root) => root.Descendants(Wp + "docPr").Attributes("id")
        .Concat(root.Descendants(W + "sdtPr").Elements(W + "id").Attributes(W + "val"))
        .Select(id => int.TryParse(id.Value, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue / 2 ? number : 0);
}
