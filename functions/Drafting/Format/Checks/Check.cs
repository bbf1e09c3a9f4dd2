using YiyuanSafety.Drafting.Format.Fixes;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>One kind of check.</summary>
internal abstract class Check
{
    /// <summary>Looks at a paper and gives what is not as it should be.</summary>
    public abstract IEnumerable<Fault> Run(CheckedPaper paper);
}

/// <summary>What a check found.</summary>
/// <param name="Place">Where.</param>
/// <param name="Found">What is there, in Chinese.</param>
/// <param name="Wanted">What should be there, in Chinese.</param>
/// <param name="Repair">How to mend it without touching a word, or null.</param>
internal sealed record Fault(Place Place, string Found, string Wanted, Repair? Repair = null)
{
    /// <summary>Binds less than the rule does, such as a number that is still to be filled in.</summary>
    public Strength? Strength { get; init; }
}
