using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>Pairs opening and closing tags, in body, text boxes and notes each on its own.</summary>
internal static class BlockMatcher
{
    /// <summary>All whole blocks; what is left over is a problem.</summary>
    public static List<Block> Match(IReadOnlyList<Tag> tags, Names names, ProblemList problems)
    {
        var blocks = new List<Block>();
        foreach (var story in tags.Where(t => t.Kind >= TagKind.Open).GroupBy(t => Story(t, names)))
            Match(story, blocks, problems);
        return blocks;
    }

    private static void Match(IEnumerable<Tag> tags, List<Block> blocks, ProblemList problems)
    {
        var open = new Stack<List<Tag>>();
        foreach (var tag in tags)
        {
            if (tag.Kind == TagKind.Open)
                open.Push([tag]);
            else if (!open.TryPeek(out var block))
                problems.Add(TemplateCodes.OpenBlock, tag, $"多出的 {tag.Keyword}，前面没有与它成对的 if 或 for。请删去，或补上开头。");
            else if (tag.Kind == TagKind.Middle)
            {
                if (tag.Keyword == "when" && block[0].Keyword != "case")
                    problems.Add(TemplateCodes.OpenBlock, tag, "when 只能写在 case 与 end 之间。");
                block.Add(tag);
            }
            else
            {
                block.Add(tag);
                blocks.Add(new Block(open.Pop()));
            }
        }
        foreach (var block in open.Reverse())
            problems.Add(TemplateCodes.OpenBlock, block[0], $"{block[0].Keyword} 没有结束，后面缺少 {{{{ end }}}}。");
    }

    private static Element? Story(Tag tag, Names names)
    {
        for (var at = tag.Paragraph.Element.Parent; at is not null; at = at.Parent)
        {
            if (names.IsStory(at))
                return at;
        }
        return null;
    }
}
