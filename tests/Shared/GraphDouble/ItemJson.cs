using System.Text.Json.Nodes;

namespace YiyuanSafety.Tests.Graph;

/// <summary>Items, drives and sites as Graph shows them.</summary>
internal static class ItemJson
{
    public const string DownloadUrl = "@microsoft.graph.downloadUrl";

    public static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);

    /// <summary>The path of a folder as parentReference writes it.</summary>
    public static string RootPath(Shelf shelf, Node folder) =>
        $"/drives/{shelf.DriveId}/root:" + string.Concat(folder.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(static name => "/" + Uri.EscapeDataString(name)));

    public static string WebUrl(Shelf shelf, Node node) =>
        World.Site.AbsoluteUri + "/" + string.Join('/', new[] { shelf.UrlName }.Concat(node.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)).Select(Uri.EscapeDataString));

    /// <summary>An item with all that is shown of it unasked.</summary>
    public static JsonObject Item(World world, Shelf shelf, Node node)
    {
        var json = Common(shelf, node);
        json["cTag"] = node.CTag;
        if (!node.IsFolder)
            json[DownloadUrl] = world.DownloadUrl(shelf, node);
        json["parentReference"] = node.Parent is { } parent
            ? new JsonObject { ["driveType"] = "documentLibrary", ["driveId"] = shelf.DriveId, ["id"] = parent.Id, ["name"] = parent.Name, ["path"] = RootPath(shelf, parent), ["siteId"] = world.SiteId }
            : new JsonObject { ["driveType"] = "documentLibrary", ["driveId"] = shelf.DriveId, ["siteId"] = world.SiteId };
        return json;
    }

    /// <summary>An item as delta shows it: without cTag and its parent's path; a deleted one without its name too.</summary>
    public static JsonObject Change(Shelf shelf, Node node)
    {
        var json = node.IsDeleted
            ? new JsonObject { ["id"] = node.Id, ["size"] = 0, ["deleted"] = new JsonObject { ["state"] = "deleted" }, [node.IsFolder ? "folder" : "file"] = new JsonObject() }
            : Common(shelf, node);
        json["parentReference"] = node.Parent is { } parent
            ? new JsonObject { ["driveType"] = "documentLibrary", ["driveId"] = shelf.DriveId, ["id"] = parent.Id }
            : new JsonObject { ["driveType"] = "documentLibrary", ["driveId"] = shelf.DriveId };
        return json;
    }

    public static JsonObject ListItem(Shelf shelf, Node node, JsonObject? fields)
    {
        var json = new JsonObject
        {
            ["@odata.etag"] = node.ETag,
            ["id"] = $"{node.ListId}",
            ["eTag"] = node.ETag,
            ["createdDateTime"] = Date(node.Created),
            ["lastModifiedDateTime"] = Date(node.Modified),
            ["webUrl"] = WebUrl(shelf, node),
            ["contentType"] = new JsonObject { ["id"] = node.IsFolder ? "0x0120" : "0x0101", ["name"] = node.IsFolder ? "Folder" : "Document" },
        };
        if (fields is not null)
            json["fields"] = fields;
        return json;
    }

    public static JsonObject Drive(Shelf shelf, GraphDoubleOptions options)
    {
        lock (shelf.Gate)
        {
            return new JsonObject
            {
                ["id"] = shelf.DriveId,
                ["name"] = shelf.Name,
                ["description"] = "",
                ["driveType"] = "documentLibrary",
                ["webUrl"] = WebUrl(shelf, shelf.Root),
                ["createdDateTime"] = Date(shelf.Root.Created),
                ["lastModifiedDateTime"] = Date(shelf.Root.Modified),
                ["quota"] = new JsonObject
                {
                    ["deleted"] = 0,
                    ["remaining"] = Math.Max(0, options.Quota - shelf.Root.Size),
                    ["state"] = shelf.Root.Size < options.Quota ? "normal" : "exceeded",
                    ["total"] = options.Quota,
                    ["used"] = shelf.Root.Size,
                },
            };
        }
    }

    public static JsonObject Site(World world) => new()
    {
        ["id"] = world.SiteId,
        ["name"] = "anwei",
        ["displayName"] = "安委会",
        ["webUrl"] = World.Site.AbsoluteUri,
        ["createdDateTime"] = Date(world.Shelves[0].Root.Created),
        ["lastModifiedDateTime"] = Date(world.Shelves[0].Root.Created),
        ["root"] = new JsonObject(),
        ["siteCollection"] = new JsonObject { ["hostname"] = World.SiteHost },
    };

    private static JsonObject Common(Shelf shelf, Node node)
    {
        var json = new JsonObject
        {
            ["id"] = node.Id,
            ["name"] = node.Name,
            ["size"] = node.Size,
            ["eTag"] = node.ETag,
            ["webUrl"] = WebUrl(shelf, node),
            ["createdDateTime"] = Date(node.Created),
            ["lastModifiedDateTime"] = Date(node.Modified),
            ["fileSystemInfo"] = new JsonObject { ["createdDateTime"] = Date(node.Created), ["lastModifiedDateTime"] = Date(node.Modified) },
        };
        if (node.Parent is null)
            json["root"] = new JsonObject();
        if (node.IsFolder)
            json["folder"] = new JsonObject { ["childCount"] = node.Children.Count };
        else
            json["file"] = new JsonObject { ["mimeType"] = MimeType(node.Name), ["hashes"] = new JsonObject { ["quickXorHash"] = node.Content?.Hash ?? "" } };
        return json;
    }

    private static string MimeType(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pdf" => "application/pdf",
        ".txt" => "text/plain",
        _ => "application/octet-stream",
    };
}
