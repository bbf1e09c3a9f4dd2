namespace YiyuanSafety.Ledger.Records;

/// <summary>A call that was carried out under an idempotency key, with its answer: the same call again gets the same answer and does nothing.</summary>
public sealed class AnsweredCall
{
    /// <summary>SHA-256 of caller, method, path and the caller's key, lower-case hexadecimal.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of what was asked, by which another call under the same key is told from a repetition.</summary>
    public required string Asked { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Status of the answer; 0 while the call is being carried out.</summary>
    public int Status { get; set; }

    /// <summary>The answer's Location; empty for none.</summary>
    public string Location { get; set; } = "";

    /// <summary>The answer, as JSON.</summary>
    public string Body { get; set; } = "";
}
