using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Ledger.Filings;

/// <summary>What is filed where. The same filing entered twice is one.</summary>
public static class FilingShelf
{
    private const int MostTries = 10;

    /// <summary>The files of a paper whose places no other filing took: those that lie on a drive now, and those that a later one elsewhere superseded.</summary>
    public static Task<List<FiledFile>> OfAsync(LedgerContext ledger, string drive, string identity, CancellationToken cancellation) => ledger.Filings.AsNoTracking()
        .Where(file => file.Drive == drive && file.Identity == identity && (file.ReplacedAt == null
            || !ledger.Filings.Any(other => other.Drive == drive && other.Place == file.Place && (other.ReplacedAt == null || other.Edition > file.Edition))))
        .OrderBy(file => file.Place).ToListAsync(cancellation);

    /// <summary>What was filed last at a place; null for nothing.</summary>
    public static async Task<FiledFile?> AtAsync(LedgerContext ledger, string drive, string place, CancellationToken cancellation)
    {
        var filed = await ledger.Filings.AsNoTracking().Where(file => file.Drive == drive && file.Place == place).ToListAsync(cancellation);
        return filed.Find(file => file.ReplacedAt is null) ?? filed.MaxBy(file => file.Edition);
    }

    /// <summary>Whether a paper has a filing on a drive whose line is not in the register yet.</summary>
    public static Task<bool> OwesLineAsync(LedgerContext ledger, string drive, string identity, CancellationToken cancellation) =>
        ledger.Filings.AnyAsync(file => file.Drive == drive && file.Identity == identity && file.RegisteredAt == null && file.Line != "", cancellation);

    /// <summary>All files that lie on a drive now, by place.</summary>
    public static Task<List<FiledFile>> OnAsync(LedgerContext ledger, string drive, CancellationToken cancellation) =>
        ledger.Filings.AsNoTracking().Where(file => file.Drive == drive && file.ReplacedAt == null).OrderBy(file => file.Place).ToListAsync(cancellation);

    /// <summary>The places of a drive at which something was filed and nothing is current any more.</summary>
    public static Task<List<string>> LeftAsync(LedgerContext ledger, string drive, CancellationToken cancellation) => ledger.Filings
        .Where(file => file.Drive == drive && file.ReplacedAt != null && !ledger.Filings.Any(other => other.Drive == drive && other.Place == file.Place && other.ReplacedAt == null))
        .Select(file => file.Place).Distinct().ToListAsync(cancellation);

    /// <summary>Enters a filing; the one that it takes the place of is marked so, and those that it supersedes elsewhere.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="row">The filing; its edition is counted here.</param>
    /// <param name="line">Its line of the register, given the edition; empty for none.</param>
    /// <param name="superseded">Filings of earlier revisions elsewhere, which are no longer the paper's current ones.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The row as it is in the ledger: the same filing entered before is found again.</returns>
    public static async Task<FiledFile> EnterAsync(LedgerStore store, FiledFile row, Func<int, string> line, IReadOnlyList<Guid> superseded, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var ledger = store.Open();
            await using var transaction = await ledger.Database.BeginTransactionAsync(cancellation);
            var before = await ledger.Filings.Where(file => file.Drive == row.Drive && file.Place == row.Place).ToListAsync(cancellation);
            var current = before.Find(file => file.ReplacedAt is null);

            // Also where a later revision superseded it meanwhile: the file lies there as it was entered.
            if ((current ?? before.MaxBy(file => file.Edition)) is { } last && last.Hash == row.Hash && last.DriveVersion == row.DriveVersion)
                return last;
            try
            {
                // First the one, then the other: between them no two files lie at the place.
                if (current is not null)
                {
                    current.ReplacedAt = row.At;
                    await ledger.SaveChangesAsync(cancellation);
                }

                await ledger.Filings.Where(file => superseded.Contains(file.Id) && file.ReplacedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(file => file.ReplacedAt, row.At).SetProperty(file => file.Version, file => file.Version + 1), cancellation);

                // Counted over all papers of the place: place and edition tell a register's lines apart.
                row.Edition = before.Select(file => file.Edition).DefaultIfEmpty().Max() + 1;
                row.Line = line(row.Edition);
                ledger.Filings.Add(row);
                ledger.Audit.Add(new AuditEntry
                {
                    At = row.At,
                    By = row.By,
                    Action = "paper.file",
                    Subject = row.PaperId ?? row.Id,
                    Before = current?.Hash ?? "",
                    After = $"{row.Drive}: {row.Place} {row.Hash}",
                });
                await ledger.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return row;
            }
            catch (DbUpdateException e) when (attempt < MostTries && (e is DbUpdateConcurrencyException || ledger.IsDuplicate(e)))
            {
                // Somebody entered a filing of this place at the same moment: looked at again.
            }
        }
    }

    /// <summary>The filings of a drive whose lines are not in its registers yet, in the order in which they were made.</summary>
    public static Task<List<FiledFile>> UnregisteredAsync(LedgerContext ledger, string drive, CancellationToken cancellation) =>
        ledger.Filings.AsNoTracking().Where(file => file.Drive == drive && file.RegisteredAt == null && file.Line != "").OrderBy(file => file.At).ThenBy(file => file.Id).ToListAsync(cancellation);

    /// <summary>Notes that lines are in the register.</summary>
    public static async Task MarkRegisteredAsync(LedgerStore store, IReadOnlyList<Guid> files, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        await ledger.Filings.Where(file => files.Contains(file.Id) && file.RegisteredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.RegisteredAt, at).SetProperty(file => file.Version, file => file.Version + 1), cancellation);
    }
}
