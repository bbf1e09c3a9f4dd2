using Microsoft.AspNetCore.Http;

namespace YiyuanSafety.Host.Web;

/// <summary>Where the page of the Word pane lies: at <c>/addin/</c>, and at <c>/api/addin/</c> under Azure Functions.</summary>
internal static class AddinPage
{
    /// <summary>The page's file.</summary>
    public const string File = "addin.html";

    /// <summary>The folder that it and its files are shown in.</summary>
    public const string Folder = "addin/";

    /// <summary>Whether a path is that of the pane's page or of one of its files: Office shows them in frames and loads its scripts into them.</summary>
    public static bool Covers(PathString path)
    {
        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase, out var rest))
            path = rest;
        return path.StartsWithSegments("/addin", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/" + File, StringComparison.OrdinalIgnoreCase);
    }
}
