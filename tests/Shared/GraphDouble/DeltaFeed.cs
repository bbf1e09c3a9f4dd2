using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace YiyuanSafety.Tests.Graph;

/// <summary>Pages of what changed in a library, in the order of changes. Called under the shelf's lock.</summary>
internal sealed class DeltaFeed(World world, Shelf shelf)
{
    /// <summary>A page.</summary>
    public Reply Page(Query query)
    {
        var end = shelf.Changes.Count - 1;
        var token = query["token"] switch
        {
            null or "" => new Token(true, end, 0),
            "latest" => new Token(false, end, end),
            var text => Token.Read(text) is { } read && read.After <= end && read.Start <= end ? read : throw Resync(),
        };
        if (query["token"] == "latest")
            return Answer([], Link("deltaLink", token, query));
        var top = query.Top(world.Options.PageSize);
        var nodes = new List<Node>();
        if (!token.IsFirst && token.After == token.Start)
            nodes.Add(shelf.Root);
        else if (world.Options.RepeatsDeltaItems && token.After > 0 && shelf.Changes[token.After] is { } again && again != shelf.Root)
            nodes.Add(again);
        var fresh = 0;
        var at = token.After;
        while (at < end && fresh < top)
        {
            if (shelf.Changes[++at] is { } node && !(token.IsFirst && node.IsDeleted && node.Change <= token.Start))
            {
                nodes.Add(node);
                fresh++;
            }
        }

        var link = at < end ? Link("nextLink", token with { After = at }, query) : Link("deltaLink", new Token(false, end, end), query);
        return Answer(nodes.Select(node => query.Select(ItemJson.Change(shelf, node), Query.OfItem, "id", "deleted")), link);
    }

    /// <summary>The error that begins anew.</summary>
    public GraphError Resync() => new(410, "resyncRequired", "Resync required. Replace any local items with the server's version.")
    {
        Headers = new Dictionary<string, string> { ["Location"] = Address(new Token(true, shelf.Changes.Count - 1, 0)) },
    };

    private static Reply Answer(IEnumerable<JsonObject> items, (string Name, string Address) link) =>
        new(200, new JsonObject { ["@odata.context"] = "$metadata#Collection(driveItem)", [link.Name] = link.Address, ["value"] = new JsonArray([.. items]) });

    private (string Name, string Address) Link(string name, Token token, Query query) => ("@odata." + name, Address(token) + query.Kept());

    private string Address(Token token) => $"{world.Endpoint.AbsoluteUri}/drives/{Uri.EscapeDataString(shelf.DriveId)}/root/delta?token={Uri.EscapeDataString(token.Write())}";

    /// <summary>Where an enumeration stands.</summary>
    /// <param name="IsFirst">Whether it began without a token: then what was deleted before is left out.</param>
    /// <param name="Start">The last change when it began.</param>
    /// <param name="After">The last change that was told.</param>
    private sealed record Token(bool IsFirst, int Start, int After)
    {
        public static Token? Read(string text)
        {
            try
            {
                var parts = Encoding.ASCII.GetString(Convert.FromBase64String(text)).Split(';');
                return parts.Length == 4 && parts[0] == "delta"
                    ? new(parts[1] == "first", int.Parse(parts[2], CultureInfo.InvariantCulture), int.Parse(parts[3], CultureInfo.InvariantCulture))
                    : null;
            }
            catch (FormatException)
            {
                return null;
            }
        }

        public string Write() => Convert.ToBase64String(Encoding.ASCII.GetBytes($"delta;{(IsFirst ? "first" : "since")};{Start};{After}"));
    }
}
