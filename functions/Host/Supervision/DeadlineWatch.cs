using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Supervision;

/// <summary>
/// Watches the due days of the plans in force: those that come near or have passed while something is open are written into the audit, and
/// letters are prepared where the profile allows it. Nothing is numbered and nothing is sent. Done twice it comes to the same.
/// </summary>
internal sealed class DeadlineWatch(LedgerStore store, ProgressReader reader, AnnounceJob announce)
{
    /// <summary>A day by which something of a task is due comes near.</summary>
    public const string Near = "deadline.near";

    /// <summary>A day by which something of a task was due has passed.</summary>
    public const string Passed = "deadline.passed";

    private const int DaysAhead = 7;

    /// <summary>Watches.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>How many days were written down, and how many plans got letters.</returns>
    public async Task<(int Days, int Letters)> RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var act = new Act(LetterDesk.Program, now);
        var (days, prepared) = (0, 0);
        foreach (var plan in await PlansAsync(ChinaTime.DayOf(now), cancellation))
        {
            days += await WriteDownAsync(plan, act, cancellation);
            prepared += await PrepareAsync(plan, act, cancellation) ? 1 : 0;
        }

        return (days, prepared);
    }

    // Those that no plan of a later year of their county has followed: a county may have several a year, such as its work points and a
    // campaign of its own. One of the year before last is history, and nobody is pressed for it. A plan that names no year counts as this
    // year's, and as nobody's successor.
    private async Task<List<Guid>> PlansAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var plans = await ledger.Plans.AsNoTracking().Where(plan => plan.Year == null || plan.Year >= today.Year - 1).Select(plan => new { plan.Id, plan.County, plan.Year }).ToListAsync(cancellation);
        return [.. plans.GroupBy(plan => plan.County, StringComparer.Ordinal)
            .SelectMany(same => same.Where(plan => !(same.Max(other => other.Year) > (plan.Year ?? today.Year))))
            .OrderBy(plan => plan.Id).Select(plan => plan.Id)];
    }

    // One entry for each task, day and side of it. Serializable: two instances that look at the same moment do not both write.
    private async Task<int> WriteDownAsync(Guid plan, Act act, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        await using var transaction = await ledger.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var progress = await reader.LoadAsync(ledger, plan, cancellation);
        var last = progress.Today.AddDays(DaysAhead);
        var days = progress.Tasks.SelectMany(task => task.Dues.Where(due => due.Day <= last && IsOpen(task, due.Day))
            .Select(due => (Task: task.Id, Action: due.Day < progress.Today ? Passed : Near, Day: due.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))).ToList();
        var tasks = days.ConvertAll(day => day.Task).Distinct().ToList();
        var known = new HashSet<(Guid, string, string)>();
        foreach (var some in tasks.Chunk(500))
        {
            var written = await ledger.Audit.Where(entry => some.Contains(entry.Subject) && (entry.Action == Near || entry.Action == Passed))
                .Select(entry => new { entry.Subject, entry.Action, entry.After }).ToListAsync(cancellation);
            known.UnionWith(written.Select(entry => (entry.Subject, entry.Action, entry.After)));
        }

        var added = days.Where(day => !known.Contains(day)).OrderBy(day => day.Day, StringComparer.Ordinal).ThenBy(day => day.Task).ToList();
        ledger.Audit.AddRange(added.Select(day => new AuditEntry { At = act.At, By = act.By, Action = day.Action, Subject = day.Task, After = day.Day }));
        await ledger.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return added.Count;
    }

    // A task that falls to nobody is open as well.
    private static bool IsOpen(TaskProgress task, DateOnly day) => task.Parts.Count == 0 || task.Parts.Any(part => part.Standing.Open?.Day <= day);

    private async Task<bool> PrepareAsync(Guid plan, Act act, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var progress = await reader.LoadAsync(ledger, plan, cancellation);
        if (!progress.Request.Profile.Supervision.PreparesLetters)
            return false;
        var job = await LetterDesk.KeepUpAsync(ledger, progress, act, cancellation);
        try
        {
            await ledger.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || ledger.IsDuplicate(e))
        {
            // Another instance prepares the same letters at the same moment.
            return false;
        }

        if (job is null)
            return false;
        await announce(job.Id, cancellation);
        return true;
    }
}
