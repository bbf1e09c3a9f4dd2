using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace YiyuanSafety.Host.Api.Answers;

/// <summary>Versions of rows as ETags: "3" is the row's third state.</summary>
internal static class RowVersion
{
    /// <summary>Tells the version of what is answered.</summary>
    public static void Tell(HttpResponse response, int version) => response.Headers.ETag = Write(version);

    /// <summary>The version that the caller saw.</summary>
    /// <exception cref="MissingVersionException">The caller does not say.</exception>
    public static int Seen(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        return header.Length > 2 && header[0] == '"' && header[^1] == '"' && int.TryParse(header.AsSpan(1, header.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new MissingVersionException();
    }

    /// <summary>Whether the caller has this version already.</summary>
    public static bool IsKnown(HttpRequest request, int version) => request.Headers.IfNoneMatch.ToString() == Write(version);

    private static string Write(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

/// <summary>A change without the version that it is a change of.</summary>
internal sealed class MissingVersionException() : Exception("请在 If-Match 里写明看到的版本（读取时 ETag 给出的），以免覆盖别人的修改。");
