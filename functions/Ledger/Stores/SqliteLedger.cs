using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace YiyuanSafety.Ledger.Stores;

/// <summary>The ledger of an office that works alone: one file, no set-up.</summary>
public sealed class SqliteLedger(DbContextOptions<SqliteLedger> options) : LedgerContext(options)
{
    private const int ConstraintViolation = 19;
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    /// <inheritdoc/>
    public override bool IsDuplicate(DbUpdateException error) =>
        error.InnerException is SqliteException { SqliteErrorCode: ConstraintViolation, SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    /// <summary>Options for a file; the folder must exist.</summary>
    /// <param name="file">Path of the file.</param>
    public static DbContextOptions<SqliteLedger> Options(string file) => new DbContextOptionsBuilder<SqliteLedger>()
        .UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30, ForeignKeys = true, Pooling = true }.ToString(),
            sqlite => sqlite.MigrationsHistoryTable("migrations"))
        .Options;
}

/// <summary>Used by <c>dotnet ef migrations add</c> only.</summary>
internal sealed class SqliteLedgerDesign : IDesignTimeDbContextFactory<SqliteLedger>
{
    public SqliteLedger CreateDbContext(string[] args) => new(SqliteLedger.Options("design.db"));
}
