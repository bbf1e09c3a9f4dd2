using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Api;

/// <summary>
/// Filing the document that is open in Word. A paper that the ledger knows becomes its newest revision and is filed as such; any other
/// document is filed as it is.
/// </summary>
internal static class PaperFilingApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var filing = api.MapGroup("/papers/filing").WithTags("当前文档");
        filing.MapPost("/preview", PreviewAsync).Accepts<Stream>(Upload.WordFile).TakesFiles(api).As("previewPaperFiling", "当前文档归档会写到哪里：请求体就是 .docx，什么都不写", Roles.Drafter, 400, 404, 409, 413, 422, 502);
        filing.MapPost("/", FileAsync).Accepts<Stream>(Upload.WordFile).TakesFiles(api).As("filePaper", "归档当前文档：台账里有的成为它的新一版，没有的原样归档", Roles.Drafter, 400, 404, 409, 413, 422);
    }

    private static async Task<Ok<Page<FilingPreviewView>>> PreviewAsync(
        string drive, Guid? plan, string? folder, bool? withPdf, string? name, Stream body,
        OpenPapers papers, FilingPapers filings, FileWork work, ServiceLimits limits, TimeProvider time, CancellationToken cancellation)
    {
        var docx = await Upload.ReadAsync(body, limits, cancellation);
        var open = await FindAsync(docx, plan, papers, cancellation);
        var desk = await work.DeskAsync(new FileRequest(drive, folder ?? "", withPdf == true), open.Plan ?? Guid.Empty, cancellation);
        await desk.CheckMountedAsync(cancellation);
        var paper = await ReadyAsync(open, docx, name, filings, time.GetUtcNow(), cancellation);
        var plans = await desk.LookAsync([paper], withPdf == true, cancellation);
        return TypedResults.Ok(Pages.Of([.. plans.Select(FilingPreviewView.Of)], null, null));
    }

    private static async Task<Accepted<JobView>> FileAsync(
        string drive, Guid? plan, string? folder, bool? withPdf, string? name, Stream body,
        OpenPapers papers, FilingPapers filings, DriveBook drives, LedgerStore store, IByteStore bytes, ServiceLimits limits, AnnounceJob announce, Caller caller, TimeProvider time, HttpContext http)
    {
        var stop = http.RequestAborted;
        var docx = await Upload.ReadAsync(body, limits, stop);
        var asked = new FileRequest(drives.Find(drive).Name, folder ?? "", withPdf == true);
        var open = await FindAsync(docx, plan, papers, stop);
        var act = new Act(caller.Name, time.GetUtcNow());
        var ready = await ReadyAsync(open, docx, name, filings, act.At, stop);
        var (hash, length) = await bytes.PutAsync(new MemoryStream(docx), stop);
        var id = await OnceOnly.RunAsync(http, caller, store, time, $"{plan} {JobJson.Write(asked)} {ready.Name} {hash}", async ledger =>
        {
            var item = open.Paper is { } paper
                ? (paper.Path, JobJson.Write(new FileItem(await PutAsync(ledger, paper, hash, length, act, stop))))
                : (ready.Name, JobJson.Write(new FileItem(null, new LooseFile(ready.Name, hash, length))));
            return JobBoard.Add(ledger, JobKinds.File, open.Plan ?? Guid.Empty, JobJson.Write(asked), [item, (FilingsApi.Register, JobJson.Write(new FileItem(null)))], act).Id;
        });
        return await JobsApi.AcceptAsync(store, announce, id, stop);
    }

    // A document whose record is damaged is a document all the same; without a plan of its own it is filed as the newest plan's papers are.
    private static async Task<OpenPaper> FindAsync(ReadOnlyMemory<byte> docx, Guid? plan, OpenPapers papers, CancellationToken cancellation)
    {
        var open = await papers.FindAsync(PaperRefresh.FindRecord(docx), plan, cancellation);
        if (open.Paper?.State == PaperState.Withdrawn)
            throw new LedgerException(LedgerCodes.WrongState, $"“{Path.GetFileName(open.Paper.Path)}”已经撤回，不能归档。");
        return open.Plan is not null ? open : open with { Plan = (await papers.PlansAsync(cancellation)).FirstOrDefault()?.Id };
    }

    private static async Task<FilingPaper> ReadyAsync(OpenPaper open, byte[] docx, string? name, FilingPapers filings, DateTimeOffset now, CancellationToken cancellation) =>
        open.Paper is { } paper
            ? await filings.OfAsync(paper, open.Number, docx, now, cancellation)
            : FilingPaper.Of(Upload.WordName(name), docx, null, ChinaTime.Of(now).Year);

    private static async Task<Guid> PutAsync(LedgerContext ledger, Paper paper, string hash, long length, Act act, CancellationToken cancellation)
    {
        var description = new PaperDescription(paper.Identity, paper.Kind, paper.Body, paper.Order, paper.Path);
        var template = paper.Revisions.MaxBy(revision => revision.Number)?.Template ?? "";
        return (await PaperShelf.PutAsync(ledger, paper.PlanId, new MadePaper(description, hash, length, template, IsByHand: true), act, cancellation)).Id;
    }
}
