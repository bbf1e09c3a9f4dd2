namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>Reads a source file of any supported format into blocks.</summary>
public static class SourceReader
{
    /// <summary>Reads a whole document.</summary>
    /// <param name="source">The file's bytes; need not be seekable.</param>
    /// <param name="fileName">Name of the file, used for its ending and in messages; no file is opened.</param>
    /// <param name="limits">How much to take in; null for the defaults.</param>
    /// <exception cref="UnreadableSourceException">The file cannot be read; the message says why and what to do.</exception>
    public static SourceDocument Read(Stream source, string fileName, ReadingLimits? limits = null) =>
        throw new NotSupportedException();
}
