using System.Security.Cryptography;

namespace YiyuanSafety.Ledger.Bytes;

/// <summary>Contents in a folder, under the first two digits of their address.</summary>
/// <param name="folder">The folder; made where it is missing.</param>
public sealed class FolderBytes(string folder) : IByteStore
{
    /// <inheritdoc/>
    public async Task<(string Hash, long Length)> PutAsync(Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName() + ".part");
        try
        {
            string hash;
            long length;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                await content.CopyToAsync(file, cancellation);
                file.Position = 0;
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
                length = file.Length;
                file.Flush(true);
            }

            var target = Place(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
            File.Move(temporary, target, true);
            return (hash, length);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string hash, CancellationToken cancellation)
    {
        var place = Place(hash);
        return Task.FromResult<Stream?>(File.Exists(place) ? new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, true) : null);
    }

    /// <inheritdoc/>
    public async Task<string?> TroubleAsync(CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName() + ".part");
            await File.WriteAllTextAsync(probe, "", cancellation);
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "存放文件的文件夹不能写入，可能磁盘已满或没有权限。";
        }
    }

    // An address is all digits, so it cannot lead out of the folder.
    private string Place(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, hash[..2], hash)
        : throw new ArgumentException("An address is 64 lower-case hexadecimal digits.", nameof(hash));
}
