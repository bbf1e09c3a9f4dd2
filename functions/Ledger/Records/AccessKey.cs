namespace YiyuanSafety.Ledger.Records;

/// <summary>A person's key to the service. Only its hash is kept: whoever reads the ledger cannot use it.</summary>
public sealed class AccessKey : Versioned
{
    /// <summary>Whose it is; written into the audit with what the person does.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>reader, drafter or administrator.</summary>
    public required string Role { get; init; }

    /// <summary>The body whose tasks a reader sees; empty for other roles.</summary>
    public string Body { get; init; } = "";

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who made it.</summary>
    public required string By { get; init; }

    /// <summary>When it was revoked; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
