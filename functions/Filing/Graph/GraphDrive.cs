using Microsoft.Graph.Drives.Item.Items.Item.CreateLink;
using Microsoft.Graph.Models;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>
/// A document library of SharePoint or OneDrive as a drive, through Microsoft Graph. A file's version is its cTag, which changes with the
/// content alone; files are replaced under the condition that they are still the ones that were seen.
/// </summary>
public sealed class GraphDrive : IDrive, IDisposable
{
    private const int MostLooks = 5;

    private readonly GraphSettings _settings;
    private readonly GraphLibrary _library;
    private readonly GraphFolders _folders;
    private readonly GraphContent _contents;
    private readonly GraphUpload _upload;
    private readonly GraphColumns _columns;

    /// <summary>A library as the settings name it; nothing is sent before something is asked of it.</summary>
    /// <param name="settings">The library, and how to sign in.</param>
    /// <param name="time">For waiting between tries.</param>
    public GraphDrive(GraphSettings settings, TimeProvider time)
        : this(settings, () => GraphAccount.Open(settings), time)
    {
    }

    internal GraphDrive(GraphSettings settings, Func<GraphAccount> account, TimeProvider time, UploadSizes? sizes = null)
    {
        _settings = settings;
        _library = new GraphLibrary(settings, new Lazy<GraphAccount>(account, LazyThreadSafetyMode.PublicationOnly), new GraphCalls(settings.Waiting, time));
        _folders = new GraphFolders(_library);
        _contents = new GraphContent(_library);
        _upload = new GraphUpload(_library, _contents, sizes ?? UploadSizes.Usual);
        _columns = new GraphColumns(_library);
    }

    /// <inheritdoc/>
    public string Address => _settings.Address;

    /// <inheritdoc/>
    public async Task<DriveFile?> StatAsync(string place, CancellationToken cancellation) =>
        await _library.FindFileAsync(Full(place), cancellation) is { } item ? FileOf(place, item) : null;

    /// <inheritdoc/>
    public async Task<DriveListing> ListAsync(string folder, CancellationToken cancellation)
    {
        var (root, below) = (Full(""), Full(folder));
        var places = (await new GraphListing(_library).FilesAsync(cancellation)).Select(file => file.Place)
            .Where(place => below.Length == 0 || place.StartsWith(below + "/", StringComparison.OrdinalIgnoreCase));
        return new DriveListing([.. places.Select(place => root.Length > 0 ? place[(root.Length + 1)..] : place)], []);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FoldersAsync(string folder, CancellationToken cancellation) => _folders.ListAsync(Full(folder), cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(string place, CancellationToken cancellation)
    {
        if (await _library.FindFileAsync(Full(place), cancellation) is not { } item)
            return null;
        await using var stream = await _contents.FetchAsync(Full(place), item, cancellation);
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    /// <inheritdoc/>
    public async Task<DriveFile> PutAsync(DrivePut put, CancellationToken cancellation)
    {
        var full = Full(put.Place);
        var folder = GraphFolders.FolderOf(full);
        try
        {
            await _folders.MakeAsync(folder, cancellation);
            return FileOf(put.Place, await _upload.PutAsync(full, put, cancellation));
        }
        catch (DriveException e) when (e.Code == DriveCodes.NotFound)
        {
            // Somebody removed a folder that was there before.
            _folders.Forget(folder);
            await _folders.MakeAsync(folder, cancellation);
            return FileOf(put.Place, await _upload.PutAsync(full, put, cancellation));
        }
    }

    /// <inheritdoc/>
    public async Task<bool> HoldsAsync(DriveFile file, DriveContent content, CancellationToken cancellation) =>
        await _library.FindFileAsync(Full(file.Place), cancellation) is { } item && await _contents.IsAsync(Full(file.Place), item, content, cancellation);

    /// <inheritdoc/>
    public async Task<DriveFile> DescribeAsync(DriveFile file, DriveContent content, IReadOnlyDictionary<string, string> columns, CancellationToken cancellation)
    {
        var (full, pauses) = (Full(file.Place), _library.Calls.Begin(file.Place));
        for (var seen = file.Version; ;)
        {
            // Where somebody changed it, it is given back as it was: the change stays visible as one.
            if (await _library.FindAsync(full, cancellation, GraphColumns.Select) is not { } now || !await IsStillAsync(full, seen, now, content, cancellation))
                return file;
            if (!OfficeFile.IsOfKind(full) || OfficeFile.Is(full))
            {
                switch (await _columns.WriteAsync(full, now, columns, cancellation))
                {
                    case ColumnsWritten.Done:
                        // The library writes the columns into the file itself: that is a new version, and still the paper.
                        return await _library.FindFileAsync(full, cancellation) is { } after && await IsStillAsync(full, now.CTag, after, content, cancellation) ? FileOf(file.Place, after) : file;
                    case ColumnsWritten.Meanwhile when await pauses.OnceMoreAsync(MostLooks, cancellation):
                        seen = now.CTag ?? "";
                        continue;
                }
            }

            return FileOf(file.Place, now);
        }
    }

    /// <inheritdoc/>
    public async Task<string?> LinkAsync(string place, CancellationToken cancellation)
    {
        if (await _library.FindFileAsync(Full(place), cancellation) is not { } item)
            return null;
        try
        {
            return await ShareAsync(place, cancellation) ?? item.WebUrl;
        }
        catch (DriveException e) when (e.Code is DriveCodes.Denied or DriveCodes.Invalid)
        {
            // Sharing is switched off: those who may read the library can open its own address.
            return item.WebUrl;
        }
    }

    /// <summary>A link for everybody in the organisation to read the file with.</summary>
    /// <exception cref="DriveException">The site does not allow it.</exception>
    internal async Task<string?> ShareAsync(string place, CancellationToken cancellation)
    {
        var address = await _library.AddressAsync(Full(place), "createLink", cancellation);
        return (await _library.Calls.RunAsync(place, stop =>
        {
            var wanted = new CreateLinkPostRequestBody { Type = "view", Scope = "organization" };
            return new CreateLinkRequestBuilder(address, _library.Requests).PostAsync(wanted, cancellationToken: stop);
        }, cancellation))?.Link?.WebUrl;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DriveCheck>> CheckAsync(CancellationToken cancellation) => new GraphChecks(this, _library, _columns, _upload).RunAsync(Full(""), cancellation);

    /// <inheritdoc/>
    public void Dispose() => _library.Dispose();

    private async Task<bool> IsStillAsync(string full, string? version, DriveItem item, DriveContent content, CancellationToken cancellation) =>
        item.CTag == version || await _contents.IsAsync(full, item, content, cancellation);

    private string Full(string place) => string.Join('/', new[] { _settings.Root.Trim('/'), place.Trim('/') }.Where(part => part.Length > 0));

    private static DriveFile FileOf(string place, DriveItem item) => new(
        place[..(place.LastIndexOf('/') + 1)] + (item.Name ?? place[(place.LastIndexOf('/') + 1)..]),
        item.Size ?? 0, item.CTag ?? "", item.LastModifiedDateTime ?? DateTimeOffset.MinValue, item.WebUrl ?? "");
}
