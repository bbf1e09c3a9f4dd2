using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>
/// Sends the slices of an upload session. After a break the server says what it has, and the sending goes on from there. Graph's own upload
/// task is not used: it waits on the machine's clock and takes a session that has run out for an error (docs/decisions).
/// </summary>
internal sealed class UploadSlices(GraphLibrary library, int slice)
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    /// <summary>Sends a content.</summary>
    /// <param name="address">The session's own address; carries its own permission.</param>
    /// <param name="content">The content.</param>
    /// <param name="place">For messages.</param>
    /// <param name="beforeLast">Asked before the last slice, with which the file takes its place; throws where it no longer may.</param>
    /// <param name="cancellation">Stops; the session is given up.</param>
    /// <returns>The finished item; null where there is no such session any more.</returns>
    /// <exception cref="DriveException">The library would not; the session is given up.</exception>
    public async Task<DriveItem?> SendAsync(Uri address, DriveContent content, string place, Func<CancellationToken, Task> beforeLast, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(slice);
        try
        {
            await using var source = await content.OpenAsync(cancellation);
            return await SendAsync(address, source, content.Length, buffer, library.Calls.Begin(place), beforeLast, cancellation);
        }
        catch
        {
            await GiveUpAsync(address);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<DriveItem?> SendAsync(Uri address, Stream source, long length, byte[] buffer, GraphCalls.Pauses pauses, Func<CancellationToken, Task> beforeLast, CancellationToken cancellation)
    {
        for (long? next = 0; next is { } from;)
        {
            if (length - from <= slice)
                await beforeLast(cancellation);
            try
            {
                using var response = await PutAsync(address, source, from, length, buffer, cancellation);
                switch (response.StatusCode)
                {
                    case HttpStatusCode.OK or HttpStatusCode.Created:
                        return await KiotaJsonSerializer.DeserializeAsync<DriveItem>(await response.Content.ReadAsStreamAsync(cancellation), cancellation);
                    case HttpStatusCode.Accepted when await ExpectedAsync(response, cancellation) is { } expected && expected > from:
                        pauses.GotOn();
                        next = expected;
                        continue;
                    case HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                        return null;
                    case HttpStatusCode.Accepted or HttpStatusCode.RequestedRangeNotSatisfiable:
                        await pauses.AfterAsync(500, "", TimeSpan.Zero, null, cancellation);
                        break;
                    default:
                        await pauses.AfterAsync((int)response.StatusCode, await CodeAsync(response, cancellation), library.Calls.RetryAfter(response), null, cancellation);
                        break;
                }
            }
            catch (Exception e) when (e is JsonException || GraphErrors.IsBroken(e, cancellation))
            {
                await pauses.AfterBreakAsync(e, cancellation);
            }

            next = await AskAsync(address, pauses, cancellation);
        }

        return null;
    }

    private async Task<HttpResponseMessage> PutAsync(Uri address, Stream source, long from, long length, byte[] buffer, CancellationToken cancellation)
    {
        var count = (int)Math.Min(slice, length - from);
        source.Position = from;
        await source.ReadExactlyAsync(buffer.AsMemory(0, count), cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(buffer, 0, count) };
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(from, from + count - 1, length);
        return await library.Bare.SendAsync(request, cancellation);
    }

    // Where the next slice begins; null where there is no such session any more.
    private async Task<long?> AskAsync(Uri address, GraphCalls.Pauses pauses, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                using var response = await library.Bare.GetAsync(address, cancellation);
                if (response.StatusCode is HttpStatusCode.OK)
                    return await ExpectedAsync(response, cancellation);
                if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                    return null;
                await pauses.AfterAsync((int)response.StatusCode, await CodeAsync(response, cancellation), library.Calls.RetryAfter(response), null, cancellation);
            }
            catch (Exception e) when (e is JsonException || GraphErrors.IsBroken(e, cancellation))
            {
                await pauses.AfterBreakAsync(e, cancellation);
            }
        }
    }

    private static async Task<long?> ExpectedAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var session = await KiotaJsonSerializer.DeserializeAsync<UploadSession>(await response.Content.ReadAsStreamAsync(cancellation), cancellation);
        return session?.NextExpectedRanges is [{ } first, ..] && long.TryParse(first.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : null;
    }

    private static async Task<string> CodeAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return json.RootElement.GetProperty("error").GetProperty("code").GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's own page, not Graph's words.
            return "";
        }
    }

    /// <summary>Gives a session up: what was sent so far is thrown away. Where that fails too, the session runs out by itself.</summary>
    public async Task GiveUpAsync(Uri address)
    {
        using var farewell = new CancellationTokenSource(Farewell);
        try
        {
            using var response = await library.Bare.DeleteAsync(address, farewell.Token);
        }
        catch (Exception e) when (GraphErrors.IsBroken(e, CancellationToken.None))
        {
        }
    }
}
