using UglyToad.PdfPig.Content;

namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>A page: its lines from top to bottom and the text that runs across them.</summary>
/// <param name="Number">Page number from 1.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Lines">Lines in reading order.</param>
/// <param name="Aside">Text in another direction than the page's, such as watermarks.</param>
/// <param name="Unmapped">Glyphs that do not say which character they are.</param>
internal sealed record PdfPage(int Number, double Height, IReadOnlyList<PdfLine> Lines, IReadOnlyList<string> Aside, int Unmapped)
{
    /// <summary>Puts a page's letters into lines.</summary>
    public static PdfPage Of(Page page)
    {
        var orientation = Usual(page.Letters);
        var glyphs = new List<Glyph>(page.Letters.Count);
        var aside = new List<string>();
        var unmapped = 0;
        var lastAside = -2;
        for (var at = 0; at < page.Letters.Count; at++)
        {
            var letter = page.Letters[at];
            if (string.IsNullOrEmpty(letter.Value) || letter.Value[0] is '\0' or '\uFFFD')
            {
                unmapped++;
                continue;
            }

            if (letter.TextOrientation == orientation)
            {
                glyphs.Add(Glyph.Of(letter));
                continue;
            }

            if (lastAside == at - 1)
                aside[^1] += letter.Value;
            else
                aside.Add(letter.Value);
            lastAside = at;
        }

        var turned = orientation is TextOrientation.Rotate90 or TextOrientation.Rotate270;
        return new PdfPage(
            page.Number,
            turned ? page.Width : page.Height,
            PdfLines.Of(glyphs),
            [.. aside.Where(text => !string.IsNullOrWhiteSpace(text))],
            unmapped);
    }

    private static TextOrientation Usual(IReadOnlyList<Letter> letters) => letters.Count == 0
        ? TextOrientation.Horizontal
        : letters.CountBy(letter => letter.TextOrientation).MaxBy(count => count.Value).Key;
}

/// <summary>A letter with the page turned so that its text runs from left to right. All lengths in points.</summary>
internal readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public static Glyph Of(Letter letter)
    {
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var size = letter.PointSize is > 0.5 and < 1000 ? letter.PointSize : 10;
        var (left, right, baseline) = letter.TextOrientation switch
        {
            TextOrientation.Rotate90 => (-start.Y, -end.Y, start.X),
            TextOrientation.Rotate180 => (-start.X, -end.X, -start.Y),
            TextOrientation.Rotate270 => (start.Y, end.Y, -start.X),
            _ => (start.X, end.X, start.Y),
        };
        return new Glyph(letter.Value, Finite(left), Finite(right), Finite(baseline), size);
    }

    // A damaged page may put a letter nowhere; sorting needs a place.
    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
