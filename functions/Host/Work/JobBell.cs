using System.Threading.Channels;

namespace YiyuanSafety.Host.Work;

/// <summary>Tells whoever carries out jobs that one waits: a bell for the worker of this process, or a message to a queue.</summary>
/// <param name="job">The job, whose row is written already.</param>
/// <param name="cancellation">Stops; the job is found later all the same.</param>
internal delegate Task AnnounceJob(Guid job, CancellationToken cancellation);

/// <summary>Wakes the worker of this process.</summary>
internal sealed class JobBell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Rings; several rings at once are one.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Waits for a ring, but not longer than a while: jobs that another process left are found without one.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nobody rang.
        }
    }
}
