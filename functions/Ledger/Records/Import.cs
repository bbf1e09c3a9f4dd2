namespace YiyuanSafety.Ledger.Records;

/// <summary>One reading of one file into a plan.</summary>
public sealed class Import : Versioned
{
    /// <summary>The plan that it made or revised.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>1 for the plan's first document, then one more for each revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Name of the file as it came.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of its bytes, by which the byte store has them.</summary>
    public required string Hash { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who brought it.</summary>
    public required string By { get; init; }

    /// <summary>What a person should know or check, in reading order.</summary>
    public List<ImportFinding> Findings { get; } = [];
}

/// <summary>A finding (问题提示) of an import.</summary>
public sealed class ImportFinding
{
    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>The import.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>Place in reading order, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>info, warning or error.</summary>
    public required string Severity { get; init; }

    /// <summary>A Chinese sentence: what, and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Where in the source.</summary>
    public required string Location { get; init; }

    /// <summary>The source text concerned; may be empty.</summary>
    public required string Source { get; init; }

    /// <summary>Number of the task concerned, such as 14.3; null where there is none.</summary>
    public required string? Task { get; init; }

    /// <summary>The body's name that is in doubt, as printed; null where the finding is not about a name.</summary>
    public string? Mention { get; init; }

    /// <summary>When a person settled it; null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Who settled it.</summary>
    public string? SettledBy { get; set; }
}
