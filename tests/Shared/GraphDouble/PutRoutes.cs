using System.Text.Json.Nodes;

namespace YiyuanSafety.Tests.Graph;

/// <summary>Files put in one request, and the beginning of those put in fragments.</summary>
internal sealed class PutRoutes(World world)
{
    private const string ConflictName = "@microsoft.graph.conflictBehavior";
    private const long LargestPut = 250_000_000;

    public async Task<Reply> PutAsync(Incoming request, Shelf shelf, Target target)
    {
        var query = Query.Read(request.QueryText, ConflictName);
        if (request.Seen.ContentRange is not null)
            throw new Breach("A simple upload has no Content-Range.");
        if (request.Seen.ContentLength > LargestPut)
            throw new Breach("A simple upload is no larger than 250 MB.");
        Deposit deposit;
        lock (shelf.Gate)
        {
            deposit = Read(request, shelf, target, query[ConflictName], "replace");
            deposit.Check(shelf);
            shelf.NeedRoom(request.Seen.ContentLength ?? 0, deposit.Slot.Found);
        }

        var ring = new QuickXorRing();
        byte[]? bytes;
        using (world.Journal.Upload(isPut: true, world.Sessions.Open()))
            bytes = await request.ReadAsync(ring, world.Options.KeepBytes || Promotion.Concerns(deposit.Slot.Name), LargestPut);
        lock (shelf.Gate)
        {
            var (node, isNew) = deposit.Commit(shelf, new Blob(bytes, ring.Length, ring.Hash()));
            return new Reply(isNew ? 201 : 200, ItemJson.Item(world, shelf, node));
        }
    }

    public async Task<Reply> BeginAsync(Incoming request, Shelf shelf, Target target)
    {
        _ = Query.Read(request.QueryText);
        var body = await request.JsonAsync(mayBeEmpty: true, "item", "deferCommit");
        var item = Incoming.Object(body, "item") ?? [];
        Incoming.Know(item, ConflictName, "name", "fileSize", "description", "fileSystemInfo");
        if (body["deferCommit"] is { } defer && defer.GetValueKind() != System.Text.Json.JsonValueKind.False)
            throw new Breach("deferCommit is not known here.");
        long? size = item["fileSize"] is not { } written ? null : written is JsonValue value && value.TryGetValue<long>(out var number) && number >= 0 ? number : throw new Breach("fileSize is no number.");
        var name = Incoming.Text(item, "name");
        lock (shelf.Gate)
        {
            var deposit = Read(request, shelf, target, Incoming.Text(item, ConflictName), world.Options.SessionConflict);
            if (name is not null && !name.Equals(deposit.Slot.Name, StringComparison.OrdinalIgnoreCase))
                throw new Breach("The name in the body is not the one in the address.");
            deposit.Check(shelf);
            shelf.NeedRoom(size ?? 0, deposit.Slot.Found);
            var session = new Session(shelf, deposit, size, world.Options.KeepBytes || Promotion.Concerns(deposit.Slot.Name));
            world.Sessions.Begin(session);
            return new Reply(200, new JsonObject
            {
                ["@odata.context"] = $"{world.Endpoint.AbsoluteUri}/$metadata#microsoft.graph.uploadSession",
                ["uploadUrl"] = world.UploadUrl(session.Id),
                ["expirationDateTime"] = TransferRoutes.Moment(session.Expires),
                ["nextExpectedRanges"] = new JsonArray("0-"),
            });
        }
    }

    private Deposit Read(Incoming request, Shelf shelf, Target target, string? conflict, string otherwise)
    {
        var precondition = Precondition.Of(request.Seen);
        if (precondition.IfMatch is not null && conflict == "fail")
            throw new Breach("If-Match wants something there, and conflictBehavior fail nothing: together they cannot succeed.");
        conflict = Incoming.Conflict(conflict, precondition.IfMatch is null ? otherwise : "replace");
        return new Deposit(Slot(shelf, target), conflict, precondition);
    }

    private Slot Slot(Shelf shelf, Target target)
    {
        var anchor = ItemRoutes.Anchor(shelf, target);
        if (target.Path.Count == 0)
            return anchor is { IsFolder: false, Parent: { } folder } ? new Slot(folder, anchor.Name, anchor) : throw GraphError.Invalid("A folder has no content.");
        var above = target.Path.SkipLast(1);
        var parent = world.Options.MakesFolders ? shelf.MakeFolders(anchor, above) : Shelf.Find(anchor, above) ?? throw GraphError.NotFound();
        PlaceNames.Split(parent.Parent is null ? target.Path[^1] : $"{parent.Path}/{target.Path[^1]}");
        return parent.IsFolder ? new Slot(parent, target.Path[^1], null) : throw GraphError.Invalid("The parent is not a folder.");
    }
}
