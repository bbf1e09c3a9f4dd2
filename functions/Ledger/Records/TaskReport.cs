namespace YiyuanSafety.Ledger.Records;

/// <summary>
/// What a body reported about its part in a task (进展). Reports are only ever added: where a task stands follows from all of them, whatever
/// the order in which they came in. One that was wrong is taken back and stays to be seen.
/// </summary>
public sealed class TaskReport : Versioned
{
    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Full name of the body that reports on its part.</summary>
    public required string Body { get; init; }

    /// <summary>Where its part stands.</summary>
    public required ReportState State { get; init; }

    /// <summary>How much is done, 0 to 100; null where the body does not say.</summary>
    public required int? Percent { get; init; }

    /// <summary>How far it is, in the body's words; may be empty.</summary>
    public required string Progress { get; init; }

    /// <summary>Name of the file that shows it (佐证材料), or what the body calls it; empty for none.</summary>
    public required string EvidenceName { get; init; }

    /// <summary>SHA-256 of that file, by which the byte store has it; empty where only its name is known.</summary>
    public required string EvidenceHash { get; init; }

    /// <summary>Size of that file in bytes.</summary>
    public required long EvidenceLength { get; init; }

    /// <summary>Who reports; may be empty.</summary>
    public required string Reporter { get; init; }

    /// <summary>The day that it tells of.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Milliseconds of that day at which a person typed it in; 0 for one that was collected from a workbook, which knows only the day.</summary>
    public required long Moment { get; init; }

    /// <summary>SHA-256 of all that it says: the same report twice is one.</summary>
    public required string Print { get; init; }

    /// <summary>Where it came from, such as a file with sheet and row.</summary>
    public required string Source { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who entered it.</summary>
    public required string By { get; init; }

    /// <summary>When it was taken back; null while it counts.</summary>
    public DateTimeOffset? RetractedAt { get; set; }

    /// <summary>Why it was taken back; empty while it counts.</summary>
    public string RetractedBecause { get; set; } = "";
}

/// <summary>Where a body says that its part stands. The order is that in which a later one of the same day and moment counts.</summary>
public enum ReportState
{
    /// <summary>未开展.</summary>
    NotStarted,

    /// <summary>推进中.</summary>
    InProgress,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>不涉及: the body has nothing to do here.</summary>
    NotApplicable,
}
