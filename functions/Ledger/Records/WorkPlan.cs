namespace YiyuanSafety.Ledger.Records;

/// <summary>A year's work points (工作要点), whichever revision of the document is in force.</summary>
public sealed class WorkPlan : Versioned
{
    /// <summary>Title without 《》.</summary>
    public required string Title { get; set; }

    /// <summary>Issuing body; null where the document does not say.</summary>
    public string? Issuer { get; set; }

    /// <summary>发文字号; null where the document has none.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>Year the work points are for; null where the document does not say.</summary>
    public int? Year { get; set; }

    /// <summary>The county whose directory it was read with; empty where there was none.</summary>
    public string County { get; set; } = "";

    /// <summary>The documents imported for it, the first one and its revisions.</summary>
    public List<Import> Imports { get; } = [];

    /// <summary>The tasks, those that a revision dropped included.</summary>
    public List<LedgerTask> Tasks { get; } = [];
}
