namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>How much a reader takes in before it says that a file is too big; the defaults fit any real work-points document.</summary>
public sealed record ReadingLimits
{
    /// <summary>Largest file, in bytes.</summary>
    public long FileBytes { get; init; } = 64L << 20;

    /// <summary>Largest unpacked part of a zip-based file, in bytes.</summary>
    public long PartBytes { get; init; } = 64L << 20;

    /// <summary>Most characters of text in a document.</summary>
    public int Characters { get; init; } = 8_000_000;

    /// <summary>Most blocks in a document.</summary>
    public int Blocks { get; init; } = 400_000;

    /// <summary>Most pages of a PDF.</summary>
    public int Pages { get; init; } = 2_000;

    /// <summary>Deepest nesting of XML elements or PDF objects.</summary>
    public int Depth { get; init; } = 256;
}
