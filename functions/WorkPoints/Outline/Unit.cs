namespace YiyuanSafety.WorkPoints.Outline;

/// <summary>A numbered stretch of the flow: from its number to the next number of the outline.</summary>
internal sealed class Unit
{
    /// <summary>The number; its rank tells the depth.</summary>
    public required NumberLabel Label { get; init; }

    /// <summary>First character of the unit, white space and Markdown marks before the number included.</summary>
    public required int Start { get; init; }

    /// <summary>Position after the unit's own text; sub-units lie behind it.</summary>
    public int End { get; set; }

    /// <summary>Position after the unit with all its sub-units.</summary>
    public int TotalEnd { get; set; }

    /// <summary>The unit this one belongs to; null at the top.</summary>
    public Unit? Parent { get; init; }

    /// <summary>Sub-units in reading order.</summary>
    public List<Unit> Children { get; } = [];

    /// <summary>True where the unit is a measure inside its parent's duty and no duty of its own.</summary>
    public bool IsMeasure { get; set; }

    /// <summary>End of the title; equals <see cref="NumberLabel.End"/> where there is none.</summary>
    public int TitleEnd { get; set; }

    /// <summary>First character of the text after the title and its stop; where the title is the text itself, its first character.</summary>
    public int BodyStart { get; set; }

    /// <summary>Ordinal among the units of the same rank in the whole document.</summary>
    public int Sequence { get; init; }
}
