using System.Collections.Concurrent;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Access;

/// <summary>Finds whose key it is, asking the ledger at most once in a few seconds for each good key.</summary>
/// <param name="store">The ledger.</param>
/// <param name="time">The clock.</param>
internal sealed class KeyLookup(LedgerStore store, TimeProvider time)
{
    /// <summary>How long an answer of the ledger holds: so long does a revoked key still work.</summary>
    public static TimeSpan Freshness { get; } = TimeSpan.FromSeconds(5);

    // By hash, so that a dump of the memory shows no keys. Only keys that were good at some time: their number is bounded, that of guesses is not.
    private readonly ConcurrentDictionary<string, (Caller Caller, long AskedAt)> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a key was good at some time since the start, and may be looked up whatever else comes from its address.</summary>
    public bool IsKnown(string key) => _known.ContainsKey(KeyText.HashOf(key));

    /// <summary>Whose key it is; null where it is not good.</summary>
    public async Task<Caller?> FindAsync(string key, CancellationToken cancellation)
    {
        if (!KeyText.HasShape(key))
            return null;
        var hash = KeyText.HashOf(key);
        if (_known.TryGetValue(hash, out var known) && time.GetElapsedTime(known.AskedAt) < Freshness)
            return known.Caller;

        // The time before the question counts: a key revoked while the ledger answers must not live longer for it.
        var now = time.GetTimestamp();
        await using var ledger = store.Open();
        if (await AccessKeys.FindAsync(ledger, key, cancellation) is not { } row)
        {
            _known.TryRemove(hash, out _);
            return null;
        }

        var caller = new Caller(row.Name, row.Role, row.Body) { Id = $"key:{row.Id}" };
        _known[hash] = (caller, now);
        return caller;
    }
}
