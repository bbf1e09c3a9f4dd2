namespace YiyuanSafety.Ledger;

/// <summary>Something that the ledger does not do. The message is a Chinese sentence: what, and what to do.</summary>
public sealed class LedgerException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code, one of <see cref="LedgerCodes"/>.</summary>
    public string Code { get; } = code;
}

/// <summary>Codes of <see cref="LedgerException"/>.</summary>
public static class LedgerCodes
{
    /// <summary>There is no such row.</summary>
    public const string NotFound = "not-found";

    /// <summary>The row changed since it was read.</summary>
    public const string Stale = "stale";

    /// <summary>A value that the row cannot have.</summary>
    public const string Invalid = "invalid";

    /// <summary>The row is not in a state for that.</summary>
    public const string WrongState = "wrong-state";

    /// <summary>The newest file of a paper bears words that a person typed, and would be replaced by one without them.</summary>
    public const string HandEdited = "hand-edited";
}
