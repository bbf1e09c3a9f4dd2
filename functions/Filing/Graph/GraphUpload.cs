using Microsoft.Graph.Drives.Item.Items.Item.Content;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>
/// Puts a file into the library: small ones in one request, large ones in slices. A request whose answer was lost is sent again; that it
/// cannot do its work twice is Graph's promise (a new file fails on a name that is taken, a replaced one on a version that is gone), and
/// whether the first one had done it is seen by what lies there.
/// </summary>
internal sealed class GraphUpload(GraphLibrary library, GraphContent contents, UploadSizes sizes)
{
    private const string Conflict = "@microsoft.graph.conflictBehavior";
    private const int MostSessions = 5;

    private readonly UploadSlices _slices = new(library, sizes.Slice);

    /// <summary>Puts a file into a folder that is there.</summary>
    /// <returns>The item as it lies there now.</returns>
    /// <exception cref="DriveException">As <see cref="IDrive.PutAsync"/> says; <see cref="DriveCodes.NotFound"/> where the folder is gone.</exception>
    public async Task<DriveItem> PutAsync(string place, DrivePut put, CancellationToken cancellation)
    {
        var tag = "";
        if (put.Replaces is { } version)
        {
            var there = await library.FindFileAsync(place, cancellation) ?? throw GraphErrors.Told(412, "", place, null);
            if (there.CTag != version)
                return await contents.IsAsync(place, there, put.Content, cancellation) ? there : throw GraphErrors.Told(412, "", place, null);
            tag = there.ETag ?? throw GraphErrors.Told(412, "", place, null);
        }

        try
        {
            return put.Content.Length <= sizes.AtOnce ? await AtOnceAsync(place, put.Content, tag, cancellation) : await InSlicesAsync(place, put.Content, tag, cancellation);
        }
        catch (DriveException e) when (e.Code is DriveCodes.Occupied or DriveCodes.Changed)
        {
            if (await FinishedAsync(place, put.Content, cancellation) is { } done)
                return done;

            // Nothing lies there, and yet the name is taken: a broken upload of it has not run out.
            if (e.Code == DriveCodes.Occupied && put.Replaces is null && await library.FindAsync(place, cancellation) is null)
                throw GraphErrors.Told(423, "", place, e);
            throw;
        }
    }

    /// <summary>Begins a session for a new file and gives it up, to see whether that is allowed.</summary>
    public async Task<bool> TryBeginAsync(string place, DriveContent content, CancellationToken cancellation)
    {
        await _slices.GiveUpAsync(await BeginAsync(place, content, "", cancellation));
        return true;
    }

    private async Task<DriveItem> AtOnceAsync(string place, DriveContent content, string tag, CancellationToken cancellation)
    {
        var address = await library.AddressAsync(place, tag.Length > 0 ? "content" : $"content?{Conflict}=fail", cancellation);
        return await library.Calls.RunAsync(place, async stop =>
        {
            await using var stream = await content.OpenAsync(stop);
            return await new ContentRequestBuilder(address, library.Requests).PutAsync(stream, request => Match(request.Headers, tag), stop);
        }, cancellation) ?? throw GraphErrors.Told(502, "", place, null);
    }

    private async Task<DriveItem> InSlicesAsync(string place, DriveContent content, string tag, CancellationToken cancellation)
    {
        for (var session = 1; session <= MostSessions; session++)
        {
            var address = await BeginAsync(place, content, tag, cancellation);
            if (await _slices.SendAsync(address, content, place, stop => CheckAsync(place, tag, stop), cancellation) is { } item)
                return item;

            // The session is gone: it had run out, or the last slice had arrived and its answer had not.
            if (await FinishedAsync(place, content, cancellation) is { } done)
                return done;
        }

        throw GraphErrors.Told(504, "", place, null);
    }

    // A session looks at the condition when it begins, which may be minutes before it ends.
    private async Task CheckAsync(string place, string tag, CancellationToken cancellation)
    {
        if (tag.Length > 0 && (await library.FindFileAsync(place, cancellation))?.ETag != tag)
            throw GraphErrors.Told(412, "", place, null);
    }

    private async Task<Uri> BeginAsync(string place, DriveContent content, string tag, CancellationToken cancellation)
    {
        var address = await library.AddressAsync(place, "createUploadSession", cancellation);
        var session = await library.Calls.RunAsync(place, stop =>
        {
            // Made anew for each try: the SDK sends of a model only what was changed since it was sent last.
            var behaviour = new Dictionary<string, object> { [Conflict] = tag.Length > 0 ? "replace" : "fail" };
            var wanted = new CreateUploadSessionPostRequestBody { Item = new DriveItemUploadableProperties { AdditionalData = behaviour } };
            return new CreateUploadSessionRequestBuilder(address, library.Requests).PostAsync(wanted, request => Match(request.Headers, tag), stop);
        }, cancellation);
        return session?.UploadUrl is { } url ? new Uri(url) : throw GraphErrors.Told(502, "", place, null);
    }

    private async Task<DriveItem?> FinishedAsync(string place, DriveContent content, CancellationToken cancellation) =>
        await library.FindFileAsync(place, cancellation) is { } there && await contents.IsAsync(place, there, content, cancellation) ? there : null;

    private static void Match(RequestHeaders headers, string tag)
    {
        if (tag.Length > 0)
            headers.Add("If-Match", tag);
    }
}
