using System.Security.Cryptography;
using Microsoft.Graph.Models;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>Contents of files of the library: fetched, and compared with what was filed.</summary>
internal sealed class GraphContent(GraphLibrary library)
{
    private const string DownloadUrl = "@microsoft.graph.downloadUrl";

    /// <summary>
    /// Whether a file is a content. Size and hash tell it without fetching; where they differ, an Office file may still be the one that was
    /// sent with the library's columns written into it.
    /// </summary>
    public async Task<bool> IsAsync(string place, DriveItem item, DriveContent content, CancellationToken cancellation)
    {
        var isSameSize = item.Size == content.Length;
        if (isSameSize && item.File?.Hashes?.QuickXorHash is { Length: > 0 } hash)
        {
            await using var ours = await content.OpenAsync(cancellation);
            if (await QuickXor.OfAsync(ours, cancellation) == hash)
                return true;
        }
        else if (isSameSize)
        {
            // A hash comes some time after the file.
            await using var fetched = await FetchAsync(place, item, cancellation);
            if (fetched is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(fetched, cancellation)) == content.Hash)
                return true;
        }

        if (!OfficeFile.Is(place))
            return false;
        await using var sent = await content.OpenAsync(cancellation);
        await using var found = await FetchAsync(place, item, cancellation);
        return found is not null && OfficeFile.IsSame(sent, found);
    }

    /// <summary>Fetches a file whole; null where it is gone. It lies on disk until the stream is closed: files may be large.</summary>
    public async Task<Stream?> FetchAsync(string place, DriveItem item, CancellationToken cancellation)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var pauses = library.Calls.Begin(place);
            while (!await FillAsync(place, item, file, pauses, cancellation))
            {
                // The address is good for an hour, and the file may have been changed meanwhile: both are asked for anew.
                if (await library.FindFileAsync(place, cancellation) is not { } now)
                {
                    await file.DisposeAsync();
                    return null;
                }

                item = now;
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> FillAsync(string place, DriveItem item, FileStream file, GraphCalls.Pauses pauses, CancellationToken cancellation)
    {
        try
        {
            if (!item.AdditionalData.TryGetValue(DownloadUrl, out var found) || found is not string address)
                throw GraphErrors.Told(403, "", place, null);
            file.SetLength(0);
            using var response = await library.Bare.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.IsSuccessStatusCode)
            {
                await CopyAsync(await response.Content.ReadAsStreamAsync(cancellation), file, cancellation);
                return true;
            }

            // An address that has run out is no error: a new one is asked for.
            var status = (int)response.StatusCode is 401 or 403 or 404 or 410 ? 503 : (int)response.StatusCode;
            await pauses.AfterAsync(status, "", library.Calls.RetryAfter(response), null, cancellation);
        }
        catch (Exception e) when (GraphErrors.IsBroken(e, cancellation))
        {
            await pauses.AfterBreakAsync(e, cancellation);
        }

        return false;
    }

    // The client's own limit ends with the head of an answer: a line that goes silent in the middle would be waited for without end.
    private async Task CopyAsync(Stream from, FileStream to, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var buffer = new byte[1 << 16];
        while (true)
        {
            silence.CancelAfter(library.Bare.Timeout);
            var read = await from.ReadAsync(buffer, silence.Token);
            if (read == 0)
                return;
            try
            {
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            catch (IOException e)
            {
                throw new DriveException(DriveCodes.Full, "本机临时文件夹写不进去，可能磁盘已满，没有取到共享位置上的文件。请腾出空间后重试。", e);
            }
        }
    }
}
