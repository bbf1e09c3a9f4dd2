using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Api.Views;

/// <summary>A year's work points.</summary>
internal sealed record PlanView(
    Guid Id, int Version, string Title, string? Issuer, string? DocumentNumber, int? Year, string County,
    int Revision, DateTimeOffset ImportedAt, int OpenTasks, int OpenFindings, int Documents);

/// <summary>One reading of one file into a plan.</summary>
internal sealed record ImportView(Guid Id, Guid PlanId, int Revision, string FileName, string Hash, long Length, DateTimeOffset At, string By, int Findings)
{
    /// <summary>The row as it is shown.</summary>
    public static ImportView Of(Import import, int findings) =>
        new(import.Id, import.PlanId, import.Revision, import.FileName, import.Hash, import.Length, import.At, import.By, findings);
}

/// <summary>What a person should know or check.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="Ordinal">Place in reading order, from 0.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Severity">info, warning or error.</param>
/// <param name="Message">A Chinese sentence: what, and what to do.</param>
/// <param name="Location">Where in the source, in words.</param>
/// <param name="Source">The source text concerned.</param>
/// <param name="Task">Number of the task concerned; null for none.</param>
/// <param name="SettledAt">When a person settled it; null while it is open.</param>
/// <param name="SettledBy">Who settled it.</param>
/// <param name="Doubt">Whom the finding may mean; null where it is not about a name.</param>
internal sealed record FindingView(
    long Id, int Ordinal, string Code, string Severity, string Message, string Location, string Source, string? Task,
    DateTimeOffset? SettledAt, string? SettledBy, DoubtView? Doubt)
{
    /// <summary>The row as it is shown.</summary>
    public static FindingView Of(ImportFinding finding, DoubtView? doubt) => new(
        finding.Id, finding.Ordinal, finding.Code, finding.Severity, finding.Message, finding.Location, finding.Source, finding.Task, finding.SettledAt, finding.SettledBy, doubt);
}

/// <summary>A doubtful name.</summary>
/// <param name="Mention">The name as printed.</param>
/// <param name="Suggestions">Bodies that it may mean, by full name, the likeliest first.</param>
internal sealed record DoubtView(string Mention, IReadOnlyList<string> Suggestions);

/// <summary>Whom a doubtful name means.</summary>
internal sealed record CorrectionRequest(string Mention, string Body, bool IsGroup = false, bool KeepAlias = false, string? Reason = null);

/// <summary>What a correction did.</summary>
internal sealed record CorrectionView(int Tasks, int Findings, bool AliasKept);
