using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Storage;

namespace YiyuanSafety.Host.Work;

/// <summary>Carries out jobs inside this process, one after the other, where no queue does.</summary>
internal sealed partial class JobWorker(JobRun run, JobBell bell, Preparation preparation, TimeProvider time, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private readonly string _name = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A ledger that cannot be made ready is told by whoever waits for it in the foreground.
        await preparation.Ready.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await run.RunNextAsync(_name, TimeSpan.MaxValue, stoppingToken) is not null)
                    continue;
            }
            catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException || StorageTrouble.Is(e, stoppingToken))
            {
                // The store or the bytes do not answer: the job is taken up again when its lease is over.
                LogTrouble(log, e);
            }

            await bell.WaitAsync(Longest, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A job could not be carried on with; it will be taken up again")]
    private static partial void LogTrouble(ILogger log, Exception error);
}
