using Microsoft.AspNetCore.Http;

namespace YiyuanSafety.Host.Access;

/// <summary>Whether a request comes from the person at this machine, where nobody signs in.</summary>
/// <remarks>
/// Any page in the person's browser can send requests to this machine. A page whose name is made to point here (DNS rebinding) gives
/// itself away by the Host header, one of another origin (cross-site request forgery) by Origin and Sec-Fetch-Site.
/// </remarks>
internal static class LocalRule
{
    // X-Original-* is what a believed X-Forwarded-* leaves behind.
    private static readonly string[] ProxyHeaders =
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Proto", "X-Original-Host", "X-Real-IP", "Via",
    ];

    /// <summary>Why a request is not the local person's, a Chinese sentence; null where it is.</summary>
    public static string? Refuse(HttpContext context)
    {
        var (request, headers) = (context.Request, context.Request.Headers);
        if (!LocalName.IsLoopback(context.Connection.RemoteIpAddress))
            return "没有开启登录，只能在本机使用。请在运行本程序的电脑上打开，或请管理员开启登录。";
        if (!request.Host.HasValue || !LocalName.IsLoopback(request.Host.Host))
            return "没有开启登录时只能用 localhost 或 127.0.0.1 访问。请改用这样的网址。";
        if (ProxyHeaders.Any(headers.ContainsKey))
            return "请求经过了代理，却没有开启登录。请管理员开启登录，或直接访问本机网址。";
        return IsOwnPage(request) ? null : "请求来自别的网站，没有执行。请在本程序自己的页面上操作。";
    }

    private static bool IsOwnPage(HttpRequest request)
    {
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        var headers = request.Headers;
        if (headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            // "none" is the person typing an address or opening a bookmark; a link on another page is followed as a navigation.
            return site == "same-origin" || (isSafe && (site == "none" || headers["Sec-Fetch-Mode"] == "navigate"));
        }

        if (headers.Origin.Count > 0)
            return string.Equals(headers.Origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

        // Old browsers (Internet Explorer, and others in its mode) name no origin when a foreign form is sent. They call themselves
        // Mozilla, and let no foreign page add a header of its own; programs such as curl do neither.
        return isSafe || headers.ContainsKey("X-Requested-With") || !headers.UserAgent.ToString().StartsWith("Mozilla/", StringComparison.Ordinal);
    }
}
