using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Storage;

namespace YiyuanSafety.Host.Triggers;

/// <summary>
/// What the Azure Functions host calls when a message, a blob or a time has come, each at the name of its function. Nobody signs in here:
/// these are mapped only where that host started us, and then only it reaches the port.
/// </summary>
/// <remarks>
/// The host waits until its time is over where an answer is empty or null, and then kills the process. So every answer is JSON: 200 and
/// <c>{}</c> when the call is done with for good, well or not; 503 where the same call may succeed later; 500 for a fault of the program,
/// which the host tries again a few times and then puts aside.
/// </remarks>
internal static partial class TriggerEndpoints
{
    /// <summary>A message about a job.</summary>
    public const string Jobs = "Jobs";

    /// <summary>A message about a job that failed too often.</summary>
    public const string JobsPoison = "JobsPoison";

    /// <summary>A document in the inbox.</summary>
    public const string Inbox = "Inbox";

    /// <summary>The time for the sweep.</summary>
    public const string Deadlines = "Deadlines";

    /// <summary>How often a message is delivered before it is put aside; the same as in host.json.</summary>
    public const int MostDeliveries = 5;

    private const string Category = "YiyuanSafety.Triggers";
    private const long Around = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private delegate Task Call(Invocation invocation, IServiceProvider services, CancellationToken cancellation);

    /// <summary>Adds what the endpoints need.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<JobCalls>();
        services.AddSingleton<InboxCalls>();
    }

    /// <summary>Adds the endpoints; only where Azure Functions started this process.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        Map(app, Jobs, static (invocation, services, stop) => services.GetRequiredService<JobCalls>().RunAsync(invocation, stop));
        Map(app, JobsPoison, static (invocation, services, stop) => services.GetRequiredService<JobCalls>().GiveUpAsync(invocation, stop));
        Map(app, Inbox, static (invocation, services, stop) => services.GetRequiredService<InboxCalls>().TakeAsync(invocation, stop));
        Map(app, Deadlines, static (_, services, stop) => services.GetRequiredService<Work.Sweep>().RunAsync(stop));
    }

    private static void Map(IEndpointRouteBuilder app, string function, Call call) =>
        app.MapPost("/" + function, (Delegate)((HttpContext http) => AnswerAsync(http, function, call))).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpContext http, string function, Call call)
    {
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        if (IsPassedOn(http.Request))
            return Results.Json(new { error = "not-found" }, statusCode: StatusCodes.Status404NotFound);
        var stop = http.RequestAborted;
        try
        {
            await http.RequestServices.GetRequiredService<Preparation>().Ready.WaitAsync(Patience, stop);
            await CallAsync(http, function, call);
            return Results.Json(new { });
        }
        catch (InvocationException e)
        {
            // What cannot be understood today cannot be tomorrow: to call it done is the only way to have it go away.
            LogStrange(log, function, e.Message);
            return Results.Json(new { });
        }
        catch (Exception e) when (IsForLater(e, stop))
        {
            LogLater(log, function, e);
            return Results.Json(new { error = "retry" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            LogFault(log, function, e);
            return Results.Json(new { error = "fault" }, statusCode: StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task CallAsync(HttpContext http, string function, Call call)
    {
        var (services, stop) = (http.RequestServices, http.RequestAborted);

        // A blob comes whole, as Base64: more than a file that is taken, so that what is a little too large is still told by its name.
        var most = (services.GetRequiredService<ServiceLimits>().MaxUploadBytes * 2) + Around;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        try
        {
            using var invocation = await Invocation.ReadAsync(http.Request.Body, most, stop);
            await call(invocation, services, stop);
        }
        catch (InvocationException e) when (e.IsTooLarge && function == Inbox)
        {
            await services.GetRequiredService<InboxCalls>().RefuseLargeAsync(stop);
        }
    }

    // The host marks the requests that it passes on for others. They come below /api alone; should somebody take that prefix away, a
    // stranger still calls no trigger.
    private static bool IsPassedOn(HttpRequest request) =>
        request.Headers.ContainsKey("X-Forwarded-Host") || request.Headers.ContainsKey("X-Forwarded-For") || request.Headers.ContainsKey("X-Original-For");

    private static bool IsForLater(Exception error, CancellationToken cancellation) =>
        ServiceStore.IsUnreachable(error) || error is DbException or DbUpdateException || StorageTrouble.Is(error, cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}: a call that cannot be understood was passed over: {Reason}")]
    private static partial void LogStrange(ILogger log, string function, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function}: ledger or files do not answer; the call will be made again")]
    private static partial void LogLater(ILogger log, string function, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function}: a fault of the program")]
    private static partial void LogFault(ILogger log, string function, Exception error);
}
