using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Mapping;

internal sealed class BodyMapping : VersionedMapping<Body>
{
    protected override void Map(EntityTypeBuilder<Body> builder)
    {
        builder.ToTable("bodies");
        builder.HasIndex(body => new { body.County, body.Name }).IsUnique();
    }
}

internal sealed class GroupMapping : VersionedMapping<Group>
{
    protected override void Map(EntityTypeBuilder<Group> builder)
    {
        builder.ToTable("groups");
        builder.HasIndex(group => new { group.County, group.Name }).IsUnique();
    }
}
