namespace YiyuanSafety.WorkPoints;

/// <summary>A work-points document understood: who must do what by when, and what could not be placed.</summary>
/// <param name="Document">Title, issuer, number and year.</param>
/// <param name="Outline">Headings in reading order.</param>
/// <param name="Tasks">Tasks in reading order.</param>
/// <param name="Findings">What a person should know, in reading order.</param>
/// <param name="SourceMap">Every character of the source, each in exactly one allotment, in reading order.</param>
public sealed record WorkPointsDocument(
    DocumentInfo Document,
    IReadOnlyList<OutlineHeading> Outline,
    IReadOnlyList<WorkTask> Tasks,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Allotment> SourceMap);

/// <summary>What a document says of itself. A part that the document does not state is null (empty for the title).</summary>
/// <param name="Title">Title without the words of the covering notice.</param>
/// <param name="Issuer">Issuing body.</param>
/// <param name="DocumentNumber">发文字号 as printed.</param>
/// <param name="Year">Year the work points are for.</param>
public sealed record DocumentInfo(string Title, string? Issuer, string? DocumentNumber, int? Year);

/// <summary>A numbered heading of the document.</summary>
/// <param name="Level">1 = highest level in use.</param>
/// <param name="Number">Number as printed, such as 一、 or （二） or 14.</param>
/// <param name="Title">Heading text without number and final stop.</param>
/// <param name="Location">Where it stands, in words.</param>
public sealed record OutlineHeading(int Level, string Number, string Title, string Location);

/// <summary>What one responsibility clause covers (任务).</summary>
/// <param name="Id">Stable identity within the document: item.clause, such as 14.3; with the section's ordinal in front where numbers restart, such as 2-14.3.</param>
/// <param name="Item">Number of the item in Arabic digits.</param>
/// <param name="Clause">Ordinal of the responsibility clause inside the item, from 1.</param>
/// <param name="Section">Heading above the item, number included; empty where there is none.</param>
/// <param name="Title">The item's title sentence without its final stop; empty where the item has none.</param>
/// <param name="Text">What is to be done: from the end of the previous clause, or of the title, to this clause.</param>
/// <param name="Responsibility">The clause as printed, outer brackets and line breaks removed.</param>
/// <param name="Parties">Who, in which role, in printed order.</param>
public sealed record WorkTask(
    string Id,
    string Item,
    int Clause,
    string Section,
    string Title,
    string Text,
    string Responsibility,
    IReadOnlyList<Party> Parties)
{
    /// <summary>Dates by which the task is due.</summary>
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];

    /// <summary>Rhythms in which the task recurs.</summary>
    public IReadOnlyList<Recurrence> Recurrence { get; init; } = [];

    /// <summary>Figures to be reached (量化指标).</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Papers to be produced.</summary>
    public IReadOnlyList<Deliverable> Deliverables { get; init; } = [];

    /// <summary>Where the clause stands in the source, in words.</summary>
    public string Location { get; init; } = "";
}

/// <summary>A body or collective named by a responsibility clause (责任主体).</summary>
/// <param name="Role">Its part in the task.</param>
/// <param name="Mention">Exactly as printed.</param>
/// <param name="Canonical">Full name in the directory; the mention itself where the directory has no such body.</param>
/// <param name="Kind">A named body or a collective term.</param>
/// <param name="NeedsReview">True where the match is doubtful; a finding says why.</param>
public sealed record Party(PartyRole Role, string Mention, string Canonical, BodyKind Kind, bool NeedsReview);

/// <summary>The part a body takes in a task.</summary>
public enum PartyRole
{
    /// <summary>牵头.</summary>
    Lead,

    /// <summary>责任、负责、落实.</summary>
    Responsible,

    /// <summary>配合、参与、会同.</summary>
    Cooperating,

    /// <summary>指导、督促、监督.</summary>
    Guiding,
}

/// <summary>What a mention names.</summary>
public enum BodyKind
{
    /// <summary>A named body (单位).</summary>
    Department,

    /// <summary>A collective term, such as 各有关部门.</summary>
    Group,
}

/// <summary>A date by which something is due.</summary>
/// <param name="Text">Exact source text, such as 6月底前.</param>
/// <param name="Due">The last day meant, or null where the text gives no calendar day (长期坚持, 国庆节).</param>
public sealed record Deadline(string Text, DateOnly? Due);

/// <summary>A rhythm, such as 每半年至少开展一次.</summary>
/// <param name="Text">Exact source text.</param>
/// <param name="Period">ISO 8601 duration of the rhythm (P1M, P6M, P1W …), or null for a rhythm without a fixed period.</param>
/// <param name="Times">How often in each period, at least 1.</param>
public sealed record Recurrence(string Text, string? Period, int Times);

/// <summary>A figure to be reached, such as 每个镇至少列出10项.</summary>
/// <param name="Text">Exact source text.</param>
/// <param name="Quantity">The number with its unit as printed, such as 10项 or 100%.</param>
public sealed record Measure(string Text, string Quantity);

/// <summary>A paper to be produced, such as 制定《沂源县安全生产工作任务分工》.</summary>
/// <param name="Text">Exact source text.</param>
/// <param name="Action">The verb: 制定, 修订, 出台, 印发 …</param>
/// <param name="Name">The paper's name, 《》 included where printed.</param>
public sealed record Deliverable(string Text, string Action, string Name);

/// <summary>A run of source characters and what it was taken for.</summary>
/// <param name="Block">Index of the source block.</param>
/// <param name="Start">First character in the block's text.</param>
/// <param name="Length">Number of characters, at least 1.</param>
/// <param name="Purpose">What the characters were taken for.</param>
/// <param name="Task">The task they belong to, for task text and clauses; else null.</param>
public sealed record Allotment(int Block, int Start, int Length, Purpose Purpose, string? Task);

/// <summary>What a run of source characters was taken for.</summary>
public enum Purpose
{
    /// <summary>Document number, title, issuer, section and item headings.</summary>
    Heading,

    /// <summary>Text before the first item, or under a heading that carries no duty.</summary>
    Preamble,

    /// <summary>Part of a task's text.</summary>
    TaskText,

    /// <summary>Part of a responsibility clause, its brackets included.</summary>
    Responsibility,

    /// <summary>Left over; a finding names it.</summary>
    Leftover,
}
