using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Tasks;

/// <summary>Which tasks are wanted. A null or empty member asks for nothing.</summary>
public sealed record TaskSearch
{
    /// <summary>The plan.</summary>
    public Guid? Plan { get; init; }

    /// <summary>Full name of a body or group that has a part in the task.</summary>
    public string Body { get; init; } = "";

    /// <summary>The part that it has; with <see cref="Body"/> that body's, else anybody's.</summary>
    public string Role { get; init; } = "";

    /// <summary>The heading above the task, whole.</summary>
    public string Section { get; init; } = "";

    /// <summary>Whether the task is in force; null for either.</summary>
    public TaskState? State { get; init; } = TaskState.Open;

    /// <summary>The earliest first day by which something is due.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>The latest.</summary>
    public DateOnly? DueTo { get; init; }

    /// <summary>Words that number, title, text or clause must have, with blanks between them.</summary>
    public string Words { get; init; } = "";

    /// <summary>Names under which the person who asks has a part; empty where all may be seen.</summary>
    public IReadOnlyList<string> VisibleTo { get; init; } = [];

    /// <summary>The order.</summary>
    public TaskSort Sort { get; init; } = TaskSort.Number;

    /// <summary>Where to go on, from an earlier page; empty for the first.</summary>
    public string Cursor { get; init; } = "";

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 100;
}

/// <summary>The order of tasks.</summary>
public enum TaskSort
{
    /// <summary>As the document has them.</summary>
    Number,

    /// <summary>The last one first.</summary>
    NumberDescending,

    /// <summary>By the day they are due, those without one last.</summary>
    Due,

    /// <summary>The latest day first, those without one first.</summary>
    DueDescending,
}

/// <summary>A page of tasks.</summary>
/// <param name="Tasks">The tasks, with parties and deadlines.</param>
/// <param name="Next">Where the next page begins; null where there is none.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record TaskPage(IReadOnlyList<LedgerTask> Tasks, string? Next, int Total);

/// <summary>Finds tasks.</summary>
public static class TaskFinder
{
    private static readonly DateOnly Never = DateOnly.MaxValue;

    /// <summary>Reads a page.</summary>
    /// <exception cref="LedgerException">The cursor is not one of an earlier page.</exception>
    public static async Task<TaskPage> FindAsync(LedgerContext ledger, TaskSearch search, CancellationToken cancellation)
    {
        var wanted = Filter(ledger.Tasks.AsNoTracking(), search);
        var from = search.Cursor.Length > 0 ? Place.Read(search.Cursor) : null;
        var sorted = Sorted(from is null ? wanted : wanted.Where(After(search.Sort, from)), search.Sort);
        var tasks = await sorted.Take(search.Limit + 1).Include(task => task.Parties).Include(task => task.Deadlines).AsSplitQuery().ToListAsync(cancellation);
        var hasMore = tasks.Count > search.Limit;
        if (hasMore)
            tasks.RemoveAt(search.Limit);

        // A first page that is not full is all there is.
        var total = from is null && !hasMore ? tasks.Count : await wanted.CountAsync(cancellation);
        return new TaskPage(tasks, hasMore ? Place.Of(tasks[^1]).ToString() : null, total);
    }

    /// <summary>The tasks that a search asks for, in no order.</summary>
    public static IQueryable<LedgerTask> Filter(IQueryable<LedgerTask> tasks, TaskSearch search)
    {
        if (search.Plan is { } plan)
            tasks = tasks.Where(task => task.PlanId == plan);
        if (search.State is { } state)
            tasks = tasks.Where(task => task.State == state);
        if (search.Body.Length > 0 && search.Role.Length > 0)
            tasks = tasks.Where(task => task.Parties.Any(party => party.Body == search.Body && party.Role == search.Role));
        else if (search.Body.Length > 0)
            tasks = tasks.Where(task => task.Parties.Any(party => party.Body == search.Body));
        else if (search.Role.Length > 0)
            tasks = tasks.Where(task => task.Parties.Any(party => party.Role == search.Role));
        if (search.VisibleTo.Count > 0)
            tasks = tasks.Where(task => task.Parties.Any(party => search.VisibleTo.Contains(party.Body)));
        if (search.Section.Length > 0)
            tasks = tasks.Where(task => task.Section == search.Section);
        if (search.DueFrom is { } first)
            tasks = tasks.Where(task => task.Due >= first);
        if (search.DueTo is { } last)
            tasks = tasks.Where(task => task.Due <= last);
        foreach (var word in search.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            tasks = tasks.Where(task => task.Number == word || task.Title.Contains(word) || task.Text.Contains(word) || task.Responsibility.Contains(word));
        return tasks;
    }

    private static IQueryable<LedgerTask> Sorted(IQueryable<LedgerTask> tasks, TaskSort sort) => sort switch
    {
        TaskSort.Number => tasks.OrderBy(task => task.Ordinal).ThenBy(task => task.Id),
        TaskSort.NumberDescending => tasks.OrderByDescending(task => task.Ordinal).ThenByDescending(task => task.Id),
        TaskSort.Due => tasks.OrderBy(task => task.Due ?? Never).ThenBy(task => task.Ordinal).ThenBy(task => task.Id),
        _ => tasks.OrderByDescending(task => task.Due ?? Never).ThenByDescending(task => task.Ordinal).ThenByDescending(task => task.Id),
    };

    private static Expression<Func<LedgerTask, bool>> After(TaskSort sort, Place from)
    {
        var (due, ordinal, id) = from;
        return sort switch
        {
            TaskSort.Number => task => task.Ordinal > ordinal || (task.Ordinal == ordinal && task.Id > id),
            TaskSort.NumberDescending => task => task.Ordinal < ordinal || (task.Ordinal == ordinal && task.Id < id),
            TaskSort.Due => task => (task.Due ?? Never) > due || ((task.Due ?? Never) == due && (task.Ordinal > ordinal || (task.Ordinal == ordinal && task.Id > id))),
            _ => task => (task.Due ?? Never) < due || ((task.Due ?? Never) == due && (task.Ordinal < ordinal || (task.Ordinal == ordinal && task.Id < id))),
        };
    }

    // Where a page ended: what the order goes by.
    private sealed record Place(DateOnly Due, int Ordinal, Guid Id)
    {
        public static Place Of(LedgerTask task) => new(task.Due ?? Never, task.Ordinal, task.Id);

        public static Place Read(string cursor) =>
            cursor.Split('_') is [var due, var ordinal, var id]
            && DateOnly.TryParseExact(due, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Guid.TryParseExact(id, "N", out var row)
                ? new Place(day, number, row)
                : throw new LedgerException(LedgerCodes.Invalid, "翻页的位置（cursor）不对。请从第一页重新开始。");

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Due:yyyyMMdd}_{Ordinal}_{Id:N}");
    }
}
