using Microsoft.Graph.Drives.Item.Items.Item.Delta;
using Microsoft.Graph.Models;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>
/// Lists a whole library by its changes since the beginning: one request for some hundred files, however many folders there are. Items come
/// in any order, some of them more than once, without cTag and without paths: these are put together from the folders' names at the end.
/// </summary>
internal sealed class GraphListing(GraphLibrary library)
{
    private const int MostRestarts = 3;
    private const string Changes = "delta?$select=id,name,size,file,folder,root,deleted,webUrl,lastModifiedDateTime,parentReference";

    /// <summary>All files of the library by their paths.</summary>
    public async Task<IReadOnlyList<(string Place, DriveItem Item)>> FilesAsync(CancellationToken cancellation)
    {
        var items = await ItemsAsync(cancellation);
        return [.. items.Values.Where(item => item.File is not null).Select(item => (Place: PlaceOf(item, items), item)).OfType<(string Place, DriveItem)>().OrderBy(file => file.Place, StringComparer.Ordinal)];
    }

    /// <summary>Asks for one page, to see whether that is allowed.</summary>
    public async Task<bool> TryAsync(CancellationToken cancellation)
    {
        var first = await library.AddressAsync("", Changes + "&$top=1", cancellation);
        await library.Calls.RunAsync("文档库", stop => new DeltaRequestBuilder(first, library.Requests).GetAsDeltaGetResponseAsync(cancellationToken: stop), cancellation);
        return true;
    }

    private async Task<Dictionary<string, DriveItem>> ItemsAsync(CancellationToken cancellation)
    {
        var first = await library.AddressAsync("", Changes, cancellation);
        for (var restart = 0; ; restart++)
        {
            try
            {
                var items = new Dictionary<string, DriveItem>();
                for (var page = first; page is not null;)
                {
                    var address = page;
                    var found = await library.Calls.RunAsync("文档库", stop => new DeltaRequestBuilder(address, library.Requests).GetAsDeltaGetResponseAsync(cancellationToken: stop), cancellation);
                    foreach (var item in found?.Value ?? [])
                    {
                        if (item.Deleted is not null)
                            items.Remove(item.Id ?? "");
                        else
                            items[item.Id ?? ""] = item;
                    }

                    page = found?.OdataNextLink;
                }

                return items;
            }
            catch (DriveException e) when (e.Code == DriveCodes.Expired && restart < MostRestarts)
            {
                // The library asks to begin again.
            }
        }
    }

    private static string? PlaceOf(DriveItem item, Dictionary<string, DriveItem> items)
    {
        var names = new List<string>();
        for (var at = item; at.Root is null;)
        {
            names.Add(at.Name ?? "");

            // A folder that is not there by now had its files removed with it; no chain is longer than the items.
            if (names.Count > items.Count || !items.TryGetValue(at.ParentReference?.Id ?? "", out at))
                return null;
        }

        names.Reverse();
        return string.Join('/', names);
    }
}
