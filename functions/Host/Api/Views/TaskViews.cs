using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Api.Views;

/// <summary>A task.</summary>
internal sealed record TaskView(
    Guid Id, int Version, Guid PlanId, string Number, int Ordinal, string Item, int Clause, string Section, string Title, string Text,
    string Responsibility, string Location, TaskState State, string ClosedBecause, IReadOnlyList<PartyView> Parties, IReadOnlyList<DeadlineView> Deadlines)
{
    /// <summary>The row as it is shown; parties and deadlines must be loaded.</summary>
    public static TaskView Of(LedgerTask task) => new(
        task.Id, task.Version, task.PlanId, task.Number, task.Ordinal, task.Item, task.Clause, task.Section, task.Title, task.Text,
        task.Responsibility, task.Location, task.State, task.ClosedBecause,
        [.. task.Parties.OrderBy(party => party.Ordinal).Select(party => new PartyView(WorkPointsJson.Role(party.Role), party.Mention, party.Body, party.IsGroup, party.NeedsReview))],
        [.. task.Deadlines.OrderBy(deadline => deadline.Ordinal).Select(deadline => new DeadlineView(deadline.Text, deadline.Due))]);
}

/// <summary>A body or group with its part in a task.</summary>
internal sealed record PartyView(PartyRole Role, string Mention, string Body, bool IsGroup, bool NeedsReview);

/// <summary>A date by which a task is due.</summary>
internal sealed record DeadlineView(string Text, DateOnly? Due);

/// <summary>What a person changes about a task; null leaves a field as it is.</summary>
internal sealed record TaskChange(
    string Reason, string? Title = null, string? Text = null, IReadOnlyList<PartyChange>? Parties = null, IReadOnlyList<DeadlineView>? Deadlines = null);

/// <summary>A party as a person puts it.</summary>
internal sealed record PartyChange(PartyRole Role, string Mention, string Body, bool IsGroup);

/// <summary>Who did what, when and why.</summary>
internal sealed record HistoryView(DateTimeOffset At, string By, string Action, string Reason, string Before, string After)
{
    /// <summary>The row as it is shown.</summary>
    public static HistoryView Of(AuditEntry entry) => new(entry.At, entry.By, entry.Action, entry.Reason, entry.Before, entry.After);
}

/// <summary>Bodies and tasks of a plan, and who has which part in what.</summary>
internal sealed record MatrixView(IReadOnlyList<MatrixBody> Bodies, IReadOnlyList<MatrixTask> Tasks);

/// <summary>A body with how many tasks it has in each role.</summary>
internal sealed record MatrixBody(string Name, bool IsGroup, bool NeedsReview, int Lead, int Responsible, int Cooperating, int Guiding);

/// <summary>A task of the matrix.</summary>
internal sealed record MatrixTask(Guid Id, string Number, string Title, DateOnly? Due, IReadOnlyList<MatrixParty> Parties);

/// <summary>A part in a task.</summary>
/// <param name="Body">Index into the matrix' bodies.</param>
/// <param name="Role">The part.</param>
internal sealed record MatrixParty(int Body, PartyRole Role);
