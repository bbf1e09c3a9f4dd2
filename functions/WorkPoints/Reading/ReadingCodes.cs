namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>The stable codes of findings that only a reader makes; see also <see cref="FindingCodes"/>.</summary>
public static class ReadingCodes
{
    /// <summary>Text that the file holds but does not print (hidden text, covered cells, field instructions) was left out.</summary>
    public const string HiddenText = "hidden-text";

    /// <summary>A file embedded in the document was not read.</summary>
    public const string EmbeddedFile = "embedded-file";

    /// <summary>A note is referred to but missing in the file.</summary>
    public const string MissingNote = "missing-note";
}
