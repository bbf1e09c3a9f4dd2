using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>
/// Finds the tags of a part, whatever runs Word has cut them into, and lifts control tags to the run, paragraph or row they govern.
/// Afterwards every tag is an element of its own: <c>ys:value</c> inside w:t, <c>ys:control</c> between runs, paragraphs or rows.
/// </summary>
internal sealed class TagLifter
{
    /// <summary>Namespace of the marks; it never reaches a paper.</summary>
    public static readonly XNamespace Marks = "urn:yiyuan-safety:template";

    private readonly string _file;
    private readonly XNamespace _w;
    private readonly List<TemplateProblem> _problems;

    private TagLifter(string file, XNamespace w, List<TemplateProblem> problems) => (_file, _w, _problems) = (file, w, problems);

    /// <summary>Lifts the tags of a part in place; false where it has none.</summary>
    public static bool Lift(XDocument part, string file, List<TemplateProblem> problems)
    {
        if (part.Root is not { } root)
            return false;
        var lifter = new TagLifter(file, root.GetNamespaceOfPrefix("w") ?? root.Name.Namespace, problems);
        var found = false;
        var number = 0;
        foreach (var paragraph in root.Descendants(lifter._w + "p").ToList())
        {
            number++;
            found |= lifter.MarkParagraph(paragraph, number);
        }

        if (!found)
            return false;
        foreach (var row in root.Descendants(lifter._w + "tr").ToList())
            lifter.LiftRow(row);
        foreach (var paragraph in root.Descendants(lifter._w + "p").ToList())
            lifter.LiftParagraph(paragraph);
        lifter.CheckNesting(root);
        return true;
    }

    /// <summary>Puts every tag of a paragraph into a mark; the text around it stays in its runs.</summary>
    private bool MarkParagraph(XElement paragraph, int number)
    {
        var texts = paragraph.Descendants(_w + "t").Where(t => t.Ancestors(_w + "p").First() == paragraph).ToList();
        var whole = string.Concat(texts.Select(t => t.Value));
        if (!whole.Contains("{{", StringComparison.Ordinal))
        {
            if (whole.Contains("}}", StringComparison.Ordinal))
                Fault("template-tag-unopened", number, whole, "}}", "多出一个“}}”，前面没有对应的“{{”。请删去或补全。");
            return false;
        }

        var tags = new List<(int Start, int End)>();
        for (var at = whole.IndexOf("{{", StringComparison.Ordinal); at >= 0;)
        {
            var close = whole.IndexOf("}}", at, StringComparison.Ordinal);
            if (close < 0)
            {
                Fault("template-tag-unclosed", number, whole, whole[at..Math.Min(whole.Length, at + 20)], "标签没有写完，缺少“}}”。请补全。");
                return false;
            }

            tags.Add((at, close + 2));
            at = whole.IndexOf("{{", close + 2, StringComparison.Ordinal);
        }

        var offset = 0;
        foreach (var text in texts)
        {
            var value = text.Value;
            Rewrite(text, value, offset, tags, whole, number);
            offset += value.Length;
        }

        return true;
    }

    // The tag goes where it begins; what other runs hold of it vanishes.
    private static void Rewrite(XElement text, string value, int offset, List<(int Start, int End)> tags, string whole, int number)
    {
        var end = offset + value.Length;
        var content = new List<object>();
        var cursor = offset;
        foreach (var (start, stop) in tags)
        {
            if (stop <= cursor || start >= end)
                continue;
            if (start > cursor)
                content.Add(new XText(value[(cursor - offset)..(start - offset)]));
            if (start >= offset)
            {
                var tag = new Tag(whole[start..stop]);
                content.Add(new XElement(
                    Marks + (tag.Kind == TagKind.Value ? "value" : "control"),
                    new XAttribute("code", tag.Code),
                    new XAttribute("kind", tag.Kind),
                    new XAttribute("paragraph", number),
                    new XAttribute("text", whole)));
            }

            cursor = Math.Min(end, stop);
        }

        if (content.Count == 0 && cursor == offset)
            return;
        if (cursor < end)
            content.Add(new XText(value[(cursor - offset)..]));
        text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        text.ReplaceNodes(content);
    }

    /// <summary>A row that holds nothing but one control tag is that tag; tags that open in one cell and close in another govern the row.</summary>
    private void LiftRow(XElement row)
    {
        var controls = row.Descendants(Marks + "control").Where(mark => mark.Ancestors(_w + "tr").First() == row).ToList();
        if (controls.Count == 0)
            return;
        if (controls.Count == 1 && PrintedText(row).Length == 0 && !row.Descendants(Marks + "value").Any())
        {
            row.ReplaceWith(controls[0]);
            return;
        }

        foreach (var cell in row.Elements(_w + "tc").ToList())
        {
            foreach (var mark in Unbalanced(cell).ToList())
            {
                mark.Remove();
                if (mark.Attribute("kind")?.Value == nameof(TagKind.Close))
                    row.AddAfterSelf(mark);
                else
                    row.AddBeforeSelf(mark);
            }

            DropEmptied(cell);
        }
    }

