namespace YiyuanSafety.Ledger.Records;

/// <summary>A task (任务) with its history: it keeps its identity while the document around it is revised.</summary>
public sealed class LedgerTask : Versioned
{
    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Its number in the document in force, such as 14.3.</summary>
    public required string Number { get; set; }

    /// <summary>Place in reading order, from 0; closed tasks keep their last.</summary>
    public required int Ordinal { get; set; }

    /// <summary>Number of the item.</summary>
    public required string Item { get; set; }

    /// <summary>Ordinal of the responsibility clause inside the item, from 1.</summary>
    public required int Clause { get; set; }

    /// <summary>Heading above the item; may be empty.</summary>
    public required string Section { get; set; }

    /// <summary>The item's title; may be empty.</summary>
    public required string Title { get; set; }

    /// <summary>What is to be done.</summary>
    public required string Text { get; set; }

    /// <summary>The responsibility clause as printed.</summary>
    public required string Responsibility { get; set; }

    /// <summary>Where it stands in the source, in words.</summary>
    public required string Location { get; set; }

    /// <summary>Rhythms, measures and deliverables as JSON, in the form of tasks.json.</summary>
    public required string Details { get; set; }

    /// <summary>What the document in force says of the task, as JSON in the form of tasks.json: by it a revision tells what it changed.</summary>
    public required string Printed { get; set; }

    /// <summary>The first day by which something of it is due; null where no deadline gives a day. Kept beside the deadlines to sort by.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>Whether the document in force has it.</summary>
    public TaskState State { get; set; } = TaskState.Open;

    /// <summary>Why it is closed; empty while it is open.</summary>
    public string ClosedBecause { get; set; } = "";

    /// <summary>Who, in printed order.</summary>
    public List<TaskParty> Parties { get; init; } = [];

    /// <summary>Dates by which it is due, in printed order.</summary>
    public List<TaskDeadline> Deadlines { get; init; } = [];
}

/// <summary>Whether a task is in force.</summary>
public enum TaskState
{
    /// <summary>The document in force has it.</summary>
    Open,

    /// <summary>A revision dropped it.</summary>
    Closed,
}

/// <summary>A body or group with its part in a task (责任主体).</summary>
public sealed class TaskParty
{
    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>The task.</summary>
    public Guid TaskId { get; private set; }

    /// <summary>Place in printed order, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>lead, responsible, cooperating or guiding.</summary>
    public required string Role { get; set; }

    /// <summary>Exactly as printed.</summary>
    public required string Mention { get; init; }

    /// <summary>Full name in the directory.</summary>
    public required string Body { get; set; }

    /// <summary>Whether it is a collective term.</summary>
    public required bool IsGroup { get; set; }

    /// <summary>Whether a person should look.</summary>
    public required bool NeedsReview { get; set; }
}

/// <summary>A date by which a task is due.</summary>
public sealed class TaskDeadline
{
    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>The task.</summary>
    public Guid TaskId { get; private set; }

    /// <summary>Place in printed order, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>As printed.</summary>
    public required string Text { get; init; }

    /// <summary>The last day meant; null where the text gives none.</summary>
    public required DateOnly? Due { get; set; }
}
