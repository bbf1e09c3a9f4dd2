using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>Finds what each block governs: text, paragraphs, its row, or rows.</summary>
internal sealed class LevelFinder(Names names, Purity purity, ProblemList problems)
{
    /// <summary>Sets the level of a block; false, with a problem added, when its tags cross borders.</summary>
    public bool Place(Block block)
    {
        var paragraphs = block.Tags.Select(t => t.Paragraph.Element).ToList();
        if (paragraphs.TrueForAll(p => p == paragraphs[0]))
            return Inline(block);
        var common = Common(paragraphs);
        var children = paragraphs.ConvertAll(p => Below(common, p));
        if (common.Name == names.Tr)
            return OwnRow(block, common);
        if (children.TrueForAll(c => c.Name == names.Tr))
            return Rows(block, children);
        if (names.IsBlockContainer(common) && children.TrueForAll(c => c.Name == names.P))
            return Paragraphs(block);
        return Crossed(block, children);
    }

    private bool Inline(Block block)
    {
        var parents = block.Tags.Select(t => RunParent(t)).Distinct().ToList();
        if (parents is [not null])
            return true;
        problems.Add(TemplateCodes.CrossedBlock, block.Open,
            $"与它成对的 {block.Close.Typed} 不在同一超链接、修订或内容控件里，请把两个标签移到同一处。");
        return false;
    }

    private bool Paragraphs(Block block)
    {
        block.Level = Level.Paragraphs;
        var bad = block.Tags.FirstOrDefault(t => !purity.IsPure(t.Paragraph.Element));
        if (bad is null)
            return true;
        var pair = bad == block.Open ? block.Close : block.Open;
        problems.Add(TemplateCodes.CrossedBlock, bad,
            $"它与 {pair.Typed} 不在同一段，应独占一段，同段不能有别的文字、图片或分节符。");
        return false;
    }

    private bool OwnRow(Block block, Element row)
    {
        (block.Level, block.Row) = (Level.OwnRow, row);
        if (block.Tags.Count > 2)
        {
            problems.Add(TemplateCodes.CrossedBlock, block.Open,
                "它与 else、end 分在同一行的不同单元格。一行不能分成两半：请写在同一单元格内，或让每个标签独占一行。");
            return false;
        }
        if (block.Tags.All(t => t.Paragraph.Element.Around(names.Tr) == row))
            return true;
        problems.Add(TemplateCodes.CrossedBlock, block.Open,
            $"它与 {block.Close.Typed} 一个在单元格里，一个在单元格内的嵌套表格里，请移到同一层。");
        return false;
    }

    private bool Rows(Block block, List<Element> rows)
    {
        block.Level = Level.Rows;
        for (var i = 0; i < rows.Count; i++)
        {
            if (purity.IsPureRow(rows[i]))
                continue;
            var pair = i == 0 ? block.Close : block.Open;
            problems.Add(TemplateCodes.CrossedBlock, block.Tags[i],
                $"它与 {pair.Typed} 不在表格的同一行。请放在同一行的首末单元格，或让它独占一行（该行不写别的内容）。");
            return false;
        }
        return true;
    }

    private bool Crossed(Block block, List<Element> children)
    {
        var table = children.Exists(c => c.Name == names.Tbl || c.Name == names.Tc || c.Name == names.Tr);
        problems.Add(TemplateCodes.CrossedBlock, block.Open, table
            ? $"它与 {block.Close.Typed} 跨越了表格或单元格的边界，请放在同一单元格、同一行，或都放在表格外。"
            : $"它与 {block.Close.Typed} 跨越了内容控件或文本框的边界，请放在同一处。");
        return false;
    }

    private Element? RunParent(Tag tag)
    {
        var owner = tag.Paragraph.Glyphs[tag.First].Owner;
        return owner.Name == names.T && owner.Parent?.Name == names.R ? owner.Parent.Parent : null;
    }

    private static Element Common(List<Element> elements)
    {
        var common = elements[0].Parent ?? elements[0];
        while (!elements.TrueForAll(e => e != common && common.Holds(e)) && common.Parent is not null)
            common = common.Parent;
        return common;
    }

    private static Element Below(Element ancestor, Element element)
    {
        while (element.Parent is { } parent && parent != ancestor)
            element = parent;
        return element;
    }
}
