using YiyuanSafety.WorkPoints.Outline;

namespace YiyuanSafety.WorkPoints.Assembly;

/// <summary>Clauses that stand on a heading and so cover the points beneath it that have none of their own.</summary>
internal sealed class HeadingClauses
{
    private readonly Dictionary<Unit, int> _tasks = [];
    private readonly Dictionary<Unit, List<int>> _carried = [];
    private readonly HashSet<TaskDraft> _replaced = new(ReferenceEqualityComparer.Instance);

    /// <summary>Headings whose clause was carried down, and to how many points.</summary>
    public IEnumerable<(Unit Heading, int Count)> Carried => _carried.Select(pair => (pair.Key, pair.Value.Count));

    /// <summary>Notes that a unit's own text is one task, whose clause ends it.</summary>
    public void Add(Unit unit, int task) => _tasks[unit] = task;

    /// <summary>The heading whose clause covers a unit: the nearest above that has any; null where it has several.</summary>
    public Unit? Covering(Unit unit, HashSet<Unit> withTasks) => Above(unit, withTasks) is { } heading && _tasks.ContainsKey(heading) ? heading : null;

    /// <summary>The task that a heading's own text is.</summary>
    public int TaskOf(Unit heading) => _tasks[heading];

    /// <summary>The nearest heading above a unit that has a clause in its own text.</summary>
    public static Unit? Above(Unit unit, HashSet<Unit> withTasks)
    {
        var parent = unit.Parent;
        while (parent is not null && !withTasks.Contains(parent))
            parent = parent.Parent;
        return parent;
    }

    /// <summary>Notes that a point's task takes over a heading's clause.</summary>
    public void Carry(Unit heading, int task)
    {
        if (!_carried.TryGetValue(heading, out var tasks))
            _carried[heading] = tasks = [];
        tasks.Add(task);
    }

    /// <summary>
    /// A heading that says nothing but its title is no task beside the points that took its clause over; the first of them
    /// then owns the clause's characters.
    /// </summary>
    public void Settle(List<TaskDraft> tasks, HashSet<Unit> withTasks)
    {
        foreach (var (unit, points) in _carried)
        {
            var heading = tasks[_tasks[unit]];
            if (heading.Text.TrimEnd('。') != heading.Title || HasOther(unit, withTasks))
                continue;
            tasks[points[0]] = tasks[points[0]] with { Runs = [.. heading.Runs, .. tasks[points[0]].Runs] };
            _replaced.Add(heading);
        }
    }

    /// <summary>Whether a task gave way to the points beneath it.</summary>
    public bool IsReplaced(TaskDraft task) => _replaced.Contains(task);

    // A point with a clause of its own leaves the heading's clause to stand for the whole.
    private static bool HasOther(Unit unit, HashSet<Unit> withTasks) => unit.Children.Exists(child => withTasks.Contains(child) || HasOther(child, withTasks));
}
