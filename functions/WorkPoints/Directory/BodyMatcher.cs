using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>Finds the body or group that a mention names.</summary>
internal sealed class BodyMatcher
{
    private readonly Names _printed = new();
    private readonly Names _bodies = new();
    private readonly Names _abbreviated = new();
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _isKnown = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Mention, string Level), BodyMatch> _known = [];
    private readonly string? _region;

    /// <summary>Prepares the look-up.</summary>
    public BodyMatcher(BodyDirectory directory)
    {
        _region = directory.Region;
        foreach (var body in directory.Bodies)
        {
            foreach (var name in body.Aliases.Prepend(body.Name))
            {
                _printed.Add(name, body.Name);
                _bodies.Add(NameKey.Of(name, _region), body.Name);
                _abbreviated.Add(NameKey.Abbreviated(name, _region), body.Name);
            }
        }

        foreach (var group in directory.Groups)
        {
            foreach (var name in group.Aliases.Prepend(group.Name))
                _groups.TryAdd(NameKey.Of(name, _region), group.Name);
        }
    }

    /// <summary>Whether the directory knows the name, in whatever way it is written.</summary>
    public bool IsKnown(string name)
    {
        if (_bodies.Count == 0 || name.Length < 2)
            return false;
        if (!_isKnown.TryGetValue(name, out var known))
            _isKnown[name] = known = _printed.Contains(name) || (name.Length >= 3 && (_bodies.Contains(NameKey.Of(name, _region)) || _abbreviated.Contains(NameKey.Abbreviated(name, _region))));
        return known;
    }

    /// <summary>Matches a mention.</summary>
    /// <param name="mention">The name as printed.</param>
    /// <param name="level">The level (县, 区 …) of the names before it in the clause, which it may have dropped.</param>
    public BodyMatch Match(string mention, string level)
    {
        if (!_known.TryGetValue((mention, level), out var match))
            _known[(mention, level)] = match = Find(mention, level);
        return match;
    }

    private BodyMatch Find(string mention, string level)
    {
        var key = NameKey.Of(mention, _region);
        if (_groups.TryGetValue(key, out var group))
            return new BodyMatch(group, BodyKind.Group, MatchQuality.Sure);
        var traditional = Fold.HasTraditional(mention);
        var abbreviated = NameKey.Abbreviated(mention, _region);
        // A name that the directory prints means that body, whatever else its abbreviation could mean.
        if (_printed.Find(mention) is (var exact, true))
            return Named(exact, traditional ? MatchQuality.Near : MatchQuality.Sure);
        if ((_bodies.Find(key) ?? _abbreviated.Find(abbreviated)) is var (body, isOnly))
            return Named(body, !isOnly ? MatchQuality.Ambiguous : traditional ? MatchQuality.Near : MatchQuality.Sure);
        if (NameShape.IsGroup(mention))
            return new BodyMatch(mention, BodyKind.Group, traditional ? MatchQuality.Near : MatchQuality.Sure);
        if (NameKey.MayHaveDroppedLevel(mention))
        {
            foreach (var prefix in level.Length > 0 ? [level] : NameKey.AllLevels)
            {
                if ((_bodies.Find(prefix + key) ?? _abbreviated.Find(prefix + abbreviated)) is (var levelled, _))
                    return Named(levelled, MatchQuality.Sure);
            }
        }

        return Nearest(key) is { } near ? Named(near, MatchQuality.Near) : new BodyMatch(mention, BodyKind.Department, MatchQuality.Unknown);
    }

    private static BodyMatch Named(string body, MatchQuality quality) => new(body, BodyKind.Department, quality);

    /// <summary>The only body whose key is a slip away from this one, or null.</summary>
    private string? Nearest(string key)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        var unique = true;
        foreach (var (candidate, body) in _bodies.All)
        {
            if (candidate[0] != key[0] || candidate[^1] != key[^1] || Math.Abs(candidate.Length - key.Length) > 2)
                continue;
            var distance = EditDistance.Between(key, candidate, 2);
            var shorter = Math.Min(key.Length, candidate.Length);
            if (distance > 2 || (distance == 1 && shorter < 5) || (distance == 2 && shorter < 6))
                continue;
            if (distance < bestDistance)
                (best, bestDistance, unique) = (body, distance, true);
            else if (distance == bestDistance && body != best)
                unique = false;
        }

        return unique ? best : null;
    }

    /// <summary>Bodies by one way of writing their names.</summary>
    private sealed class Names
    {
        private readonly Dictionary<string, (string Body, bool IsOnly)> _byName = new(StringComparer.Ordinal);

        public int Count => _byName.Count;

        public IEnumerable<(string Name, string Body)> All => _byName.Select(entry => (entry.Key, entry.Value.Body));

        /// <summary>The first body keeps the name; that a second one has it too is remembered.</summary>
        public void Add(string name, string body)
        {
            if (!_byName.TryAdd(name, (body, true)) && _byName[name].Body != body)
                _byName[name] = _byName[name] with { IsOnly = false };
        }

        public bool Contains(string name) => _byName.ContainsKey(name);

        public (string Body, bool IsOnly)? Find(string name) => _byName.TryGetValue(name, out var found) ? found : null;
    }
}

/// <summary>What a mention was matched with.</summary>
/// <param name="Canonical">The directory's full name, or the mention itself.</param>
/// <param name="Kind">Body or group.</param>
/// <param name="Quality">How sure the match is.</param>
internal sealed record BodyMatch(string Canonical, BodyKind Kind, MatchQuality Quality);

/// <summary>How sure a match is.</summary>
internal enum MatchQuality
{
    /// <summary>The name, an alias, or a form that follows from them by rule.</summary>
    Sure,

    /// <summary>A slip away from a known name.</summary>
    Near,

    /// <summary>Two bodies can be meant.</summary>
    Ambiguous,

    /// <summary>The directory has no such body.</summary>
    Unknown,
}
