using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>Frames the labels of content controls that hold tags: values in them are written as an attribute needs it.</summary>
internal static class Labels
{
    /// <summary>Adds the edits for one part.</summary>
    public static void Frame(IEnumerable<Tag> tags, List<Edit> edits)
    {
        foreach (var label in tags.Where(t => t.Paragraph.Label is not null).GroupBy(t => t.Paragraph))
        {
            if (label.Key.Label is not var (start, end))
                continue;
            var characters = label.Key.Text.Length - label.Sum(t => t.Last - t.First);
            edits.Add(new Edit(start, start, 0, [new Piece.LabelStart(characters)]));
            edits.Add(new Edit(end, end, 0, [new Piece.LabelEnd()]));
        }
    }
}
