using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Archiving;

/// <summary>The rows of a plan, table by table, those that others refer to first.</summary>
internal static class ArchiveTables
{
    /// <summary>Reads them.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Each table's name and rows.</returns>
    public static async Task<IReadOnlyList<(string Name, IReadOnlyList<object> Rows)>> ReadAsync(LedgerContext ledger, WorkPlan plan, CancellationToken cancellation)
    {
        var id = plan.Id;
        async Task<IReadOnlyList<object>> All<T>(IQueryable<T> rows)
            where T : class => await rows.AsNoTracking().Cast<object>().ToListAsync(cancellation);

        var imports = ledger.Imports.Where(import => import.PlanId == id);
        var tasks = ledger.Tasks.Where(task => task.PlanId == id);
        var papers = ledger.Papers.Where(paper => paper.PlanId == id);
        var letters = ledger.Letters.Where(letter => letter.PlanId == id);
        var numbers = ledger.Numbers.Where(number => papers.Any(paper => paper.Id == number.PaperId));
        var subjects = new HashSet<Guid>([id, .. await imports.Select(row => row.Id).ToListAsync(cancellation), .. await tasks.Select(row => row.Id).ToListAsync(cancellation), .. await papers.Select(row => row.Id).ToListAsync(cancellation), .. await numbers.Select(row => row.Id).ToListAsync(cancellation)]);
        var audit = new List<object>();
        await foreach (var entry in ledger.Audit.AsNoTracking().OrderBy(entry => entry.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (subjects.Contains(entry.Subject))
                audit.Add(entry);
        }

        return
        [
            ("plans", [plan]),
            ("imports", await All(imports.OrderBy(row => row.Revision))),
            ("findings", await All(ledger.Set<ImportFinding>().Where(row => imports.Any(import => import.Id == row.ImportId)).OrderBy(row => row.Id))),
            ("tasks", await All(tasks.OrderBy(row => row.Id))),
            ("parties", await All(ledger.Set<TaskParty>().Where(row => tasks.Any(task => task.Id == row.TaskId)).OrderBy(row => row.Id))),
            ("deadlines", await All(ledger.Set<TaskDeadline>().Where(row => tasks.Any(task => task.Id == row.TaskId)).OrderBy(row => row.Id))),
            ("bodies", await All(ledger.Bodies.Where(row => row.County == plan.County).OrderBy(row => row.Ordinal))),
            ("groups", await All(ledger.Groups.Where(row => row.County == plan.County).OrderBy(row => row.Ordinal))),
            ("papers", await All(papers.OrderBy(row => row.Id))),
            ("revisions", await All(ledger.Set<PaperRevision>().Where(row => papers.Any(paper => paper.Id == row.PaperId)).OrderBy(row => row.Id))),
            ("numbers", await All(numbers.OrderBy(row => row.Id))),
            ("counters", await All(ledger.Counters.Where(row => numbers.Any(number => number.Code == row.Code && number.Year == row.Year)).OrderBy(row => row.Code).ThenBy(row => row.Year))),
            ("filings", await All(ledger.Filings.Where(row => papers.Any(paper => paper.Id == row.PaperId)).OrderBy(row => row.Id))),
            ("reports", await All(ledger.Reports.Where(row => row.PlanId == id).OrderBy(row => row.Id))),
            ("letters", await All(letters.OrderBy(row => row.Id))),
            ("matters", await All(ledger.Set<LetterMatter>().Where(row => letters.Any(letter => letter.Id == row.LetterId)).OrderBy(row => row.Id))),
            ("audit", audit),
        ];
    }

    /// <summary>Reads a line of a table.</summary>
    /// <returns>The row; null for a table that this program does not know.</returns>
    /// <exception cref="ArchiveException">It is no row of the table.</exception>
    public static object? Read(LedgerContext ledger, string table, string line) => table switch
    {
        "plans" => ArchivedRows.Read<WorkPlan>(ledger, line, table),
        "imports" => ArchivedRows.Read<Import>(ledger, line, table),
        "findings" => ArchivedRows.Read<ImportFinding>(ledger, line, table),
        "tasks" => ArchivedRows.Read<LedgerTask>(ledger, line, table),
        "parties" => ArchivedRows.Read<TaskParty>(ledger, line, table),
        "deadlines" => ArchivedRows.Read<TaskDeadline>(ledger, line, table),
        "bodies" => ArchivedRows.Read<Body>(ledger, line, table),
        "groups" => ArchivedRows.Read<Group>(ledger, line, table),
        "papers" => ArchivedRows.Read<Paper>(ledger, line, table),
        "revisions" => ArchivedRows.Read<PaperRevision>(ledger, line, table),
        "numbers" => ArchivedRows.Read<IssueNumber>(ledger, line, table),
        "counters" => ArchivedRows.Read<IssueCounter>(ledger, line, table),
        "filings" => ArchivedRows.Read<FiledFile>(ledger, line, table),
        "reports" => ArchivedRows.Read<TaskReport>(ledger, line, table),
        "letters" => ArchivedRows.Read<Letter>(ledger, line, table),
        "matters" => ArchivedRows.Read<LetterMatter>(ledger, line, table),
        "audit" => ArchivedRows.Read<AuditEntry>(ledger, line, table),
        _ => null,
    };
}
