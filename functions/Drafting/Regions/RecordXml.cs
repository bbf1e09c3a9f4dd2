using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>The custom XML part in which a paper carries its record.</summary>
internal static class RecordXml
{
    /// <summary>Namespace by which Word and the program find the part.</summary>
    public const string Namespace = "urn:yiyuan-safety:paper:1";

    private static readonly XNamespace Ours = Namespace;

    // Read with reflection: generated code would set what an older paper leaves out to null instead of its default.
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes the part; without a declaration, since Office.js cannot change a part that has one.</summary>
    public static byte[] Write(PaperRecord record) => Encoding.UTF8.GetBytes(new XElement(
        Ours + "paper",
        new XAttribute("id", record.Paper),
        new XAttribute("revision", record.Revision),
        new XAttribute("county", record.County),
        record.Year is { } year ? new XAttribute("year", year) : null,
        new XAttribute("title", record.Title),
        new XAttribute("outside", record.Outside),
        record.IsFragment ? new XAttribute("fragment", true) : null,
        new XElement(Ours + "order", JsonSerializer.Serialize(record.Order, OrderJson.Default.PaperOrder)),
        record.Regions.Select(region => new XElement(
            Ours + "region",
            new XAttribute("name", region.Name),
            new XAttribute("title", region.Title),
            new XAttribute("hash", region.Hash),
            region.Text))).ToString(SaveOptions.DisableFormatting));

    /// <summary>Reads the part; null for one that holds no record, as in a template.</summary>
    /// <exception cref="PaperFileException">The record is damaged.</exception>
    public static PaperRecord? Read(byte[] part)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(part), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            return root.Name != Ours + "paper" || root.Attribute("id") is null ? null : Record(root);
        }
        catch (Exception e) when (e is XmlException or JsonException or FormatException or OverflowException)
        {
            throw new PaperFileException(PaperFileCodes.RecordDamaged, "文件里的更新记录已损坏，不能自动更新。请重新生成这份公文。", e);
        }
    }

    private static PaperRecord Record(XElement root) => new(
        Text(root, "id"),
        int.Parse(Text(root, "revision"), CultureInfo.InvariantCulture),
        Text(root, "county"),
        root.Attribute("year") is { } year ? int.Parse(year.Value, CultureInfo.InvariantCulture) : null,
        Text(root, "title"),
        Order(root.Element(Ours + "order")?.Value ?? ""),
        [.. root.Elements(Ours + "region").Select(region => new RegionRecord(Text(region, "name"), Text(region, "title"), region.Value))],
        Text(root, "outside"))
    {
        IsFragment = (bool?)root.Attribute("fragment") == true,
    };

    // The kind decides upon the template: one that no Word paper is of cannot be drafted again.
    private static PaperOrder Order(string json) =>
        JsonSerializer.Deserialize<PaperOrder>(json, Reading) is { } order && PaperKinds.Find(order.Kind) is not null ? order : throw new FormatException("order");

    private static string Text(XElement element, string attribute) =>
        element.Attribute(attribute)?.Value ?? throw new FormatException(attribute);
}

/// <summary>Serialisation of orders made at build time: the first paper need not wait for reflection.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PaperOrder))]
internal sealed partial class OrderJson : JsonSerializerContext;
