using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger;

/// <summary>The ledger (台账): everything that must outlive the process. One context serves one unit of work.</summary>
/// <param name="options">Which store, and how to reach it.</param>
public abstract class LedgerContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Years' work points.</summary>
    public DbSet<WorkPlan> Plans => Set<WorkPlan>();

    /// <summary>Documents that were read.</summary>
    public DbSet<Import> Imports => Set<Import>();

    /// <summary>Tasks.</summary>
    public DbSet<LedgerTask> Tasks => Set<LedgerTask>();

    /// <summary>Bodies of the directories.</summary>
    public DbSet<Body> Bodies => Set<Body>();

    /// <summary>Groups of the directories.</summary>
    public DbSet<Group> Groups => Set<Group>();

    /// <summary>Papers.</summary>
    public DbSet<Paper> Papers => Set<Paper>();

    /// <summary>Issue numbers that were handed out.</summary>
    public DbSet<IssueNumber> Numbers => Set<IssueNumber>();

    /// <summary>The last serial of each code and year.</summary>
    public DbSet<IssueCounter> Counters => Set<IssueCounter>();

    /// <summary>Files on shared drives.</summary>
    public DbSet<FiledFile> Filings => Set<FiledFile>();

    /// <summary>What bodies reported about their tasks.</summary>
    public DbSet<TaskReport> Reports => Set<TaskReport>();

    /// <summary>Letters by which the office presses bodies.</summary>
    public DbSet<Letter> Letters => Set<Letter>();

    /// <summary>Work to be done.</summary>
    public DbSet<Job> Jobs => Set<Job>();

    /// <summary>Who did what.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>Keys to the service.</summary>
    public DbSet<AccessKey> AccessKeys => Set<AccessKey>();

    /// <summary>Calls that were carried out under an idempotency key.</summary>
    public DbSet<AnsweredCall> AnsweredCalls => Set<AnsweredCall>();

    /// <summary>Whether rows keep the versions that they come with: for rows that are brought back from an archive.</summary>
    internal bool KeepsVersions { get; set; }

    /// <summary>Whether the error says that a row with this key is there already.</summary>
    public abstract bool IsDuplicate(DbUpdateException error);

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LedgerContext).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Milliseconds since 1970 sort and compare alike in both stores; SQLite has no type for instants.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MillisecondsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private void CountVersions()
    {
        if (KeepsVersions)
            return;
        foreach (var entry in ChangeTracker.Entries<Versioned>())
        {
            if (entry.State == EntityState.Added)
                entry.Entity.Version = 1;
            else if (entry.State == EntityState.Modified)
                entry.Entity.Version++;
        }
    }

    private sealed class MillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
