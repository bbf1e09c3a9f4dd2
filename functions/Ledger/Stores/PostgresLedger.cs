using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace YiyuanSafety.Ledger.Stores;

/// <summary>The ledger that many instances share.</summary>
public sealed class PostgresLedger(DbContextOptions<PostgresLedger> options) : LedgerContext(options)
{
    /// <inheritdoc/>
    public override bool IsDuplicate(DbUpdateException error) =>
        error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Options for a database.</summary>
    /// <param name="connection">Connection string of Npgsql.</param>
    public static DbContextOptions<PostgresLedger> Options(string connection) => new DbContextOptionsBuilder<PostgresLedger>()
        .UseNpgsql(connection, postgres => postgres.MigrationsHistoryTable("migrations"))
        .Options;
}

/// <summary>Used by <c>dotnet ef migrations add</c> only.</summary>
internal sealed class PostgresLedgerDesign : IDesignTimeDbContextFactory<PostgresLedger>
{
    public PostgresLedger CreateDbContext(string[] args) => new(PostgresLedger.Options("Host=localhost;Database=design"));
}
