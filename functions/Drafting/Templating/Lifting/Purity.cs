using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>Says whether a paragraph or a row holds nothing but control tags, so that it may vanish with them.</summary>
internal sealed class Purity(Names names, IEnumerable<Tag> tags)
{
    private readonly ILookup<Element, Tag> byParagraph = tags.ToLookup(t => t.Paragraph.Element);
    private readonly Dictionary<Element, bool> known = [];

    /// <summary>The tags of a paragraph.</summary>
    public IEnumerable<Tag> TagsOf(Element paragraph) => byParagraph[paragraph];

    /// <summary>A paragraph of control tags and spaces only.</summary>
    public bool IsPure(Element paragraph)
    {
        if (known.TryGetValue(paragraph, out var pure))
            return pure;
        var own = byParagraph[paragraph].ToList();
        return known[paragraph] = own.Count > 0 && own.TrueForAll(t => t.Kind != TagKind.Value)
            && Blank(own) && OnlyText(paragraph);
    }

    /// <summary>A row whose paragraphs are all pure or empty, with at least one pure.</summary>
    public bool IsPureRow(Element row)
    {
        var paragraphs = row.All().Where(e => e.Name == names.P).ToList();
        return paragraphs.Exists(IsPure) && paragraphs.TrueForAll(p => IsPure(p) || Empty(p))
            && !row.Children.Exists(c => c.All().Any(e => e.Name == names.Tbl));
    }

    private bool Empty(Element paragraph) => OnlyText(paragraph)
        && !ParagraphText.Content(paragraph, names).Any(e => e.Name == names.T && e.ContentEnd > e.ContentStart);

    private static bool Blank(List<Tag> own)
    {
        var text = own[0].Paragraph.Text;
        var at = 0;
        foreach (var tag in own)
        {
            if (!text.AsSpan(at, tag.First - at).IsWhiteSpace())
                return false;
            at = tag.Last;
        }
        return text.AsSpan(at).IsWhiteSpace();
    }

    private bool OnlyText(Element paragraph)
    {
        foreach (var element in ParagraphText.Content(paragraph, names))
        {
            if (element.Name == names.PPr && element.Children.Exists(c => c.Name == names.SectPr))
                return false;
            var harmless = element.Name == names.PPr || element.Name == names.R || element.Name == names.RPr
                || element.Name == names.T || element.Name == names.ProofErr || element.Name == names.Tab
                || element.Name == names.Ins || element.Name == names.LastRenderedPageBreak
                || element.Name == names.SoftHyphen || element.Name == names.NoBreakHyphen || names.IsRangeMark(element);
            if (!harmless)
                return false;
        }
        return true;
    }
}
