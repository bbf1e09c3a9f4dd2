using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace YiyuanSafety.Ledger.Bytes;

/// <summary>Contents in a container of Azure Storage.</summary>
/// <param name="container">The container; made where it is missing.</param>
public sealed class BlobBytes(BlobContainerClient container) : IByteStore
{
    /// <inheritdoc/>
    public async Task<(string Hash, long Length)> PutAsync(Stream content, CancellationToken cancellation)
    {
        // The address must be known before the upload, so the content is kept on the disk meanwhile when it is large.
        await using var kept = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await content.CopyToAsync(kept, cancellation);
        kept.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(kept, cancellation));
        kept.Position = 0;
        try
        {
            await container.GetBlobClient(hash).UploadAsync(kept, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // It is there already.
        }

        return (hash, kept.Length);
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string hash, CancellationToken cancellation)
    {
        try
        {
            return await container.GetBlobClient(hash).OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<string?> TroubleAsync(CancellationToken cancellation)
    {
        try
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return null;
        }
        catch (RequestFailedException e)
        {
            return $"存放文件的 Azure 容器不可用（{e.ErrorCode ?? e.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)}）。";
        }
    }
}
