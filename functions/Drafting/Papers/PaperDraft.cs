namespace YiyuanSafety.Drafting.Papers;

/// <summary>What a paper says, before a template gives it its looks.</summary>
public abstract record PaperDraft
{
    /// <summary>Identity of the paper, which the tags of its managed regions name; empty where it has no order.</summary>
    public string DocumentId { get; init; } = "";
}
