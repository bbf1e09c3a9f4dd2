using System.Text.RegularExpressions;

namespace YiyuanSafety.Tests.Graph;

/// <summary>Graph's own authority: sign-in, sites, drives and columns; items are the <see cref="ItemRoutes"/>'.</summary>
internal sealed partial class GraphRoutes(World world)
{
    private readonly ItemRoutes _items = new(world);

    public async Task<Reply> HandleAsync(Incoming request, Fault fault)
    {
        if (request.Http.Request.Headers.Authorization.ToString() != "Bearer " + world.Token)
        {
            throw new GraphError(401, "InvalidAuthenticationToken", "Access token is empty, or is not valid.")
            {
                Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", error=\"invalid_token\"" },
            };
        }

        if (!request.Path.StartsWith("/v1.0/", StringComparison.Ordinal))
            throw new Breach("There is no such version.");
        var path = request.Path["/v1.0/".Length..];
        if (world.Options.Access == Access.None)
            throw GraphError.Denied();
        if (path.StartsWith("sites/", StringComparison.Ordinal))
            return Get(request, () => Sites(request, path["sites/".Length..]));
        if (!path.StartsWith("drives/", StringComparison.Ordinal))
            throw new Breach("There is no such route.");
        path = path["drives/".Length..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var shelf = world.Shelf(Target.Unescape(slash < 0 ? path : path[..slash]));
        return (slash < 0 ? "" : path[(slash + 1)..]) switch
        {
            "" => Get(request, () => Drive(request, shelf)),
            "list/columns" => Get(request, () => Columns(request)),
            var rest when ListItem().Match(rest) is { Success: true } match => await _items.HandleAsync(request, shelf, OfList(shelf, match), fault),
            var rest => await _items.HandleAsync(request, shelf, Target.Read(rest), fault),
        };
    }

    private static Reply Get(Incoming request, Func<Reply> answer) => request.Method == "GET" ? answer() : throw new Breach("This route knows no such method.");

    /// <summary>The same item by its number in the list.</summary>
    private static Target OfList(Shelf shelf, Match match)
    {
        lock (shelf.Gate)
        {
            var node = shelf.Living.FirstOrDefault(one => one.Parent is not null && $"{one.ListId}" == match.Groups["id"].Value) ?? throw GraphError.NotFound();
            return new Target(node.Id, [], "listItem" + match.Groups["part"].Value);
        }
    }

    private Reply Sites(Incoming request, string rest)
    {
        // A client that puts host:/path in the place of an id escapes it.
        var plain = Target.Unescape(rest);
        if (ByPath().Match(plain) is { Success: true } match)
        {
            var site = match.Groups["host"].Value.Equals(World.SiteHost, StringComparison.OrdinalIgnoreCase)
                && match.Groups["path"].Value.TrimEnd('/').Equals(World.SitePath, StringComparison.OrdinalIgnoreCase);
            return site ? Site(request) : throw GraphError.NotFound();
        }

        var slash = plain.IndexOf('/', StringComparison.Ordinal);
        if ((slash < 0 ? plain : plain[..slash]) != world.SiteId)
            throw GraphError.NotFound();
        return (slash < 0 ? "" : plain[(slash + 1)..]) switch
        {
            "" => Site(request),
            "drive" => Drive(request, world.Shelves[0]),
            "drives" => Drives(request),
            _ => throw new Breach("There is no such route."),
        };
    }

    private Reply Site(Incoming request) => new(200, Query.Read(request.QueryText, "$select").Select(ItemJson.Site(world), Query.OfOthers));

    private Reply Drive(Incoming request, Shelf shelf) => new(200, Query.Read(request.QueryText, "$select").Select(ItemJson.Drive(shelf, world.Options), Query.OfOthers));

    private Reply Drives(Incoming request)
    {
        var query = Query.Read(request.QueryText, "$select", "$top", "$skiptoken");
        return Paging.Page(world, request, query, world.Shelves, shelf => query.Select(ItemJson.Drive(shelf, world.Options), Query.OfOthers));
    }

    private Reply Columns(Incoming request)
    {
        var query = Query.Read(request.QueryText, "$select", "$top", "$skiptoken");
        return Paging.Page(world, request, query, [.. ListColumns.All(world.Options)], column => query.Select(ListColumns.Definition(column), Query.OfOthers));
    }

    [GeneratedRegex("^list/items/(?<id>[0-9]+)(?<part>(/fields)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ListItem();

    [GeneratedRegex("^(?<host>[^/:]+)(:(?<path>/[^:]*):?|/getByPath\\(path='(?<path>[^']*)'\\))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ByPath();
}
