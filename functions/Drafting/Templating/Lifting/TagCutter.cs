using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>Cuts tags out of the runs over which they are split.</summary>
internal sealed class TagCutter(string xml, Names names, List<Edit> edits)
{
    private readonly HashSet<Element> preserved = [];

    /// <summary>Puts the value where the tag begins, in that run's formatting.</summary>
    public void InPlace(Tag tag, int order)
    {
        var spans = Spans(tag);
        (tag.CutStart, tag.CutEnd) = (spans[0].Start, spans[0].End);
        edits.Add(new Edit(tag.CutStart, tag.CutEnd, order, [new Piece.Code(tag)]));
        Preserve(spans[0].Owner);
        foreach (var span in spans.Skip(1))
            Remove(span, order);
    }

    /// <summary>Splits the run at a control tag, so that what it governs begins and ends between runs.</summary>
    public void BetweenRuns(Tag tag, int order)
    {
        var spans = Spans(tag);
        var (start, end, text) = spans[0];
        var run = text.Parent ?? text;
        var first = start == text.ContentStart && (run.Children[0] == text || (run.Children[0].Name == names.RPr && run.Children[1] == text));
        var last = end == text.ContentEnd && run.Children[^1] == text;
        (tag.CutStart, tag.CutEnd) = (first ? run.Start : start, last ? run.End : end);
        var pieces = new List<Piece>(3);
        if (!first)
            pieces.Add(new Piece.Literal($"</{text.Name}></{run.Name}>"));
        pieces.Add(new Piece.Code(tag));
        if (!last)
            pieces.Add(new Piece.Literal(RunHead(run) + $"<{text.Name} xml:space=\"preserve\">"));
        edits.Add(new Edit(tag.CutStart, tag.CutEnd, order, pieces));
        if (!first)
            Preserve(text);
        foreach (var span in spans.Skip(1))
            Remove(span, order);
    }

    /// <summary>Takes the tag's text away; the tag itself is placed elsewhere.</summary>
    public void Away(Tag tag, int order)
    {
        foreach (var span in Spans(tag))
            Remove(span, order);
    }

    private string RunHead(Element run)
    {
        var head = xml[run.Start..run.ContentStart];
        return run.Children[0].Name == names.RPr ? head + xml[run.Children[0].Start..run.Children[0].End] : head;
    }

    private void Remove((int Start, int End, Element Owner) span, int order)
    {
        var (start, end, owner) = span;
        if (owner.Name == names.T && start == owner.ContentStart && end == owner.ContentEnd)
        {
            var whole = owner.Parent is { } run && run.Name == names.R
                && run.Children.TrueForAll(c => c == owner || c.Name == names.RPr) ? run : owner;
            (start, end) = (whole.Start, whole.End);
        }
        else if (owner.Name == names.T)
            Preserve(owner);
        edits.Add(new Edit(start, end, order, []));
    }

    // A cut may leave a space at the edge of the text, and a value may begin with one.
    private void Preserve(Element text)
    {
        if (text.Name == names.T && preserved.Add(text) && Attributes.Find(xml, text, "xml:space") is null)
            edits.Add(new Edit(text.ContentStart - 1, text.ContentStart - 1, 0, [new Piece.Literal(" xml:space=\"preserve\"")]));
    }

    private static List<(int Start, int End, Element Owner)> Spans(Tag tag)
    {
        var spans = new List<(int Start, int End, Element Owner)>();
        for (var i = tag.First; i < tag.Last; i++)
        {
            var glyph = tag.Paragraph.Glyphs[i];
            if (spans.Count > 0 && spans[^1].Owner == glyph.Owner)
                spans[^1] = (spans[^1].Start, glyph.End, glyph.Owner);
            else
                spans.Add((glyph.Start, glyph.End, glyph.Owner));
        }
        return spans;
    }
}
