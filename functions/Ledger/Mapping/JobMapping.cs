using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Mapping;

internal sealed class JobMapping : VersionedMapping<Job>
{
    protected override void Map(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs");
        builder.HasIndex(job => new { job.State, job.At });
        builder.HasIndex(job => new { job.PlanId, job.At });
        builder.HasMany(job => job.Items).WithOne().HasForeignKey(item => item.JobId);
    }
}

internal sealed class JobItemMapping : IEntityTypeConfiguration<JobItem>
{
    public void Configure(EntityTypeBuilder<JobItem> builder)
    {
        builder.ToTable("job_items");
        builder.HasIndex(item => new { item.JobId, item.Ordinal }).IsUnique();
    }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.HasIndex(entry => new { entry.Subject, entry.Id });
    }
}
