using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Mapping;

internal sealed class AccessKeyMapping : VersionedMapping<AccessKey>
{
    protected override void Map(EntityTypeBuilder<AccessKey> builder)
    {
        builder.ToTable("access_keys");
        builder.HasIndex(key => key.Hash).IsUnique();
    }
}

internal sealed class AnsweredCallMapping : IEntityTypeConfiguration<AnsweredCall>
{
    public void Configure(EntityTypeBuilder<AnsweredCall> builder)
    {
        builder.ToTable("answered_calls");
        builder.HasKey(call => call.Key);
        builder.HasIndex(call => call.At);
    }
}
