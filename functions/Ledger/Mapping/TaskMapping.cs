using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Mapping;

internal sealed class TaskMapping : VersionedMapping<LedgerTask>
{
    protected override void Map(EntityTypeBuilder<LedgerTask> builder)
    {
        builder.ToTable("tasks");
        builder.HasIndex(task => new { task.PlanId, task.State, task.Ordinal });
        builder.HasIndex(task => new { task.PlanId, task.State, task.Due, task.Ordinal });
        builder.HasMany(task => task.Parties).WithOne().HasForeignKey(party => party.TaskId);
        builder.HasMany(task => task.Deadlines).WithOne().HasForeignKey(deadline => deadline.TaskId);
    }
}

internal sealed class TaskPartyMapping : IEntityTypeConfiguration<TaskParty>
{
    public void Configure(EntityTypeBuilder<TaskParty> builder)
    {
        builder.ToTable("parties");

        // What each department has to do is asked for all day.
        builder.HasIndex(party => new { party.Body, party.TaskId, party.Role });
    }
}

internal sealed class TaskDeadlineMapping : IEntityTypeConfiguration<TaskDeadline>
{
    public void Configure(EntityTypeBuilder<TaskDeadline> builder)
    {
        builder.ToTable("deadlines");
        builder.HasIndex(deadline => new { deadline.Due, deadline.TaskId });
    }
}
