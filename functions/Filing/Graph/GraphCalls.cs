using System.Net.Http.Headers;
using Azure.Identity;
using Microsoft.Kiota.Abstractions;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>Sends requests, waits where Graph asks to, and tries again what passes by itself. Everything that is sent may be sent twice.</summary>
/// <param name="waiting">How long to wait in all for one request.</param>
/// <param name="time">The clock.</param>
internal sealed class GraphCalls(TimeSpan waiting, TimeProvider time)
{
    private const int MostTries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Sends a request until it is answered.</summary>
    /// <param name="what">The place, or what else it is about, for messages.</param>
    /// <param name="call">Sends it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="DriveException">Graph would not, or goes on failing.</exception>
    public async Task<T> RunAsync<T>(string what, Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        var pauses = Begin(what);
        while (true)
        {
            try
            {
                return await call(cancellation);
            }
            catch (ApiException e)
            {
                var (status, code) = GraphErrors.Of(e);
                await pauses.AfterAsync(status, code, RetryAfter(e), e, cancellation);
            }
            catch (AuthenticationFailedException e) when (!GraphErrors.IsBrokenSignIn(e))
            {
                throw GraphErrors.NotSignedIn(e);
            }
            catch (AuthenticationFailedException e)
            {
                await pauses.AfterBreakAsync(e, cancellation);
            }
            catch (Exception e) when (GraphErrors.IsBroken(e, cancellation))
            {
                await pauses.AfterBreakAsync(e, cancellation);
            }
        }
    }

    /// <summary>The pauses between the tries of one request.</summary>
    public Pauses Begin(string what) => new(what, waiting, time);

    /// <summary>How long an answer asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter is { } asked ? Wait(asked) : null;

    private TimeSpan? RetryAfter(ApiException error) =>
        error.ResponseHeaders is { } headers && headers.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } text
            && RetryConditionHeaderValue.TryParse(text, out var asked)
            ? Wait(asked)
            : null;

    // Seconds, or a day and hour.
    private TimeSpan? Wait(RetryConditionHeaderValue asked) => asked.Delta ?? (asked.Date is { } until && until > time.GetUtcNow() ? until - time.GetUtcNow() : null);

    /// <summary>The pauses between the tries of one request. They end in an error when trying again is of no use.</summary>
    public sealed class Pauses(string what, TimeSpan waiting, TimeProvider time)
    {
        private TimeSpan _waited;
        private int _tries;

        /// <summary>Waits after an answer that may be another one later.</summary>
        /// <exception cref="DriveException">It will not, or it was waited for long enough.</exception>
        public Task AfterAsync(int status, string code, TimeSpan? asked, Exception? inner, CancellationToken cancellation)
        {
            var told = GraphErrors.Told(status, code, what, inner);
            return GraphErrors.PassesByItself(status) && told.Code != DriveCodes.Full ? WaitAsync(asked, told, cancellation) : throw told;
        }

        /// <summary>Waits after a connection that broke.</summary>
        /// <exception cref="DriveException">It broke too often.</exception>
        public Task AfterBreakAsync(Exception inner, CancellationToken cancellation) => WaitAsync(null, GraphErrors.Unreachable(what, inner), cancellation);

        /// <summary>Waits for what will be otherwise in a moment; false where that was done often enough.</summary>
        public async Task<bool> OnceMoreAsync(int most, CancellationToken cancellation)
        {
            if (++_tries >= most)
                return false;
            await Task.Delay(FirstPause * (1 << (_tries - 1)), time, cancellation);
            return true;
        }

        /// <summary>Begins to count anew: the request got on.</summary>
        public void GotOn() => (_waited, _tries) = (TimeSpan.Zero, 0);

        private Task WaitAsync(TimeSpan? asked, DriveException told, CancellationToken cancellation)
        {
            var pause = asked ?? FirstPause * (1 << _tries);
            if (++_tries >= MostTries || _waited + pause > waiting)
                throw told;
            _waited += pause;
            return Task.Delay(pause, time, cancellation);
        }
    }
}
