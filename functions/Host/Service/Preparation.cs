using Microsoft.Extensions.Hosting;
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
internal sealed class Preparation(LedgerStore store, Basis basis, TimeProvider time) : BackgroundService
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the ledger is ready; fails with what kept it.</summary>
    public Task Ready => _ready.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(() => store.PrepareAsync(stoppingToken), stoppingToken);

            // Nobody else works on a ledger in a file: what runs there was left by a process that is gone.
            if (!store.IsShared)
                await JobBoard.AbandonAllAsync(store, stoppingToken);
            await CountyDirectory.SeedAsync(store, basis.Directory, new Act("程序", time.GetUtcNow()), stoppingToken);
            _ready.SetResult();
        }
        catch (Exception e)
        {
            _ready.SetException(e);
            throw;
        }
    }
}
