namespace YiyuanSafety.Drafting.Regions;

/// <summary>
/// The tag of a content control that holds a managed region: <c>ys:1:3f9a0c51be27:allocation</c>. The paper's identity is part of it, so
/// that a region pasted from another paper is not taken for one of this.
/// </summary>
/// <param name="Paper">Identity of the paper.</param>
/// <param name="Region">Name of the region within the paper.</param>
public readonly record struct RegionTag(string Paper, string Region)
{
    private const string Scheme = "ys:1:";

    /// <summary>Reads a tag; null for one that is not ours.</summary>
    public static RegionTag? Parse(string tag) =>
        tag.StartsWith(Scheme, StringComparison.Ordinal) && tag[Scheme.Length..].Split(':') is [{ Length: > 0 } paper, { Length: > 0 } region]
            ? new RegionTag(paper, region)
            : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}{Paper}:{Region}";
}
