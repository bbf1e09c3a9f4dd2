namespace YiyuanSafety.Ledger;

/// <summary>Who does something, and when: written into the audit with everything that is done.</summary>
/// <param name="By">The person or program.</param>
/// <param name="At">The time.</param>
public sealed record Act(string By, DateTimeOffset At)
{
    /// <summary>An identity for a new row, later ones after earlier ones.</summary>
    public Guid NewId() => Guid.CreateVersion7(At);
}
