using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace YiyuanSafety.Host.Office;

/// <summary>The fonts that a .docx asks for in what it prints.</summary>
internal static class FontsAsked
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Names of fonts: those of the styles in use, of the runs themselves, and of the document at large.</summary>
    public static IReadOnlySet<string> Of(Stream docx)
    {
        using var zip = new ZipArchive(docx, ZipArchiveMode.Read, leaveOpen: true);
        var stories = zip.Entries.Where(entry => IsStory(entry.FullName)).Select(Load).ToList();
        var styles = zip.GetEntry("word/styles.xml") is { } sheet ? Load(sheet) : new XElement(W + "styles");
        var byId = styles.Elements(W + "style").GroupBy(style => (string?)style.Attribute(W + "styleId") ?? "").ToDictionary(same => same.Key, same => same.First());
        var general = styles.Elements(W + "docDefaults").Descendants(W + "rFonts").FirstOrDefault();
        var asked = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var run in stories.SelectMany(story => story.Descendants(W + "r")).Where(Prints))
        {
            var style = (string?)run.Parent?.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") ?? "";
            var own = run.Element(W + "rPr")?.Element(W + "rFonts");
            var character = (string?)run.Element(W + "rPr")?.Element(W + "rStyle")?.Attribute(W + "val") ?? "";
            foreach (var slot in Slots(run))
            {
                if ((Name(own, slot) ?? Inherited(byId, character, slot) ?? Inherited(byId, style, slot) ?? Name(general, slot)) is { } name)
                    asked.Add(name);
            }
        }

        return asked;
    }

    private static bool IsStory(string part) => part.StartsWith("word/", StringComparison.Ordinal)
        && (part == "word/document.xml" || part.Contains("header", StringComparison.Ordinal) || part.Contains("foot", StringComparison.Ordinal))
        && part.EndsWith(".xml", StringComparison.Ordinal) && !part.Contains("_rels", StringComparison.Ordinal);

    private static bool Prints(XElement run) => run.Elements(W + "t").Any(text => !string.IsNullOrWhiteSpace(text.Value));

    // Which of a run's fonts its characters use.
    private static IEnumerable<string> Slots(XElement run)
    {
        var text = string.Concat(run.Elements(W + "t").Select(part => part.Value));
        if (text.Any(c => c > 0x7F))
            yield return "eastAsia";
        if (text.Any(c => c is > ' ' and <= '\x7F'))
            yield return "ascii";
    }

    private static string? Inherited(Dictionary<string, XElement> styles, string id, string slot)
    {
        for (var depth = 0; depth < 20 && styles.TryGetValue(id, out var style); depth++)
        {
            if (Name(style.Element(W + "rPr")?.Element(W + "rFonts"), slot) is { } name)
                return name;
            id = (string?)style.Element(W + "basedOn")?.Attribute(W + "val") ?? "";
        }

        return null;
    }

    private static string? Name(XElement? fonts, string slot) => (string?)fonts?.Attribute(W + slot);

    private static XElement Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XElement.Load(reader);
    }
}
