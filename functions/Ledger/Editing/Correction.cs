using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Directories;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Editing;

/// <summary>Whom a doubtful name means.</summary>
/// <param name="Mention">The name as printed.</param>
/// <param name="Body">The full name that it means.</param>
/// <param name="IsGroup">Whether that is a collective term.</param>
/// <param name="KeepAlias">Whether the directory is to know the printed name from now on.</param>
/// <param name="Reason">Why; may be empty, the correction says it.</param>
public sealed record Correction(string Mention, string Body, bool IsGroup, bool KeepAlias, string Reason);

/// <summary>What a correction did.</summary>
/// <param name="Tasks">How many tasks it changed.</param>
/// <param name="Findings">How many findings it settled.</param>
/// <param name="AliasKept">Whether the directory knows the name now; false where the county has no such body.</param>
public sealed record CorrectionOutcome(int Tasks, int Findings, bool AliasKept);

/// <summary>Puts a body right wherever a plan's tasks print a doubtful name.</summary>
public static class Correcting
{
    /// <summary>Corrects all tasks in force and settles the findings about the name. The caller saves the unit of work.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="correction">What is right.</param>
    /// <param name="act">Who says so.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">No such plan, no task with that name, an empty name, or an alias that means another body.</exception>
    public static async Task<CorrectionOutcome> ApplyAsync(LedgerContext ledger, Guid planId, Correction correction, Act act, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(correction.Mention) || string.IsNullOrWhiteSpace(correction.Body))
            throw new LedgerException(LedgerCodes.Invalid, "更正单位要写明原文里的名称和正确的单位。");
        var plan = await ledger.Plans.AsNoTracking().SingleOrDefaultAsync(one => one.Id == planId, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这份工作要点，可能列表已过时。请刷新后重试。");
        var tasks = await ledger.Tasks.Include(task => task.Parties)
            .Where(task => task.PlanId == planId && task.State == TaskState.Open && task.Parties.Any(party => party.Mention == correction.Mention))
            .ToListAsync(cancellation);
        if (tasks.Count == 0)
            throw new LedgerException(LedgerCodes.NotFound, $"这份工作要点的任务里没有“{correction.Mention}”。请刷新后重试。");
        var changed = tasks.Count(task => Change(ledger, task, correction, act));
        var settled = await SettleAsync(ledger, planId, correction.Mention, act, cancellation);
        var kept = correction.KeepAlias && !correction.IsGroup && await KeepAsync(ledger, plan.County, correction, act, cancellation);
        return new CorrectionOutcome(changed, settled, kept);
    }

    /// <summary>Marks a finding as looked at. The caller saves the unit of work.</summary>
    public static void Settle(LedgerContext ledger, ImportFinding finding, Act act)
    {
        if (finding.SettledAt is not null)
            return;
        (finding.SettledAt, finding.SettledBy) = (act.At, act.By);
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "finding.settle", Subject = finding.ImportId, After = finding.Message });
    }

    private static bool Change(LedgerContext ledger, LedgerTask task, Correction correction, Act act)
    {
        var wrong = task.Parties
            .Where(party => party.Mention == correction.Mention && (party.Body != correction.Body || party.IsGroup != correction.IsGroup || party.NeedsReview))
            .ToList();
        if (wrong.Count == 0)
            return false;
        var before = Describe(task, correction.Mention);
        foreach (var party in wrong)
            (party.Body, party.IsGroup, party.NeedsReview) = (correction.Body, correction.IsGroup, false);

        // A change of parties alone must count as one of the task, or two people could overwrite each other.
        ledger.Entry(task).State = EntityState.Modified;
        ledger.Audit.Add(new AuditEntry
        {
            At = act.At,
            By = act.By,
            Action = "task.correct",
            Subject = task.Id,
            Reason = correction.Reason,
            Before = before,
            After = Describe(task, correction.Mention),
        });
        return true;
    }

    private static string Describe(LedgerTask task, string mention) => AuditJson.Of(
        task.Parties.Where(party => party.Mention == mention).OrderBy(party => party.Ordinal).Select(party => new { party.Role, party.Mention, party.Body, party.IsGroup, party.NeedsReview }));

    private static async Task<int> SettleAsync(LedgerContext ledger, Guid planId, string mention, Act act, CancellationToken cancellation)
    {
        var findings = await ledger.Set<ImportFinding>()
            .Where(finding => finding.Mention == mention && finding.SettledAt == null && ledger.Imports.Any(import => import.Id == finding.ImportId && import.PlanId == planId))
            .ToListAsync(cancellation);
        foreach (var finding in findings)
            Settle(ledger, finding, act);
        return findings.Count;
    }

    private static async Task<bool> KeepAsync(LedgerContext ledger, string county, Correction correction, Act act, CancellationToken cancellation)
    {
        var body = await ledger.Bodies.SingleOrDefaultAsync(one => one.County == county && one.Name == correction.Body, cancellation);
        if (body is null)
            return false;
        if (body.Name == correction.Mention || body.Aliases.Contains(correction.Mention))
            return true;
        await BodyEditing.RefuseTakenAsync(ledger, body, [correction.Mention], cancellation);
        body.Aliases = [.. body.Aliases, correction.Mention];
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "body.alias", Subject = body.Id, Reason = correction.Reason, After = correction.Mention });
        return true;
    }
}
