using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Archiving;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Api;

/// <summary>What goes to the leaders and into the cupboard: bulletins, exports, yearly archives.</summary>
internal static class ReportingApi
{
    private const string AnyFile = "application/octet-stream";
    private const string ExcelFile = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans/{id:guid}").WithTags("通报与归档包");
        plans.MapPost("/bulletin", BulletinAsync).As("makeBulletin", "按今天的进展生成进展情况通报", Roles.Drafter, 400, 404, 409);
        plans.MapGet("/export.xlsx", WorkbookAsync).Produces<Stream>(StatusCodes.Status200OK, ExcelFile).As("exportWorkbook", "全部进展、填报、督办和统计（Excel）", Roles.Drafter, 404);
        plans.MapGet("/export.json", JsonAsync).Produces<Stream>(StatusCodes.Status200OK, "application/json").As("exportJson", "全部进展、填报、督办和统计（JSON）", Roles.Drafter, 404);
        plans.MapGet("/archive.zip", ArchiveAsync).Produces<Stream>(StatusCodes.Status200OK, "application/zip").As("downloadArchive", "年度归档包：台账、原文件、公文、佐证材料，附哈希清单", Roles.Drafter, 404, 409);
        api.MapPost("/archives", RestoreAsync).WithTags("通报与归档包").Accepts<Stream>(AnyFile).TakesArchives(api).As("restoreArchive", "恢复年度归档包：请求体就是归档包；台账里已有这份工作要点的不恢复", Roles.Administrator, 400, 409, 413, 422);
    }

    private static async Task<Accepted<JobView>> BulletinAsync(
        Guid id, BulletinRequest request, ProgressReader reader, LedgerStore store, AnnounceJob announce, Caller caller, TimeProvider time, HttpContext http)
    {
        var job = await OnceOnly.RunAsync(http, caller, store, time, $"{id} {JobJson.Write(request)}", async ledger =>
        {
            var progress = await reader.LoadAsync(ledger, id, http.RequestAborted);
            var (order, path) = ProgressBulletins.Of(progress, new BulletinChoice(request.On, request.Ranked, request.Requirements ?? []));
            var items = await DraftItems.OfAsync(ledger, id, progress.Request, [new DraftItem(order, path, request.Number)], http.RequestAborted);
            return JobBoard.Add(ledger, JobKinds.Draft, id, "{}", items, new Act(caller.Name, time.GetUtcNow())).Id;
        });
        return await JobsApi.AcceptAsync(store, announce, job, http.RequestAborted);
    }

    private static Task<FileContentHttpResult> WorkbookAsync(Guid id, ProgressReader reader, CancellationToken cancellation) =>
        ExportAsync(id, reader, ProgressExport.WriteWorkbook, ExcelFile, ".xlsx", cancellation);

    private static Task<FileContentHttpResult> JsonAsync(Guid id, ProgressReader reader, CancellationToken cancellation) =>
        ExportAsync(id, reader, ProgressExport.WriteJson, "application/json", ".json", cancellation);

    private static async Task<FileContentHttpResult> ExportAsync(Guid id, ProgressReader reader, Action<PlanProgress, Stream> write, string type, string ending, CancellationToken cancellation)
    {
        var progress = await reader.LoadAsync(id, cancellation);
        using var file = new MemoryStream();
        write(progress, file);
        return TypedResults.File(file.ToArray(), type, FileNames.Safe($"{progress.Plan.Title} 进展 {progress.Today:yyyyMMdd}") + ending);
    }

    private static async Task<FileStreamHttpResult> ArchiveAsync(Guid id, LedgerStore store, IByteStore bytes, Caller caller, TimeProvider time, HttpContext http)
    {
        // Whole before the first byte is sent: an archive that breaks off looks like one.
        var file = PassingFile.Open();
        http.Response.RegisterForDispose(file);
        var manifest = await PlanArchive.WriteAsync(store, bytes, id, new Act(caller.Name, time.GetUtcNow()), file, http.RequestAborted);
        file.Position = 0;
        return TypedResults.Stream(file, "application/zip", FileNames.Safe($"{manifest.Title} 归档包") + ".zip");
    }

    private static async Task<Ok<ArchiveView>> RestoreAsync(Stream body, LedgerStore store, IByteStore bytes, ServiceLimits limits, Caller caller, TimeProvider time, HttpContext http)
    {
        await using var file = PassingFile.Open();
        await new LimitedStream(body, limits.MaxArchiveBytes).CopyToAsync(file, http.RequestAborted);
        file.Position = 0;
        var manifest = await ArchiveRestore.RunAsync(store, bytes, file, new Act(caller.Name, time.GetUtcNow()), http.RequestAborted);
        return TypedResults.Ok(new ArchiveView(manifest.PlanId, manifest.Title, manifest.Year, manifest.MadeAt, manifest.Files.Count));
    }
}
