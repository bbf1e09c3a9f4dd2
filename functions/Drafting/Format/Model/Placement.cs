namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>A length that is known only within bounds, since digits are narrower in one font than in another.</summary>
internal readonly record struct Span(double Low, double High)
{
    public static Span operator +(Span a, double b) => new(a.Low + b, a.High + b);

    /// <summary>How far a length is from these bounds.</summary>
    public double Distance(double value) => value < Low ? Low - value : value > High ? value - High : 0;

    /// <summary>How far two lengths are from each other at least.</summary>
    public double Distance(Span other) => Math.Max(0, Math.Max(Low - other.High, other.Low - High));

    public double Middle => (Low + High) / 2;
}

/// <summary>
/// Where the text of a paragraph stands between the edges of its column, in characters (字) of its own type. Tabs count as the
/// positions they lead to, and spaces by their width.
/// </summary>
/// <param name="Start">Left edge of the first visible character.</param>
/// <param name="End">From the right edge of the last visible character to the column's right edge.</param>
/// <param name="Wrapped">Left edge of the lines after the first.</param>
/// <param name="Width">Width of the text.</param>
/// <param name="Column">Width of the column.</param>
internal sealed record Placement(Span Start, Span End, double Wrapped, Span Width, double Column)
{
    // Digits and letters take half a character in the fonts that offices have, up to 0.64 in those that stand in for them.
    private const double NarrowLatin = 0.5;
    private const double WideLatin = 0.64;

    /// <summary>Middle of the text.</summary>
    public Span Middle => new((Start.Low + Column - End.High) / 2, (Start.High + Column - End.Low) / 2);

    /// <summary>Whether the text is too long for one line.</summary>
    public bool Wraps(double left) => Width.Low > Column - left;

    /// <summary>Places a paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="column">Width of its column, twips.</param>
    /// <param name="tabStop">Distance of tab stops that nobody set, twips.</param>
    public static Placement Of(Paragraph paragraph, double column, int tabStop)
    {
        var look = paragraph.Look;
        double em = paragraph.Type.Em;
        var left = Indent(look.LeftChars, look.Left, em);
        var right = Indent(look.RightChars, look.Right, em);
        var line = paragraph.Number + FirstLine(paragraph.Text);
        var words = line.Trim(Paragraph.Blank);
        var lead = line[..(line.Length - line.TrimStart(Paragraph.Blank).Length)];
        var trail = line[line.TrimEnd(Paragraph.Blank).Length..];
        var width = Widths(words);
        var x = left + Indent(look.FirstChars, look.First, em);
        var stop = "left";
        foreach (var sign in lead)
        {
            if (sign == '\t')
                (x, stop) = Next(look.Tabs, x * em, tabStop) is var next ? (next.At / em, next.Kind) : (x, stop);
            else
                x += Widths(sign.ToString()).Low;
        }

        var full = column / em;
        var alignment = stop is "center" or "right" or "end" ? stop : look.Alignment ?? "left";
        var after = trail.Count(sign => sign == '\u3000');
        return alignment switch
        {
            "right" or "end" when stop == "left" => FromRight(right + after),
            "right" or "end" => FromRight(full - x),
            "center" when stop == "left" => Around((x + full - right - after) / 2),
            "center" => Around(x),
            _ when words.Contains('\t', StringComparison.Ordinal) && look.Tabs is [.., { Kind: "right" or "end" } last] =>
                new Placement(new Span(x, x), new Span(full - (last.At / em), full - (last.At / em)), left, width, full),
            _ => new Placement(new Span(x, x), new Span(Math.Max(right, full - x - width.High), Math.Max(right, full - x - width.Low)), left, width, full),
        };

        Placement FromRight(double end) => new(new Span(full - end - width.High, full - end - width.Low), new Span(end, end), left, width, full);

        Placement Around(double middle) => new(
            new Span(middle - (width.High / 2), middle - (width.Low / 2)), new Span(full - middle - (width.High / 2), full - middle - (width.Low / 2)), left, width, full);
    }

    /// <summary>Width of text in characters.</summary>
    public static Span Widths(string text)
    {
        double low = 0, high = 0;
        foreach (var sign in text)
        {
            if (char.IsLowSurrogate(sign) || sign == '\n')
                continue;
            var latin = sign < 0x2000;
            low += latin ? NarrowLatin : 1;
            high += latin ? WideLatin : 1;
        }

        return new Span(low, high);
    }

    private static double Indent(int? hundredths, int? twips, double em) =>
        hundredths is { } chars and not 0 ? chars / 100d : (twips ?? 0) / em;

    private static string FirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? text[..end] : text;

    // A tab leads to the next stop of the paragraph; then come those that nobody set.
    private static TabStop Next(IReadOnlyList<TabStop>? stops, double x, int tabStop)
    {
        var own = stops?.Where(stop => stop.Kind is not ("clear" or "bar" or "num") && stop.At > x + 1).MinBy(stop => stop.At);
        if (own is not null)
            return own with { Kind = own.Kind is "center" or "right" or "end" ? own.Kind : "left" };
        return new TabStop("left", (((int)x / tabStop) + 1) * tabStop);
    }
}
