using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Storage;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Triggers;

/// <summary>Carries out the jobs that messages are about.</summary>
internal sealed partial class JobCalls(JobRun run, LedgerStore store, AnnounceJob announce, TimeProvider time, ILogger<JobCalls> log)
{
    /// <summary>The binding's name in function.json.</summary>
    public const string Binding = "msg";

    /// <summary>When a job is put back to be gone on with. The host kills a handler whose call takes longer than <c>functionTimeout</c>.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromMinutes(8);

    /// <summary>Runs the job of a message. One that has ended, or that somebody else has, is left alone.</summary>
    /// <exception cref="InvocationException">The message is none of ours.</exception>
    public async Task RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var job = JobOf(invocation);

        // Several calls run in one process at a time; each is a worker of its own.
        var worker = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
        try
        {
            if (await run.RunAsync(job, worker, Budget, cancellation) == RunEnd.Unfinished)
                await announce(job, cancellation);
        }
        catch (Exception)
        {
            await LetGoAsync(job, worker);
            throw;
        }
    }

    /// <summary>Marks the job of a message failed that failed too often, unless somebody is working on it after all.</summary>
    /// <exception cref="InvocationException">The message is none of ours.</exception>
    public async Task GiveUpAsync(Invocation invocation, CancellationToken cancellation)
    {
        var job = JobOf(invocation);
        var now = time.GetUtcNow();
        await using (var ledger = store.Open())
        {
            if (await ledger.Jobs.AnyAsync(one => one.Id == job && one.State == JobState.Running && one.LeaseUntil > now, cancellation))
            {
                LogAlive(log, job);
                return;
            }
        }

        LogGivenUp(log, job, TriggerEndpoints.MostDeliveries);
        await JobBoard.GiveUpAsync(store, job, $"云端试了 {TriggerEndpoints.MostDeliveries} 次都没有做完，已停止重试。可以稍后重试；仍不成功，请把这项工作的编号告诉维护人员。", now, cancellation);
    }

    private static Guid JobOf(Invocation invocation) =>
        invocation.Text(Binding) is { } message && JobMessage.Read(message) is { } job ? job : throw new InvocationException("the message names no job", false);

    // The call is made again in half a minute: without this it would find the job still in our hands.
    private async Task LetGoAsync(Guid job, string worker)
    {
        try
        {
            await JobBoard.ReleaseAsync(store, job, worker, CancellationToken.None);
        }
        catch (Exception e) when (ServiceStore.IsUnreachable(e))
        {
            LogNotLetGo(log, job, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Job}: its message failed too often, but somebody works on it")]
    private static partial void LogAlive(ILogger log, Guid job);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job}: given up after {Deliveries} deliveries")]
    private static partial void LogGivenUp(ILogger log, Guid job, int deliveries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job}: cannot be let go of; it is free when its lease is over")]
    private static partial void LogNotLetGo(ILogger log, Guid job, Exception error);
}
