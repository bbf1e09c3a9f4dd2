using YiyuanSafety.Drafting.Templating.Markup;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>
/// Settles what must stay paired or unique: bookmarks that a block would tear apart go away, identifiers inside a loop
/// get new values each time, and notes, which live in another part, may not be repeated.
/// </summary>
internal static class Marks
{
    private const string UnnamedRegion = "ys:1:*:";

    /// <summary>Adds the edits for one part.</summary>
    public static void Settle(string xml, Element root, Names names, List<Block> blocks, List<Element> vanished,
        List<Edit> edits, ProblemList problems)
    {
        var branches = blocks.SelectMany(b => b.Tags.Zip(b.Tags.Skip(1), (a, z) => (Start: a.CutEnd, End: z.CutStart)))
            .OrderBy(b => b.End - b.Start).ToList();
        var loops = blocks.Where(b => b.Open.Loops).Select(b => (Start: b.Open.CutEnd, End: b.Close.CutStart)).ToList();
        var marks = new List<Element>();
        var repeated = new List<Element>();
        var number = 0;
        foreach (var element in root.All())
        {
            number += element.Name == names.P ? 1 : 0;
            if (names.IsRangeMark(element))
                marks.Add(element);
            if (element.Name == names.ControlTag && element.Parent?.Name == names.SdtPr)
                NamePaper(xml, names, element, edits);
            if (loops.Count == 0 || !loops.Exists(l => l.Start <= element.Start && element.End <= l.End))
                continue;
            repeated.Add(element);
            if (element.Name == names.FootnoteReference || element.Name == names.EndnoteReference)
                problems.Add(TemplateCodes.Misplaced, number, "", "", "循环里不能放脚注或尾注，请移到循环外或改写成正文。");
            else if (element.Name == names.CommentReference)
                problems.Add(TemplateCodes.Misplaced, number, "", "", "循环里不能放批注，请先删除批注。");
        }
        var gone = new HashSet<Element>();
        foreach (var pair in marks.GroupBy(m => Key(xml, names, m)))
        {
            var ends = pair.ToList();
            var whole = ends.Count == 2 && !vanished.Exists(v => ends.Exists(v.Holds))
                && Branch(branches, ends[0].Start) == Branch(branches, ends[1].Start);
            foreach (var mark in whole ? [] : ends.Where(gone.Add))
                edits.Add(new Edit(mark.Start, mark.End, 0, []));
        }
        foreach (var element in repeated.Where(e => !gone.Contains(e)))
            MakeUnique(xml, names, element, edits);
    }

    // The control of a managed region, tagged ys:1:*:tasks in a template.
    private static void NamePaper(string xml, Names names, Element tag, List<Edit> edits)
    {
        if (Attributes.Find(xml, tag, names.Val) is var (start, end) && xml.AsSpan(start, end - start).StartsWith(UnnamedRegion, StringComparison.Ordinal))
            edits.Add(new Edit(start + UnnamedRegion.Length - 2, start + UnnamedRegion.Length - 1, 0, [new Piece.Unique(IdKind.Paper, "*")]));
    }

    private static string Key(string xml, Names names, Element mark)
    {
        var family = mark.Name == names.BookmarkStart || mark.Name == names.BookmarkEnd ? "b"
            : mark.Name == names.CommentRangeStart || mark.Name == names.CommentRangeEnd ? "c" : "p";
        return family + Attributes.Value(xml, mark, names.Id);
    }

    private static (int, int) Branch(List<(int Start, int End)> branches, int at) =>
        branches.Find(b => b.Start <= at && at < b.End);

    private static void MakeUnique(string xml, Names names, Element element, List<Edit> edits)
    {
        if (element.Name == names.BookmarkStart)
        {
            Slot(xml, element, names.Id, IdKind.BookmarkStart, edits);
            Slot(xml, element, names.Name, IdKind.BookmarkName, edits);
        }
        else if (element.Name == names.BookmarkEnd)
            Slot(xml, element, names.Id, IdKind.BookmarkEnd, edits);
        else if (element.Name == names.P || element.Name == names.Tr)
            Slot(xml, element, "w14:paraId", IdKind.Paragraph, edits);
        else if (element.Name == names.Id && element.Parent?.Name == names.SdtPr)
            Slot(xml, element, names.Val, IdKind.Control, edits);
        else if (element.Name.EndsWith(":docPr", StringComparison.Ordinal))
            Slot(xml, element, "id", IdKind.Drawing, edits);
    }

    private static void Slot(string xml, Element element, string attribute, IdKind kind, List<Edit> edits)
    {
        if (Attributes.Find(xml, element, attribute) is var (start, end))
            edits.Add(new Edit(start, end, 0, [new Piece.Unique(kind, xml[start..end])]));
    }
}
