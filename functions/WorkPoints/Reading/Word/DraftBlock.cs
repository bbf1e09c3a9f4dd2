namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>A stretch of characters of one look.</summary>
/// <param name="End">First character after the stretch.</param>
/// <param name="Look">How the characters look.</param>
internal readonly record struct LookSpan(int End, RunLook Look);

/// <summary>A block on its way: what it stands out by is known only when the whole document's usual look is.</summary>
internal sealed class DraftBlock(string text, SourcePlace place, BlockKind kind)
{
    public string Text { get; } = text;

    public SourcePlace Place { get; set; } = place;

    public BlockKind Kind { get; } = kind;

    public int? HeadingLevel { get; init; }

    /// <summary>Characters of the automatic number at the front.</summary>
    public int NumberLength { get; init; }

    /// <summary>Looks in order; empty where there is one look only.</summary>
    public IReadOnlyList<LookSpan> Looks { get; init; } = [];

    public TableCell? Cell { get; set; }
}
