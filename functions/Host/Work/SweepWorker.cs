using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Work;

/// <summary>Sweeps every hour, where no timer of Azure Functions does.</summary>
internal sealed partial class SweepWorker(Sweep sweep, Preparation preparation, TimeProvider time, ILogger<SweepWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A ledger that cannot be made ready is told by who waits for it; without one there is nothing to sweep.
        await preparation.Ready.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!preparation.Ready.IsCompletedSuccessfully)
            return;
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await sweep.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
            {
                LogTrouble(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep did not get through; the next one is in an hour")]
    private static partial void LogTrouble(ILogger log, Exception error);
}
