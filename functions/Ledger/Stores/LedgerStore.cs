using Microsoft.EntityFrameworkCore;

namespace YiyuanSafety.Ledger.Stores;

/// <summary>Opens the ledger. Safe to share between threads; each unit of work takes a context of its own.</summary>
public sealed class LedgerStore
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly Func<LedgerContext> _open;
    private readonly string? _path;

    private LedgerStore(Func<LedgerContext> open, string? path) => (_open, _path) = (open, path);

    /// <summary>Whether other instances may work on the same ledger.</summary>
    public bool IsShared => _path is null;

    /// <summary>A ledger in a file.</summary>
    public static LedgerStore InFile(string path)
    {
        var options = SqliteLedger.Options(path);
        return new LedgerStore(() => new SqliteLedger(options), path);
    }

    /// <summary>A ledger in PostgreSQL.</summary>
    public static LedgerStore InPostgres(string connection)
    {
        var options = PostgresLedger.Options(connection);
        return new LedgerStore(() => new PostgresLedger(options), null);
    }

    /// <summary>A context for one unit of work; the caller disposes of it.</summary>
    public LedgerContext Open() => _open();

    /// <summary>What tells of writes to the ledger; null where it is not in a file. The ledger is there already, and the caller disposes of it.</summary>
    public LedgerStamp? OpenStamp() => _path is null ? null : new LedgerStamp(_path);

    /// <summary>Brings the store to the newest shape, making it where there is none.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var ledger = Open();
        if ((await ledger.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            await using var turn = _path is null ? null : await TakeTurnAsync(_path, cancellation);
            if (ledger is SqliteLedger)
                await ForgetTurnOfTheDeadAsync(ledger, cancellation);
            await ledger.Database.MigrateAsync(cancellation);
        }

        // Write-ahead logging lets readers read while one writes, and stays set in the file.
        if (ledger is SqliteLedger)
            await ledger.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
    }

    // EF takes turns by a row in the file, which a process that is killed leaves behind for ever. A lock of the system goes with its process.
    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private static Task<int> ForgetTurnOfTheDeadAsync(LedgerContext ledger, CancellationToken cancellation) => ledger.Database.ExecuteSqlRawAsync(
        """
        CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        DELETE FROM "__EFMigrationsLock";
        """,
        cancellation);
}
