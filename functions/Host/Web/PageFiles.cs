using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace YiyuanSafety.Host.Web;

/// <summary>
/// The web page, out of the program itself: at <c>/</c>, and at <c>/api/</c> since Azure Functions passes nothing else on; the page of the
/// Word pane below each in <c>addin/</c>. Their files name each other by relative paths, so it does not matter where they lie.
/// </summary>
internal sealed class PageFiles
{
    private const string Prefix = "web/";
    private const string Start = "index.html";
    private const string ForEver = "public, max-age=31536000, immutable";

    // Told by the name's hash, so they never change.
    private const string Hashed = "assets/";

    // Office shows a picture of its own where an answer says anything about caching.
    private const string Pictures = "icons/";

    private readonly FrozenDictionary<string, string> _names;
    private readonly ConcurrentDictionary<string, PageFile> _files = new(StringComparer.Ordinal);
    private readonly FileExtensionContentTypeProvider _types = new();

    /// <summary>The page of this program; without one where it was built without Node.</summary>
    public PageFiles() => _names = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..].Replace('\\', '/'), StringComparer.Ordinal);

    /// <summary>Answers a request for one of the files; lets all others pass.</summary>
    public Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not null || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            return next(http);
        var path = http.Request.Path.Value ?? "";
        if (path is "/api" or "/addin" or "/api/addin")
        {
            // Office says in the query which Word it is.
            http.Response.Redirect(path + "/" + http.Request.QueryString);
            return Task.CompletedTask;
        }

        var name = Name(path);
        if (name is Start or AddinPage.File && _names.Count == 0)
            return http.Response.WriteAsync("网页没有编进这个程序：请安装 Node.js 20 以上后重新编译。接口照常可用，见 /api/docs/。", http.RequestAborted);
        return _names.TryGetValue(name, out var resource) ? WriteAsync(http, _files.GetOrAdd(name, _ => Read(resource)), name) : next(http);
    }

    private static string Name(string path)
    {
        var name = path.StartsWith("/api/", StringComparison.Ordinal) ? path["/api/".Length..] : path.TrimStart('/');
        var isPane = name.StartsWith(AddinPage.Folder, StringComparison.Ordinal);
        if (isPane)
            name = name[AddinPage.Folder.Length..];
        return name.Length > 0 ? name : isPane ? AddinPage.File : Start;
    }

    private async Task WriteAsync(HttpContext http, PageFile file, string name)
    {
        var (request, response) = (http.Request, http.Response);
        response.ContentType = _types.TryGetContentType(name, out var type) ? Named(type) : "application/octet-stream";
        if (!name.StartsWith(Pictures, StringComparison.Ordinal))
            response.Headers.CacheControl = name.StartsWith(Hashed, StringComparison.Ordinal) ? ForEver : "no-cache";
        response.Headers.ETag = file.Tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.Headers.IfNoneMatch.ToString().Contains(file.Tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var isPacked = request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (isPacked)
            response.Headers.ContentEncoding = "br";
        var bytes = isPacked ? file.Packed : file.Plain;
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static string Named(string type) => type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("javascript", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;

    private static PageFile Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) ?? throw new InvalidOperationException("A resource that was listed is gone.");
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(plain.GetBuffer(), 0, (int)plain.Length);
        return new PageFile(plain.ToArray(), packed.ToArray(), $"\"{Convert.ToHexStringLower(SHA256.HashData(plain.ToArray()))[..16]}\"");
    }

    private sealed record PageFile(byte[] Plain, byte[] Packed, string Tag);
}
