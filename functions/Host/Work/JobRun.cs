using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Failures;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Work;

/// <summary>What running a job came to.</summary>
internal enum RunEnd
{
    /// <summary>It has ended, one way or another.</summary>
    Ended,

    /// <summary>It had ended before, or somebody else has it.</summary>
    Elsewhere,

    /// <summary>The time was over before the work was; the job waits to be gone on with.</summary>
    Unfinished,
}

/// <summary>
/// Carries out a job that it takes up: keeps its lease alive, runs its items one after the other, writes down what failed and goes on. An
/// error that no person can mend by trying something else, such as a store that does not answer, leaves the job to its next worker.
/// </summary>
internal sealed partial class JobRun(
    LedgerStore store, ImportWork imports, DraftWork drafts, RefreshWork refreshes, FileWork filings, TimeProvider time, ILogger<JobRun> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>Takes up a job and carries it out.</summary>
    /// <param name="id">The job.</param>
    /// <param name="worker">Who carries it out.</param>
    /// <param name="budget">After how long to stop between two items.</param>
    /// <param name="cancellation">Stops; the job stays where it is and is taken up again when its lease is over.</param>
    public async Task<RunEnd> RunAsync(Guid id, string worker, TimeSpan budget, CancellationToken cancellation)
    {
        var job = await JobBoard.TakeAsync(store, id, worker, time.GetUtcNow(), Lease, cancellation);
        return job is null ? RunEnd.Elsewhere : await RunAsync(job, worker, budget, cancellation);
    }

    /// <summary>Takes up the oldest job that waits and carries it out; null where none waits.</summary>
    public async Task<RunEnd?> RunNextAsync(string worker, TimeSpan budget, CancellationToken cancellation)
    {
        var job = await JobBoard.TakeNextAsync(store, worker, time.GetUtcNow(), Lease, cancellation);
        return job is null ? null : await RunAsync(job, worker, budget, cancellation);
    }

    private async Task<RunEnd> RunAsync(Job job, string worker, TimeSpan budget, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var turn = new Turn(job.Id, worker, budget == TimeSpan.MaxValue ? DateTimeOffset.MaxValue : time.GetUtcNow() + budget);
        var beat = BeatAsync(turn, stop);
        try
        {
            using var trace = Telemetry.Source.StartActivity("job " + job.Kind)?.SetTag("job.id", job.Id).SetTag("job.kind", job.Kind);
            var end = await WorkAsync(job, turn, stop.Token);
            Telemetry.Jobs.Add(1, new("job.kind", job.Kind), new("job.end", end));
            LogEnded(log, job.Id, job.Kind, end);
            return end;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            // Somebody asked to stop, or the lease was lost: then the new owner ends the job.
            await JobBoard.EndAsync(store, job.Id, worker, time.GetUtcNow(), "", "", cancellation);
            return RunEnd.Ended;
        }
        finally
        {
            await stop.CancelAsync();
            await beat;
        }
    }

    private async Task<RunEnd> WorkAsync(Job job, Turn turn, CancellationToken cancellation)
    {
        var (error, result) = ("", "");
        try
        {
            if (job.Kind == JobKinds.Import)
                result = await imports.RunAsync(job, cancellation);
            else if (!await RunItemsAsync(job, WorkOf(job.Kind), turn, cancellation))
                return RunEnd.Unfinished;
        }
        catch (Exception e) when (Told.Of(e) is { } told)
        {
            error = told.Message;
        }

        await JobBoard.EndAsync(store, job.Id, turn.Worker, time.GetUtcNow(), error, result, cancellation);
        return RunEnd.Ended;
    }

    private IItemWork WorkOf(string kind) => kind switch
    {
        JobKinds.Draft => drafts,
        JobKinds.Refresh => refreshes,
        JobKinds.File => filings,
        _ => throw new InvalidOperationException($"No work is of the kind {kind}."),
    };

    private async Task<bool> RunItemsAsync(Job job, IItemWork work, Turn turn, CancellationToken cancellation)
    {
        var run = await work.BeginAsync(job, cancellation);
        var left = job.Items.Where(item => item.State is not (JobState.Done or JobState.Failed) || work.Closes(item)).OrderBy(item => item.Ordinal).ToList();
        var getsOn = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = work.AtOnce, CancellationToken = cancellation };
        async ValueTask OneAsync(JobItem item, CancellationToken stop)
        {
            if (turn.IsOver(time.GetUtcNow()))
                return;
            turn.Current = item.Name;
            await RunItemAsync(job, item, run, stop);
            if (Interlocked.Exchange(ref getsOn, 1) == 0)
                await JobBoard.GetsOnAsync(store, job.Id, stop);
        }

        await Parallel.ForEachAsync(left.SkipLast(1), options, OneAsync);
        foreach (var last in left.TakeLast(1))
            await OneAsync(last, cancellation);
        if (!turn.WasCut)
            return true;
        await JobBoard.ReleaseAsync(store, job.Id, turn.Worker, cancellation);
        return false;
    }

    private async Task RunItemAsync(Job job, JobItem item, ItemRun run, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var isDone = false;
        try
        {
            try
            {
                await EndAsync(job, item, run, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody changed a row at that moment, such as by withdrawing the paper: seen as it is now, it may be told.
                await EndAsync(job, item, run, cancellation);
            }

            isDone = true;
        }
        catch (Exception e) when (Told.Of(e) is { } told)
        {
            await using var ledger = store.Open();
            await JobBoard.EndItemAsync(ledger, job.Id, item.Ordinal, JobState.Failed, told.Message, null, cancellation);
            await ledger.SaveChangesAsync(cancellation);
        }

        Telemetry.Items.Record(time.GetElapsedTime(start).TotalSeconds, new("job.kind", job.Kind), new("job.item.done", isDone));
    }

    private async Task EndAsync(Job job, JobItem item, ItemRun run, CancellationToken cancellation)
    {
        var end = await run(item, cancellation);
        await using var ledger = store.Open();
        var paper = await end(ledger);
        await JobBoard.EndItemAsync(ledger, job.Id, item.Ordinal, JobState.Done, "", paper, cancellation);
        await ledger.SaveChangesAsync(cancellation);
    }

    // Keeps the lease and shows what is being worked on; stops the work where somebody asked to, or the lease was lost.
    private async Task BeatAsync(Turn turn, CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                if (!await JobBoard.KeepAsync(store, turn.Job, turn.Worker, time.GetUtcNow() + Lease, turn.Current, stop.Token))
                    await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
        catch (Exception e) when (e is System.Data.Common.DbException or DbUpdateException or InvalidOperationException or TimeoutException)
        {
            // Without a heartbeat the lease runs out by itself; until then the work goes on.
            LogNoBeat(log, turn.Job, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Job} ({Kind}): {End}")]
    private static partial void LogEnded(ILogger log, Guid job, string kind, RunEnd end);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job}: the lease cannot be kept")]
    private static partial void LogNoBeat(ILogger log, Guid job, Exception error);

    private sealed class Turn(Guid job, string worker, DateTimeOffset until)
    {
        private volatile string _current = "";
        private volatile bool _wasCut;

        public Guid Job => job;

        public string Worker => worker;

        /// <summary>Whether an item was left because the time was over.</summary>
        public bool WasCut => _wasCut;

        public string Current
        {
            get => _current;
            set => _current = value;
        }

        public bool IsOver(DateTimeOffset now) => _wasCut |= now > until;
    }
}
