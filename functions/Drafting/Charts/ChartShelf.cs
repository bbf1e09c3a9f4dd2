using System.Globalization;
using System.Text;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Templating.Package;

namespace YiyuanSafety.Drafting.Charts;

/// <summary>The charts of one rendering: each is drawn where its tag stands, and its parts are added to the package at the end.</summary>
/// <param name="mainPart">Path of the part that shows them.</param>
/// <param name="first">Number of the first chart; higher than those that the template has already.</param>
internal sealed class ChartShelf(string mainPart, int first)
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string ChartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string ContentTypes = "[Content_Types].xml";
    private const string Name = "figure";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private readonly List<ChartModel> charts = [];

    private string Folder => mainPart[..(mainPart.LastIndexOf('/') + 1)];

    private string LinksOfMain => $"{Folder}_rels/{mainPart[Folder.Length..]}.rels";

    /// <summary>Whether any chart is shown.</summary>
    public bool IsEmpty => charts.Count == 0;

    /// <summary>The number from which charts can be named without meeting those of the template.</summary>
    public static int FirstFree(IEnumerable<ZipPart> parts) => 1 + parts
        .Select(part => Path.GetFileNameWithoutExtension(part.Name))
        .Select(name => name.StartsWith(Name, StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(Name.Length), CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty().Max();

    /// <summary>Takes a chart and gives the drawing that shows it in the text, as it stands inside a run.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="prefix">Prefix of the part's own elements, with its colon.</param>
    /// <param name="id">Identifier of the drawing.</param>
    public string Draw(ChartModel chart, string prefix, string id)
    {
        var number = first + charts.Count;
        charts.Add(chart);
        return $"<{prefix}drawing>{ChartDrawing.Of(chart, LinkOf(number), id)}</{prefix}drawing>";
    }

    /// <summary>The package with the parts of all charts.</summary>
    public IReadOnlyList<ZipPart> AddTo(IReadOnlyList<ZipPart> parts)
    {
        var types = XmlOf(parts, ContentTypes) ?? throw new InvalidDataException(ContentTypes);
        var links = XmlOf(parts, LinksOfMain) ?? new XElement(Links + "Relationships");
        if (!types.Elements(Types + "Default").Any(type => "xlsx".Equals(type.Attribute("Extension")?.Value, StringComparison.OrdinalIgnoreCase)))
            types.AddFirst(new XElement(Types + "Default", new XAttribute("Extension", "xlsx"), new XAttribute("ContentType", WorkbookType)));
        var added = new List<ZipPart>();
        for (var i = 0; i < charts.Count; i++)
        {
            var file = LinkOf(first + i);
            var part = $"{Folder}charts/{file}.xml";
            types.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", ChartType)));
            links.Add(Link(file, "chart", $"charts/{file}.xml"));
            added.Add(ZipWriting.Pack(part, ChartXml.Of(charts[i], "rId1")));
            added.Add(Pack($"{Folder}charts/_rels/{file}.xml.rels", new XElement(Links + "Relationships", Link("rId1", "package", $"../embeddings/{file}.xlsx"))));
            added.Add(ZipWriting.Pack($"{Folder}embeddings/{file}.xlsx", ChartWorkbook.Of(charts[i])));
        }

        var kept = parts.Select(part => part.Name == ContentTypes ? Pack(part.Name, types) : part.Name == LinksOfMain ? Pack(part.Name, links) : part).ToList();
        if (kept.TrueForAll(part => part.Name != LinksOfMain))
            kept.Add(Pack(LinksOfMain, links));
        return [.. kept, .. added];
    }

    private static string LinkOf(int number) => Name + number.ToString(CultureInfo.InvariantCulture);

    private static XElement Link(string id, string type, string target) => new(
        Links + "Relationship", new XAttribute("Id", id), new XAttribute("Type", Office + type), new XAttribute("Target", target));

    private static XElement? XmlOf(IReadOnlyList<ZipPart> parts, string name) =>
        parts.FirstOrDefault(part => part.Name == name) is { } part ? XElement.Load(new MemoryStream(ZipReading.Unpack(part))) : null;

    private static ZipPart Pack(string name, XElement root) => ZipWriting.Pack(
        name, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + root.ToString(SaveOptions.DisableFormatting)));
}
