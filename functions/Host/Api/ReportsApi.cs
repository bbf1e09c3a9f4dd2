using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Api;

/// <summary>What bodies report about their tasks. A reader reports on its own body's parts alone.</summary>
internal static class ReportsApi
{
    private const string AnyFile = "application/octet-stream";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/evidence", UploadAsync).WithTags("进展").Accepts<Stream>(AnyFile).TakesFiles(api).As("uploadEvidence", "上传佐证材料或复函：请求体就是文件；之后在填报、登记反馈时引用", Roles.Reader, 400, 413);
        api.MapPost("/plans/{id:guid}/reports", AddAsync).WithTags("进展").As("addReports", "填报进展", Roles.Reader, 400, 404, 409);
        api.MapGet("/tasks/{id:guid}/reports", ListAsync).WithTags("进展").As("listReports", "一项任务的全部填报，最新的在前", Roles.Reader, 404);
        api.MapPost("/reports/{id:guid}/retract", RetractAsync).WithTags("进展").As("retractReport", "撤销一条填报，须写明原因；记录保留", Roles.Drafter, 400, 404, 409);
        api.MapGet("/reports/{id:guid}/evidence", EvidenceAsync).WithTags("进展").Produces<Stream>(StatusCodes.Status200OK, AnyFile).As("getEvidence", "下载佐证材料", Roles.Reader, 404);
    }

    private static async Task<Ok<EvidenceView>> UploadAsync(string name, Stream body, IByteStore bytes, ServiceLimits limits, HttpContext http)
    {
        var file = Upload.FileName(name);
        var (hash, length) = await bytes.PutAsync(new LimitedStream(body, limits.MaxUploadBytes), http.RequestAborted);
        return length > 0 ? TypedResults.Ok(new EvidenceView(file, hash, length)) : throw new LedgerException(LedgerCodes.Invalid, $"“{file}”是空文件。请核对后重新上传。");
    }

    private static async Task<Ok<ReportsAnswer>> AddAsync(
        Guid id, ReportsRequest request, ReportDesk desk, LedgerStore store, Caller caller, TimeProvider time, HttpContext http)
    {
        var act = new Act(caller.Name, time.GetUtcNow());
        var (today, moment) = (ChinaTime.Today(time), desk.Moment());
        var entries = request.Reports.Select(report => Entry(report, today, moment, caller)).ToList();
        return TypedResults.Ok(await OnceOnly.RunAsync(http, caller, store, time, $"{id} {JobJson.Write(request)}", async ledger =>
        {
            var added = await desk.AddAsync(ledger, id, entries, ProgressApi.BodyOf(caller), act, http.RequestAborted);
            return new ReportsAnswer(added.Count, entries.Count - added.Count);
        }));
    }

    private static ReportEntry Entry(ReportChange report, DateOnly today, long moment, Caller caller) => new(report.TaskId, report.Body, report.State, report.On ?? today)
    {
        Percent = report.Percent,
        Progress = report.Progress.Trim(),
        Reporter = report.Reporter.Length > 0 ? report.Reporter.Trim() : caller.Name,
        Evidence = Upload.Named(report.Evidence),
        Moment = moment,
        Source = "网页填报",
    };

    private static async Task<Ok<Page<ReportView>>> ListAsync(Guid id, LedgerStore store, Caller caller, string? body, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var names = await Sight.NamesAsync(ledger, caller, cancellation);
        var task = await ledger.Tasks.AsNoTracking().Include(one => one.Parties).SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (task is null || !Sight.Sees(names, task))
            throw new LedgerException(LedgerCodes.NotFound, "没有这项任务，可能列表已过时。请刷新后重试。");
        var own = ProgressApi.BodyOf(caller);
        var only = own.Length > 0 ? own : body ?? "";
        var reports = await ledger.Reports.AsNoTracking().Where(report => report.TaskId == id && (only == "" || report.Body == only)).ToListAsync(cancellation);
        return TypedResults.Ok(Pages.Of([.. reports.OrderDescending(ReportOrder.Instance).Select(ReportView.Of)], cursor, limit));
    }

    private static async Task<Ok<ReportView>> RetractAsync(Guid id, ReasonRequest request, LedgerStore store, Caller caller, TimeProvider time, HttpContext http)
    {
        await OnceOnly.RunAsync(http, caller, store, time, $"{id} {request.Reason}", async unit =>
        {
            await Reporting.RetractAsync(unit, id, request.Reason, new Act(caller.Name, time.GetUtcNow()), http.RequestAborted);
            return id;
        });
        await using var ledger = store.Open();
        return TypedResults.Ok(ReportView.Of(await ledger.Reports.AsNoTracking().SingleAsync(report => report.Id == id, http.RequestAborted)));
    }

    private static async Task<FileStreamHttpResult> EvidenceAsync(Guid id, LedgerStore store, IByteStore bytes, Caller caller, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var own = ProgressApi.BodyOf(caller);
        var report = await ledger.Reports.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && (own == "" || one.Body == own), cancellation);
        var content = report is { EvidenceHash.Length: > 0 } ? await bytes.OpenAsync(report.EvidenceHash, cancellation) : null;
        return report is not null && content is not null
            ? TypedResults.Stream(content, AnyFile, report.EvidenceName, report.At)
            : throw new LedgerException(LedgerCodes.NotFound, "这条填报没有佐证材料，或者文件不见了。");
    }
}
