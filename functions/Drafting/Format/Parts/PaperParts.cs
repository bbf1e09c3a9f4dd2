using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Parts;

/// <summary>The parts of one paper.</summary>
internal sealed class PaperParts(PaperShape shape, IReadOnlyDictionary<Paragraph, Part> parts, IReadOnlyList<Block> blocks)
{
    private readonly Dictionary<Part, IReadOnlyList<Paragraph>> _byPart = parts
        .GroupBy(one => one.Value, one => one.Key).ToDictionary(group => group.Key, IReadOnlyList<Paragraph> (group) => [.. group]);

    private readonly Dictionary<Block, int> _places = blocks.Select((block, i) => (block, i)).ToDictionary(one => one.block, one => one.i);

    public PaperShape Shape => shape;

    /// <summary>Whether the paper has a head: a mark or an issue number.</summary>
    public bool HasHead => shape != PaperShape.Plain;

    /// <summary>The paragraphs of a part, in the order of the document.</summary>
    public IReadOnlyList<Paragraph> Of(Part part) => _byPart.GetValueOrDefault(part, []);

    /// <summary>The first paragraph of a part, or null.</summary>
    public Paragraph? First(Part part) => Of(part) is [var first, ..] ? first : null;

    /// <summary>The part of a paragraph.</summary>
    public Part PartOf(Paragraph paragraph) => parts.GetValueOrDefault(paragraph, Part.Other);

    /// <summary>Headings and text of the main part, in the order of the document.</summary>
    public IEnumerable<Paragraph> Text => blocks.OfType<Paragraph>().Where(paragraph => PartOf(paragraph) is Part.Body or Part.Heading1 or Part.Heading2 or Part.Heading3 or Part.Heading4);

    /// <summary>Index of a block in the body, or -1 for what stands in a table or box.</summary>
    public int PlaceOf(Block block) => _places.GetValueOrDefault(block, -1);

    /// <summary>All blocks of the body.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>The block before another one that prints something, frames aside, and the blank paragraphs between.</summary>
    public (Block? Block, IReadOnlyList<Paragraph> Blanks) Above(Paragraph paragraph)
    {
        var blanks = new List<Paragraph>();
        for (var i = PlaceOf(paragraph) - 1; i >= 0; i--)
        {
            if (blocks[i] is not Paragraph { IsEmpty: true } blank)
            {
                if (blocks[i] is Paragraph { IsFramed: true })
                    continue;
                blanks.Reverse();
                return (blocks[i], blanks);
            }

            if (!blank.IsFramed)
                blanks.Add(blank);
        }

        blanks.Reverse();
        return (null, blanks);
    }
}
