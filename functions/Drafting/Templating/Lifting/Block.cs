using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>What the tags of a block govern.</summary>
internal enum Level
{
    /// <summary>Text and runs within one paragraph.</summary>
    Inline,

    /// <summary>The paragraphs and tables between; the tags' own paragraphs vanish.</summary>
    Paragraphs,

    /// <summary>The row in which the tags stand.</summary>
    OwnRow,

    /// <summary>The rows between; the tags' own rows vanish.</summary>
    Rows,
}

/// <summary>A block: if … else … end, for … end.</summary>
/// <param name="Tags">Opening tag, else and when, closing tag.</param>
internal sealed record Block(IReadOnlyList<Tag> Tags)
{
    /// <summary>What it governs.</summary>
    public Level Level { get; set; }

    /// <summary>The row, for <see cref="Level.OwnRow"/>.</summary>
    public Element? Row { get; set; }

    public Tag Open => Tags[0];

    public Tag Close => Tags[^1];
}
