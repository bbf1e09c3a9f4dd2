using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Work;

/// <summary>
/// What is done from time to time and not because somebody asks: jobs whose announcement was lost are announced again, answers that are
/// kept for repeated calls are forgotten, and days that come near or have passed are written into the audit. Done twice it comes to the same.
/// </summary>
internal sealed partial class Sweep(LedgerStore store, AnnounceJob announce, TimeProvider time, ILogger<Sweep> log)
{
    /// <summary>A day by which something of a task is due comes near.</summary>
    public const string Near = "deadline.near";

    /// <summary>A day by which something of a task was due has passed.</summary>
    public const string Passed = "deadline.passed";

    private const string Who = "程序";
    private const int DaysAhead = 7;
    private const int MostAnnounced = 200;
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AnswersKept = TimeSpan.FromHours(24);

    // Asia/Shanghai, which has known no summer time since 1991; a fixed offset needs no time zones on the machine.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Does all of it.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var announced = await AnnounceAsync(now, cancellation);
        var forgotten = await ForgetAsync(now, cancellation);
        var days = await WatchAsync(now, cancellation);
        LogSwept(log, announced, forgotten, days);
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

    // One entry for each task, day and side of it. Serializable: two instances that look at the same moment do not both write.
    private async Task<int> WatchAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(now.ToOffset(China).DateTime);
        var last = today.AddDays(DaysAhead);
        await using var ledger = store.Open();
        await using var transaction = await ledger.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var days = await ledger.Set<TaskDeadline>()
            .Where(deadline => deadline.Due <= last && ledger.Tasks.Any(task => task.Id == deadline.TaskId && task.State == TaskState.Open))
            .Select(deadline => new { Id = deadline.TaskId, deadline.Due })
            .Distinct()
            .ToListAsync(cancellation);
        var tasks = days.ConvertAll(day => day.Id).Distinct().ToList();
        var written = await ledger.Audit
            .Where(entry => tasks.Contains(entry.Subject) && (entry.Action == Near || entry.Action == Passed))
            .Select(entry => new { entry.Subject, entry.Action, entry.After })
            .ToListAsync(cancellation);
        var known = written.ConvertAll(entry => (entry.Subject, entry.Action, entry.After)).ToHashSet();
        var added = days
            .Select(day => (Task: day.Id, Day: day.Due.GetValueOrDefault()))
            .OrderBy(day => day.Day).ThenBy(day => day.Task)
            .Select(day => (day.Task, Action: day.Day < today ? Passed : Near, Day: day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            .Where(entry => !known.Contains(entry))
            .Select(entry => new AuditEntry { At = now, By = Who, Action = entry.Action, Subject = entry.Task, After = entry.Day })
            .ToList();
        ledger.Audit.AddRange(added);
        await ledger.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return added.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Swept: {Announced} jobs announced again, {Forgotten} answers forgotten, {Days} days written down")]
    private static partial void LogSwept(ILogger log, int announced, int forgotten, int days);
}
