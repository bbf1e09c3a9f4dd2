using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Mapping;

internal sealed class PaperMapping : VersionedMapping<Paper>
{
    protected override void Map(EntityTypeBuilder<Paper> builder)
    {
        builder.ToTable("papers");

        // The same job done twice makes one paper.
        builder.HasIndex(paper => new { paper.PlanId, paper.Identity }).IsUnique();
        builder.HasOne<WorkPlan>().WithMany().HasForeignKey(paper => paper.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(paper => paper.Revisions).WithOne().HasForeignKey(revision => revision.PaperId);
    }
}

internal sealed class PaperRevisionMapping : IEntityTypeConfiguration<PaperRevision>
{
    public void Configure(EntityTypeBuilder<PaperRevision> builder)
    {
        builder.ToTable("paper_revisions");
        builder.HasIndex(revision => new { revision.PaperId, revision.Number }).IsUnique();
    }
}

internal sealed class IssueNumberMapping : VersionedMapping<IssueNumber>
{
    protected override void Map(EntityTypeBuilder<IssueNumber> builder)
    {
        builder.ToTable("issue_numbers");
        builder.HasIndex(number => new { number.Code, number.Year, number.Serial }).IsUnique();

        // A paper bears one good number of a code and year, whoever asks at the same moment.
        builder.HasIndex(number => new { number.PaperId, number.Code, number.Year }).IsUnique().HasFilter("\"VoidedBecause\" IS NULL");
        builder.HasOne<Paper>().WithMany().HasForeignKey(number => number.PaperId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IssueCounterMapping : IEntityTypeConfiguration<IssueCounter>
{
    public void Configure(EntityTypeBuilder<IssueCounter> builder)
    {
        builder.ToTable("issue_counters");
        builder.HasKey(counter => new { counter.Code, counter.Year });
    }
}
