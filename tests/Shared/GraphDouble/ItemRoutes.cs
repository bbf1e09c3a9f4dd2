using System.Text.Json.Nodes;

namespace YiyuanSafety.Tests.Graph;

/// <summary>Files and folders of a library.</summary>
internal sealed class ItemRoutes(World world)
{
    private const string ConflictName = "@microsoft.graph.conflictBehavior";
    private readonly PutRoutes _puts = new(world);

    public Task<Reply> HandleAsync(Incoming request, Shelf shelf, Target target, Fault fault)
    {
        if (request.Method != "GET" && world.Options.Access != Access.Write)
            throw GraphError.Denied();
        var part = target.Part.StartsWith("delta(token='", StringComparison.Ordinal) && target.Part.EndsWith("')", StringComparison.Ordinal) ? "delta(token)" : target.Part;
        return (request.Method, part) switch
        {
            ("GET", "") => Now(() => Get(request, shelf, target)),
            ("PATCH", "") => PatchAsync(request, shelf, target),
            ("DELETE", "") => Now(() => Delete(request, shelf, target)),
            ("GET", "children") => Now(() => Children(request, shelf, target)),
            ("POST", "children") => MakeFolderAsync(request, shelf, target),
            ("GET", "content") => Now(() => Content(request, shelf, target)),
            ("PUT", "content") => _puts.PutAsync(request, shelf, target),
            ("POST", "createUploadSession") => _puts.BeginAsync(request, shelf, target),
            ("POST", "createLink") => LinkAsync(request, shelf, target),
            ("GET", "listItem") => Now(() => ListItem(request, shelf, target)),
            ("GET", "listItem/fields") => Now(() => Fields(request, shelf, target)),
            ("PATCH", "listItem/fields") => PatchFieldsAsync(request, shelf, target),
            ("GET", "versions") => Now(() => Versions(request, shelf, target)),
            ("GET", "delta" or "delta()" or "microsoft.graph.delta()") => Now(() => Delta(shelf, target, Query.Read(request.QueryText, "token", "$select", "$top"), fault)),
            ("GET", "delta(token)") => Now(() => Delta(shelf, target, Query.Read(request.QueryText + "&token=" + Uri.EscapeDataString(target.Part["delta(token='".Length..^2]), "token", "$select", "$top"), fault)),
            _ => throw new Breach("This route knows no such method or part."),
        };

        Task<Reply> Now(Func<Reply> answer)
        {
            lock (shelf.Gate)
                return Task.FromResult(answer());
        }
    }

    /// <summary>The item that a request is about.</summary>
    /// <exception cref="GraphError">There is none.</exception>
    public static Node Need(Shelf shelf, Target target) => Shelf.Find(Anchor(shelf, target), target.Path) ?? throw GraphError.NotFound();

    public static Node Anchor(Shelf shelf, Target target) => target.Anchor == "root" ? shelf.Root : shelf.ById(target.Anchor) ?? throw GraphError.NotFound();

    private Reply Get(Incoming request, Shelf shelf, Target target)
    {
        var query = Query.Read(request.QueryText, "$select", "$expand");
        var node = Need(shelf, target);
        if (request.Seen.IfNoneMatch is { } known && (known == node.ETag || known == node.CTag))
            return new Reply(304);
        return new Reply(200, Shown(shelf, node, query));
    }

    private JsonObject Shown(Shelf shelf, Node node, Query query)
    {
        var json = query.Select(ItemJson.Item(world, shelf, node), Query.OfItem);
        if (query.Fields() is { } expanded)
            json["listItem"] = ItemJson.ListItem(shelf, node, expanded.All ? Picked(ListColumns.Fields(node, world.Options), expanded.Names) : null);
        return json;
    }

    private static JsonObject Picked(JsonObject fields, IReadOnlyList<string>? names)
    {
        foreach (var name in names is null ? [] : fields.Select(static one => one.Key).Where(one => one != "@odata.etag" && !names.Contains(one)).ToList())
            fields.Remove(name);
        return fields;
    }

