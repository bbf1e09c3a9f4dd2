using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace YiyuanSafety.Host.Access;

/// <summary>One line for each request, in the place of the framework's own, which have the address with its secrets.</summary>
internal static partial class RequestLog
{
    /// <summary>The framework's category that logs addresses as they come.</summary>
    public const string FrameworkCategory = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>The category of the lines.</summary>
    public const string Category = "YiyuanSafety.Requests";

    /// <summary>Carries a request out and logs it.</summary>
    public static async Task RunAsync(HttpContext context, RequestDelegate next, ILogger logger, TimeProvider time)
    {
        var start = time.GetTimestamp();
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            var path = logger.IsEnabled(LogLevel.Information) ? LogPath.Of(context.Request.Path, context.Request.QueryString) : "";
            Done(logger, context.Request.Method, path, status, (long)time.GetElapsedTime(start).TotalMilliseconds, Caller.Find(context)?.Id ?? "-", context.TraceIdentifier);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} {Status} {Milliseconds} ms {Caller} {RequestId}")]
    private static partial void Done(ILogger logger, string method, string path, int status, long milliseconds, string caller, string requestId);
}

/// <summary>What traces (OpenTelemetry) may have of a request.</summary>
internal static class RequestTraces
{
    /// <summary>Whether a request is worth a trace: probes, which come all the time, are not.</summary>
    public static bool IsWanted(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ProbeEndpoint>() is null
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    /// <summary>Puts the address without its secrets in the place of the one with them.</summary>
    public static void Enrich(Activity activity, HttpRequest request)
    {
        var query = LogPath.Query(request.QueryString).TrimStart('?');
        activity.SetTag("url.path", LogPath.Of(request.PathBase + request.Path, default));
        activity.SetTag("url.query", query.Length > 0 ? query : null);
        activity.SetTag("http.target", null);
        activity.SetTag("http.url", null);
        activity.SetTag("url.full", null);
    }
}
