using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Mapping;

internal sealed class FilingMapping : VersionedMapping<FiledFile>
{
    protected override void Map(EntityTypeBuilder<FiledFile> builder)
    {
        builder.ToTable("filed_files");

        // One file lies at a place, whoever files at the same moment.
        builder.HasIndex(file => new { file.Drive, file.Place }).IsUnique().HasFilter("\"ReplacedAt\" IS NULL");
        builder.HasIndex(file => new { file.Drive, file.Identity });
        builder.HasIndex(file => file.PaperId);
        builder.HasOne<Paper>().WithMany().HasForeignKey(file => file.PaperId).OnDelete(DeleteBehavior.Restrict);
    }
}
