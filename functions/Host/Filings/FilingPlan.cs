using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Places;

namespace YiyuanSafety.Host.Filings;

/// <summary>What filing a paper would do, or did.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Place">Where; empty where it cannot be filed.</param>
/// <param name="Step">What; null where it cannot be filed.</param>
internal sealed record FilingPlan(FilingPaper Paper, string Place, PlacingStep? Step)
{
    /// <summary>Why it cannot be filed; null where it can.</summary>
    public DriveException? Refusal { get; init; }

    /// <summary>Where earlier revisions lie that it supersedes from another place.</summary>
    public IReadOnlyList<string> Superseded { get; init; } = [];

    /// <summary>Whether it lies there without its PDF, which would be filed.</summary>
    public bool IsPdfOwed { get; init; }

    /// <summary>Whether it lies there without its line in the register, which would be written.</summary>
    public bool IsLineOwed { get; init; }

    /// <summary>Whether anything would be written: the paper, its PDF or its line.</summary>
    public bool Writes => Step is PlacingStep.New or PlacingStep.NewVersion or PlacingStep.Beside || IsPdfOwed || IsLineOwed;
}
