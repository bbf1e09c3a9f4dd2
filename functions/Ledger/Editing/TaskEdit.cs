using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Editing;

/// <summary>What a person changes about a task; null leaves a field as it is.</summary>
/// <param name="Reason">Why; never empty.</param>
public sealed record TaskEdit(string Reason)
{
    /// <summary>New title.</summary>
    public string? Title { get; init; }

    /// <summary>New text.</summary>
    public string? Text { get; init; }

    /// <summary>New parties, all of them, in order.</summary>
    public IReadOnlyList<PartyEdit>? Parties { get; init; }

    /// <summary>New deadlines, all of them, in order.</summary>
    public IReadOnlyList<DeadlineEdit>? Deadlines { get; init; }
}

/// <summary>A party as a person puts it.</summary>
/// <param name="Role">lead, responsible, cooperating or guiding.</param>
/// <param name="Mention">As printed; empty where the document does not name it.</param>
/// <param name="Body">Full name.</param>
/// <param name="IsGroup">Whether it is a collective term.</param>
public sealed record PartyEdit(string Role, string Mention, string Body, bool IsGroup);

/// <summary>A deadline as a person puts it.</summary>
/// <param name="Text">As printed, or in the person's words.</param>
/// <param name="Due">The last day; null for none.</param>
public sealed record DeadlineEdit(string Text, DateOnly? Due);

/// <summary>Changes tasks, under the eyes of the audit.</summary>
public static class TaskEditing
{
    private static readonly string[] Roles = ["lead", "responsible", "cooperating", "guiding"];

    /// <summary>Changes a task.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">The task.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="edit">What to change.</param>
    /// <param name="act">Who changes it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The task as it is now.</returns>
    /// <exception cref="LedgerException">No such task; it changed meanwhile; or the edit is not valid.</exception>
    public static async Task<LedgerTask> ApplyAsync(LedgerContext ledger, Guid id, int version, TaskEdit edit, Act act, CancellationToken cancellation)
    {
        Check(edit);
        var task = await ledger.Tasks.Include(one => one.Parties).Include(one => one.Deadlines).AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这项任务，可能列表已过时。请刷新后重试。");
        if (task.Version != version)
            throw Stale();
        var before = Describe(task);
        Change(task, edit);
        var after = Describe(task);
        if (before == after)
            return task;

        // A change of parties alone must count as one of the task, or two people could overwrite each other.
        ledger.Entry(task).State = EntityState.Modified;
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "task.edit", Subject = id, Reason = edit.Reason, Before = before, After = after });
        try
        {
            await ledger.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw Stale(e);
        }

        return task;
    }

    private static void Check(TaskEdit edit)
    {
        if (string.IsNullOrWhiteSpace(edit.Reason))
            throw new LedgerException(LedgerCodes.Invalid, "修改任务要写明原因。");
        if (edit.Text is { } text && string.IsNullOrWhiteSpace(text))
            throw new LedgerException(LedgerCodes.Invalid, "任务内容不能为空。");
        if (edit.Parties is { Count: 0 })
            throw new LedgerException(LedgerCodes.Invalid, "任务至少要有一个责任主体。");
        if (edit.Parties?.FirstOrDefault(party => string.IsNullOrWhiteSpace(party.Body) || !Roles.Contains(party.Role)) is { } wrong)
            throw new LedgerException(LedgerCodes.Invalid, $"责任主体“{wrong.Body}”没有名称，或者角色“{wrong.Role}”不对（应为 {string.Join("、", Roles)}）。");
        if (edit.Deadlines?.Any(deadline => string.IsNullOrWhiteSpace(deadline.Text)) == true)
            throw new LedgerException(LedgerCodes.Invalid, "时限要写明文字，如“6月底前”。");
    }

    private static void Change(LedgerTask task, TaskEdit edit)
    {
        task.Title = edit.Title ?? task.Title;
        task.Text = edit.Text ?? task.Text;
        if (edit.Parties is { } parties)
        {
            task.Parties.Clear();
            task.Parties.AddRange(parties.Select((party, ordinal) => new TaskParty
            {
                Ordinal = ordinal,
                Role = party.Role,
                Mention = party.Mention,
                Body = party.Body,
                IsGroup = party.IsGroup,
                NeedsReview = false,
            }));
        }

        if (edit.Deadlines is { } deadlines)
        {
            task.Deadlines.Clear();
            task.Deadlines.AddRange(deadlines.Select((deadline, ordinal) => new TaskDeadline { Ordinal = ordinal, Text = deadline.Text, Due = deadline.Due }));
            task.Due = TaskPrint.FirstDay(task.Deadlines);
        }
    }

    private static string Describe(LedgerTask task) => AuditJson.Of(
        new
        {
            task.Title,
            task.Text,
            Parties = task.Parties.OrderBy(party => party.Ordinal).Select(party => new { party.Role, party.Mention, party.Body, party.IsGroup, party.NeedsReview }),
            Deadlines = task.Deadlines.OrderBy(deadline => deadline.Ordinal).Select(deadline => new { deadline.Text, deadline.Due }),
        });

    private static LedgerException Stale(Exception? cause = null) =>
        new(LedgerCodes.Stale, "这项任务刚被别人改过。请看过现在的内容后再改。", cause);
}
