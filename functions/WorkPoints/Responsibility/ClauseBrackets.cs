using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>The brackets a clause may stand in. Offices use square and tortoise-shell ones as others use round ones.</summary>
internal static class ClauseBrackets
{
    private const string Opening = "（【〔［[";
    private const string Closing = "）】〕］]";

    /// <summary>Whether a clause may begin with the character.</summary>
    public static bool Opens(char c) => Opening.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a clause may end with the character.</summary>
    public static bool Closes(char c) => Closing.Contains(c, StringComparison.Ordinal);

    /// <summary>
    /// The bracket that closes the one at <paramref name="open"/>; the passage's end where it was forgotten; -1 where there is none near.
    /// </summary>
    /// <param name="text">Width-folded text.</param>
    /// <param name="open">Position of an opening bracket.</param>
    /// <param name="longest">How far to look.</param>
    public static int Matching(string text, int open, int longest)
    {
        var left = text[open];
        var right = Closing[Opening.IndexOf(left, StringComparison.Ordinal)];
        var depth = 0;
        var i = open;
        for (; i < text.Length && text[i] != Flow.Break && i - open <= longest; i++)
        {
            if (text[i] == left)
                depth++;
            else if (text[i] == right && --depth == 0)
                return i;
        }

        // A lone [ or 〔 is a scanner's slip more often than a clause.
        return left is '（' or '【' && (i >= text.Length || text[i] == Flow.Break) ? i : -1;
    }

    /// <summary>Whether a label stands in one box with what it announces, as in 【牵头单位：县应急局】, and not alone, as in 【牵头单位】县应急局.</summary>
    /// <param name="text">Width-folded text.</param>
    /// <param name="position">Where the label was looked for.</param>
    /// <param name="label">The label found there.</param>
    public static bool Boxed(string text, int position, RoleLabel label) =>
        text.AsSpan(position, label.Start - position).Contains('【')
        && !text.AsSpan(label.Start, label.End - label.Start).Contains('】');
}
