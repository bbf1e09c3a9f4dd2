namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>The stable codes of findings that only a reader makes; see also <see cref="FindingCodes"/>.</summary>
public static class ReadingCodes
{
    /// <summary>A note is referred to but missing in the file.</summary>
    public const string MissingNote = "missing-note";

    /// <summary>Glyphs of a PDF do not say which characters they are.</summary>
    public const string UnmappedGlyphs = "unmapped-glyphs";
}
