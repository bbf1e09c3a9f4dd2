using Npgsql;

namespace YiyuanSafety.Tests;

/// <summary>An empty database of its own on the tests' PostgreSQL server, gone after the test.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private const string Variable = "YIYUAN_TEST_POSTGRES";
    private readonly string _server;
    private readonly string _name;

    private PostgresDatabase(string server, string name) => (_server, _name) = (server, name);

    /// <summary>Connection string of the database.</summary>
    public string Connection => new NpgsqlConnectionStringBuilder(_server) { Database = _name, MaxPoolSize = 40 }.ToString();

    /// <summary>Makes one; says so and skips the test where there is no server.</summary>
    public static async Task<PostgresDatabase> MakeAsync()
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
        return new PostgresDatabase(server, name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await using var source = NpgsqlDataSource.Create(_server);
        await using var drop = source.CreateCommand($"DROP DATABASE {_name} WITH (FORCE)");
        await drop.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
