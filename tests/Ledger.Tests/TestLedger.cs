using Npgsql;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Ledger.Tests;

/// <summary>An empty ledger in a real store, gone after the test.</summary>
internal sealed class TestLedger : IAsyncDisposable
{
    private const string Variable = "YIYUAN_TEST_POSTGRES";

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
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } server)
        {
            Assert.Skip($"没有 PostgreSQL：请用 tests/postgres.sh 运行测试，或把连接字符串放进 {Variable}。");
            throw new InvalidOperationException();
        }

        var name = "t" + Guid.NewGuid().ToString("N");
        await using var source = NpgsqlDataSource.Create(server);
        await using (var create = source.CreateCommand($"CREATE DATABASE {name}"))
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 40 }.ToString();
        return new TestLedger(LedgerStore.InPostgres(connection), async () =>
        {
            NpgsqlConnection.ClearAllPools();
            await using var again = NpgsqlDataSource.Create(server);
            await using var drop = again.CreateCommand($"DROP DATABASE {name} WITH (FORCE)");
            await drop.ExecuteNonQueryAsync(CancellationToken.None);
        });
    }
}
