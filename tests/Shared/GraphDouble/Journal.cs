namespace YiyuanSafety.Tests.Graph;

/// <summary>What arrived and what was wrong with it.</summary>
internal sealed class Journal
{
    private readonly Lock _lock = new();
    private readonly List<SeenRequest> _requests = [];
    private readonly List<string> _violations = [];
    private int _tokensElsewhere;
    private int _putsNow;
    private int _bodiesNow;

    public IReadOnlyList<SeenRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_lock)
                return [.. _violations];
        }
    }

    public int TokensElsewhere => Volatile.Read(ref _tokensElsewhere);

    /// <summary>Most simple PUTs and open sessions at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Most bodies of simple PUTs and of fragments on their way at once.</summary>
    public int MostBodiesAtOnce { get; private set; }

    /// <summary>Keeps a request under the next number.</summary>
    public SeenRequest Arrived(Func<int, SeenRequest> request)
    {
        lock (_lock)
        {
            var seen = request(_requests.Count);
            _requests.Add(seen);
            return seen;
        }
    }

    public void Change(int index, Func<SeenRequest, SeenRequest> change)
    {
        lock (_lock)
            _requests[index] = change(_requests[index]);
    }

    public void Breach(SeenRequest request, string message)
    {
        lock (_lock)
            _violations.Add($"{request.Method} {request.Target}: {message}");
    }

    public void TokenElsewhere() => Interlocked.Increment(ref _tokensElsewhere);

    /// <summary>An upload's body begins; it ends with what is returned.</summary>
    /// <param name="isPut">Whether it is a simple PUT, else a fragment of a session.</param>
    /// <param name="sessions">How many sessions are open.</param>
    public IDisposable Upload(bool isPut, int sessions)
    {
        lock (_lock)
        {
            _bodiesNow++;
            _putsNow += isPut ? 1 : 0;
            MostBodiesAtOnce = Math.Max(MostBodiesAtOnce, _bodiesNow);
            MostAtOnce = Math.Max(MostAtOnce, _putsNow + sessions);
        }

        return new End(() =>
        {
            lock (_lock)
            {
                _bodiesNow--;
                _putsNow -= isPut ? 1 : 0;
            }
        });
    }

    /// <summary>A session was opened.</summary>
    public void Opened(int sessions)
    {
        lock (_lock)
            MostAtOnce = Math.Max(MostAtOnce, _putsNow + sessions);
    }

    private sealed class End(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
