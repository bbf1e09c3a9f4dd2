using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Failures;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Api;

/// <summary>Filing papers on shared drives: look first, then file; what lies where.</summary>
internal static class FilingsApi
{
    /// <summary>What people call the item of a job that writes the register.</summary>
    public const string Register = "发文登记簿";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var filings = api.MapGroup("/filings").WithTags("归档");
        filings.MapPost("/preview", PreviewAsync).As("previewFiling", "归档会写到哪里、会不会碰到别的文件；什么都不写", Roles.Drafter, 400, 404, 502);
        filings.MapPost("/", FileAsync).As("fileDocuments", "归档公文，并登记到发文登记簿", Roles.Drafter, 400, 404, 409);
        filings.MapGet("/", ListAsync).Kept().As("listFilings", "列出归档记录，最新的在前", Roles.Drafter, 400);
        filings.MapPost("/{id:guid}/link", LinkAsync).As("linkFiling", "取一个本单位的人可以打开的链接", Roles.Drafter, 404, 502);
    }

    private static async Task<Ok<Page<FilingPreviewView>>> PreviewAsync(
        FilingRequest request, LedgerStore store, FileWork work, FilingPapers papers, TimeProvider time, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var chosen = await ChosenAsync(ledger, request, cancellation);
        var desk = await work.DeskAsync(new FileRequest(request.Drive, request.Folder, request.WithPdf), request.Plan, cancellation);
        await desk.CheckMountedAsync(cancellation);
        var (ready, refused) = (new List<FilingPaper>(), new List<FilingPreviewView>());
        foreach (var paper in chosen)
        {
            try
            {
                ready.Add(await papers.FindAsync(paper.Id, withPdf: false, time.GetUtcNow(), cancellation));
            }
            catch (Exception e) when (Told.Of(e) is { } told)
            {
                // One paper that cannot be filed does not keep the others from it.
                refused.Add(new FilingPreviewView(paper.Id, Path.GetFileName(paper.Path), "", null, false, told.Message));
            }
        }

        var plans = (await desk.LookAsync(ready, request.WithPdf, cancellation)).Select(FilingPreviewView.Of);
        return TypedResults.Ok(Pages.Of([.. refused, .. plans], null, Pages.Most));
    }

    private static async Task<Accepted<JobView>> FileAsync(
        FilingRequest request, LedgerStore store, DriveBook drives, AnnounceJob announce, Caller caller, TimeProvider time, HttpContext http)
    {
        var asked = new FileRequest(drives.Find(request.Drive).Name, request.Folder, request.WithPdf);
        var id = await OnceOnly.RunAsync(http, caller, store, time, JobJson.Write(request), async ledger =>
        {
            var papers = (await ChosenAsync(ledger, request, http.RequestAborted)).Select(paper => (paper.Path, JobJson.Write(new FileItem(paper.Id))));
            return JobBoard.Add(ledger, JobKinds.File, request.Plan, JobJson.Write(asked), [.. papers, (Register, JobJson.Write(new FileItem(null)))], new Act(caller.Name, time.GetUtcNow())).Id;
        });
        return await JobsApi.AcceptAsync(store, announce, id, http.RequestAborted);
    }

    private static async Task<Ok<Page<FilingView>>> ListAsync(
        LedgerStore store, Guid? plan, Guid? document, string? drive, string? hash, bool? replaced, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var wanted = ledger.Filings.AsNoTracking().Where(file =>
            (plan == null || ledger.Papers.Any(paper => paper.Id == file.PaperId && paper.PlanId == plan))
            && (document == null || file.PaperId == document)
            && (drive == null || file.Drive == drive)
            && (hash == null || file.Hash == hash)
            && (replaced == true || file.ReplacedAt == null));
        var (rows, next, total) = await Pages.NewestFirstAsync(wanted, cursor, limit, cancellation);
        return TypedResults.Ok(new Page<FilingView>(rows.ConvertAll(FilingView.Of), next, total));
    }

    private static async Task<Ok<LinkView>> LinkAsync(Guid id, LedgerStore store, DriveBook drives, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var file = await ledger.Filings.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这条归档记录，可能列表已过时。请刷新后重试。");
        return await drives.Find(file.Drive).Drive.LinkAsync(file.Place, cancellation) is { } link
            ? TypedResults.Ok(new LinkView(link))
            : throw new LedgerException(LedgerCodes.NotFound, $"“{file.Place}”已不在归档位置，可能被人移走或删除。请核对后重新归档。");
    }

    private static async Task<List<Paper>> ChosenAsync(LedgerContext ledger, FilingRequest request, CancellationToken cancellation)
    {
        await PlansApi.FindAsync(ledger, request.Plan, cancellation);
        var papers = await ledger.Papers.AsNoTracking()
            .Where(paper => paper.PlanId == request.Plan && paper.Revisions.Count > 0 && paper.State != PaperState.Withdrawn).OrderBy(paper => paper.Path).ToListAsync(cancellation);
        var chosen = request.Documents is { } wanted ? papers.FindAll(paper => wanted.Contains(paper.Id)) : papers;
        return chosen.Count > 0 && chosen.Count >= (request.Documents?.Distinct().Count() ?? 0)
            ? chosen
            : throw new LedgerException(LedgerCodes.NotFound, "要归档的公文不在这份工作要点里，或者还没有生成、已经撤回。请刷新后重试。");
    }
}
