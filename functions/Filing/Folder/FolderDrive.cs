using System.Security.Cryptography;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Folder;

/// <summary>
/// A folder as a drive: on this machine, or a mounted share. A file is written under a temporary name, flushed and renamed, so that none is
/// ever half there; the name is taken only where nobody else took it meanwhile.
/// </summary>
/// <param name="root">The folder, full path. It must be there: a share that is not mounted must not be mistaken for an empty one.</param>
/// <param name="time">For waiting between tries.</param>
public sealed class FolderDrive(string root, TimeProvider time) : IDrive
{
    // Word and Excel open no path that is longer.
    private const int LongestPath = 259;

    private readonly ShareRetry _retry = new(root, time);

    /// <inheritdoc/>
    public string Address => root;

    /// <inheritdoc/>
    public Task<DriveFile?> StatAsync(string place, CancellationToken cancellation) =>
        _retry.RunAsync(place, async () => FolderPlaces.Find(root, place) is { } path ? await FileAsync(new FileInfo(path), cancellation) : null, cancellation);

    /// <inheritdoc/>
    public Task<DriveListing> ListAsync(string folder, CancellationToken cancellation) =>
        _retry.RunAsync(folder, () => Task.FromResult(FolderListing.Of(root, folder, cancellation)), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FoldersAsync(string folder, CancellationToken cancellation) =>
        _retry.RunAsync(folder, () => Task.FromResult(FolderPlaces.Folders(root, folder)), cancellation);

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync(string place, CancellationToken cancellation) =>
        _retry.RunAsync(place, async () => FolderPlaces.Find(root, place) is { } path ? await BytesAsync(path, cancellation) : null, cancellation);

    /// <inheritdoc/>
    public Task<DriveFile> PutAsync(DrivePut put, CancellationToken cancellation)
    {
        if (Path.Combine(root, put.Place).Length > LongestPath)
            throw new DriveException(DriveCodes.Invalid, $"“{put.Place}”连同归档文件夹“{root}”超过 {LongestPath} 个字符，Word 打不开这么长的路径。请把归档文件夹设在更浅的位置，或缩短归档路径的格式。");
        return _retry.RunAsync(put.Place, () => WriteAsync(put, cancellation), cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>Folders have no columns.</remarks>
    public Task<DriveFile> DescribeAsync(DriveFile file, DriveContent content, IReadOnlyDictionary<string, string> columns, CancellationToken cancellation) => Task.FromResult(file);

    /// <inheritdoc/>
    public Task<bool> HoldsAsync(DriveFile file, DriveContent content, CancellationToken cancellation) =>
        Task.FromResult(file.Length == content.Length && file.Version == content.Hash);

    /// <inheritdoc/>
    public async Task<string?> LinkAsync(string place, CancellationToken cancellation) => (await StatAsync(place, cancellation))?.Link;

    /// <inheritdoc/>
    public Task<IReadOnlyList<DriveCheck>> CheckAsync(CancellationToken cancellation) => FolderChecks.RunAsync(root, this, cancellation);

    private async Task<DriveFile> WriteAsync(DrivePut put, CancellationToken cancellation)
    {
        var folder = FolderPlaces.MakeFolder(root, Path.GetDirectoryName(put.Place) ?? "");
        LeftOver.Sweep(folder, time.GetUtcNow());
        var temporary = LeftOver.NewName(folder);
        try
        {
            await FillAsync(temporary, put.Content, cancellation);
            var target = put.Replaces is null ? await TakeAsync(temporary, folder, put.Place, cancellation) : await ReplaceAsync(temporary, put, cancellation);
            return await FileAsync(new FileInfo(target), cancellation);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task FillAsync(string temporary, DriveContent content, CancellationToken cancellation)
    {
        await using var source = await content.OpenAsync(cancellation);
        await using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, useAsync: true);
        await source.CopyToAsync(file, cancellation);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) != content.Hash)
            throw new IOException("What was written is not what was to be written.");
    }

    // Renaming onto a name that is taken fails on Windows. Elsewhere it is looked whether it is taken, and then renamed: without the lock, two
    // writers could both find it free, and one file would be gone.
    private async Task<string> TakeAsync(string temporary, string folder, string place, CancellationToken cancellation)
    {
        var target = Path.Combine(folder, Path.GetFileName(place));
        using var alone = OperatingSystem.IsWindows() ? null : await FolderLock.TakeAsync(root, time, cancellation);
        if (FolderPlaces.Find(root, place) is not null)
            throw Occupied(place);
        try
        {
            File.Move(temporary, target, overwrite: false);
        }
        catch (IOException) when (File.Exists(target) && File.Exists(temporary))
        {
            throw Occupied(place);
        }

        return target;
    }

    // The old file is put aside in the same step: where it turns out to be another one than was meant, it gets its place back.
    private async Task<string> ReplaceAsync(string temporary, DrivePut put, CancellationToken cancellation)
    {
        var target = FolderPlaces.Find(root, put.Place) ?? throw Changed(put.Place);
        using var alone = await FolderLock.TakeAsync(root, time, cancellation);
        if (await HashAsync(target, cancellation) != put.Replaces)
            throw Changed(put.Place);
        if (OpenMark.Of(target) is { } mark)
            throw new DriveException(DriveCodes.Busy, $"“{put.Place}”正被人打开着，没有改动。请关闭后重试；确实没有人打开的，请删除旁边的“{mark}”。");
        var aside = LeftOver.NewName(Path.GetDirectoryName(target) ?? "");
        File.Replace(temporary, target, aside);
        if (await HashAsync(aside, CancellationToken.None) != put.Replaces)
        {
            File.Replace(aside, target, null);
            throw Changed(put.Place);
        }

        File.Delete(aside);
        return target;
    }

    private async Task<DriveFile> FileAsync(FileInfo file, CancellationToken cancellation)
    {
        var place = Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
        return new DriveFile(place, file.Length, await HashAsync(file.FullName, cancellation), new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero), file.FullName);
    }

    private static async Task<byte[]> BytesAsync(string path, CancellationToken cancellation)
    {
        await using var stream = Open(path);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var stream = Open(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }

    // Others may write, rename and delete while it is read: reading a share must not be in anybody's way.
    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);

    private static DriveException Occupied(string place) => new(DriveCodes.Occupied, $"归档位置“{place}”已有另一个文件。请换一个位置，或先把那个文件移走。");

    private static DriveException Changed(string place) => new(DriveCodes.Changed, $"“{place}”在归档期间被人改动或移走，没有覆盖。请核对后重试。");
}
