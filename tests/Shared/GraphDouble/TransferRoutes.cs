using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace YiyuanSafety.Tests.Graph;

/// <summary>The authority of upload and download addresses, which are their own sign-in and must not see the token.</summary>
internal sealed partial class TransferRoutes(World world)
{
    private const long Step = 320 * 1024;
    private const long TooLong = 60L << 20;

    public async Task<Reply> HandleAsync(Incoming request)
    {
        if (request.Seen.HasAuthorization)
        {
            world.Journal.TokenElsewhere();
            throw new Breach("The token was sent to an address that must not see it.");
        }

        if (request.QueryText != "tempauth=" + world.TransferSecret)
            throw new GraphError(401, "unauthenticated", "The address was changed.");
        if (request.Path.Split('/') is ["", "down", var drive, var item])
            return request.Method == "GET" ? Download(request, world.Shelf(Target.Unescape(drive)), item) : throw new Breach("A download is a GET.");
        if (SessionOf(request.Path) is not { } id)
            throw new Breach("There is no such route.");
        var session = world.Sessions.Need(id);
        return request.Method switch
        {
            "GET" => Status(session, 200),
            "DELETE" => Delete(session),
            "PUT" => await PutAsync(request, session),
            _ => throw new Breach("An upload session knows no such method."),
        };
    }

    /// <summary>The session that an address belongs to; null for none.</summary>
    public static string? SessionOf(string path) => path.Split('/') is ["", "up", var id] ? id : null;

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private Reply Status(Session session, int status)
    {
        lock (session.Shelf.Gate)
        {
            var missing = new JsonArray();
            if (session.Received != session.Total)
                missing.Add(world.Options.ClosedRanges && session.Total is { } total ? $"{session.Received}-{total - 1}" : $"{session.Received}-");
            return new Reply(status, new JsonObject { ["expirationDateTime"] = Moment(session.Expires), ["nextExpectedRanges"] = missing });
        }
    }

    private Reply Delete(Session session)
    {
        lock (session.Shelf.Gate)
            world.Sessions.Forget(session.Id);
        return new Reply(204);
    }

    private async Task<Reply> PutAsync(Incoming request, Session session)
    {
        var (from, length, total) = Range(request.Seen);
        QuickXorRing ring;
        lock (session.Shelf.Gate)
        {
            if ((session.Total ?? total) != total)
                throw new Breach($"The whole has {total} bytes here, and had {session.Total} before.");
            if (from != session.Received)
                throw GraphError.AlreadyReceived();
            session.Shelf.NeedRoom(total, session.Deposit.Slot.Found);
            ring = session.Ring();
        }

        byte[]? bytes;
        using (world.Journal.Upload(isPut: false, world.Sessions.Open()))
            bytes = await request.ReadAsync(ring, session.KeepsBytes, length);
        lock (session.Shelf.Gate)
        {
            // Somebody may have sent the same fragment, finished or deleted the session meanwhile.
            _ = world.Sessions.Need(session.Id);
            if (from != session.Received)
                throw GraphError.AlreadyReceived();
            session.Total = total;
            session.Add(bytes, ring);
            world.Sessions.Prolong(session);
            if (session.Received < total)
                return Status(session, 202);
            var (node, isNew) = session.Deposit.Commit(session.Shelf, session.Content());
            world.Sessions.Forget(session.Id);
            return new Reply(isNew ? 201 : 200, ItemJson.Item(world, session.Shelf, node));
        }
    }

    private static (long From, long Length, long Total) Range(SeenRequest seen)
    {
        if (seen.ContentRange is not { } text)
            throw new Breach("A fragment has a Content-Range.");
        if (ContentRange().Match(text) is not { Success: true } match)
            throw new Breach($"Content-Range '{text}' is not bytes FIRST-LAST/TOTAL.");
        var (from, to, total) = (Number(match, 1), Number(match, 2), Number(match, 3));
        if (to < from || to >= total)
            throw new Breach($"Content-Range '{text}' is no range.");
        var length = to - from + 1;
        if (seen.ContentLength != length)
            throw new Breach($"Content-Range '{text}' has {length} bytes, but Content-Length says {seen.ContentLength?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}.");
        if (length >= TooLong)
            throw new Breach("A fragment is smaller than 60 MiB.");
        if (to != total - 1 && length % Step != 0)
            throw new Breach("A fragment, the last one apart, is a multiple of 320 KiB.");
        return (from, length, total);
    }

    private static long Number(Match match, int group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static Reply Download(Incoming request, Shelf shelf, string item)
    {
        Blob content;
        lock (shelf.Gate)
            content = shelf.ById(item)?.Content ?? throw GraphError.NotFound();
        if (content.Bytes is not { } bytes)
            throw new InvalidOperationException("The content was not kept: see KeepBytes.");
        var headers = new Dictionary<string, string> { ["Accept-Ranges"] = "bytes" };
        if (!RangeHeaderValue.TryParse(request.Http.Request.Headers.Range, out var range) || range is not { Unit: "bytes", Ranges.Count: 1 })
            return new Reply(200) { Content = bytes, Headers = headers };
        var one = range.Ranges.Single();
        var from = one.From ?? Math.Max(0, bytes.Length - one.To!.Value);
        var to = one.From is null ? bytes.Length - 1 : Math.Min(one.To ?? long.MaxValue, bytes.Length - 1);
        if (from >= bytes.Length)
            throw new GraphError(416, "invalidRange", "The range begins behind the end.") { Headers = new Dictionary<string, string> { ["Content-Range"] = $"bytes */{bytes.Length}" } };
        headers["Content-Range"] = $"bytes {from}-{to}/{bytes.Length}";
        return new Reply(206) { Content = bytes.AsMemory((int)from, (int)(to - from + 1)), Headers = headers };
    }

    [GeneratedRegex("^bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})$", RegexOptions.CultureInvariant)]
    private static partial Regex ContentRange();
}
