namespace YiyuanSafety.Drafting.Templating;

/// <summary>How far a template may go; the defaults fit any real paper.</summary>
public sealed record TemplateLimits
{
    /// <summary>Largest template file, and largest unpacked part of it, in bytes.</summary>
    public int PartBytes { get; init; } = 32 << 20;

    /// <summary>Most turns of one loop.</summary>
    public int Loops { get; init; } = 200_000;

    /// <summary>Deepest recursion.</summary>
    public int Recursion { get; init; } = 32;

    /// <summary>Most characters that a part may grow to.</summary>
    public int OutputCharacters { get; init; } = 200_000_000;
}
