namespace YiyuanSafety.Drafting.Format;

/// <summary>
/// The page of GB/T 9704-2012 in twips (1/20 pt, 56.693 to the millimetre), as Word counts.
/// The type area equals the page less its margins (profile A of the two layouts in use).
/// </summary>
public static class PageFigures
{
    /// <summary>Width of A4, 210 mm (5.1).</summary>
    public const int Width = 11906;

    /// <summary>Height of A4, 297 mm (5.1).</summary>
    public const int Height = 16838;

    /// <summary>天头 37 mm (5.2.1).</summary>
    public const int Top = 2098;

    /// <summary>订口 28 mm (5.2.1).</summary>
    public const int Left = 1588;

    /// <summary>What 156 mm of type area leave at the right, 26 mm (5.2.1).</summary>
    public const int Right = 1474;

    /// <summary>What 225 mm of type area leave at the foot, 35 mm (5.2.1).</summary>
    public const int Bottom = 1984;

    /// <summary>Width of the type area, 156 mm (5.2.1).</summary>
    public const int TypeWidth = Width - Left - Right;

    /// <summary>Height of the type area, 225 mm (5.2.1).</summary>
    public const int TypeHeight = Height - Top - Bottom;

    /// <summary>Distance of the header from the page edge; not in the standard.</summary>
    public const int Header = 851;

    /// <summary>Distance of the footer from the page edge that puts the dashes 7 mm below the type area (7.5).</summary>
    public const int Footer = 1455;

    /// <summary>From the top of the type area to the upper edge of the issuer mark, 35 mm (7.2.4).</summary>
    public const int MarkDrop = 1984;

    /// <summary>From the page's top to the upper edge of a letter's issuer mark, 30 mm (10.1).</summary>
    public const int LetterMarkTop = 1701;

    /// <summary>From a letter's issuer mark to its upper double line, 4 mm (10.1).</summary>
    public const int LetterLineGap = 227;

    /// <summary>Length of a letter's double lines, 170 mm (10.1).</summary>
    public const int LetterLineLength = 9638;

    /// <summary>From the page's top to a letter's lower double line: 20 mm above the page's foot (10.1).</summary>
    public const int LetterFootLineTop = 15704;

    /// <summary>Seven eighths of a 3号 character, between a letter's upper line and the element below it (10.1).</summary>
    public const int LetterElementGap = 280;
}
