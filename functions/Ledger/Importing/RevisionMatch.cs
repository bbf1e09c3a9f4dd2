using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Ledger.Importing;

/// <summary>A task of the document in force beside the same task of its revision.</summary>
/// <param name="Old">Index in the document in force; null for a new task.</param>
/// <param name="New">Index in the revision; null for one that it dropped.</param>
public readonly record struct TaskMatch(int? Old, int? New);

/// <summary>
/// Tells which task of a revised document is which task of the document before: first those that say the same, wherever they stand now;
/// then those that have the same number and say much the same; then the most alike. What is left is new, or gone. Where several would do,
/// the first of the document before is taken.
/// </summary>
public static class RevisionMatch
{
    private const double AlikeUnderOneNumber = 0.35;
    private const double Alike = 0.6;

    /// <summary>The matches, in the order of the revision; dropped tasks last.</summary>
    public static IReadOnlyList<TaskMatch> Of(IReadOnlyList<WorkTask> before, IReadOnlyList<WorkTask> after)
    {
        var oldOf = new int?[after.Count];
        var taken = new bool[before.Count];
        MatchSame(before, after, oldOf, taken);
        var old = new Lazy<HashSet<int>[]>(() => [.. before.Select(Pairs)]);
        var now = new Lazy<HashSet<int>[]>(() => [.. after.Select(Pairs)]);
        MatchNumbers(before, after, oldOf, taken, (o, n) => Likeness(old.Value[o], now.Value[n]) >= AlikeUnderOneNumber);
        MatchMostAlike(oldOf, taken, (o, n) => Likeness(old.Value[o], now.Value[n]));
        return
        [
            .. oldOf.Select((o, n) => new TaskMatch(o, n)),
            .. Enumerable.Range(0, before.Count).Where(o => !taken[o]).Select(o => new TaskMatch(o, null)),
        ];
    }

    private static void MatchSame(IReadOnlyList<WorkTask> before, IReadOnlyList<WorkTask> after, int?[] oldOf, bool[] taken)
    {
        var waiting = before.Select((task, index) => (Key: (task.Title, task.Text, task.Responsibility), index))
            .GroupBy(one => one.Key)
            .ToDictionary(same => same.Key, same => new Queue<int>(same.Select(one => one.index)));
        for (var n = 0; n < after.Count; n++)
        {
            if (waiting.TryGetValue((after[n].Title, after[n].Text, after[n].Responsibility), out var same) && same.TryDequeue(out var o))
                (oldOf[n], taken[o]) = (o, true);
        }
    }

    private static void MatchNumbers(
        IReadOnlyList<WorkTask> before, IReadOnlyList<WorkTask> after, int?[] oldOf, bool[] taken, Func<int, int, bool> alike)
    {
        var byNumber = before.Select((task, index) => (task.Id, index)).Where(one => !taken[one.index])
            .GroupBy(one => one.Id, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().index, StringComparer.Ordinal);
        for (var n = 0; n < after.Count; n++)
        {
            if (oldOf[n] is null && byNumber.TryGetValue(after[n].Id, out var o) && alike(o, n))
                (oldOf[n], taken[o]) = (o, true);
        }
    }

    private static void MatchMostAlike(int?[] oldOf, bool[] taken, Func<int, int, double> likeness)
    {
        var pairs =
            from n in Enumerable.Range(0, oldOf.Length)
            where oldOf[n] is null
            from o in Enumerable.Range(0, taken.Length)
            where !taken[o]
            let alike = likeness(o, n)
            where alike >= Alike
            orderby alike descending, n, o
            select (n, o);
        foreach (var (n, o) in pairs.ToList())
        {
            if (oldOf[n] is null && !taken[o])
                (oldOf[n], taken[o]) = (o, true);
        }
    }

    // Two neighbouring characters as one number: what two Chinese texts share of them tells how alike they are.
    private static HashSet<int> Pairs(WorkTask task)
    {
        var text = task.Title + task.Text;
        var pairs = new HashSet<int>(text.Length);
        for (var i = 1; i < text.Length; i++)
            pairs.Add((text[i - 1] << 16) | text[i]);
        return pairs;
    }

    private static double Likeness(HashSet<int> one, HashSet<int> other)
    {
        if (one.Count + other.Count == 0)
            return 1;
        var (small, large) = one.Count < other.Count ? (one, other) : (other, one);
        return 2.0 * small.Count(large.Contains) / (one.Count + other.Count);
    }
}
