namespace YiyuanSafety.Ledger.Records;

/// <summary>Work to be done once, whatever happens to the process: a row written together with what asked for it.</summary>
public sealed class Job : Versioned
{
    /// <summary>Kind of work, such as import, draft, refresh, file.</summary>
    public required string Kind { get; init; }

    /// <summary>What is asked for, as JSON.</summary>
    public required string Request { get; init; }

    /// <summary>The plan that it is about; for an import into a new plan, the plan that it makes.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who asked.</summary>
    public required string By { get; init; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; set; } = JobState.Queued;

    /// <summary>Who works on it; null while nobody does.</summary>
    public string? Worker { get; set; }

    /// <summary>Until when the worker has it to itself; later, anyone may take it over.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>How often it was taken up.</summary>
    public int Attempts { get; set; }

    /// <summary>What is being worked on, as people call it.</summary>
    public string Current { get; set; } = "";

    /// <summary>Whether somebody asked to stop.</summary>
    public bool IsCancelling { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it failed, a Chinese sentence; empty otherwise.</summary>
    public string Error { get; set; } = "";

    /// <summary>What came of it, as JSON; empty until it is done.</summary>
    public string Result { get; set; } = "";

    /// <summary>Its single pieces of work, in order.</summary>
    public List<JobItem> Items { get; init; } = [];
}

/// <summary>Where a job or one of its items stands.</summary>
public enum JobState
{
    /// <summary>Waiting.</summary>
    Queued,

    /// <summary>Being worked on.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Failed; may be tried again.</summary>
    Failed,

    /// <summary>Stopped by a person.</summary>
    Cancelled,
}

/// <summary>One piece of a job. One that fails does not stop the others.</summary>
public sealed class JobItem
{
    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>The job.</summary>
    public Guid JobId { get; private set; }

    /// <summary>Place in the job, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What is asked for, as JSON.</summary>
    public required string Request { get; init; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; set; } = JobState.Queued;

    /// <summary>Why it failed, a Chinese sentence; empty otherwise.</summary>
    public string Error { get; set; } = "";

    /// <summary>The paper that came of it; null for none.</summary>
    public Guid? PaperId { get; set; }
}
