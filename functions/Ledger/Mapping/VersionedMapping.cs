using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Mapping;

/// <summary>What all versioned rows share: their key comes from the program, their version guards every change.</summary>
internal abstract class VersionedMapping<T> : IEntityTypeConfiguration<T>
    where T : Versioned
{
    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        Map(builder);
    }

    protected abstract void Map(EntityTypeBuilder<T> builder);
}
