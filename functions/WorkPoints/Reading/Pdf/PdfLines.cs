using System.Text;

namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>A printed line.</summary>
/// <param name="Text">Its text; columns far apart are parted by a tab.</param>
/// <param name="Left">Left edge in points.</param>
/// <param name="Right">Right edge in points.</param>
/// <param name="Baseline">Baseline in points above the page's bottom.</param>
/// <param name="Size">Size of most of its characters in points.</param>
internal sealed record PdfLine(string Text, double Left, double Right, double Baseline, double Size)
{
    /// <summary>True where columns far apart stand in the line, as in a table.</summary>
    public bool HasColumns => Text.Contains('\t', StringComparison.Ordinal);
}

/// <summary>Puts glyphs into lines by their baselines.</summary>
internal static class PdfLines
{
    // In parts of the type size. Raised and lowered signs stay in their line; the lines of a page are at least 1.0 apart.
    private const double SameLine = 0.4;
    private const double ColumnGap = 2.2;
    private const double WordGap = 0.2;
    private const double Overprint = 0.25;

    public static IReadOnlyList<PdfLine> Of(List<Glyph> glyphs)
    {
        var rows = new List<List<Glyph>>();
        foreach (var glyph in glyphs.OrderByDescending(glyph => glyph.Baseline).ThenBy(glyph => glyph.Left))
        {
            if (rows.Count > 0 && Math.Abs(rows[^1][0].Baseline - glyph.Baseline) < Math.Max(rows[^1][0].Size, glyph.Size) * SameLine)
                rows[^1].Add(glyph);
            else
                rows.Add([glyph]);
        }

        return [.. rows.Select(Line).OfType<PdfLine>()];
    }

    private static PdfLine? Line(List<Glyph> row)
    {
        var glyphs = row.OrderBy(glyph => glyph.Left).ToList();
        var printed = glyphs.Where(glyph => !glyph.IsBlank).ToList();
        if (printed.Count == 0)
            return null;

        var size = printed.CountBy(glyph => Math.Round(glyph.Size, 1)).MaxBy(count => count.Value).Key;
        var text = new StringBuilder();
        Glyph? last = null;
        var blank = "";
        foreach (var glyph in glyphs)
        {
            if (glyph.IsBlank)
            {
                blank = last is null ? "" : glyph.Text[..1];
                continue;
            }

            // Bold is often made by printing a letter twice, a little apart.
            if (last is { } twin && twin.Text == glyph.Text && glyph.Left - twin.Left < size * Overprint)
                continue;
            text.Append(Between(last, glyph, blank, size)).Append(glyph.Text);
            last = glyph;
            blank = "";
        }

        return new PdfLine(text.ToString(), printed[0].Left, printed.Max(glyph => glyph.Right), printed[0].Baseline, size);
    }

    private static string Between(Glyph? last, Glyph next, string blank, double size)
    {
        if (last is not { } before)
            return "";
        var gap = next.Left - before.Right;
        if (gap > size * ColumnGap)
            return "\t";
        if (blank.Length > 0)
            return blank[0] == '\u3000' ? blank : " ";
        return gap > size * WordGap && Script.IsWord(before.Text[^1]) && Script.IsWord(next.Text[0]) ? " " : "";
    }
}

/// <summary>Tells writing with spaces between words from writing without.</summary>
internal static class Script
{
    /// <summary>True for a character of a word that stands between spaces: Latin and other alphabets, Arabic digits.</summary>
    public static bool IsWord(char character) =>
        character < '\u2E80' && (char.IsLetterOrDigit(character) || character is '%' or '.' or ',' or ')' or '(');
}
