using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>What a paper carries inside to be brought up to date later, without the program that made it.</summary>
/// <param name="Paper">The paper's identity, as in the tags of its regions.</param>
/// <param name="Revision">1 for the paper as it was first made; one more for each time that it was brought up to date.</param>
/// <param name="County">The county whose profile and directory it was made with; empty where there was none.</param>
/// <param name="Year">Year of the work points; null where they name none.</param>
/// <param name="Title">Title of the work points.</param>
/// <param name="Order">What was asked for.</param>
/// <param name="Regions">The regions as the program last wrote them, in the order of the paper.</param>
/// <param name="Outside">Hash of the words outside of all regions, as first written.</param>
public sealed record PaperRecord(
    string Paper,
    int Revision,
    string County,
    int? Year,
    string Title,
    PaperOrder Order,
    IReadOnlyList<RegionRecord> Regions,
    string Outside)
{
    /// <summary>
    /// Whether the document is somebody's own, into which the paper's text was put: its regions can be brought up to date, but it is not the paper.
    /// </summary>
    public bool IsFragment { get; init; }

    /// <summary>The record of a paper that is being made.</summary>
    internal static PaperRecord Of(PaperOrder order, PaperRequest request, PaperDraft draft) => new(
        draft.DocumentId,
        1,
        request.Profile.Region,
        request.Document.Document.Year,
        request.Title,
        order,
        [],
        "");
}

/// <summary>A region as the program last wrote it.</summary>
/// <param name="Name">Name within the paper, such as allocation.</param>
/// <param name="Title">What people call it, such as 任务分工表.</param>
/// <param name="Text">Its words, a line for each paragraph.</param>
public sealed record RegionRecord(string Name, string Title, string Text)
{
    /// <summary>Hash of the words, by which an edit is noticed without comparing them.</summary>
    public string Hash { get; } = RegionText.Hash(Text);
}
