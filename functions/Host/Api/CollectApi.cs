using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using YiyuanSafety.Drafting.Collecting;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Api;

/// <summary>Workbooks that bodies fill in and send back. A reader gets and brings those of its own body alone.</summary>
internal static class CollectApi
{
    private const string AnyFile = "application/octet-stream";
    private const string ExcelFile = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans/{id:guid}").WithTags("收集");
        plans.MapGet("/collect.zip", ZipAsync).Produces<Stream>(StatusCodes.Status200OK, "application/zip").As("downloadReplySheets", "各单位的进展填报表，一个单位一份（zip）", Roles.Drafter, 404);
        plans.MapGet("/collect", SheetAsync).Produces<Stream>(StatusCodes.Status200OK, ExcelFile).As("getReplySheet", "一个单位的进展填报表", Roles.Reader, 404);
        plans.MapPost("/collect", ReadAsync).Accepts<Stream>(AnyFile).TakesFiles(api).As("readReplySheet", "读交回的填报表：请求体就是文件；apply=false 只看会有什么变化，apply=true 才登记", Roles.Reader, 400, 404, 413, 422);
    }

    private static async Task<FileContentHttpResult> ZipAsync(Guid id, DateOnly? replyBy, ProgressReader reader, CancellationToken cancellation)
    {
        var progress = await reader.LoadAsync(id, cancellation);
        using var zip = new MemoryStream();
        ReplySheets.WriteAll(progress, replyBy, zip);
        return TypedResults.File(zip.ToArray(), "application/zip", FileNames.Safe($"{progress.Plan.Title} 进展填报表 {progress.Today:yyyyMMdd}") + ".zip");
    }

    private static async Task<FileContentHttpResult> SheetAsync(Guid id, string? body, DateOnly? replyBy, ProgressReader reader, Caller caller, CancellationToken cancellation)
    {
        var progress = await reader.LoadAsync(id, cancellation);
        var own = ProgressApi.BodyOf(caller);
        var wanted = own.Length > 0 ? own : body ?? "";
        if (body is { Length: > 0 } && body != wanted)
            throw new LedgerException(LedgerCodes.NotFound, $"“{body}”不是本单位。");
        using var file = new MemoryStream();
        ReplyWorkbook.Write(ReplySheets.Of(progress, wanted, replyBy), file);
        return TypedResults.File(file.ToArray(), ExcelFile, ReplySheets.NameOf(progress, wanted));
    }

    private static async Task<Ok<CollectedView>> ReadAsync(
        Guid id, string name, bool apply, Stream body, CollectDesk desk, LedgerStore store, ServiceLimits limits, Caller caller, TimeProvider time, HttpContext http)
    {
        var file = Upload.FileName(name);
        var bytes = await Upload.ReadAsync(body, limits, http.RequestAborted);
        await using var ledger = store.Open();
        var read = await desk.ReadAsync(ledger, id, file, bytes, ProgressApi.BodyOf(caller), new Act(caller.Name, time.GetUtcNow()), http.RequestAborted);
        if (apply)
            await ledger.SaveChangesAsync(http.RequestAborted);
        return TypedResults.Ok(CollectedView.Of(read, apply));
    }
}
