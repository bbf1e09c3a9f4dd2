using Microsoft.EntityFrameworkCore;

namespace YiyuanSafety.Ledger.Stores;

/// <summary>Opens the ledger. Safe to share between threads; each unit of work takes a context of its own.</summary>
public sealed class LedgerStore
{
    private readonly Func<LedgerContext> _open;

    private LedgerStore(Func<LedgerContext> open, bool isShared) => (_open, IsShared) = (open, isShared);

    /// <summary>Whether other instances may work on the same ledger.</summary>
    public bool IsShared { get; }

    /// <summary>A ledger in a file.</summary>
    public static LedgerStore InFile(string path)
    {
        var options = SqliteLedger.Options(path);
        return new LedgerStore(() => new SqliteLedger(options), false);
    }

    /// <summary>A ledger in PostgreSQL.</summary>
    public static LedgerStore InPostgres(string connection)
    {
        var options = PostgresLedger.Options(connection);
        return new LedgerStore(() => new PostgresLedger(options), true);
    }

    /// <summary>A context for one unit of work; the caller disposes of it.</summary>
    public LedgerContext Open() => _open();

    /// <summary>Brings the store to the newest shape, making it where there is none.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var ledger = Open();
        await ledger.Database.MigrateAsync(cancellation);

        // Write-ahead logging lets readers read while one writes, and stays set in the file.
        if (ledger is SqliteLedger)
            await ledger.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
    }
}
