using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Ledger.Numbering;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Api.Views;

/// <summary>An official paper.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="Version">Counts the row's changes; what the ETag says.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="Identity">The identity that the file carries.</param>
/// <param name="Kind">What programs call its kind.</param>
/// <param name="KindName">What people call it.</param>
/// <param name="Body">The bodies that it is for; empty for papers to all.</param>
/// <param name="Path">Path below a folder of papers.</param>
/// <param name="State">Where it stands.</param>
/// <param name="WithdrawnBecause">Why it was withdrawn; empty otherwise.</param>
/// <param name="Number">发文字号; null where it has none yet.</param>
/// <param name="Revision">The newest one; 0 while there is no file.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="IsHandEdited">Whether the newest file bears what a person typed: making the paper again would leave that out.</param>
internal sealed record DocumentView(
    Guid Id, int Version, Guid PlanId, string Identity, string Kind, string KindName, string Body, string Path, PaperState State, string WithdrawnBecause,
    string? Number, int Revision, string Hash, long Length, DateTimeOffset? At, string By, bool IsHandEdited);

/// <summary>What papers to make of a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Date">成文日期; null leaves room to write it.</param>
/// <param name="ReplyBy">Last day for replies; null leaves room to write it.</param>
/// <param name="Supervised">Numbers of the tasks to press for.</param>
/// <param name="Reminded">Numbers of the tasks to remind of.</param>
/// <param name="WideSheets">Whether task sheets are landscape.</param>
/// <param name="ReplySlip">Whether task sheets end with a reply slip; null as the profile has it.</param>
/// <param name="Urgency">紧急程度; empty for none.</param>
/// <param name="Number">Whether papers that bear a 发文字号 take one.</param>
/// <param name="Orders">Single papers; null for all papers of the plan.</param>
/// <param name="ReplaceHandEdits">Whether papers whose newest file bears what a person typed are made again without that. Else a single paper is refused, and of several that one fails.</param>
internal sealed record DraftRequest(
    Guid Plan,
    DateOnly? Date = null,
    DateOnly? ReplyBy = null,
    IReadOnlyList<string>? Supervised = null,
    IReadOnlyList<string>? Reminded = null,
    bool WideSheets = false,
    bool? ReplySlip = null,
    string? Urgency = null,
    bool Number = false,
    IReadOnlyList<PaperOrder>? Orders = null,
    bool ReplaceHandEdits = false);

/// <summary>Which papers to bring up to date.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Documents">The papers; null for all of the plan.</param>
internal sealed record RefreshRequest(Guid Plan, IReadOnlyList<Guid>? Documents = null);

/// <summary>Why something is done.</summary>
internal sealed record ReasonRequest(string Reason);

/// <summary>An issue number that was handed out.</summary>
internal sealed record NumberView(Guid Id, string Printed, string Code, int Year, int Serial, Guid DocumentId, DateTimeOffset At, string By, string? VoidedBecause)
{
    /// <summary>The row as it is shown.</summary>
    public static NumberView Of(IssueNumber number) => new(
        number.Id, number.Printed, number.Code, number.Year, number.Serial, number.PaperId, number.At, number.By, number.VoidedBecause);
}

/// <summary>Where a series of issue numbers stands.</summary>
/// <param name="Code">机关代字.</param>
/// <param name="Year">Year in full.</param>
/// <param name="Last">The serial used last; the next paper gets the one after it.</param>
/// <param name="Given">The greatest serial known to be used, below which the series cannot be set.</param>
internal sealed record SeriesView(string Code, int Year, int Last, int Given)
{
    /// <summary>The series as it is shown.</summary>
    public static SeriesView Of(NumberSeries series) => new(series.Code, series.Year, series.Last, series.Given);
}

/// <summary>Where a series is to stand.</summary>
/// <param name="Code">机关代字.</param>
/// <param name="Year">Year in full.</param>
/// <param name="Last">The serial used last; 0 for none.</param>
internal sealed record SeriesRequest(string Code, int Year, int Last);
