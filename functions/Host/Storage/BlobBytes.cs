using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using YiyuanSafety.Ledger.Bytes;

namespace YiyuanSafety.Host.Storage;

/// <summary>Contents as blobs, named by their address.</summary>
/// <param name="container">The container; made where it is missing.</param>
internal sealed class BlobBytes(BlobContainerClient container) : IByteStore
{
    // Up to here a content goes in one request and is there whole or not at all; beyond, in blocks that count once all are there.
    private const long OneRequest = 256L * 1024 * 1024;
    private const string Probe = "probe";

    /// <inheritdoc/>
    public async Task<(string Hash, long Length)> PutAsync(Stream content, CancellationToken cancellation)
    {
        // The address is known at the end only, and a content may be larger than what fits into memory several times over.
        await using var file = PassingFile.Open();
        await content.CopyToAsync(file, cancellation);
        file.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        var length = file.Length;
        await WithContainerAsync(() => UploadAsync(hash, file, cancellation), cancellation);
        return (hash, length);
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string hash, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(Address(hash));
        try
        {
            return (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value.Content;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound || e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<string?> TroubleAsync(CancellationToken cancellation)
    {
        try
        {
            await WithContainerAsync(() => container.GetBlobClient(Probe).UploadAsync(BinaryData.Empty, overwrite: true, cancellation), cancellation);
            return null;
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellation))
        {
            return "存放文件的 Azure 存储账户没有回应或不让写入，请核对账户、权限和网络。";
        }
    }

    private async Task UploadAsync(string hash, FileStream file, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(hash);
        file.Position = 0;
        try
        {
            // The service counts the checksum of what reached it: what lies there under an address is what was hashed.
            await blob.UploadAsync(
                file,
                new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    TransferOptions = new StorageTransferOptions { InitialTransferSize = OneRequest },
                    TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
                },
                cancellation);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            // It is there already, and what is there is right.
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            // Somebody who put the same was faster, and his blocks count.
            if (!await blob.ExistsAsync(cancellation))
                throw;
        }
    }

    // The container is made when it is missed, so that in daily use nothing is asked for it.
    private async Task WithContainerAsync(Func<Task> work, CancellationToken cancellation)
    {
        try
        {
            await work();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await work();
        }
    }

    private static string Address(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
        ? hash
        : throw new ArgumentException("An address is 64 lower-case hexadecimal digits.", nameof(hash));
}
