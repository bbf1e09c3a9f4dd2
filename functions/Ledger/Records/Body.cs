namespace YiyuanSafety.Ledger.Records;

/// <summary>A body (单位) of the county's directory.</summary>
public sealed class Body : Versioned
{
    /// <summary>The county.</summary>
    public required string County { get; init; }

    /// <summary>Full name, such as 县应急局.</summary>
    public required string Name { get; init; }

    /// <summary>Place in the directory, from 0.</summary>
    public required int Ordinal { get; set; }

    /// <summary>How letters address it; empty for its name.</summary>
    public string Addressee { get; set; } = "";

    /// <summary>Other names that documents use for it, corrections that people kept included.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>The groups that it belongs to.</summary>
    public List<string> Groups { get; set; } = [];

    /// <summary>Whom to ask there; empty where nobody is known.</summary>
    public string ContactName { get; set; } = "";

    /// <summary>Telephone number of whom to ask, as printed; may be empty.</summary>
    public string ContactPhone { get; set; } = "";
}

/// <summary>A collective term (统称) of the county's directory.</summary>
public sealed class Group : Versioned
{
    /// <summary>The county.</summary>
    public required string County { get; init; }

    /// <summary>The term, such as 各有关部门.</summary>
    public required string Name { get; init; }

    /// <summary>Place in the directory, from 0.</summary>
    public required int Ordinal { get; set; }

    /// <summary>Other terms for it.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>Another group whose members it takes over; null where bodies name it among their groups.</summary>
    public string? SameAs { get; set; }
}
