using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Api;

/// <summary>Shared drives: which there are, whether they can be filed on, what lies on them.</summary>
internal static class DrivesApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var drives = api.MapGroup("/drives").WithTags("归档");
        drives.MapGet("/", List).As("listDrives", "列出归档位置", Roles.Drafter);
        drives.MapGet("/{name}/folders", FoldersAsync).As("listDriveFolders", "归档位置里的文件夹", Roles.Drafter, 400, 404, 502);
        drives.MapPost("/{name}/check", CheckAsync).As("checkDrive", "逐项试一遍归档要用到的权限", Roles.Drafter, 404);
        drives.MapPost("/{name}/verify", VerifyAsync).As("verifyDrive", "对照台账核对归档位置：不见的、被改过的、外来的", Roles.Drafter, 404, 502);
    }

    private static Ok<Page<DriveView>> List(DriveBook drives) =>
        TypedResults.Ok(Pages.Of([.. drives.Names.Select(name => new DriveView(name, drives.Find(name).Drive.Address))], null, Pages.Most));

    private static async Task<Ok<Page<DriveFolderView>>> FoldersAsync(string name, string? folder, DriveBook drives, CancellationToken cancellation)
    {
        var below = (folder ?? "").Trim('/');
        var names = await drives.Find(name).Drive.FoldersAsync(below, cancellation);
        return TypedResults.Ok(Pages.Of([.. names.Take(Pages.Most).Select(one => new DriveFolderView(one, below.Length > 0 ? $"{below}/{one}" : one))], null, Pages.Most));
    }

    private static async Task<Ok<Page<DriveCheckView>>> CheckAsync(string name, DriveBook drives, CancellationToken cancellation) =>
        TypedResults.Ok(Pages.Of([.. (await drives.Find(name).Drive.CheckAsync(cancellation)).Select(DriveCheckView.Of)], null, Pages.Most));

    private static async Task<Ok<Page<VerifiedFileView>>> VerifyAsync(string name, string? cursor, int? limit, DriveBook drives, FilingPapers papers, LedgerStore store, CancellationToken cancellation)
    {
        var files = await DriveVerification.RunAsync(store, drives.Find(name), papers.ContentAsync, cancellation);

        // What needs a person comes first.
        var views = files.OrderBy(file => file.State == FiledState.Good).Select(file => new VerifiedFileView(file.Place, file.State, FilingWords.Of(file.State)));
        return TypedResults.Ok(Pages.Of([.. views], cursor, limit));
    }
}
