using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Mapping;

internal sealed class TaskReportMapping : VersionedMapping<TaskReport>
{
    protected override void Map(EntityTypeBuilder<TaskReport> builder)
    {
        builder.ToTable("reports");

        // The same report twice is one, whoever brings it at the same moment.
        builder.HasIndex(report => report.Print).IsUnique();
        builder.HasIndex(report => new { report.PlanId, report.TaskId });
        builder.HasOne<LedgerTask>().WithMany().HasForeignKey(report => report.TaskId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LetterMapping : VersionedMapping<Letter>
{
    protected override void Map(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("letters");
        builder.HasIndex(letter => letter.PaperId).IsUnique();

        // Two who prepare the same letter at the same moment prepare one.
        builder.HasIndex(letter => new { letter.PlanId, letter.Step, letter.Body, letter.Round }).IsUnique();
        builder.HasOne<Paper>().WithMany().HasForeignKey(letter => letter.PaperId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(letter => letter.Matters).WithOne().HasForeignKey(matter => matter.LetterId);
    }
}

internal sealed class LetterMatterMapping : IEntityTypeConfiguration<LetterMatter>
{
    public void Configure(EntityTypeBuilder<LetterMatter> builder)
    {
        builder.ToTable("letter_matters");
        builder.HasOne<LedgerTask>().WithMany().HasForeignKey(matter => matter.TaskId).OnDelete(DeleteBehavior.Restrict);
    }
}
