using Microsoft.Graph.Drives.Item;
using Microsoft.Graph.Drives.Item.Items.Item;
using Microsoft.Graph.Models;
using Microsoft.Graph.Sites.Item;
using Microsoft.Kiota.Abstractions;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>The library itself: which it is, how its items are addressed, and what lies at a place. Places are paths below its root.</summary>
internal sealed class GraphLibrary(GraphSettings settings, Lazy<GraphAccount> account, GraphCalls calls) : IDisposable
{
    /// <summary>What of an item is asked for.</summary>
    public const string Select = "$select=id,name,size,eTag,cTag,file,folder,package,webUrl,lastModifiedDateTime,parentReference,@microsoft.graph.downloadUrl";

    private readonly SemaphoreSlim _once = new(1);
    private string? _drive;

    /// <summary>Sends requests to Graph.</summary>
    public IRequestAdapter Requests => account.Value.Requests;

    /// <summary>Sends without sign-in.</summary>
    public HttpClient Bare => account.Value.Bare;

    /// <summary>Sends requests until they are answered.</summary>
    public GraphCalls Calls => calls;

    /// <summary>Address of the drive itself.</summary>
    /// <exception cref="DriveException">There is no such site or library, or it is not granted.</exception>
    public async Task<string> AddressAsync(CancellationToken cancellation)
    {
        if (_drive is { } known)
            return known;
        await _once.WaitAsync(cancellation);
        try
        {
            return _drive ??= $"{Endpoint}/drives/{Uri.EscapeDataString(await ResolveAsync(cancellation))}";
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Address of what lies at a place, to which <c>:/content</c> and the like can be added.</summary>
    public async Task<string> AddressAsync(string place, CancellationToken cancellation)
    {
        var names = PlaceNames.Of(place);
        return await AddressAsync(cancellation) + (names.Length == 0 ? "/root" : "/root:/" + string.Join('/', names.Select(Uri.EscapeDataString)));
    }

    /// <summary>Address of a part of what lies at a place, such as its children.</summary>
    public async Task<string> AddressAsync(string place, string part, CancellationToken cancellation) =>
        await AddressAsync(place, cancellation) + (PlaceNames.Of(place).Length == 0 ? "/" : ":/") + part;

    /// <summary>What lies at a place, a file or a folder; null for nothing.</summary>
    /// <param name="place">The place.</param>
    /// <param name="cancellation">Stops.</param>
    /// <param name="query">What of it is asked for.</param>
    public async Task<DriveItem?> FindAsync(string place, CancellationToken cancellation, string query = Select)
    {
        var address = $"{await AddressAsync(place, cancellation)}?{query}";
        try
        {
            return await calls.RunAsync(place, stop => new DriveItemItemRequestBuilder(address, Requests).GetAsync(cancellationToken: stop), cancellation);
        }
        catch (DriveException e) when (e.Code == DriveCodes.NotFound)
        {
            return null;
        }
    }

    /// <summary>The file at a place; null for nothing.</summary>
    /// <exception cref="DriveException">A folder lies there.</exception>
    public async Task<DriveItem?> FindFileAsync(string place, CancellationToken cancellation) =>
        await FindAsync(place, cancellation) is not { } item ? null
        : item.File is not null ? item
        : throw new DriveException(DriveCodes.Occupied, $"归档位置“{place}”是一个文件夹，不能写成文件。请给文件夹改名，或修改归档路径的格式。");

    /// <summary>Puts what lies at a place into the library's recycle bin.</summary>
    public async Task RemoveAsync(string place, CancellationToken cancellation)
    {
        var address = await AddressAsync(place, cancellation);
        try
        {
            await calls.RunAsync(place, async stop =>
            {
                await new DriveItemItemRequestBuilder(address, Requests).DeleteAsync(cancellationToken: stop);
                return true;
            }, cancellation);
        }
        catch (DriveException e) when (e.Code == DriveCodes.NotFound)
        {
            // It is gone: the answer of an earlier try was lost.
        }
    }

    /// <summary>The drive itself, with what is left of its room.</summary>
    public async Task<Drive> DriveAsync(CancellationToken cancellation)
    {
        var address = await AddressAsync(cancellation) + "?$select=id,name,webUrl,quota";
        return await calls.RunAsync(settings.Address, stop => new DriveItemRequestBuilder(address, Requests).GetAsync(cancellationToken: stop), cancellation) ?? new Drive();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _once.Dispose();
        if (account.IsValueCreated)
            account.Value.Dispose();
    }

    private string Endpoint => settings.Endpoint.AbsoluteUri.TrimEnd('/');

    private async Task<string> ResolveAsync(CancellationToken cancellation)
    {
        if (settings.Drive.Length > 0)
        {
            var address = $"{Endpoint}/drives/{Uri.EscapeDataString(settings.Drive)}?$select=id";
            return (await calls.RunAsync(settings.Address, stop => new DriveItemRequestBuilder(address, Requests).GetAsync(cancellationToken: stop), cancellation))?.Id ?? settings.Drive;
        }

        var wanted = settings.Site ?? throw new DriveException(DriveCodes.Invalid, "归档位置没有写明 SharePoint 的站点（Site）或文档库编号（Drive）。请在设置中填写，见 docs/filing.md。");
        var path = wanted.AbsolutePath.TrimEnd('/');
        var found = await calls.RunAsync(
            wanted.AbsoluteUri, stop => new SiteItemRequestBuilder($"{Endpoint}/sites/{wanted.Host}{(path.Length > 0 ? ":" + path : "")}?$select=id", Requests).GetAsync(cancellationToken: stop), cancellation);
        var site = $"{Endpoint}/sites/{found?.Id}";
        if (settings.Library.Length == 0)
            return await calls.RunAsync(settings.Address, stop => new Microsoft.Graph.Sites.Item.Drive.DriveRequestBuilder($"{site}/drive?$select=id", Requests).GetAsync(cancellationToken: stop), cancellation) is { Id: { } own }
                ? own
                : throw NoLibrary([]);
        var drives = await calls.RunAsync(settings.Address, stop => new Microsoft.Graph.Sites.Item.Drives.DrivesRequestBuilder($"{site}/drives?$select=id,name", Requests).GetAsync(cancellationToken: stop), cancellation);
        var all = drives?.Value ?? [];
        return all.Find(drive => string.Equals(drive.Name, settings.Library, StringComparison.OrdinalIgnoreCase))?.Id ?? throw NoLibrary([.. all.Select(drive => drive.Name ?? "")]);
    }

    private DriveException NoLibrary(IReadOnlyList<string> there) => new(
        DriveCodes.NotFound, $"站点“{settings.Site}”里没有文档库“{settings.Library}”{(there.Count > 0 ? $"，有的是：{string.Join("、", there)}" : "")}。请核对设置中的 Library。");
}
