using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>What most of the text looks like, so that one wrong setting of the whole is one finding and not a hundred.</summary>
/// <param name="Rule">Line rule of most of the text.</param>
/// <param name="Line">Its value, twips or 240ths of a line.</param>
/// <param name="Pitch">Height of a line in twips; null where it depends on the font.</param>
/// <param name="Em">Pitch of a 3号 character, twips; null where the text is in another size.</param>
internal sealed record UsualText(string Rule, int Line, int? Pitch, double? Em)
{
    private const double GridUnit = 204.8;

    /// <summary>Looks at the text of a paper.</summary>
    public static UsualText Of(CheckedPaper paper)
    {
        var text = paper.Parts.Text.ToList();
        var (rule, line) = Most(text, paragraph => (paragraph.Look.LineRule ?? "auto", paragraph.Look.Line ?? 240), ("none", 0));
        var first = text.Find(paragraph => (paragraph.Look.LineRule ?? "auto", paragraph.Look.Line ?? 240) == (rule, line));
        var em = Most(text.Where(paragraph => paragraph.Type.Size == TypeFigures.Size3), paragraph => EmOf(paper, paragraph), 0d);
        return new UsualText(rule, line, first is null ? null : PitchOf(paper, first), em > 0 ? em : null);
    }

    /// <summary>Height of a paragraph's lines in twips; null where it depends on the font.</summary>
    public static int? PitchOf(CheckedPaper paper, Paragraph paragraph)
    {
        var look = paragraph.Look;
        if (look.LineRule == "exact")
            return look.Line;
        var section = paper.Document.SectionOf(paragraph);
        return section.GridType is "lines" or "linesAndChars" && look.SnapToGrid != false && (look.Line ?? 240) == 240 && look.LineRule is null or "auto" && paragraph.Type.Size <= TypeFigures.Size3
            ? section.GridPitch
            : null;
    }

    /// <summary>Pitch of a paragraph's characters in twips, the grid counted in.</summary>
    public static double EmOf(CheckedPaper paper, Paragraph paragraph)
    {
        var section = paper.Document.SectionOf(paragraph);
        return section.GridType is "linesAndChars" or "snapToChars" && paragraph.Look.SnapToGrid != false && section.GridCharacters is { } space
            ? paragraph.Type.Em + (space / GridUnit)
            : paragraph.Type.Em;
    }

    private static T Most<T>(IEnumerable<Paragraph> text, Func<Paragraph, T> key, T none)
        where T : notnull =>
        text.GroupBy(key).OrderByDescending(group => group.Sum(paragraph => paragraph.Text.Length)).Select(group => group.Key).DefaultIfEmpty(none).First();
}
