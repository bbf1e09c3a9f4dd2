namespace YiyuanSafety.Drafting.Collecting;

/// <summary>What a body is asked to fill in.</summary>
/// <param name="Plan">Title of the work points.</param>
/// <param name="Body">The body (填报单位).</param>
/// <param name="MadeOn">The day the sheet is made.</param>
/// <param name="ReplyBy">The day by which it is to be back; null where none is set.</param>
/// <param name="ReturnTo">The office that wants it; may be empty.</param>
/// <param name="Rows">The body's tasks.</param>
public sealed record ReplySheet(string Plan, string Body, DateOnly MadeOn, DateOnly? ReplyBy, string ReturnTo, IReadOnlyList<ReplyRow> Rows);

/// <summary>A task that a body is asked about.</summary>
/// <param name="Key">Tells the row again when the sheet comes back.</param>
/// <param name="Number">Number of the task, such as 14.3.</param>
/// <param name="Item">Title of its item; may be empty.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Part">The body's part in it, such as 牵头.</param>
/// <param name="Due">By when, in words; may be empty.</param>
public sealed record ReplyRow(RowKey Key, string Number, string Item, string Text, string Part, string Due)
{
    /// <summary>What the body said last, or that it is overdue; null where nothing is known.</summary>
    public ReplyState? LastState { get; init; }

    /// <summary>The progress it told last; may be empty.</summary>
    public string LastProgress { get; init; } = "";

    /// <summary>When it said so.</summary>
    public DateOnly? LastOn { get; init; }
}
