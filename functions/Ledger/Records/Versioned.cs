namespace YiyuanSafety.Ledger.Records;

/// <summary>A row that people and programs change side by side: whoever writes second with an old version is told, not obeyed.</summary>
public abstract class Versioned
{
    /// <summary>Identity; time-ordered, so that new rows lie together.</summary>
    public required Guid Id { get; init; }

    /// <summary>Counts the row's changes, from 1; what an ETag says.</summary>
    public int Version { get; internal set; }
}
