using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace YiyuanSafety.Tests.Graph;

/// <summary>Receives all requests, writes them down, lets go wrong what is to go wrong, and answers.</summary>
internal sealed class Front(World world, Func<Func<SeenRequest, Fault>?> faults, CancellationToken stopping)
{
    private readonly GraphRoutes _graph = new(world);
    private readonly TransferRoutes _transfer = new(world);
    private readonly LoginRoutes _login = new(world);

    public IdentityRoutes Identity { get; } = new(world);

    /// <summary>A request that came to one of the authorities.</summary>
    /// <param name="http">It.</param>
    /// <param name="host">Where it came to.</param>
    /// <param name="isIdentity">Whether that is the managed identity's, of those for signing in.</param>
    public async Task HandleAsync(HttpContext http, HostKind host, bool isIdentity)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var headers = http.Request.Headers;
        var seen = world.Journal.Arrived(index => new SeenRequest(index, http.Request.Method, target, host, headers.Authorization.Count > 0, 0)
        {
            IfMatch = Header(headers.IfMatch),
            IfNoneMatch = Header(headers.IfNoneMatch),
            ContentRange = Header(headers.ContentRange),
            ContentLength = http.Request.ContentLength,
        });
        var fault = faults()?.Invoke(seen) ?? Fault.None;
        if (fault != Fault.None)
            world.Journal.Change(seen.Index, one => one with { Fault = fault });
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var request = new Incoming(http, seen, mark < 0 ? target : target[..mark], mark < 0 ? "" : target[(mark + 1)..]);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            await RunAsync(request, fault, isIdentity, leaving.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or BadHttpRequestException)
        {
            // The client left in the middle: what had not arrived whole is not done.
            http.Abort();
        }
    }

    private async Task RunAsync(Incoming request, Fault fault, bool isIdentity, CancellationToken leaving)
    {
        switch (fault)
        {
            case Fault.DropBefore:
                request.Http.Abort();
                return;
            case Fault.Hang:
                await request.DrainAsync();
                await UntilLeftAsync(leaving);
                return;
            case Fault.GatewayPage:
                await request.DrainAsync();
                world.Journal.Change(request.Seen.Index, one => one with { Status = StatusCodes.Status502BadGateway });
                request.Http.Response.StatusCode = StatusCodes.Status502BadGateway;
                request.Http.Response.ContentType = "text/html";
                await request.Http.Response.WriteAsync("<html><body>Bad gateway</body></html>", leaving);
                return;
            case Fault.HalfBody when request.Method == "PUT":
                await request.ReadHalfAsync();
                request.Http.Abort();
                return;
            case Fault.ExpireSession when TransferRoutes.SessionOf(request.Path) is { } session:
                world.Sessions.Forget(session);
                break;
        }

        var reply = await ReplyAsync(request, fault, isIdentity);
        switch (fault)
        {
            case Fault.DropAfter:
                request.Http.Abort();
                return;
            case Fault.HangAfter:
                await UntilLeftAsync(leaving);
                return;
        }

        world.Journal.Change(request.Seen.Index, one => one with { Status = reply.Status });
        await WriteAsync(request, reply, fault == Fault.HalfBody);
    }

    private async Task<Reply> ReplyAsync(Incoming request, Fault fault, bool isIdentity)
    {
        try
        {
            switch (fault)
            {
                case Fault.Throttle:
                    throw new GraphError(429, "activityLimitReached", "The request has been throttled.") { Headers = new Dictionary<string, string> { ["Retry-After"] = "2" } };
                case Fault.Unavailable:
                    throw new GraphError(503, "serviceNotAvailable", "The service is not available.") { Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } };
                case Fault.ServerError:
                    throw new GraphError(500, "generalException", "An unspecified error has occurred.");
            }

            Target.CheckEscapes(request.Seen.Target);
            return request.Seen.Host switch
            {
                HostKind.Graph => await _graph.HandleAsync(request, fault),
                HostKind.Transfer => await _transfer.HandleAsync(request),
                _ when isIdentity => Identity.Handle(request),
                _ => await _login.HandleAsync(request),
            };
        }
        catch (GraphError e)
        {
            if (e is Breach)
                world.Journal.Breach(request.Seen, e.Message);
            // What is answered early is answered after the body, as over a network that has room for it.
            if (fault is not (Fault.DropAfter or Fault.HangAfter))
                await request.DrainAsync();
            var clientRequest = request.Http.Request.Headers["client-request-id"].ToString() is { Length: > 0 } id ? id : Guid.NewGuid().ToString();
            return new Reply(e.Status, ErrorJson.Of(e.Code, e.Message, Guid.NewGuid().ToString(), clientRequest, world.Options.Time.GetUtcNow())) { Headers = e.Headers };
        }
    }

    private static async Task WriteAsync(Incoming request, Reply reply, bool half)
    {
        var response = request.Http.Response;
        response.StatusCode = reply.Status;
        response.Headers["request-id"] = Guid.NewGuid().ToString();
        if (request.Http.Request.Headers["client-request-id"].ToString() is { Length: > 0 } id)
            response.Headers["client-request-id"] = id;
        foreach (var (name, value) in reply.Headers)
            response.Headers[name] = value;
        if (reply is { Content: null, Body: null })
        {
            if (half)
                request.Http.Abort();
            return;
        }

        var bytes = reply.Content ?? Encoding.UTF8.GetBytes(reply.Body!.ToJsonString());
        response.ContentType = reply.Content is null ? "application/json; charset=utf-8" : "application/octet-stream";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(half ? bytes[..(bytes.Length / 2)] : bytes, request.Http.RequestAborted);
        await response.Body.FlushAsync(request.Http.RequestAborted);
        if (half)
            request.Http.Abort();
    }

    private static async Task UntilLeftAsync(CancellationToken leaving)
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (leaving.Register(left.SetResult))
            await left.Task;
        throw new OperationCanceledException(leaving);
    }

    private static string? Header(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 0 ? null : values.ToString();
}