    private Reply Children(Incoming request, Shelf shelf, Target target)
    {
        var query = Query.Read(request.QueryText, "$select", "$expand", "$top", "$skiptoken");
        var all = Need(shelf, target).Children.Values.OrderBy(static node => node.Name, StringComparer.Ordinal).ToList();
        return Paging.Page(world, request, query, all, node => Shown(shelf, node, query));
    }

    private async Task<Reply> MakeFolderAsync(Incoming request, Shelf shelf, Target target)
    {
        _ = Query.Read(request.QueryText);
        var body = await request.JsonAsync(mayBeEmpty: false, "name", "folder", ConflictName);
        var name = Incoming.Text(body, "name") ?? throw new Breach("The folder's name is missing.");
        _ = Incoming.Object(body, "folder") ?? throw new Breach("The body has no folder: nothing else can be made here.");
        var conflict = Incoming.Conflict(Incoming.Text(body, ConflictName), "fail");
        PlaceNames.Check(name);
        lock (shelf.Gate)
        {
            var parent = Need(shelf, target);
            if (!parent.IsFolder)
                throw GraphError.Invalid("The parent is not a folder.");
            PlaceNames.Split(parent.Parent is null ? name : $"{parent.Path}/{name}");
            if (parent.Children.TryGetValue(name, out var found))
            {
                if (conflict == "replace" && found.IsFolder)
                    return new Reply(200, ItemJson.Item(world, shelf, found));
                if (conflict != "rename")
                    throw GraphError.NameTaken();
                name = Shelf.FreeName(parent, name);
            }

            return new Reply(201, ItemJson.Item(world, shelf, shelf.Add(parent, name, isFolder: true)));
        }
    }

    private async Task<Reply> PatchAsync(Incoming request, Shelf shelf, Target target)
    {
        var query = Query.Read(request.QueryText, ConflictName, "$select");
        var body = await request.JsonAsync(mayBeEmpty: false, "name", "parentReference", ConflictName);
        var conflict = Incoming.Conflict(Incoming.Text(body, ConflictName) ?? query[ConflictName], "fail");
        var into = Incoming.Object(body, "parentReference");
        if (into is not null)
            Incoming.Know(into, "id", "driveId");
        lock (shelf.Gate)
        {
            var node = Need(shelf, target);
            Precondition.Of(request.Seen).Check(node);
            if (node.IsLocked)
                throw GraphError.Locked();
            var parent = into is null ? node.Parent : shelf.ById(Incoming.Text(into, "id") ?? throw new Breach("The new parent has no id."));
            if (parent is null)
                throw GraphError.NotFound();
            var name = Incoming.Text(body, "name") ?? node.Name;
            PlaceNames.Check(name);
            if (parent.Children.TryGetValue(name, out var found) && found != node)
            {
                switch (conflict)
                {
                    case "fail":
                        throw GraphError.NameTaken();
                    case "rename":
                        name = Shelf.FreeName(parent, name);
                        break;
                    default:
                        shelf.Delete(found);
                        break;
                }
            }

            shelf.Move(node, parent, name);
            return new Reply(200, query.Select(ItemJson.Item(world, shelf, node), Query.OfItem));
        }
    }

    private static Reply Delete(Incoming request, Shelf shelf, Target target)
    {
        _ = Query.Read(request.QueryText);
        var node = Need(shelf, target);
        Precondition.Of(request.Seen).Check(node);
        if (node.IsLocked)
            throw GraphError.Locked();
        shelf.Delete(node);
        return new Reply(204);
    }

    private Reply Content(Incoming request, Shelf shelf, Target target)
    {
        _ = Query.Read(request.QueryText);
        var node = Need(shelf, target);
        return node.IsFolder
            ? throw GraphError.Invalid("A folder has no content.")
            : new Reply(302) { Headers = new Dictionary<string, string> { ["Location"] = world.DownloadUrl(shelf, node) } };
    }

