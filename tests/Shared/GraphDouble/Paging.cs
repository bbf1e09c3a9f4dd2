using System.Globalization;
using System.Text.Json.Nodes;

namespace YiyuanSafety.Tests.Graph;

/// <summary>Pages of a collection.</summary>
internal static class Paging
{
    public static Reply Page<T>(World world, Incoming request, Query query, IReadOnlyList<T> all, Func<T, JsonObject> show)
    {
        var skip = 0;
        if (query["$skiptoken"] is { } token && !(token.StartsWith("after-", StringComparison.Ordinal) && int.TryParse(token["after-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out skip)))
            throw new Breach($"$skiptoken={token} was never given.");
        var top = query.Top(world.Options.PageSize);
        var json = new JsonObject { ["@odata.context"] = $"{world.Endpoint.AbsoluteUri}/$metadata#Collection" };
        if (skip + top < all.Count)
            json["@odata.nextLink"] = $"{world.Graph.GetLeftPart(UriPartial.Authority)}{request.Path}?$skiptoken=after-{skip + top}{query.Kept()}";
        json["value"] = new JsonArray([.. all.Skip(skip).Take(top).Select(show)]);
        return new Reply(200, json);
    }
}
