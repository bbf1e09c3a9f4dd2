namespace YiyuanSafety.Drafting.Regions;

/// <summary>How a region of a paper stands to the newest tasks.</summary>
public enum RegionState
{
    /// <summary>It says what the tasks say.</summary>
    Current,

    /// <summary>The tasks changed, nobody changed its words: it is replaced.</summary>
    Outdated,

    /// <summary>Somebody changed its words, the tasks did not change: it is left.</summary>
    Edited,

    /// <summary>Both changed: it is left, and a person decides.</summary>
    Conflict,

    /// <summary>It is not found in the paper.</summary>
    Missing,

    /// <summary>The tasks changed, but the region has pictures, links or automatic numbers, which cannot be carried over.</summary>
    Bound,
}

/// <summary>One region of a paper, as refreshing found it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Replaced">Whether its words were replaced.</param>
/// <param name="Copies">In how many places it stands; more than one where somebody copied it.</param>
/// <param name="Written">Its words as the program last wrote them.</param>
/// <param name="Found">Its words as found in the paper; empty where it is missing.</param>
/// <param name="Fresh">Its words as the newest tasks have them.</param>
public sealed record RegionReport(
    string Name, string Title, RegionState State, bool Replaced, int Copies, string Written, string Found, string Fresh)
{
    /// <summary>Whether its controls bear the paper's tag; without, it was known by its words or its title.</summary>
    public bool IsTagged { get; init; } = true;
}

/// <summary>Which regions are replaced.</summary>
public sealed record RegionChoice
{
    /// <summary>Outdated regions of these names; empty for all.</summary>
    public IReadOnlyCollection<string> Only { get; init; } = [];

    /// <summary>Names of regions to replace even though somebody changed their words.</summary>
    public IReadOnlyCollection<string> Take { get; init; } = [];

    /// <summary>
    /// Whether Word puts the new words into the controls of the document in hand: regions that lost their tag cannot be found there,
    /// and those with a section break cannot be put there.
    /// </summary>
    public bool InPlace { get; init; }
}

/// <summary>What refreshing a paper came to.</summary>
/// <param name="Record">The paper's new record.</param>
/// <param name="Regions">Its regions, in the order of the paper; a copied region once for each state that its copies are in.</param>
/// <param name="OutsideChanged">Whether the newest tasks would also change words outside of all regions, which are never touched.</param>
/// <param name="Write">Writes the new file; null where it needs no change.</param>
public sealed record RefreshResult(PaperRecord Record, IReadOnlyList<RegionReport> Regions, bool OutsideChanged, Action<Stream>? Write);
