namespace YiyuanSafety.WorkPoints.Reading.Pdf;

/// <summary>The text area of a document, and what a line's place in it tells. Lengths in points unless said otherwise.</summary>
/// <param name="Left">Left edge of the text.</param>
/// <param name="Right">Right edge of the text.</param>
/// <param name="Pitch">Usual distance of two baselines.</param>
/// <param name="Size">Usual type size.</param>
internal sealed record PdfGeometry(double Left, double Right, double Pitch, double Size)
{
    // In parts of the type size, unless said otherwise.
    private const double Indent = 1.2;
    private const double Slack = 0.7;
    private const double WidestIndent = 2.5;
    private const double Blank = 1.5;
    private const double SizeStep = 0.1;
    private const string Opening = "（(〔［[【《〈“‘「『";
    private const string Closing = "）)〕］]】》〉”’」』，。、；：？！,.;:?!%％";

    /// <summary>True where the line begins well to the right of the text's edge.</summary>
    public bool IsIndented(PdfLine line) => line.Left > Left + line.Size * Indent;

    /// <summary>True where the line stands in the middle, away from both edges.</summary>
    public bool IsCentred(PdfLine line)
    {
        var left = line.Left - Left;
        var right = Right - line.Right;
        var away = line.Size > Size * (1 + SizeStep) ? Indent : WidestIndent;
        return left > line.Size * away && Math.Abs(left - right) < line.Size * Indent;
    }

    /// <summary>True where the next line's first word would still have fitted, so that the line was ended on purpose.</summary>
    public bool EndsEarly(PdfLine line, PdfLine next)
    {
        return line.Right + line.Size * (FirstWord(next.Text) + Slack) < Right;
    }

    // Width of the least that can stand before a line break, in parts of the type size: brackets that open stay with what
    // follows, marks that close with what precedes, and a Latin word is not broken.
    private static double FirstWord(string text)
    {
        const double Latin = 0.55;
        var at = 0;
        while (at < text.Length && Opening.Contains(text[at], StringComparison.Ordinal))
            at++;
        var wide = (double)at;
        if (at < text.Length && !Script.IsWord(text[at]))
        {
            at++;
            wide++;
        }

        for (; at < text.Length && Script.IsWord(text[at]); at++)
            wide += Latin;
        for (; at < text.Length && Closing.Contains(text[at], StringComparison.Ordinal); at++)
            wide++;
        return wide;
    }

    /// <summary>True where the two lines are further apart than lines of one paragraph.</summary>
    public bool AreApart(PdfLine line, PdfLine next) =>
        line.Baseline - next.Baseline > Pitch * Blank || line.Baseline < next.Baseline;

    /// <summary>True where the two lines are set in different sizes.</summary>
    public static bool DifferInSize(PdfLine line, PdfLine next) =>
        Math.Abs(line.Size - next.Size) > Math.Max(line.Size, next.Size) * SizeStep;

    /// <summary>The geometry shifted for a page whose margins lie elsewhere, as in a book.</summary>
    public PdfGeometry ForPage(IReadOnlyList<PdfLine> lines)
    {
        const int EnoughLines = 8;
        if (lines.Count < EnoughLines)
            return this;
        var shift = lines.Min(line => line.Left) - Left;
        return this with { Left = Left + shift, Right = Right + shift };
    }
}
