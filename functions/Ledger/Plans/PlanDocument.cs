using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Ledger.Plans;

/// <summary>A plan as papers are drafted from: the tasks in force as people corrected them, and the findings that are still open.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Document">Its document.</param>
/// <param name="TaskIds">The identities of the document's tasks in the ledger, in the same order.</param>
public sealed record PlanDocument(WorkPlan Plan, WorkPointsDocument Document, IReadOnlyList<Guid> TaskIds)
{
    /// <summary>Reads a plan.</summary>
    /// <exception cref="LedgerException">No such plan.</exception>
    public static async Task<PlanDocument> LoadAsync(LedgerContext ledger, Guid planId, CancellationToken cancellation)
    {
        var plan = await ledger.Plans.AsNoTracking().SingleOrDefaultAsync(one => one.Id == planId, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这份工作要点，可能列表已过时。请刷新后重试。");
        var tasks = await ledger.Tasks.AsNoTracking().Include(task => task.Parties).Include(task => task.Deadlines).AsSplitQuery()
            .Where(task => task.PlanId == planId && task.State == TaskState.Open)
            .OrderBy(task => task.Ordinal).ThenBy(task => task.Id)
            .ToListAsync(cancellation);
        var last = await ledger.Imports.AsNoTracking().Include(import => import.Findings)
            .Where(import => import.PlanId == planId).OrderByDescending(import => import.Revision).FirstOrDefaultAsync(cancellation);
        var findings = last?.Findings.Where(finding => finding.SettledAt is null).OrderBy(finding => finding.Ordinal).Select(Read) ?? [];
        return new PlanDocument(
            plan,
            new WorkPointsDocument(new DocumentInfo(plan.Title, plan.Issuer, plan.DocumentNumber, plan.Year), [], tasks.ConvertAll(TaskPrint.Read), [.. findings], []),
            tasks.ConvertAll(task => task.Id));
    }

    private static Finding Read(ImportFinding row) => new(
        row.Code,
        row.Severity switch { "error" => Severity.Error, "warning" => Severity.Warning, _ => Severity.Info },
        row.Message,
        row.Location)
    {
        Source = row.Source,
        Task = row.Task,
        Mention = row.Mention,
    };
}
