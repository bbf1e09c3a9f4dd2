using Azure;
using Azure.Identity;

namespace YiyuanSafety.Host.Storage;

/// <summary>Tells an account that does not answer, or lets nobody in, from a fault of the program.</summary>
internal static class StorageTrouble
{
    /// <summary>Whether an error is of that sort. The libraries throw several together where each attempt failed in its own way.</summary>
    /// <param name="error">The error.</param>
    /// <param name="cancellation">The caller's wish to stop, which is no trouble; the libraries also cancel by themselves when time is over.</param>
    public static bool Is(Exception error, CancellationToken cancellation) => error switch
    {
        RequestFailedException or AuthenticationFailedException or HttpRequestException or TimeoutException or IOException => true,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        AggregateException several => several.InnerExceptions.All(one => Is(one, cancellation)),
        _ => false,
    };
}
