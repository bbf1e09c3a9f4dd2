using Microsoft.AspNetCore.Http;
using YiyuanSafety.Host.Web;

namespace YiyuanSafety.Host.Access;

/// <summary>Headers that make the browser defend the page. They are set as the answer goes out, so that errors have them too.</summary>
internal static class SecurityHeaders
{
    private const string Year = "max-age=31536000";
    private const string Nothing = "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /// <summary>Sets the headers of an answer. A policy or cache rule that the endpoint has set itself stays.</summary>
    public static void Set(HttpContext context, AccessSettings settings, AddinSettings addin)
    {
        var headers = context.Response.Headers;
        var isPane = AddinPage.Covers(context.Request.Path);
        headers.TryAdd("Content-Security-Policy", isPane ? PanePolicy(settings, addin) : Policy(settings, settings.ScriptSources, "connect-src 'self'", "object-src 'none'"));
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Nothing;

        // Word on the web loads the pictures of the ribbon into its own page.
        headers["Cross-Origin-Resource-Policy"] = isPane ? "cross-origin" : "same-origin";
        if (settings.FrameAncestors.Count == 0 && !isPane)
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

    // Inside Word: office.js from where the settings say, and the sign-in service, which is asked in the background and in a hidden frame. The
    // pages of a paper that is not made yet are shown in a frame, out of the pane's own memory.
    private static string PanePolicy(AccessSettings settings, AddinSettings addin)
    {
        var signIn = addin.Entra is { } entra ? " " + AddinSettings.Origin(entra.Authority) : "";
        return Policy(settings, [.. settings.ScriptSources.Append(AddinSettings.Origin(addin.OfficeJs)).Distinct()], $"connect-src 'self'{signIn}", $"frame-src 'self' blob:{signIn}; object-src blob:");
    }

    private static string Policy(AccessSettings settings, IReadOnlyList<string> scripts, string calls, string frames) => string.Join("; ",
        "default-src 'self'",
        Sources("script-src 'self'", scripts),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        calls,
        frames,
        "base-uri 'none'",
        "form-action 'self'",
        Sources("frame-ancestors 'self'", settings.FrameAncestors));

    private static string Sources(string directive, IReadOnlyList<string> more) => more.Count == 0 ? directive : $"{directive} {string.Join(' ', more)}";

    // Answers to one caller: no browser and no proxy keeps them.
    private static bool IsData(HttpContext context) =>
        (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !AddinPage.Covers(context.Request.Path)) || IsJson(context.Response.ContentType);

    private static bool IsJson(string? contentType) => contentType?.Split(';')[0].TrimEnd().EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
}
