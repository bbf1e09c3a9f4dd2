using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Stores;
using Paper = YiyuanSafety.Ledger.Records.Paper;

namespace YiyuanSafety.Host.Api;

/// <summary>Official papers: make, download, look at, bring up to date, number, withdraw.</summary>
internal static class DocumentsApi
{
    private const string WordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string ExcelFile = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Pdf = "application/pdf";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("公文");
        documents.MapPost("/", DraftAsync).As("draftDocuments", "生成公文：全部，或按 orders 逐份", Roles.Drafter, 400, 404, 409);
        documents.MapPost("/refresh", RefreshAsync).As("refreshDocuments", "按最新的任务更新公文；有人改过的部分不动", Roles.Drafter, 400, 404, 409);
        documents.MapGet("/", ListAsync).Kept().As("listDocuments", "列出公文", Roles.Reader, 400);
        documents.MapGet("/{id:guid}", GetAsync).Kept().As("getDocument", "一份公文", Roles.Reader, 404);
        documents.MapGet("/{id:guid}/file", FileAsync).Produces<Stream>(StatusCodes.Status200OK, WordFile, ExcelFile).As("getDocumentFile", "下载公文；可指定第几版", Roles.Reader, 404);
        documents.MapGet("/{id:guid}/preview", PreviewAsync).Produces<Stream>(StatusCodes.Status200OK, Pdf).As("previewDocument", "以 PDF 预览（服务器上要有 LibreOffice）", Roles.Reader, 404, 409, 501);
        documents.MapPost("/{id:guid}/number", NumberAsync).As("numberDocument", "为公文编发文字号并重新生成；上次归档的是手工改过的版本时，要写明 replaceHandEdits", Roles.Drafter, 400, 404, 409);
        documents.MapPost("/{id:guid}/withdraw", WithdrawAsync).As("withdrawDocument", "撤回公文，须写明原因", Roles.Drafter, 400, 404, 409);
        api.MapGet("/plans/{id:guid}/documents.zip", ZipAsync).WithTags("公文").Produces<Stream>(StatusCodes.Status200OK, "application/zip").As("downloadDocuments", "一次下载全部公文（zip）", Roles.Reader, 404);
    }

    private static async Task<Accepted<JobView>> DraftAsync(
        DraftRequest request, LedgerStore store, Basis basis, AnnounceJob announce, Caller caller, TimeProvider time, HttpContext http)
    {
        var id = await OnceOnly.RunAsync(http, caller, store, time, JobJson.Write(request), async ledger =>
        {
            var plan = await basis.RequestAsync(ledger, request.Plan, http.RequestAborted);
            var from = Elaborate(plan, request);

            // Who asks for one paper is told at once; of several, only the item fails.
            if (request is { Orders: [var single], ReplaceHandEdits: false })
                await PaperShelf.KeepHandEditsAsync(ledger, request.Plan, single.Identity(plan), http.RequestAborted);
            IEnumerable<(PaperOrder Order, string Path)> papers = request.Orders is { } orders
                ? PaperSet.Named(orders)
                : PaperSet.Of(from, basis.Templates).Select(paper => (paper.Order, paper.Path));
            var items = await DraftItems.OfAsync(ledger, request.Plan, plan, papers.Select(paper => new DraftItem(paper.Order, paper.Path, request.Number, request.ReplaceHandEdits)), http.RequestAborted);
            return items.Count > 0
                ? JobBoard.Add(ledger, JobKinds.Draft, request.Plan, "{}", items, new Act(caller.Name, time.GetUtcNow())).Id
                : throw OrderException.Of(request.Orders is null
                    ? "这份工作要点里没有任务，没有可以生成的公文。请核对读取结果，补充责任分工后再生成。"
                    : "orders 是空的，没有要生成的公文。");
        });
        return await JobsApi.AcceptAsync(store, announce, id, http.RequestAborted);
    }

    private static PaperRequest Elaborate(PaperRequest plan, DraftRequest request) => plan with
    {
        Date = request.Date,
        ReplyBy = request.ReplyBy,
        Supervised = request.Supervised ?? [],
        Reminded = request.Reminded ?? [],
        WideSheets = request.WideSheets,
        ReplySlip = request.ReplySlip,
        Elements = new PaperElements { Urgency = request.Urgency ?? "" },
    };

    private static async Task<Accepted<JobView>> RefreshAsync(
        RefreshRequest request, LedgerStore store, AnnounceJob announce, Caller caller, TimeProvider time, HttpContext http)
    {
        var id = await OnceOnly.RunAsync(http, caller, store, time, JobJson.Write(request), async ledger =>
        {
            await PlansApi.FindAsync(ledger, request.Plan, http.RequestAborted);
            var papers = await ledger.Papers.AsNoTracking().Where(paper => paper.PlanId == request.Plan && paper.Revisions.Count > 0 && paper.State != Ledger.Records.PaperState.Withdrawn).OrderBy(paper => paper.Path).ToListAsync(http.RequestAborted);
            var chosen = request.Documents is { } wanted ? papers.FindAll(paper => wanted.Contains(paper.Id)) : papers;
            if (chosen.Count == 0 || chosen.Count < (request.Documents?.Distinct().Count() ?? 0))
                throw new LedgerException(LedgerCodes.NotFound, "要更新的公文不在这份工作要点里，或者还没有生成，或者已经撤回。请刷新后重试。");
            var items = chosen.Select(paper => (paper.Path, JobJson.Write(new RefreshItem(paper.Id))));
            return JobBoard.Add(ledger, JobKinds.Refresh, request.Plan, "{}", items, new Act(caller.Name, time.GetUtcNow())).Id;
        });
        return await JobsApi.AcceptAsync(store, announce, id, http.RequestAborted);
    }

    private static async Task<Ok<Page<DocumentView>>> ListAsync(
        LedgerStore store, Caller caller, Guid? plan, string? kind, string? body, Word<Ledger.Records.PaperState>? state, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var only = state?.Value;
        var wanted = ledger.Papers.AsNoTracking().Where(paper => (plan == null || paper.PlanId == plan) && (kind == null || paper.Kind == kind) && (only == null || paper.State == only));
        var papers = await wanted.Include(paper => paper.Revisions).OrderBy(paper => paper.Path).ThenBy(paper => paper.Id).ToListAsync(cancellation);
        var seen = papers.FindAll(paper => Sight.Sees(caller, paper) && (body is null || PaperBodies.Names(paper.Body, body)));
        var page = Pages.Of(seen, cursor, limit);
        return TypedResults.Ok(new Page<DocumentView>(await DocumentRows.ViewsAsync(ledger, page.Items, cancellation), page.Next, page.Total));
    }

    private static async Task<Ok<DocumentView>> GetAsync(Guid id, LedgerStore store, Caller caller, HttpContext http)
    {
        await using var ledger = store.Open();
        return await AnswerAsync(ledger, await DocumentRows.FindAsync(ledger, id, caller, http.RequestAborted), http);
    }

    private static async Task<FileStreamHttpResult> FileAsync(Guid id, int? revision, LedgerStore store, IByteStore bytes, Caller caller, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var paper = await DocumentRows.FindAsync(ledger, id, caller, cancellation);
        var (content, at) = await DocumentRows.OpenAsync(paper, revision, bytes, cancellation);
        return TypedResults.Stream(content, paper.Kind == PaperKindWords.Ledger ? ExcelFile : WordFile, Path.GetFileName(paper.Path), at);
    }

    private static async Task<FileContentHttpResult> PreviewAsync(Guid id, LedgerStore store, IByteStore bytes, Previews previews, Caller caller, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var paper = await DocumentRows.FindAsync(ledger, id, caller, cancellation);
        if (paper.Kind == PaperKindWords.Ledger)
            throw new LedgerException(LedgerCodes.WrongState, "台账是 Excel 工作簿，不能预览。请下载后打开。");
        var hash = paper.Revisions.MaxBy(one => one.Number)?.Hash ?? "";
        var (content, _) = await DocumentRows.OpenAsync(paper, null, bytes, cancellation);
        await using (content)
            return TypedResults.File(await previews.OfAsync(hash, Path.GetFileName(paper.Path), content, cancellation), Pdf);
    }

    private static async Task<Accepted<JobView>> NumberAsync(Guid id, bool? replaceHandEdits, LedgerStore store, AnnounceJob announce, Caller caller, TimeProvider time, HttpContext http)
    {
        var job = await OnceOnly.RunAsync(http, caller, store, time, replaceHandEdits == true ? $"{id} {nameof(replaceHandEdits)}" : $"{id}", async ledger =>
        {
            var paper = await DocumentRows.FindAsync(ledger, id, caller, http.RequestAborted);
            if (paper.State == Ledger.Records.PaperState.Withdrawn)
                throw new LedgerException(LedgerCodes.WrongState, "这份公文已经撤回，不能编号。确实还要的，请先重新生成。");
            if (replaceHandEdits != true)
                await PaperShelf.KeepHandEditsAsync(ledger, paper.PlanId, paper.Identity, http.RequestAborted);
            var item = new DraftItem(JobJson.Read<PaperOrder>(paper.Order), paper.Path, true, replaceHandEdits == true);
            return JobBoard.Add(ledger, JobKinds.Draft, paper.PlanId, "{}", [(paper.Path, JobJson.Write(item))], new Act(caller.Name, time.GetUtcNow())).Id;
        });
        return await JobsApi.AcceptAsync(store, announce, job, http.RequestAborted);
    }

    private static async Task<Ok<DocumentView>> WithdrawAsync(Guid id, ReasonRequest request, LedgerStore store, Caller caller, TimeProvider time, HttpContext http)
    {
        await OnceOnly.RunAsync(http, caller, store, time, $"{id} {request.Reason}", async unit =>
        {
            await PaperShelf.WithdrawAsync(unit, id, request.Reason, new Act(caller.Name, time.GetUtcNow()), http.RequestAborted);
            return id;
        });
        await using var ledger = store.Open();
        return await AnswerAsync(ledger, await DocumentRows.FindAsync(ledger, id, caller, http.RequestAborted), http);
    }

    private static async Task<PushStreamHttpResult> ZipAsync(Guid id, LedgerStore store, IByteStore bytes, Caller caller, HttpContext http, CancellationToken cancellation)
    {
        // The zip writer of .NET still ends an entry with a small write that does not wait.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } control)
            control.AllowSynchronousIO = true;
        await using var ledger = store.Open();
        var plan = await PlansApi.FindAsync(ledger, id, cancellation);
        var papers = await ledger.Papers.AsNoTracking().Include(paper => paper.Revisions).Where(paper => paper.PlanId == id && paper.State != Ledger.Records.PaperState.Withdrawn && paper.Revisions.Count > 0).OrderBy(paper => paper.Path).ToListAsync(cancellation);
        var seen = papers.FindAll(paper => Sight.Sees(caller, paper));
        return seen.Count > 0
            ? TypedResults.Stream(output => DocumentZip.WriteAsync(seen, bytes, output, cancellation), "application/zip", $"{plan.Title} 公文.zip")
            : throw new LedgerException(LedgerCodes.NotFound, "还没有生成公文。请先生成。");
    }

    private static async Task<Ok<DocumentView>> AnswerAsync(LedgerContext ledger, Paper paper, HttpContext http)
    {
        RowVersion.Tell(http.Response, paper.Version);
        return TypedResults.Ok((await DocumentRows.ViewsAsync(ledger, [paper], http.RequestAborted))[0]);
    }
}
