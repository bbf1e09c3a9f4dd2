namespace YiyuanSafety.Drafting.Format;

/// <summary>The type of GB/T 9704-2012. Sizes are in half points and pitches in twips, as Word counts.</summary>
public static class TypeFigures
{
    /// <summary>3号, 16 pt: everything that no clause sets otherwise (5.2.2).</summary>
    public const int Size3 = 32;

    /// <summary>2号, 22 pt: the title (7.3.1).</summary>
    public const int Size2 = 44;

    /// <summary>4号, 14 pt: page numbers and 版记 (7.4, 7.5).</summary>
    public const int Size4 = 28;

    /// <summary>五号, 10.5 pt: text in tables; custom, not in the standard.</summary>
    public const int SizeTable = 21;

    /// <summary>36 pt: an issuer mark of up to <see cref="MarkCharacters"/> characters; the standard names no size (7.2.4).</summary>
    public const int SizeMark = 72;

    /// <summary>26 pt: a longer issuer mark.</summary>
    public const int SizeLongMark = 52;

    /// <summary>30 pt: the issuer mark of a letter.</summary>
    public const int SizeLetterMark = 60;

    /// <summary>How many characters of <see cref="SizeMark"/> fit the 156 mm of a line.</summary>
    public const int MarkCharacters = 12;

    /// <summary>How many characters of <see cref="SizeLetterMark"/> fit the 156 mm of a line.</summary>
    public const int LetterMarkCharacters = 14;

    /// <summary>Exact line of which 22 fill the type area (5.2.3); 580 would leave 21.</summary>
    public const int Line = 579;

    /// <summary>Tracking of 3号 type by which 28 characters fit 156 mm (5.2.3).</summary>
    public const int Tracking = -5;

    /// <summary>Pitch of one 3号 character with its tracking: the 字 that indents are counted in (3.1).</summary>
    public const int Character = 315;

    /// <summary>Characters on a line (5.2.3).</summary>
    public const int CharactersPerLine = 28;

    /// <summary>Lines on a page (5.2.3).</summary>
    public const int LinesPerPage = 22;

    /// <summary>Characters of 2号 type that fit a title line: 156 mm / 7.76 mm.</summary>
    public const int TitleCharacters = 20;

    /// <summary>Pitch of one 4号 character: the 字 of 版记 and page numbers.</summary>
    public const int Character4 = 280;

    /// <summary>Exact line of 4号 type in 版记.</summary>
    public const int Line4 = 500;

    /// <summary>Exact line of text in tables; custom.</summary>
    public const int LineTable = 320;

    /// <summary>Red of the issuer mark and the head's line (5.2.4, 7.2.4).</summary>
    public const string Red = "FF0000";

    /// <summary>Thick rule of 版记, 0.35 mm, and the red line of the head, in eighths of a point (7.4.1).</summary>
    public const int ThickRule = 8;

    /// <summary>Thin rule of 版记, 0.25 mm, in eighths of a point (7.4.1).</summary>
    public const int ThinRule = 6;

    /// <summary>Points between the issue number and the red line that make 4 mm (7.2.7).</summary>
    public const int RedLineSpace = 7;
}