    private IEnumerable<XElement> Unbalanced(XElement cell)
    {
        var open = new Stack<XElement>();
        var loose = new List<XElement>();
        foreach (var mark in cell.Descendants(Marks + "control").Where(mark => mark.Ancestors(_w + "tc").First() == cell))
        {
            switch (mark.Attribute("kind")?.Value)
            {
                case nameof(TagKind.Open):
                    open.Push(mark);
                    break;
                case nameof(TagKind.Close) when open.Count > 0:
                    open.Pop();
                    break;
                case nameof(TagKind.Close):
                    loose.Add(mark);
                    break;
                default:
                    break;
            }
        }

        return open.Reverse().Concat(loose);
    }

    // Where lifting took all a paragraph had, the paragraph goes too, unless the cell would be left without any.
    private void DropEmptied(XElement cell)
    {
        foreach (var paragraph in cell.Elements(_w + "p").ToList())
        {
            var emptied = paragraph.Descendants(_w + "t").Any() && PrintedText(paragraph).Length == 0 && !paragraph.Descendants().Any(element => element.Name.Namespace == Marks);
            if (emptied && cell.Elements(_w + "p").Count() > 1)
                paragraph.Remove();
        }
    }

    /// <summary>A paragraph that is one control tag becomes that tag; inside a paragraph the tag stands between runs.</summary>
    private void LiftParagraph(XElement paragraph)
    {
        var controls = paragraph.Descendants(Marks + "control").Where(mark => mark.Ancestors(_w + "p").FirstOrDefault() == paragraph).ToList();
        if (controls.Count == 0)
            return;
        var alone = PrintedText(paragraph).Length == 0
            && !paragraph.Descendants(Marks + "value").Any()
            && !paragraph.Descendants().Any(element => element.Name.LocalName is "drawing" or "pict" or "sectPr" or "object");
        if (alone)
        {
            var cell = paragraph.Parent;
            paragraph.ReplaceWith(controls);

            // A cell must end with a paragraph.
            if (cell?.Name == _w + "tc" && cell.Elements().LastOrDefault()?.Name.Namespace == Marks && !cell.Elements(_w + "p").Any())
                cell.Add(new XElement(_w + "p"));
            return;
        }

        foreach (var mark in controls)
            SplitRun(mark);
    }

    /// <summary>Cuts the run around a control tag in two, so that what the tag governs is whole runs.</summary>
    private void SplitRun(XElement mark)
    {
        if (mark.Parent is not { } text || text.Parent is not { } run || run.Name != _w + "r")
            return;
        var after = new XElement(run.Name, run.Attributes(), run.Element(_w + "rPr"));

        // Nodes that still have a parent would be copied, and marks further on would be lost.
        var behind = mark.NodesAfterSelf().ToList();
        behind.Remove();
        mark.Remove();
        var rest = new XElement(text.Name, text.Attributes(), behind);
        if (rest.Nodes().Any())
            after.Add(rest);
        var following = text.ElementsAfterSelf().ToList();
        following.Remove();
        after.Add(following);
        if (!text.Nodes().Any())
            text.Remove();
        run.AddAfterSelf(mark);
        if (after.Elements().Any(element => element.Name != _w + "rPr"))
            mark.AddAfterSelf(after);
        if (!run.Elements().Any(element => element.Name != _w + "rPr"))
            run.Remove();
    }

    /// <summary>Every block must open and close among the children of one element; anything else would tear the XML.</summary>
    private void CheckNesting(XElement root)
    {
        foreach (var parent in root.DescendantsAndSelf().Where(element => element.Elements(Marks + "control").Any()))
        {
            var open = new Stack<XElement>();
            foreach (var mark in parent.Elements(Marks + "control"))
            {
                switch (mark.Attribute("kind")?.Value)
                {
                    case nameof(TagKind.Open):
                        open.Push(mark);
                        break;
                    case nameof(TagKind.Middle) when open.Count == 0:
                        Fault("template-block-torn", mark, "这里的 else 前面没有对应的 if 或 for。请检查标签是否成对，并放在同一段、同一表格或同一行里。");
                        break;
                    case nameof(TagKind.Close):
                        if (!open.TryPop(out _))
                            Fault("template-block-torn", mark, "这里多出一个 end，前面没有对应的 if 或 for。请检查标签是否成对，并放在同一段、同一表格或同一行里。");
                        break;
                    default:
                        break;
                }
            }

            foreach (var mark in open)
                Fault("template-block-unclosed", mark, "这一块没有写 end，或 end 写在了另一个单元格、表格里。请补上 {{ end }}，并与开头放在同一层。");
        }
    }

    private string PrintedText(XElement element) =>
        string.Concat(element.Descendants(_w + "t").SelectMany(t => t.Nodes().OfType<XText>()).Select(text => text.Value)).Trim();

    private void Fault(string code, XElement mark, string message) =>
        Fault(code, (int?)mark.Attribute("paragraph") ?? 0, mark.Attribute("text")?.Value ?? "", "{{ " + mark.Attribute("code")?.Value + " }}", message);

    private void Fault(string code, int paragraph, string text, string tag, string message) =>
        _problems.Add(new TemplateProblem(code, _file, paragraph, text, tag, message));
}
