using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Work;

/// <summary>
/// What is done from time to time and not because somebody asks: jobs whose announcement was lost are announced again, answers that are
/// kept for repeated calls are forgotten, and due days are watched. Done twice it comes to the same.
/// </summary>
internal sealed partial class Sweep(LedgerStore store, DeadlineWatch watch, AnnounceJob announce, TimeProvider time, ILogger<Sweep> log)
{
    private const int MostAnnounced = 200;
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AnswersKept = TimeSpan.FromHours(24);

    /// <summary>Does all of it.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var announced = await AnnounceAsync(now, cancellation);
        var forgotten = await ForgetAsync(now, cancellation);
        var (days, letters) = await watch.RunAsync(now, cancellation);
        LogSwept(log, announced, forgotten, days, letters);
    }

    // Jobs that wait, and those whose worker is gone.
    private async Task<int> AnnounceAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var before = now - Forgotten;
        List<Guid> jobs;
        await using (var ledger = store.Open())
        {
            jobs = await ledger.Jobs
                .Where(job => (job.State == JobState.Queued && job.At < before) || (job.State == JobState.Running && job.LeaseUntil < now))
                .OrderBy(job => job.At).ThenBy(job => job.Id).Select(job => job.Id).Take(MostAnnounced).ToListAsync(cancellation);
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var announced = 0;
        try
        {
            foreach (var job in jobs)
            {
                await announce(job, either.Token);
                announced++;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The queue is slow today; the rest is announced the next time.
        }

        return announced;
    }

    private async Task<int> ForgetAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var before = now - AnswersKept;
        await using var ledger = store.Open();
        return await ledger.AnsweredCalls.Where(call => call.At < before).ExecuteDeleteAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Swept: {Announced} jobs announced again, {Forgotten} answers forgotten, {Days} days written down, letters prepared for {Letters} plans")]
    private static partial void LogSwept(ILogger log, int announced, int forgotten, int days, int letters);
}
