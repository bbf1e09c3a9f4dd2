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
        if (problems.All.Count > 0)
            return null;

        var edits = new List<Edit>();
        var placer = new Placer(names, purity, edits, new TagCutter(xml, names, edits));
        placer.Place(tags, blocks);
        Guards.Add(xml, names, placer, blocks, edits);
        Marks.Settle(xml, root, names, blocks, placer.Vanished, edits, problems);
        return problems.All.Count > 0 ? null : Edits.Apply(xml, edits);
    }
}
