namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>Applies edits to a part's text; what no edit touches stays literally.</summary>
internal static class Edits
{
    /// <summary>The part as pieces. An edit inside a larger one is void: what it would change is gone.</summary>
    public static List<Piece> Apply(string xml, IEnumerable<Edit> edits)
    {
        var pieces = new List<Piece>();
        var at = 0;
        var covered = (Start: 0, End: 0);
        foreach (var edit in edits.OrderBy(e => e.Start).ThenByDescending(e => e.Start == e.End).ThenBy(e => e.Order))
        {
            if (edit.Start < covered.End && edit.Start >= covered.Start)
                continue;
            if (edit.Start > at)
                pieces.Add(new Piece.Literal(xml[at..edit.Start]));
            pieces.AddRange(edit.Pieces);
            at = Math.Max(at, edit.End);
            if (edit.End > edit.Start)
                covered = (edit.Start, edit.End);
        }
        if (at < xml.Length)
            pieces.Add(new Piece.Literal(xml[at..]));
        return pieces;
    }
}
