using Microsoft.Data.Sqlite;

namespace YiyuanSafety.Ledger.Stores;

/// <summary>
/// Tells whether anything was written to a ledger in a file, by any process: SQLite counts it for each connection, so that asking takes
/// microseconds. Safe to share between threads.
/// </summary>
public sealed class LedgerStamp : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _question;
    private readonly Lock _turn = new();

    internal LedgerStamp(string path)
    {
        // A connection of its own, since a connection does not count its own writing.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        _connection.Open();
        _question = _connection.CreateCommand();
        _question.CommandText = "PRAGMA data_version";
        _question.Prepare();
    }

    /// <summary>A number that is another one after each write.</summary>
    public long Now()
    {
        lock (_turn)
            return (long)(_question.ExecuteScalar() ?? 0L);
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        _question.Dispose();
        _connection.Dispose();
    }
}
