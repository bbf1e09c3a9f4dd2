namespace YiyuanSafety.Drafting.Format;

/// <summary>How much of a file the checker takes in before it refuses; the defaults fit any real paper.</summary>
public sealed record CheckLimits
{
    /// <summary>Largest file, bytes.</summary>
    public int FileBytes { get; init; } = 64 << 20;

    /// <summary>Largest unpacked part of XML, bytes.</summary>
    public int PartBytes { get; init; } = 48 << 20;

    /// <summary>Most parts in the file.</summary>
    public int Parts { get; init; } = 4_000;

    /// <summary>Most XML elements in all parts together.</summary>
    public int Elements { get; init; } = 2_000_000;

    /// <summary>Deepest nesting of XML elements.</summary>
    public int Depth { get; init; } = 256;
}
