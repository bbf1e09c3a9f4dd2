namespace YiyuanSafety.Ledger.Records;

/// <summary>A file that was filed (归档) on a shared drive. It stays when a later filing takes its place.</summary>
public sealed class FiledFile : Versioned
{
    /// <summary>The drive, as the settings call it; for a folder that they do not name, the folder.</summary>
    public required string Drive { get; init; }

    /// <summary>Path below the drive's root, as the drive spells it.</summary>
    public required string Place { get; init; }

    /// <summary>The paper's identity, as the file carries it; for a file without one, made from its content.</summary>
    public required string Identity { get; init; }

    /// <summary>The paper of this ledger; null for one that it does not have.</summary>
    public required Guid? PaperId { get; init; }

    /// <summary>The paper's revision; 0 for a paper that this ledger does not have.</summary>
    public required int Revision { get; init; }

    /// <summary>How often something was filed at its place, from 1, whichever papers: no two filings of a place have the same.</summary>
    public int Edition { get; internal set; }

    /// <summary>SHA-256 of what was filed.</summary>
    public required string Hash { get; init; }

    /// <summary>Size of what was filed, in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The file's version on the drive when it had been filed: while it is the same, nobody changed it.</summary>
    public required string DriveVersion { get; init; }

    /// <summary>An address that opens it.</summary>
    public required string Link { get; init; }

    /// <summary>Its line of the register (发文登记簿), as JSON; empty for a file that has none, such as a PDF beside its paper.</summary>
    public string Line { get; internal set; } = "";

    /// <summary>Where the register lies; empty without a line.</summary>
    public required string Register { get; init; }

    /// <summary>When it was filed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who had it filed.</summary>
    public required string By { get; init; }

    /// <summary>When its line was written into the register; null while it is not, or where it has none.</summary>
    public DateTimeOffset? RegisteredAt { get; set; }

    /// <summary>When a later filing took its place, or superseded it from another place; null while it is current.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }
}
