using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Api;

/// <summary>Work that was asked for: how far it is, stop it, try it again.</summary>
internal static class JobsApi
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("工作进度");
        jobs.MapGet("/", ListAsync).As("listJobs", "列出工作，最新的在前", Roles.Drafter, 400);
        jobs.MapGet("/{id:guid}", GetAsync).As("getJob", "一项工作的进度", Roles.Drafter, 404);
        jobs.MapGet("/{id:guid}/items", ItemsAsync).As("listJobItems", "一项工作的各个小项", Roles.Drafter, 400, 404);
        jobs.MapGet("/{id:guid}/events", EventsAsync).As("watchJob", "持续收到进度（server-sent events），做完即止", Roles.Drafter, 404);
        jobs.MapPost("/{id:guid}/cancel", CancelAsync).As("cancelJob", "停止一项工作；已做成的保留", Roles.Drafter, 404);
        jobs.MapPost("/{id:guid}/retry", RetryAsync).As("retryJob", "重做没有做成的部分", Roles.Drafter, 404, 409);
    }

    /// <summary>Announces a job whose row is written, and answers where to look for it.</summary>
    public static async Task<Accepted<JobView>> AcceptAsync(LedgerStore store, AnnounceJob announce, Guid id, CancellationToken cancellation)
    {
        await announce(id, cancellation);
        return TypedResults.Accepted($"{ApiRoot.Path}/jobs/{id}", await ViewAsync(store, id, cancellation));
    }

    private static async Task<Ok<Page<JobView>>> ListAsync(LedgerStore store, Word<JobState>? state, Guid? plan, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var only = state?.Value;
        var wanted = ledger.Jobs.AsNoTracking().Where(job => (only == null || job.State == only) && (plan == null || job.PlanId == plan));
        var (rows, next, total) = await Pages.NewestFirstAsync(wanted, cursor, limit, cancellation);
        var ids = rows.ConvertAll(job => job.Id);
        var counts = await CountAsync(ledger, ids, cancellation);
        return TypedResults.Ok(new Page<JobView>(rows.ConvertAll(job => View(job, counts)), next, total));
    }

    private static async Task<Ok<JobView>> GetAsync(Guid id, LedgerStore store, HttpContext http)
    {
        var job = await ViewAsync(store, id, http.RequestAborted);
        RowVersion.Tell(http.Response, job.Version);
        return TypedResults.Ok(job);
    }

    private static async Task<Ok<Page<JobItemView>>> ItemsAsync(Guid id, LedgerStore store, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var job = await ledger.Jobs.AsNoTracking().Include(one => one.Items).SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw None();
        return TypedResults.Ok(Pages.Of([.. job.Items.OrderBy(item => item.Ordinal).Select(JobItemView.Of)], cursor, limit));
    }

    private static async Task<ServerSentEventsResult<JobView>> EventsAsync(Guid id, LedgerStore store, TimeProvider time, HttpContext http)
    {
        // Asked for first, so that a job that is not there is a problem and no empty stream.
        var first = await ViewAsync(store, id, http.RequestAborted);
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(WatchAsync(first, store, time, http.RequestAborted));
    }

    private static async Task<Ok<JobView>> CancelAsync(Guid id, LedgerStore store, TimeProvider time, CancellationToken cancellation)
    {
        await JobBoard.CancelAsync(store, id, time.GetUtcNow(), cancellation);
        return TypedResults.Ok(await ViewAsync(store, id, cancellation));
    }

    private static async Task<Ok<JobView>> RetryAsync(Guid id, LedgerStore store, AnnounceJob announce, CancellationToken cancellation)
    {
        await JobBoard.RetryAsync(store, id, cancellation);
        await announce(id, cancellation);
        return TypedResults.Ok(await ViewAsync(store, id, cancellation));
    }

    private static async IAsyncEnumerable<SseItem<JobView>> WatchAsync(JobView first, LedgerStore store, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new SseItem<JobView>(first, "job");
        using var timer = new PeriodicTimer(Glance, time);
        for (var last = first; !last.HasEnded && await timer.WaitForNextTickAsync(cancellation);)
        {
            var now = await ViewAsync(store, first.Id, cancellation);
            if (now == last)
                continue;
            yield return new SseItem<JobView>(now, "job");
            last = now;
        }
    }

    private static async Task<JobView> ViewAsync(LedgerStore store, Guid id, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var job = await ledger.Jobs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw None();
        return View(job, await CountAsync(ledger, [id], cancellation));
    }

    private static JobView View(Job job, List<Count> counts)
    {
        var own = counts.FindAll(count => count.Job == job.Id);
        return JobView.Of(job, own.Where(count => count.State == JobState.Done).Sum(count => count.Items), own.Sum(count => count.Items), own.Where(count => count.State == JobState.Failed).Sum(count => count.Items));
    }

    private static Task<List<Count>> CountAsync(LedgerContext ledger, List<Guid> jobs, CancellationToken cancellation) =>
        ledger.Set<JobItem>().Where(item => jobs.Contains(item.JobId)).GroupBy(item => new { item.JobId, item.State })
            .Select(same => new Count(same.Key.JobId, same.Key.State, same.Count())).ToListAsync(cancellation);

    private static LedgerException None() => new(LedgerCodes.NotFound, "没有这项工作，可能列表已过时。请刷新后重试。");

    private sealed record Count(Guid Job, JobState State, int Items);
}
