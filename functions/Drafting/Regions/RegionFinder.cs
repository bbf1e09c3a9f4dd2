using YiyuanSafety.Drafting.Templating.Markup;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>A region where it stands in a main part.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Start">Offset of what is replaced.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Text">Its words.</param>
/// <param name="Control">The content control; null where it got lost and the region was known by its words.</param>
internal sealed record FoundRegion(string Name, string Title, int Start, int End, string Text, Element? Control);

/// <summary>Finds the regions of a paper.</summary>
internal static class RegionFinder
{
    /// <summary>The regions that have a content control with the paper's tag, in the order of the document.</summary>
    /// <param name="file">The document.</param>
    /// <param name="paper">Identity of the paper; null for any.</param>
    public static IReadOnlyList<FoundRegion> Tagged(PaperFile file, string? paper)
    {
        var found = new List<FoundRegion>();
        foreach (var (control, content) in Controls(file, file.Body.All()))
        {
            if (Property(file, control, "tag") is { } tag && RegionTag.Parse(tag) is { } ours && (paper is null || ours.Paper == paper))
                found.Add(Found(file, ours.Region, Property(file, control, "alias") ?? ours.Region, control, content));
        }

        return found;
    }

    /// <summary>
    /// A region whose control got lost, as LibreOffice and others lose tags when they save: the one place where its recorded words stand
    /// as whole blocks. Null where there is none, or more than one.
    /// </summary>
    public static FoundRegion? ByWords(PaperFile file, RegionRecord record)
    {
        var wanted = record.Text.Split('\n');
        if (record.Text.Length == 0)
            return null;
        FoundRegion? only = null;
        foreach (var container in file.Body.All().Where(element => element == file.Body || element.Name == file.Names.SdtContent))
        {
            var blocks = container.Children.Select(block => (Block: block, Lines: RegionText.Lines(file.Xml, block, file.Names)))
                .Where(block => block.Lines.Count > 0).ToList();
            for (var first = 0; first < blocks.Count; first++)
            {
                if (Match(blocks, first, wanted) is not { } last)
                    continue;
                if (only is not null && !(blocks[first].Block.Start >= only.Start && blocks[last].Block.End <= only.End))
                    return null;

                // The outermost control that says just these words is the one to replace.
                only ??= new FoundRegion(record.Name, record.Title, blocks[first].Block.Start, blocks[last].Block.End, record.Text, null);
            }
        }

        return only;
    }

    /// <summary>A region whose tag got lost and whose words were changed: the one control that still has its title.</summary>
    public static FoundRegion? ByTitle(PaperFile file, RegionRecord record)
    {
        var titled = Controls(file, file.Body.Children.Concat(file.Body.Children.SelectMany(child => child.Children)))
            .Where(one => one.Control.Parent == file.Body && Property(file, one.Control, "tag") is null && Property(file, one.Control, "alias") == record.Title)
            .ToList();
        return titled is [var (control, content)] ? Found(file, record.Name, record.Title, control, content) : null;
    }

    private static int? Match(List<(Element Block, IReadOnlyList<string> Lines)> blocks, int first, string[] wanted)
    {
        var at = 0;
        for (var i = first; i < blocks.Count; i++)
        {
            foreach (var line in blocks[i].Lines.SelectMany(line => line.Split('\n')))
            {
                if (at == wanted.Length || line != wanted[at])
                    return null;
                at++;
            }

            if (at == wanted.Length)
                return i;
        }

        return null;
    }

    // Controls around whole blocks, among the elements given.
    private static IEnumerable<(Element Control, Element Content)> Controls(PaperFile file, IEnumerable<Element> elements) =>
        from content in elements
        where content.Name == file.Names.SdtContent
        let control = content.Parent
        where control?.Parent is { } around && file.Names.IsBlockContainer(around)
        select (control, content);

    private static FoundRegion Found(PaperFile file, string name, string title, Element control, Element content) => new(
        name, title, control.Start, control.End, RegionText.Join(RegionText.Lines(file.Xml, content, file.Names)), control);

    private static string? Property(PaperFile file, Element control, string property)
    {
        var names = file.Names;
        var properties = control.Children.Find(child => child.Name == names.SdtPr);
        var element = properties?.Children.Find(child => child.Name == (names.Prefix.Length > 0 ? $"{names.Prefix}:{property}" : property));
        return element is null ? null : System.Net.WebUtility.HtmlDecode(Attributes.Value(file.Xml, element, names.Val));
    }
}
