using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace YiyuanSafety.Host.Storage;

/// <summary>Announces jobs as messages of a queue, of which Azure Functions makes calls.</summary>
internal sealed partial class JobQueue(QueueClient queue, ILogger<JobQueue> log)
{
    // The person who asked for the job waits for the answer meanwhile.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Sends the message of a job. One that cannot be sent is logged: the job's row is there, and the sweep announces it again.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellation">Stops; the job is found later all the same.</param>
    public async Task AnnounceAsync(Guid job, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Longest);
        try
        {
            await SendAsync(JobMessage.Write(job), patience.Token);
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellation))
        {
            LogUnsent(log, job, e);
        }
    }

    /// <summary>Whether the queue answers; a Chinese sentence where not, else null.</summary>
    public async Task<string?> TroubleAsync(CancellationToken cancellation)
    {
        try
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return null;
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellation))
        {
            return "工作队列没有回应。";
        }
    }

    private async Task SendAsync(string message, CancellationToken cancellation)
    {
        try
        {
            await queue.SendMessageAsync(message, cancellation);
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await queue.SendMessageAsync(message, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} could not be announced; the sweep will announce it")]
    private static partial void LogUnsent(ILogger log, Guid job, Exception error);
}
