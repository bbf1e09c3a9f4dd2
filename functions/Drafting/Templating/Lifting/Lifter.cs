using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>Lifts control tags to what they govern, and gives the part as literal XML with the tags between.</summary>
internal static class Lifter
{
    /// <summary>The part as pieces; null when there are problems, which are then in <paramref name="problems"/>.</summary>
    public static List<Piece>? Lift(string xml, Element root, Names names, IReadOnlyList<Tag> tags, ProblemList problems)
    {
        var blocks = BlockMatcher.Match(tags, names, problems);
        var purity = new Purity(names, tags);
        var finder = new LevelFinder(names, purity, problems);
        foreach (var block in blocks)
            finder.Place(block);
        OneInAnother(tags, blocks, problems);
        if (problems.All.Count > 0)
            return null;

        var edits = new List<Edit>();
        var placer = new Placer(names, purity, edits, new TagCutter(xml, names, edits));
        placer.Place(tags, blocks);
        Labels.Frame(tags, edits);
        Guards.Add(xml, names, placer, blocks, edits);
        Marks.Settle(xml, root, names, blocks, placer.Vanished, edits, problems);
        return problems.All.Count > 0 ? null : Edits.Apply(xml, edits);
    }

    // Two blocks side by side in one row would both claim the row.
    private static void OneInAnother(IReadOnlyList<Tag> tags, List<Block> blocks, ProblemList problems)
    {
        var order = tags.Select((tag, i) => (tag, i)).ToDictionary(t => t.tag, t => t.i);
        foreach (var row in blocks.Where(b => b.Level == Level.OwnRow).GroupBy(b => b.Row))
        {
            var inOrder = row.OrderBy(b => order[b.Open]).ToList();
            foreach (var (first, second) in inOrder.Zip(inOrder.Skip(1)))
            {
                if (order[second.Open] > order[first.Close])
                    problems.Add(TemplateCodes.CrossedBlock, second.Open,
                        $"这一行已由 {first.Open.Typed} 控制，同一行只能再写套在它里面的标签。请写在同一单元格内，或套进去。");
            }
        }
    }
}
