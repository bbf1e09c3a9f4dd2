namespace YiyuanSafety.Ledger.Records;

/// <summary>A 发文字号 that was handed out, such as 源安委办函〔2021〕12号. It stays for ever, voided or not.</summary>
public sealed class IssueNumber : Versioned
{
    /// <summary>机关代字, such as 源安委办函.</summary>
    public required string Code { get; init; }

    /// <summary>Year in full.</summary>
    public required int Year { get; init; }

    /// <summary>From 1, or from where the series stood when the office began, without gaps within code and year.</summary>
    public required int Serial { get; init; }

    /// <summary>The paper that bears it.</summary>
    public required Guid PaperId { get; init; }

    /// <summary>When it was taken.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who took it.</summary>
    public required string By { get; init; }

    /// <summary>Why it was voided; null while it is good.</summary>
    public string? VoidedBecause { get; set; }

    /// <summary>As printed (7.2.5).</summary>
    public string Printed => FormattableString.Invariant($"{Code}〔{Year}〕{Serial}号");
}

/// <summary>The last serial of a code and year, given out here or said to be used before.</summary>
public sealed class IssueCounter
{
    /// <summary>机关代字.</summary>
    public required string Code { get; init; }

    /// <summary>Year.</summary>
    public required int Year { get; init; }

    /// <summary>The serial used last.</summary>
    public required int Last { get; set; }
}
