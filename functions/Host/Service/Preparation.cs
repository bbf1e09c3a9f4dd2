using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Directories;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Service;

/// <summary>
/// Brings the ledger to its newest shape after the port is open, since Azure Functions waits for the port only so long. Calls and
/// workers wait for it.
/// </summary>
internal sealed partial class Preparation(LedgerStore store, ServiceSettings settings, Basis basis, TimeProvider time, ILogger<Preparation> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the ledger is ready; fails with what kept it.</summary>
    public Task Ready => _ready.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await Task.Run(() => PrepareAsync(stoppingToken), stoppingToken);
                _ready.SetResult();
                return;
            }
            catch (Exception e) when (ServiceStore.IsUnreachable(e))
            {
                if (settings.FunctionsPort is null)
                {
                    _ready.SetException(ServiceStore.Unreachable(settings.Store, e));
                    return;
                }

                LogUnreachable(log, e);
            }

            // Azure Functions stops for good after three ends of its handler: a database that is away for a minute must not do that.
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await store.PrepareAsync(cancellation);

        // Nobody else works on a ledger in a file: what runs there was left by a process that is gone.
        if (!store.IsShared)
            await JobBoard.AbandonAllAsync(store, cancellation);
        await CountyDirectory.SeedAsync(store, basis.Directory, new Act("程序", time.GetUtcNow()), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger cannot be made ready")]
    private static partial void LogUnreachable(ILogger log, Exception error);
}
