using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Ledger.Jobs;

/// <summary>
/// The jobs as rows. Whoever takes one up has it to itself until its lease runs out; a process that dies loses the lease, not the job.
/// So a job may be carried out more than once: what it does must come out the same.
/// </summary>
public static class JobBoard
{
    /// <summary>How often a job is taken up without getting on before it counts as one that kills its process.</summary>
    public const int MostAttempts = 5;

    /// <summary>Adds a job to a unit of work: it is there when what asked for it is there.</summary>
    /// <param name="ledger">The unit of work; the caller saves it.</param>
    /// <param name="kind">Kind of work.</param>
    /// <param name="planId">The plan that it is about.</param>
    /// <param name="request">What is asked for, as JSON.</param>
    /// <param name="items">Its pieces, each with its name and its request; may be empty.</param>
    /// <param name="act">Who asks.</param>
    public static Job Add(LedgerContext ledger, string kind, Guid planId, string request, IEnumerable<(string Name, string Request)> items, Act act)
    {
        var job = new Job
        {
            Id = act.NewId(),
            Kind = kind,
            PlanId = planId,
            Request = request,
            At = act.At,
            By = act.By,
            Items = [.. items.Select((item, ordinal) => new JobItem { Ordinal = ordinal, Name = item.Name, Request = item.Request })],
        };
        ledger.Jobs.Add(job);
        return job;
    }

    /// <summary>Takes up the oldest job that waits or whose worker is gone; null where there is none.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="worker">Who takes it up.</param>
    /// <param name="now">The time.</param>
    /// <param name="lease">For how long.</param>
    /// <param name="cancellation">Stops looking.</param>
    public static async Task<Job?> TakeNextAsync(LedgerStore store, string worker, DateTimeOffset now, TimeSpan lease, CancellationToken cancellation)
    {
        while (true)
        {
            await using var ledger = store.Open();
            var next = await ledger.Jobs
                .Where(job => job.State == JobState.Queued || (job.State == JobState.Running && job.LeaseUntil < now))
                .OrderBy(job => job.At)
                .ThenBy(job => job.Id)
                .Select(job => (Guid?)job.Id)
                .FirstOrDefaultAsync(cancellation);
            if (next is not { } id)
                return null;
            if (await TakeAsync(store, id, worker, now, lease, cancellation) is { } job)
                return job;
        }
    }

    /// <summary>Takes up one job; null where it has ended, or another worker has it.</summary>
    /// <inheritdoc cref="TakeNextAsync"/>
    public static async Task<Job?> TakeAsync(LedgerStore store, Guid id, string worker, DateTimeOffset now, TimeSpan lease, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var job = await ledger.Jobs.Include(one => one.Items.OrderBy(item => item.Ordinal)).SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (job is null || !(job.State == JobState.Queued || (job.State == JobState.Running && job.LeaseUntil < now)))
            return null;
        job.Attempts++;
        if (job.Attempts > MostAttempts)
            End(job, JobState.Failed, now, $"试了 {MostAttempts} 次都没有做完，程序每次都中断。请把这项工作的内容告诉维护人员。");
        else
            (job.State, job.Worker, job.LeaseUntil) = (JobState.Running, worker, now + lease);
        try
        {
            await ledger.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another worker was faster.
            return null;
        }

        return job.State == JobState.Running ? job : null;
    }

