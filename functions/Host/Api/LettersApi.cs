using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Api;

/// <summary>Letters that press for tasks: what should be written, prepare, issue, record the answer, close, withdraw.</summary>
internal static class LettersApi
{
    private const string AnyFile = "application/octet-stream";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans/{id:guid}/letters").WithTags("督办");
        plans.MapGet("/proposals", ProposalsAsync).Kept().As("listProposals", "现在该写的函：提醒、督办、挂牌督办，按单位归并", Roles.Drafter, 404);
        plans.MapGet("/", ListAsync).Kept().As("listLetters", "列出函，最新的在前", Roles.Reader, 400, 404);
        plans.MapPost("/", PrepareAsync).As("prepareLetters", "拟稿：为选中的建议备好函，不编号、不发出", Roles.Drafter, 400, 404, 409);
        var letters = api.MapGroup("/letters").WithTags("督办");
        letters.MapPost("/issue", IssueAsync).As("issueLetters", "发出：编发文字号、定反馈期限，可一并归档；初稿手工改过的，要写明 replaceHandEdits；日期不在今年的，要写明 otherYear", Roles.Drafter, 400, 404, 409);
        letters.MapPost("/{id:guid}/reply", ReplyAsync).As("replyLetter", "登记反馈；closes 不写时，函里的任务都完成了才随即办结，还有没完成的留在已反馈", Roles.Drafter, 400, 404, 409);
        letters.MapPost("/{id:guid}/close", CloseAsync).As("closeLetter", "办结", Roles.Drafter, 404, 409);
        letters.MapPost("/{id:guid}/withdraw", WithdrawAsync).As("withdrawLetter", "撤回，须写明原因；编过的号作废", Roles.Drafter, 400, 404, 409);
        letters.MapGet("/{id:guid}/reply", ReplyFileAsync).Produces<Stream>(StatusCodes.Status200OK, AnyFile).As("getReply", "下载复函", Roles.Reader, 404);
    }

    private static async Task<Ok<Page<ProposalView>>> ProposalsAsync(Guid id, ProgressReader reader, CancellationToken cancellation)
    {
        var progress = await reader.LoadAsync(id, cancellation);
        var proposals = LetterOrders.Proposals(progress, progress.Letters);
        return TypedResults.Ok(new Page<ProposalView>([.. proposals.Select(proposal => View(progress, proposal))], null, proposals.Count));
    }

    private static async Task<Ok<Page<LetterView>>> ListAsync(
        Guid id, ProgressReader reader, LedgerStore store, Caller caller, string? body, Word<PaperState>? state, string? cursor, int? limit, CancellationToken cancellation)
    {
        var progress = await reader.LoadAsync(id, cancellation);
        var own = ProgressApi.BodyOf(caller);

        // A body sees what was sent to it, not what is being prepared.
        var seen = progress.Letters.Where(letter =>
            (own.Length == 0 || (letter.Letter.Body == own && letter.Letter.IssuedOn is not null))
            && (body is not { Length: > 0 } || letter.Letter.Body == body)
            && (state is not { } wanted || letter.State == wanted.Value)).Reverse().ToList();
        await using var ledger = store.Open();
        var papers = seen.Select(letter => letter.Letter.PaperId).ToList();
        var reasons = await ledger.Papers.AsNoTracking().Where(paper => papers.Contains(paper.Id) && paper.State == PaperState.Withdrawn).ToDictionaryAsync(paper => paper.Id, paper => paper.WithdrawnBecause, cancellation);
        return TypedResults.Ok(Pages.Of([.. seen.Select(letter => View(progress, letter, reasons))], cursor, limit));
    }

    private static async Task<Results<Accepted<JobView>, NoContent>> PrepareAsync(
        Guid id, PrepareRequest request, LetterDesk desk, LedgerStore store, AnnounceJob announce, Caller caller, TimeProvider time, HttpContext http)
    {
        var wanted = request.Letters?.Select(letter => new ProposalKey(letter.Step, letter.Body)).ToList();
        var job = await OnceOnly.RunAsync(http, caller, store, time, $"{id} {JobJson.Write(request)}", async ledger =>
            (await desk.PrepareAsync(ledger, id, wanted, new Act(caller.Name, time.GetUtcNow()), http.RequestAborted))?.Id ?? Guid.Empty);
        return job == Guid.Empty ? TypedResults.NoContent() : await JobsApi.AcceptAsync(store, announce, job, http.RequestAborted);
    }

    private static async Task<Accepted<JobView>> IssueAsync(
        IssueRequest request, LetterDesk desk, DriveBook drives, LedgerStore store, AnnounceJob announce, Caller caller, TimeProvider time, HttpContext http)
    {
        var place = request.Drive.Length > 0 ? new FileRequest(drives.Find(request.Drive).Name, request.Folder, request.WithPdf) : null;
        var terms = new IssueTerms(request.On ?? ChinaTime.Today(time), request.ReplyBy, place, request.ReplaceHandEdits, request.OtherYear);
        var job = await OnceOnly.RunAsync(http, caller, store, time, JobJson.Write(request), async ledger =>
            (await desk.IssueAsync(ledger, request.Letters, terms, new Act(caller.Name, time.GetUtcNow()), http.RequestAborted)).Id);
        return await JobsApi.AcceptAsync(store, announce, job, http.RequestAborted);
    }

    private static async Task<Ok<LetterView>> ReplyAsync(
        Guid id, ReplyRequest request, ReplyDesk replies, ReportDesk reports, ProgressReader reader, LedgerStore store, Caller caller, TimeProvider time, HttpContext http)
    {
        var act = new Act(caller.Name, time.GetUtcNow());
        var on = request.On ?? ChinaTime.Today(time);
        var file = Upload.Named(request.File);
        if (file.Hash.Length > 0)
            await reports.CheckFileAsync(file, http.RequestAborted);
        var taken = new TakenReply(new LetterReply(on, request.Text.Trim(), file), request.Done ?? [], request.Closes, caller.Name);
        await OnceOnly.RunAsync(http, caller, store, time, $"{id} {JobJson.Write(request)}", async ledger =>
        {
            await replies.RecordAsync(ledger, id, taken, act, http.RequestAborted);
            return id;
        });
        return await AnswerAsync(id, reader, store, http.RequestAborted);
    }

    private static async Task<Ok<LetterView>> CloseAsync(Guid id, ProgressReader reader, LedgerStore store, Caller caller, TimeProvider time, HttpContext http)
    {
        await OnceOnly.RunAsync(http, caller, store, time, $"{id}", async ledger =>
        {
            await LetterLife.CloseAsync(ledger, id, ChinaTime.Today(time), new Act(caller.Name, time.GetUtcNow()), http.RequestAborted);
            return id;
        });
        return await AnswerAsync(id, reader, store, http.RequestAborted);
    }

    private static async Task<Ok<LetterView>> WithdrawAsync(Guid id, ReasonRequest request, ProgressReader reader, LedgerStore store, Caller caller, TimeProvider time, HttpContext http)
    {
        await OnceOnly.RunAsync(http, caller, store, time, $"{id} {request.Reason}", async ledger =>
        {
            var (_, paper) = await LetterLife.FindAsync(ledger, id, http.RequestAborted);
            await PaperShelf.WithdrawAsync(ledger, paper.Id, request.Reason, new Act(caller.Name, time.GetUtcNow()), http.RequestAborted);
            return id;
        });
        return await AnswerAsync(id, reader, store, http.RequestAborted);
    }

    private static async Task<FileStreamHttpResult> ReplyFileAsync(Guid id, LedgerStore store, IByteStore bytes, Caller caller, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var own = ProgressApi.BodyOf(caller);
        var letter = await ledger.Letters.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && (own == "" || one.Body == own), cancellation);
        var content = letter is { ReplyHash.Length: > 0 } ? await bytes.OpenAsync(letter.ReplyHash, cancellation) : null;
        return letter is not null && content is not null
            ? TypedResults.Stream(content, AnyFile, letter.ReplyName)
            : throw new LedgerException(LedgerCodes.NotFound, "这份函没有登记复函文件，或者文件不见了。");
    }

    private static async Task<Ok<LetterView>> AnswerAsync(Guid id, ProgressReader reader, LedgerStore store, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var (letter, paper) = await LetterLife.FindAsync(ledger, id, cancellation);
        var progress = await reader.LoadAsync(ledger, letter.PlanId, cancellation);
        return TypedResults.Ok(View(progress, progress.Letters.Single(one => one.Letter.Id == id), new Dictionary<Guid, string> { [paper.Id] = paper.WithdrawnBecause }));
    }

    private static ProposalView View(PlanProgress progress, LetterProposal proposal) => new(
        proposal.Step, StandingWords.Of(proposal.Step), proposal.Body, proposal.Round,
        [.. proposal.Matters.Select(matter => (Matter: matter, progress.Find(matter.TaskId)?.Task)).Select(one => new ProposedMatterView(
            one.Matter.TaskId, one.Task?.Id ?? "", one.Task?.Title ?? "", one.Matter.Due.Day, one.Matter.Due.Text, one.Matter.DaysLate))],
        [.. proposal.Earlier.Select(letter => letter.Number)]);

    private static LetterView View(PlanProgress progress, KnownLetter known, Dictionary<Guid, string> reasons)
    {
        var letter = known.Letter;
        var open = ReplyDesk.OpenOf(progress, letter).Select(task => task.Id).ToHashSet();
        return new LetterView(
            letter.Id, letter.Version, letter.PlanId, letter.PaperId, letter.Step, StandingWords.Of(letter.Step), letter.Body, letter.Round, known.State, StandingWords.Of(known.State), known.Number,
            letter.IssuedOn, letter.ReplyBy, known.State == PaperState.Issued && letter.ReplyBy < progress.Today, letter.RepliedOn, letter.Reply, letter.ReplyName, letter.ClosedOn,
            reasons.GetValueOrDefault(letter.PaperId, ""), letter.At, letter.By,
            [.. letter.Matters.OrderBy(matter => matter.Ordinal).Select(matter =>
            {
                var task = progress.Find(matter.TaskId);
                return new LetterMatterView(matter.TaskId, task?.Task.Id ?? "", task?.Task.Title ?? "", matter.Due, task?.Parts.FirstOrDefault(part => part.Body == letter.Body)?.Standing.State, open.Contains(matter.TaskId));
            })]);
    }
}
