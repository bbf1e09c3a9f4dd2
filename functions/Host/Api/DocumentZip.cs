using System.IO.Compression;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Api;

/// <summary>All newest files in one zip, in their folders.</summary>
internal static class DocumentZip
{
    /// <summary>Writes the zip as it goes; nothing is held in memory.</summary>
    public static async Task WriteAsync(IReadOnlyList<Paper> papers, IByteStore bytes, Stream output, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, true, null, cancellation);
        foreach (var paper in papers)
        {
            var (content, at) = await DocumentRows.OpenAsync(paper, null, bytes, cancellation);
            await using (content)
            {
                // The files are zips themselves: compressing them again only takes time.
                var entry = zip.CreateEntry(paper.Path, CompressionLevel.NoCompression);
                entry.LastWriteTime = at;
                await using var target = await entry.OpenAsync(cancellation);
                await content.CopyToAsync(target, cancellation);
            }
        }
    }
}