    /// <summary>Keeps a job for longer, and says what is being worked on.</summary>
    /// <returns>False where the worker must stop: somebody asked to, or the lease was lost.</returns>
    public static async Task<bool> KeepAsync(LedgerStore store, Guid id, string worker, DateTimeOffset until, string current, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var kept = await ledger.Jobs
            .Where(job => job.Id == id && job.State == JobState.Running && job.Worker == worker && !job.IsCancelling)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, until).SetProperty(job => job.Current, current).SetProperty(job => job.Version, job => job.Version + 1), cancellation);
        return kept == 1;
    }

    /// <summary>Notes that a job gets on: it is not what kills its workers.</summary>
    public static async Task GetsOnAsync(LedgerStore store, Guid id, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        await ledger.Jobs.Where(job => job.Id == id && job.Attempts > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Attempts, 0).SetProperty(job => job.Version, job => job.Version + 1), cancellation);
    }

    /// <summary>Ends an item, in the unit of work that wrote what came of it.</summary>
    public static async Task EndItemAsync(LedgerContext ledger, Guid id, int ordinal, JobState state, string error, Guid? paper, CancellationToken cancellation)
    {
        var item = await ledger.Set<JobItem>().SingleAsync(one => one.JobId == id && one.Ordinal == ordinal, cancellation);
        (item.State, item.Error, item.PaperId) = (state, error, paper);
    }

    /// <summary>Ends a job: done where all items are, failed where one is; cancelled where somebody asked to stop and something is left.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="id">The job.</param>
    /// <param name="worker">Who carried it out.</param>
    /// <param name="now">The time.</param>
    /// <param name="error">Why it failed as a whole; empty where it did not.</param>
    /// <param name="result">What came of it, as JSON; empty for nothing.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>False where the worker had lost the job.</returns>
    public static Task<bool> EndAsync(LedgerStore store, Guid id, string worker, DateTimeOffset now, string error, string result, CancellationToken cancellation) =>
        ChangeAsync(store, id, job =>
        {
            if (job.State != JobState.Running || job.Worker != worker)
                return false;
            var failed = job.Items.Count(item => item.State == JobState.Failed);
            var isLeft = job.Items.Count == 0 ? result.Length + error.Length == 0 : job.Items.Exists(IsWaiting);
            if (result.Length > 0)
                job.Result = result;
            if (job.IsCancelling && isLeft)
                Cancel(job, now);
            else if (error.Length > 0 || failed > 0)
                End(job, JobState.Failed, now, error.Length > 0 ? error : $"{job.Items.Count}项中有{failed}项没有做成，可以重试。");
            else
                End(job, JobState.Done, now, "");
            return true;
        }, cancellation);

    /// <summary>Puts a job back that is not done because the worker's time is over: whoever comes next goes on with it.</summary>
    /// <returns>False where the worker had lost the job.</returns>
    public static async Task<bool> ReleaseAsync(LedgerStore store, Guid id, string worker, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var released = await ledger.Jobs
            .Where(job => job.Id == id && job.State == JobState.Running && job.Worker == worker)
            .ExecuteUpdateAsync(
                set => set.SetProperty(job => job.State, JobState.Queued).SetProperty(job => job.Worker, (string?)null).SetProperty(job => job.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(job => job.Attempts, 0).SetProperty(job => job.Version, job => job.Version + 1),
                cancellation);
        return released == 1;
    }

    /// <summary>Asks a job to stop. One that nobody works on is stopped at once.</summary>
    /// <exception cref="LedgerException">No such job.</exception>
    public static Task CancelAsync(LedgerStore store, Guid id, DateTimeOffset now, CancellationToken cancellation) =>
        ChangeAsync(store, id, job =>
        {
            if (job.State == JobState.Queued || (job.State == JobState.Running && job.LeaseUntil < now))
                Cancel(job, now);
            else if (job.State == JobState.Running)
                job.IsCancelling = true;
            return true;
        }, cancellation);

    /// <summary>Puts a failed or stopped job back: what was done stays done, the rest is tried again. One that is on its way already stays so.</summary>
    /// <exception cref="LedgerException">No such job, or it is done.</exception>
    public static Task RetryAsync(LedgerStore store, Guid id, CancellationToken cancellation) =>
        ChangeAsync(store, id, job =>
        {
            if (job.State is JobState.Queued or JobState.Running)
                return true;
            if (job.State == JobState.Done)
                throw new LedgerException(LedgerCodes.WrongState, "只有失败或已取消的工作可以重试。");
            foreach (var item in job.Items.Where(item => item.State != JobState.Done))
                (item.State, item.Error) = (JobState.Queued, "");
            (job.State, job.Error, job.EndedAt, job.Attempts, job.IsCancelling) = (JobState.Queued, "", null, 0, false);
            return true;
        }, cancellation);

    /// <summary>Marks a job failed that a queue gave up on; one that is not there or has ended stays as it is.</summary>
    public static async Task GiveUpAsync(LedgerStore store, Guid id, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            await ChangeAsync(store, id, job =>
            {
                if (job.State is JobState.Queued or JobState.Running)
                    End(job, JobState.Failed, now, reason);
                return true;
            }, cancellation);
        }
        catch (LedgerException e) when (e.Code == LedgerCodes.NotFound)
        {
            // A message about a job that never was has nothing to mark.
        }
    }

    /// <summary>Lets go of every job that runs: for the start of a service that is alone on its ledger, whose workers are gone.</summary>
    public static async Task AbandonAllAsync(LedgerStore store, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        await ledger.Jobs.Where(job => job.State == JobState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, DateTimeOffset.UnixEpoch).SetProperty(job => job.Version, job => job.Version + 1), cancellation);
    }

    // The worker's heartbeat and a person's wish may meet on a row: whoever is second looks again.
    private static async Task<T> ChangeAsync<T>(LedgerStore store, Guid id, Func<Job, T> change, CancellationToken cancellation)
    {
        while (true)
        {
            await using var ledger = store.Open();
            var job = await ledger.Jobs.Include(one => one.Items).SingleOrDefaultAsync(one => one.Id == id, cancellation)
                ?? throw new LedgerException(LedgerCodes.NotFound, "没有这项工作，可能列表已过时。请刷新后重试。");
            var result = change(job);
            try
            {
                await ledger.SaveChangesAsync(cancellation);
                return result;
            }
            catch (DbUpdateConcurrencyException)
            {
                // The row changed meanwhile; the change is worked out anew.
            }
        }
    }

    private static bool IsWaiting(JobItem item) => item.State is JobState.Queued or JobState.Running;

    private static void Cancel(Job job, DateTimeOffset now)
    {
        foreach (var item in job.Items.Where(IsWaiting))
            item.State = JobState.Cancelled;
        End(job, JobState.Cancelled, now, "");
    }

    private static void End(Job job, JobState state, DateTimeOffset now, string error) =>
        (job.State, job.EndedAt, job.Error, job.Worker, job.LeaseUntil, job.Current, job.IsCancelling) = (state, now, error, null, null, "", false);
}
