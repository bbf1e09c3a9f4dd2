using Microsoft.AspNetCore.Http;

namespace YiyuanSafety.Host.Access;

/// <summary>Headers that make the browser defend the page. They are set as the answer goes out, so that errors have them too.</summary>
internal static class SecurityHeaders
{
    private const string Year = "max-age=31536000";
    private const string Nothing = "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /// <summary>Sets the headers of an answer. A policy or cache rule that the endpoint has set itself stays.</summary>
    public static void Set(HttpContext context, AccessSettings settings)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", Policy(settings));
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Nothing;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (settings.FrameAncestors.Count == 0)
        {
            // Dialogs of Office speak with their opener, and old browsers know no list of frames: both only where Office shows no page of ours.
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.XFrameOptions = "SAMEORIGIN";
        }

        // A promise about "localhost" would bind every other program at this machine.
        if (context.Request.IsHttps && !LocalName.IsLoopback(context.Request.Host.Host))
            headers.StrictTransportSecurity = Year;
        if (IsData(context))
            headers.TryAdd("Cache-Control", "no-store");
        headers.Remove("Server");
        headers.Remove("X-Powered-By");
    }

    /// <summary>The content security policy of the page.</summary>
    public static string Policy(AccessSettings settings) => string.Join("; ",
        "default-src 'self'",
        Sources("script-src 'self'", settings.ScriptSources),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        Sources("frame-ancestors 'self'", settings.FrameAncestors));

    private static string Sources(string directive, IReadOnlyList<string> more) => more.Count == 0 ? directive : $"{directive} {string.Join(' ', more)}";

    // Answers to one caller: no browser and no proxy keeps them.
    private static bool IsData(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || IsJson(context.Response.ContentType);

    private static bool IsJson(string? contentType) => contentType?.Split(';')[0].TrimEnd().EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
}
