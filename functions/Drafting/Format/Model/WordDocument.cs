using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>A document as it looks: its blocks, sections and settings, styles resolved.</summary>
internal sealed class WordDocument
{
    private WordDocument(DocxFile file, IReadOnlyList<Block> blocks, IReadOnlyList<SectionLook> sections, StyleSheet styles)
    {
        File = file;
        Blocks = blocks;
        Sections = sections;
        Styles = styles;
    }

    public DocxFile File { get; }

    /// <summary>Paragraphs and tables of the body.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    public IReadOnlyList<SectionLook> Sections { get; }

    public StyleSheet Styles { get; }

    /// <summary>Root of the settings, or null.</summary>
    public XElement? Settings => File.Linked("settings")?.Root;

    /// <summary>Distance of the tab stops that nobody set, twips.</summary>
    public int TabStop => Settings.Child("defaultTabStop").Number() is { } stop and > 0 ? stop : 720;

    /// <summary>Paragraphs of the body, outside tables and boxes.</summary>
    public IEnumerable<Paragraph> Flow => Blocks.OfType<Paragraph>();

    /// <summary>Tables of the body.</summary>
    public IEnumerable<Table> Tables => Blocks.OfType<Table>();

    /// <summary>Drawings of the body.</summary>
    public IEnumerable<Shape> Shapes => Flow.SelectMany(paragraph => paragraph.Shapes);

    /// <summary>All paragraphs of the body: flow, cells and boxes; a box goes before the paragraph that holds it, since it mostly stands above.</summary>
    public IEnumerable<Paragraph> Everything => All(Blocks);

    /// <summary>Reads a file.</summary>
    public static WordDocument Read(DocxFile file)
    {
        var theme = new ThemeFonts(file.Linked("theme")?.Root);
        var styles = new StyleSheet(file.Linked("styles")?.Root, theme);
        var numbering = new NumberingList(file.Linked("numbering")?.Root);
        var reader = new StoryReader(styles, numbering, theme, Holder.Body);
        if (file.Main.Child("body") is not { } body)
            throw Refusal.Damaged(file.Name, "缺少正文");
        var blocks = reader.Read(body);
        var sections = new List<SectionLook>();
        foreach (var element in reader.Sections.Append(body.Element(W.SectPr) ?? Missing(body)))
            sections.Add(new SectionLook { Element = element, Ordinal = sections.Count + 1, Footers = Footers(element) });
        return new WordDocument(file, blocks, sections, styles);

        Dictionary<string, Footer> Footers(XElement section)
        {
            var footers = sections.Count == 0
                ? new Dictionary<string, Footer>(StringComparer.Ordinal)
                : new Dictionary<string, Footer>(sections[^1].Footers, StringComparer.Ordinal);
            foreach (var reference in section.Elements(W.Main + "footerReference"))
            {
                if (reference.Attribute(W.Links + "id")?.Value is { } id && file.ById(id) is { Xml.Root: { } root, Name: var name })
                {
                    var paragraphs = new StoryReader(styles, numbering, theme, Holder.Footer).Read(root);
                    footers[reference.Text("type") ?? "default"] = new Footer(name, [.. All(paragraphs)], [.. paragraphs.OfType<Paragraph>().SelectMany(one => one.Shapes)]);
                }
            }

            return footers;
        }
    }

    /// <summary>The section that a block belongs to.</summary>
    public SectionLook SectionOf(Block block) => Sections[Math.Min(block.Section, Sections.Count - 1)];

    private static XElement Missing(XElement body)
    {
        var section = new XElement(W.SectPr);
        body.Add(section);
        return section;
    }

    private static IEnumerable<Paragraph> All(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Paragraph paragraph => paragraph.Shapes.SelectMany(shape => All(shape.Text)).Append(paragraph),
        Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => All(cell.Blocks)),
        _ => [],
    });
}
