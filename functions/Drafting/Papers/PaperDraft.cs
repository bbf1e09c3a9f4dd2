using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>What a paper says, before a template gives it its looks.</summary>
public abstract record PaperDraft
{
    /// <summary>Identity of the paper, which the tags of its managed regions name; empty where it has no order.</summary>
    [Field("本件标识，用于内容控件的标记", "3f9a0c51be27")]
    public string DocumentId { get; init; } = "";
}
