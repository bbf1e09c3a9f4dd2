using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>Puts each tag where it belongs: in its run, between runs, between paragraphs, around its row, between rows.</summary>
internal sealed class Placer(Names names, Purity purity, List<Edit> edits, TagCutter cutter)
{
    private readonly Dictionary<Tag, Block> blockOf = [];
    private readonly HashSet<Tag> placed = [];

    /// <summary>Paragraphs and rows that vanish.</summary>
    public List<Element> Vanished { get; } = [];

    /// <summary>Places all tags.</summary>
    public void Place(IReadOnlyList<Tag> tags, List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            foreach (var tag in block.Tags)
                blockOf[tag] = block;
        }
        var order = tags.Select((tag, i) => (tag, i)).ToDictionary(t => t.tag, t => t.i + 1);
        foreach (var tag in tags)
        {
            if (placed.Contains(tag))
                continue;
            var paragraph = tag.Paragraph.Element;
            var row = LevelOf(tag) == Level.Rows ? paragraph.Around(names.Tr) : null;
            if (row is not null)
                Vanish(row, tags.Where(t => t.Paragraph.Label is null && row.Holds(t.Paragraph.Element)), order);
            else
                PlaceOne(tag, paragraph, order);
        }
    }

    private void PlaceOne(Tag tag, Element paragraph, Dictionary<Tag, int> order)
    {
        if (blockOf.GetValueOrDefault(tag) is { Level: Level.OwnRow, Row: { } row } block)
        {
            var at = tag == block.Open ? row.Start : row.End;
            (tag.CutStart, tag.CutEnd) = (at, at);
            edits.Add(new Edit(at, at, order[tag], [new Piece.Code(tag)]));
            placed.Add(tag);
            if (!Vanishes(paragraph))
                cutter.Away(tag, order[tag]);
            else if (!Vanished.Contains(paragraph))
                Vanish(paragraph, purity.TagsOf(paragraph).Where(t => LevelOf(t) != Level.OwnRow), order);
        }
        else if (Vanishes(paragraph))
            Vanish(paragraph, purity.TagsOf(paragraph).Where(t => LevelOf(t) != Level.OwnRow), order);
        else if (tag.Kind >= TagKind.Open)
            cutter.BetweenRuns(tag, order[tag]);
        else
            cutter.InPlace(tag, order[tag]);
    }

    private Level? LevelOf(Tag tag) => blockOf.TryGetValue(tag, out var block) ? block.Level : null;

    private bool Vanishes(Element paragraph)
    {
        if (!purity.IsPure(paragraph))
            return false;
        var levels = purity.TagsOf(paragraph).Select(LevelOf).ToList();
        if (levels.Contains(Level.Paragraphs))
            return true;
        // A cell must keep a paragraph when its only one held the row's tags.
        return !levels.Contains(Level.Inline)
            && (!levels.Contains(Level.OwnRow) || paragraph.Parent?.Children.Count(c => c.Name == names.P) > 1);
    }

    private void Vanish(Element element, IEnumerable<Tag> tags, Dictionary<Tag, int> order)
    {
        var inside = tags.Where(placed.Add).ToList();
        foreach (var tag in inside)
            (tag.CutStart, tag.CutEnd) = (element.Start, element.End);
        edits.Add(new Edit(element.Start, element.End, inside.Count > 0 ? order[inside[0]] : 0,
            inside.ConvertAll(Piece (t) => new Piece.Code(t))));
        Vanished.Add(element);
    }
}
