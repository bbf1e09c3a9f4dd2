using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Mapping;

internal sealed class PlanMapping : VersionedMapping<WorkPlan>
{
    protected override void Map(EntityTypeBuilder<WorkPlan> builder)
    {
        builder.ToTable("plans");
        builder.HasMany(plan => plan.Imports).WithOne().HasForeignKey(import => import.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(plan => plan.Tasks).WithOne().HasForeignKey(task => task.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportMapping : VersionedMapping<Import>
{
    protected override void Map(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("imports");

        // One revision of a plan is imported once, however many processes try.
        builder.HasIndex(import => new { import.PlanId, import.Revision }).IsUnique();
        builder.HasMany(import => import.Findings).WithOne().HasForeignKey(finding => finding.ImportId);
    }
}

internal sealed class ImportFindingMapping : IEntityTypeConfiguration<ImportFinding>
{
    public void Configure(EntityTypeBuilder<ImportFinding> builder) => builder.ToTable("findings");
}
