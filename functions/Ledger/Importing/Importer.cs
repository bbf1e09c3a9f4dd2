using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Ledger.Importing;

/// <summary>The file that a document was read from.</summary>
/// <param name="Name">Its name as it came.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record SourceFile(string Name, string Hash, long Length);

/// <summary>What an import did.</summary>
/// <param name="Import">The import; the earlier one where the same file was brought again.</param>
/// <param name="Added">Tasks that are new.</param>
/// <param name="Changed">Tasks that say something else than before.</param>
/// <param name="Closed">Tasks that the revision dropped.</param>
/// <param name="Kept">Tasks that say what they said.</param>
/// <param name="IsRepeat">Whether the very same file was the last one imported, so that nothing was done.</param>
public sealed record ImportOutcome(Import Import, int Added, int Changed, int Closed, int Kept, bool IsRepeat);

/// <summary>Takes an understood document into the ledger: as a new plan, or as the revision of one.</summary>
public static class Importer
{
    /// <summary>Imports a document. Everything is written in one transaction, the caller's where there is one.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="planId">The plan to revise; with <paramref name="makesPlan"/> the identity of a new one, which is revised where it is there already.</param>
    /// <param name="makesPlan">Whether the plan may be new.</param>
    /// <param name="document">The document, understood.</param>
    /// <param name="file">The file that it came in.</param>
    /// <param name="county">The county whose directory it was read with; may be empty.</param>
    /// <param name="act">Who brings it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="LedgerException">No such plan.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else revised the plan at the same moment.</exception>
    public static async Task<ImportOutcome> ImportAsync(
        LedgerContext ledger, Guid planId, bool makesPlan, WorkPointsDocument document, SourceFile file, string county, Act act, CancellationToken cancellation)
    {
        var plan = await ledger.Plans.Include(one => one.Imports).Include(one => one.Tasks).ThenInclude(task => task.Parties)
            .Include(one => one.Tasks).ThenInclude(task => task.Deadlines).AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Id == planId, cancellation)
            ?? (makesPlan
                ? NewPlan(ledger, planId, document)
                : throw new LedgerException(LedgerCodes.NotFound, "没有这份工作要点，可能列表已过时。请刷新后重试。"));
        if (plan.Imports.MaxBy(import => import.Revision) is { } last && last.Hash == file.Hash)
            return new ImportOutcome(last, 0, 0, 0, plan.Tasks.Count(task => task.State == TaskState.Open), true);

        Describe(plan, document, county);
        var import = new Import
        {
            Id = act.NewId(),
            PlanId = plan.Id,
            Revision = plan.Imports.Count + 1,
            FileName = file.Name,
            Hash = file.Hash,
            Length = file.Length,
            At = act.At,
            By = act.By,
        };
        import.Findings.AddRange(document.Findings.Select(Row));
        var outcome = Merge(ledger, plan, import, document, act);
        plan.Imports.Add(import);
        ledger.Imports.Add(import);
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "plan.import", Subject = plan.Id, After = $"{file.Name} {file.Hash}" });
        await ledger.SaveChangesAsync(cancellation);
        return outcome;
    }

    private static WorkPlan NewPlan(LedgerContext ledger, Guid id, WorkPointsDocument document)
    {
        var plan = new WorkPlan { Id = id, Title = document.Document.Title };
        ledger.Plans.Add(plan);
        return plan;
    }

    private static void Describe(WorkPlan plan, WorkPointsDocument document, string county) =>
        (plan.Title, plan.Issuer, plan.DocumentNumber, plan.Year, plan.County) =
        (document.Document.Title, document.Document.Issuer, document.Document.DocumentNumber, document.Document.Year, county);

    private static ImportOutcome Merge(LedgerContext ledger, WorkPlan plan, Import import, WorkPointsDocument document, Act act)
    {
        // A closed task may come back; one in force is preferred to it.
        var rows = plan.Tasks.OrderBy(task => task.State).ThenBy(task => task.Ordinal).ToList();
        var printed = rows.ConvertAll(row => TasksFile.ReadTask(row.Printed));
        var (added, changed, closed, kept) = (0, 0, 0, 0);
        foreach (var (old, now) in RevisionMatch.Of(printed, document.Tasks))
        {
            if (old is { } o && now is { } n)
            {
                if (Revise(ledger, import, rows[o], printed[o], document.Tasks[n], n, act))
                    changed++;
                else
                    kept++;
            }
            else if (now is { } fresh)
            {
                var row = TaskPrint.NewRow(document.Tasks[fresh], fresh, plan.Id, act);
                plan.Tasks.Add(row);
                ledger.Tasks.Add(row);
                added++;
            }
            else if (old is { } gone && rows[gone].State == TaskState.Open)
            {
                Close(ledger, rows[gone], import, act);
                closed++;
            }
        }

        return new ImportOutcome(import, added, changed, closed, kept, false);
    }

    private static bool Revise(LedgerContext ledger, Import import, LedgerTask row, WorkTask was, WorkTask now, int ordinal, Act act)
    {
        var reopened = row.State == TaskState.Closed;
        var before = row.Printed;
        var contested = TaskPrint.Revise(row, was, now, ordinal);
        foreach (var field in contested)
            import.Findings.Add(Contested(import.Findings.Count, field, row));

        // A task that only moved is the task that it was.
        var isChanged = reopened || Words(was) != Words(now);
        if (isChanged)
            ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "task.revise", Subject = row.Id, Before = before, After = row.Printed });
        return isChanged;
    }

    private static string Words(WorkTask task) => TasksFile.Write(task with { Id = "", Item = "", Clause = 0, Section = "", Location = "" });

    private static void Close(LedgerContext ledger, LedgerTask row, Import import, Act act)
    {
        row.State = TaskState.Closed;
        row.ClosedBecause = $"第{import.Revision}次导入的文件里没有这项任务";
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "task.close", Subject = row.Id, Reason = row.ClosedBecause, Before = row.Printed });
    }

    private static ImportFinding Contested(int ordinal, string field, LedgerTask row) => new()
    {
        Ordinal = ordinal,
        Code = "edited-and-revised",
        Severity = "warning",
        Message = $"任务 {row.Number} 的{Called(field)}有人改过，新文件里也变了。保留了改过的内容，请核对。",
        Location = row.Location,
        Source = row.Responsibility,
        Task = row.Number,
    };

    private static string Called(string field) => field switch
    {
        "section" => "所在部分",
        "title" => "标题",
        "text" => "内容",
        "deadlines" => "时限",
        _ => "责任分工",
    };

    private static ImportFinding Row(Finding finding, int ordinal) => new()
    {
        Ordinal = ordinal,
        Code = finding.Code,
        Severity = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" },
        Message = finding.Message,
        Location = finding.Location,
        Source = finding.Source,
        Task = finding.Task,
        Mention = finding.Mention,
    };
}
