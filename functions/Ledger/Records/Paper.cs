namespace YiyuanSafety.Ledger.Records;

/// <summary>An official paper made from a plan.</summary>
public sealed class Paper : Versioned
{
    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The identity that the file carries, 12 hexadecimal digits; one paper of it in a plan.</summary>
    public required string Identity { get; init; }

    /// <summary>Kind of paper, as in its order.</summary>
    public required string Kind { get; init; }

    /// <summary>The body that it is for; empty for papers to all.</summary>
    public required string Body { get; init; }

    /// <summary>What was asked for, as JSON.</summary>
    public required string Order { get; set; }

    /// <summary>Path below a folder of papers, with / between names.</summary>
    public required string Path { get; set; }

    /// <summary>Where it is in its life.</summary>
    public PaperState State { get; set; } = PaperState.Drafted;

    /// <summary>Why it was withdrawn; empty otherwise.</summary>
    public string WithdrawnBecause { get; set; } = "";

    /// <summary>Its revisions, the first one first.</summary>
    public List<PaperRevision> Revisions { get; init; } = [];
}

/// <summary>The life of a paper.</summary>
public enum PaperState
{
    /// <summary>Made, not yet sent.</summary>
    Drafted,

    /// <summary>Numbered and sent.</summary>
    Issued,

    /// <summary>Answered.</summary>
    Replied,

    /// <summary>Settled.</summary>
    Closed,

    /// <summary>Taken back, with a reason.</summary>
    Withdrawn,
}

/// <summary>One state of a paper's file.</summary>
public sealed class PaperRevision
{
    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>The paper.</summary>
    public Guid PaperId { get; private set; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Hash { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of the template that it was made from.</summary>
    public required string Template { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who had it made.</summary>
    public required string By { get; init; }
}
