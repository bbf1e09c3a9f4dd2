namespace YiyuanSafety.Ledger.Records;

/// <summary>Who did what to which row, when and why. Entries are only ever added.</summary>
public sealed class AuditEntry
{
    /// <summary>Identity, in the order of time.</summary>
    public long Id { get; private set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>What was done, such as task.edit or number.take.</summary>
    public required string Action { get; init; }

    /// <summary>The row.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Why, in the person's words; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the changed columns said before, as JSON; empty where the row is new.</summary>
    public string Before { get; init; } = "";

    /// <summary>What they say now, as JSON.</summary>
    public string After { get; init; } = "";
}