    private async Task<Reply> LinkAsync(Incoming request, Shelf shelf, Target target)
    {
        _ = Query.Read(request.QueryText);
        var body = await request.JsonAsync(mayBeEmpty: false, "type", "scope", "expirationDateTime", "retainInheritedPermissions", "sendNotification");
        var type = Incoming.Text(body, "type") is "view" or "edit" ? Incoming.Text(body, "type")! : throw new Breach("A link's type is view or edit.");
        var scope = Incoming.Text(body, "scope") ?? "organization";
        if (scope is not ("anonymous" or "organization" or "users"))
            throw new Breach($"A link's scope is no '{scope}'.");
        lock (shelf.Gate)
        {
            var node = Need(shelf, target);
            if (!world.Options.CanShare)
                throw GraphError.Denied();
            var isNew = !node.Links.TryGetValue($"{type} {scope}", out var id);
            if (isNew)
                node.Links[$"{type} {scope}"] = id = Guid.NewGuid().ToString();
            return new Reply(isNew ? 201 : 200, new JsonObject
            {
                ["id"] = id,
                ["roles"] = new JsonArray(type == "edit" ? "write" : "read"),
                ["hasPassword"] = false,
                ["link"] = new JsonObject
                {
                    ["type"] = type,
                    ["scope"] = scope,
                    ["preventsDownload"] = false,
                    ["webUrl"] = $"https://{World.SiteHost}/:w:{World.SitePath}/{id}",
                },
            });
        }
    }

    private Reply ListItem(Incoming request, Shelf shelf, Target target)
    {
        var query = Query.Read(request.QueryText, "$expand");
        var fields = query["$expand"] switch { null => false, "fields" => true, var other => throw new Breach($"$expand={other} is not known here.") };
        var node = Need(shelf, target);
        return new Reply(200, ItemJson.ListItem(shelf, node, fields ? ListColumns.Fields(node, world.Options) : null));
    }

    private Reply Fields(Incoming request, Shelf shelf, Target target)
    {
        var query = Query.Read(request.QueryText, "$select");
        return new Reply(200, Picked(ListColumns.Fields(Need(shelf, target), world.Options), query["$select"]?.Split(',')));
    }

    private async Task<Reply> PatchFieldsAsync(Incoming request, Shelf shelf, Target target)
    {
        _ = Query.Read(request.QueryText);
        var body = await request.JsonAsync(mayBeEmpty: false);
        lock (shelf.Gate)
        {
            var node = Need(shelf, target);
            Precondition.Of(request.Seen).Check(node);
            if (node.IsLocked)
                throw GraphError.Locked();
            shelf.SetColumns(node, ListColumns.Values(body, world.Options));
            return new Reply(200, ListColumns.Fields(node, world.Options));
        }
    }

    private Reply Versions(Incoming request, Shelf shelf, Target target)
    {
        var query = Query.Read(request.QueryText, "$select", "$top", "$skiptoken");
        var all = Need(shelf, target).Versions.Select(static (version, i) => (Id: $"{i + 1}.0", version.Content.Length, version.At)).Reverse().ToList();
        return Paging.Page(world, request, query, all, version => query.Select(
            new JsonObject { ["id"] = version.Id, ["lastModifiedDateTime"] = ItemJson.Date(version.At), ["size"] = version.Length },
            Query.OfOthers));
    }

    private Reply Delta(Shelf shelf, Target target, Query query, Fault fault)
    {
        if (target.Path.Count > 0 || (target.Anchor != "root" && target.Anchor != shelf.Root.Id))
            throw new Breach("delta is asked of the root alone.");
        var feed = new DeltaFeed(world, shelf);
        return fault == Fault.Resync ? throw feed.Resync() : feed.Page(query);
    }
}
