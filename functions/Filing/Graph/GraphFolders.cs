using System.Collections.Concurrent;
using Microsoft.Graph.Drives.Item.Items.Item.Children;
using Microsoft.Graph.Models;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Places;

namespace YiyuanSafety.Filing.Graph;

/// <summary>The folders of the library: made on demand, remembered, and listed.</summary>
internal sealed class GraphFolders(GraphLibrary library)
{
    private readonly ConcurrentDictionary<string, bool> _known = new(Placement.Names);

    /// <summary>Makes a folder and those above it, where they are not there.</summary>
    /// <exception cref="DriveException">A file lies in the way, or the library would not.</exception>
    public async Task MakeAsync(string folder, CancellationToken cancellation)
    {
        if (folder.Length == 0 || _known.ContainsKey(folder))
            return;
        switch (await library.FindAsync(folder, cancellation))
        {
            case { Folder: null }:
                throw new DriveException(DriveCodes.Occupied, $"归档位置“{folder}”应当是文件夹，却是一个文件。请把那个文件移走，或修改归档路径的格式。");
            case null:
                await MakeAsync(FolderOf(folder), cancellation);
                await MakeOneAsync(folder, cancellation);
                break;
        }

        _known[folder] = true;
    }

    /// <summary>Forgets what was remembered of a folder and those above it: somebody removed one of them.</summary>
    public void Forget(string folder)
    {
        for (; folder.Length > 0; folder = FolderOf(folder))
            _known.TryRemove(folder, out _);
    }

    /// <summary>Names of the folders in a folder.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellation)
    {
        var names = new List<string>();
        for (var page = await library.AddressAsync(folder, "children?$select=name,folder&$top=200", cancellation); page is not null;)
        {
            var address = page;
            try
            {
                var found = await library.Calls.RunAsync(folder, stop => new ChildrenRequestBuilder(address, library.Requests).GetAsync(cancellationToken: stop), cancellation);
                names.AddRange((found?.Value ?? []).Where(item => item.Folder is not null).Select(item => item.Name ?? ""));
                page = found?.OdataNextLink;
            }
            catch (DriveException e) when (e.Code == DriveCodes.NotFound)
            {
                return [];
            }
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }

    /// <summary>The folder that a place lies in; empty for the root.</summary>
    public static string FolderOf(string place) => place.LastIndexOf('/') is var cut && cut > 0 ? place[..cut] : "";

    private async Task MakeOneAsync(string folder, CancellationToken cancellation)
    {
        var parent = await library.AddressAsync(FolderOf(folder), "children", cancellation);

        // Made anew for each try: the SDK sends of a model only what was changed since it was sent last.
        DriveItem Wanted() => new() { Name = folder[(folder.LastIndexOf('/') + 1)..], Folder = new Microsoft.Graph.Models.Folder(), AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "fail" } };
        try
        {
            await library.Calls.RunAsync(folder, stop => new ChildrenRequestBuilder(parent, library.Requests).PostAsync(Wanted(), cancellationToken: stop), cancellation);
        }
        catch (DriveException e) when (e.Code == DriveCodes.Occupied)
        {
            // Somebody made it at the same moment, or the answer of an earlier try was lost.
            if (await library.FindAsync(folder, cancellation) is not { Folder: not null })
                throw;
        }
    }
}
