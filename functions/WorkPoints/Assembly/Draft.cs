using YiyuanSafety.WorkPoints.Responsibility;

namespace YiyuanSafety.WorkPoints.Assembly;

/// <summary>A task before its bodies are matched and its identity is given.</summary>
internal sealed record TaskDraft
{
    /// <summary>Where the task stands in reading order: index of the block its clause starts in, and offset there.</summary>
    public required (int Block, int Offset) Position { get; init; }

    /// <summary>The item's number in Arabic digits.</summary>
    public required string Item { get; init; }

    /// <summary>What tells items of the same number apart: the ordinal of the section, or of the table.</summary>
    public required string Scope { get; init; }

    /// <summary>Identity of the item the clause belongs to; clauses of one item are counted together.</summary>
    public required object ItemKey { get; init; }

    /// <summary>Section heading, number included.</summary>
    public required string Section { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Text of the duty.</summary>
    public required string Text { get; init; }

    /// <summary>The clause as printed.</summary>
    public required string Responsibility { get; init; }

    /// <summary>Parties with the roles the grammar gave them.</summary>
    public required IReadOnlyList<ClauseParty> Parties { get; init; }

    /// <summary>Whether the first party leads by a convention stated somewhere.</summary>
    public bool FirstIsLead { get; init; }

    /// <summary>Parties of standing clauses.</summary>
    public IReadOnlyList<ClauseParty> Standing { get; init; } = [];

    /// <summary>Text of a 完成时限 label, note or column.</summary>
    public string DeadlineLabel { get; init; } = "";

    /// <summary>Where the clause stands, in words.</summary>
    public required string Location { get; init; }

    /// <summary>Runs of the source that belong to the task; the task's id is filled in later.</summary>
    public required IReadOnlyList<Allotment> Runs { get; init; }
}
