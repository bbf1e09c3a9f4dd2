using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.Tests;

namespace YiyuanSafety.Ledger.Tests;

/// <summary>An empty ledger in a real store, gone after the test.</summary>
internal sealed class TestLedger : IAsyncDisposable
{
    private readonly Func<ValueTask> _remove;

    private TestLedger(LedgerStore store, Func<ValueTask> remove) => (Store, _remove) = (store, remove);

    /// <summary>Both stores: every test runs on each.</summary>
    public static TheoryData<string> Stores { get; } = new("sqlite", "postgres");

    public LedgerStore Store { get; }

    public static async Task<TestLedger> MakeAsync(string kind)
    {
        var ledger = kind == "sqlite" ? InFile() : await InPostgresAsync();
        await ledger.Store.PrepareAsync(TestContext.Current.CancellationToken);
        return ledger;
    }

    public ValueTask DisposeAsync() => _remove();

    private static TestLedger InFile()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-");
        return new TestLedger(LedgerStore.InFile(Path.Combine(folder.FullName, "ledger.db")), () =>
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(true);
            return ValueTask.CompletedTask;
        });
    }

    private static async Task<TestLedger> InPostgresAsync()
    {
        var database = await PostgresDatabase.MakeAsync();
        return new TestLedger(LedgerStore.InPostgres(database.Connection), database.DisposeAsync);
    }
}
