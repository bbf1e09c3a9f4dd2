namespace YiyuanSafety.Ledger.Records;

/// <summary>
/// A letter by which the office presses one body (督办): what it is about, until when an answer is asked for, and what was answered. Its text
/// and number are those of its paper, and so is its life: drafted, issued, replied, closed or withdrawn.
/// </summary>
public sealed class Letter : Versioned
{
    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The paper.</summary>
    public required Guid PaperId { get; init; }

    /// <summary>Which step of pressing it is.</summary>
    public required LetterStep Step { get; init; }

    /// <summary>Full name of the body that is pressed.</summary>
    public required string Body { get; init; }

    /// <summary>Which letter of its step and body in the plan it is, from 1; withdrawn ones count.</summary>
    public required int Round { get; init; }

    /// <summary>When it was prepared.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who prepared it.</summary>
    public required string By { get; init; }

    /// <summary>The day that it bears; null until it is issued.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>The last day for an answer; null until it is issued.</summary>
    public DateOnly? ReplyBy { get; set; }

    /// <summary>The day of the answer; null while there is none.</summary>
    public DateOnly? RepliedOn { get; set; }

    /// <summary>What was answered, in short; may be empty.</summary>
    public string Reply { get; set; } = "";

    /// <summary>Name of the file of the answer; empty for none.</summary>
    public string ReplyName { get; set; } = "";

    /// <summary>SHA-256 of that file, by which the byte store has it; empty for none.</summary>
    public string ReplyHash { get; set; } = "";

    /// <summary>Size of that file in bytes.</summary>
    public long ReplyLength { get; set; }

    /// <summary>The day on which the matter was settled; null while it is open.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>What it is about, in the order of the plan.</summary>
    public List<LetterMatter> Matters { get; init; } = [];
}

/// <summary>The steps of pressing, each harder than the one before.</summary>
public enum LetterStep
{
    /// <summary>提醒函: something will be due.</summary>
    Reminder,

    /// <summary>督办函: something is overdue.</summary>
    Supervision,

    /// <summary>挂牌督办通知: something is overdue although a letter pressed for it.</summary>
    Listed,
}

/// <summary>A task that a letter presses for.</summary>
public sealed class LetterMatter
{
    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>The letter.</summary>
    public Guid LetterId { get; private set; }

    /// <summary>Place in the letter, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>The day by which it was or will be due.</summary>
    public required DateOnly Due { get; init; }
}
