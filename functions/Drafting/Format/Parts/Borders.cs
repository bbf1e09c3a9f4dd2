using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Parts;

/// <summary>Rules above and below paragraphs.</summary>
internal static class Borders
{
    /// <summary>Whether it is the double line of a letter, thick and thin (10.1).</summary>
    public static bool IsDouble(Edge? edge) => edge?.Kind is { } kind
        && (kind.StartsWith("thinThick", StringComparison.Ordinal) || kind.StartsWith("thickThin", StringComparison.Ordinal))
        && !kind.StartsWith("thinThickThin", StringComparison.Ordinal);

    /// <summary>Whether a line is drawn.</summary>
    public static bool IsDrawn(Edge? edge) => edge is { IsDrawn: true };
}
