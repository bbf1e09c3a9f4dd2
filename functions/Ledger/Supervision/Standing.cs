using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Ledger.Supervision;

/// <summary>Where a task stands, or a body's part in it (完成状态).</summary>
public enum Standing
{
    /// <summary>未开展: nothing was reported, and nothing is late.</summary>
    NotStarted,

    /// <summary>推进中.</summary>
    InProgress,

    /// <summary>已完成: every day by which something is due is covered.</summary>
    Done,

    /// <summary>已逾期: a day has passed that no report covers.</summary>
    Overdue,

    /// <summary>不涉及.</summary>
    NotApplicable,
}

/// <summary>Where a body's part in a task stands on a day.</summary>
/// <param name="State">Where.</param>
/// <param name="Percent">How much is done; null where nobody said.</param>
/// <param name="Open">The first due day that no report covers; null where there is none left, or nothing is to be done.</param>
/// <param name="DaysLate">How many days it is late; 0 where it is not.</param>
/// <param name="Last">The report that counts last; null for none.</param>
public sealed record PartStanding(Standing State, int? Percent, DueDay? Open, int DaysLate, TaskReport? Last);

/// <summary>
/// How states follow from reports and days. A report of completion covers the due days up to the first one that is not before it, and those
/// before that; a later report that says something else opens again the days from its own on, or the last day where all have passed.
/// </summary>
public static class Standings
{
    /// <summary>Where a body's part stands.</summary>
    /// <param name="dues">The task's due days, the earliest first; at least one.</param>
    /// <param name="reports">What the body reported about the task, in any order; what was taken back does not count.</param>
    /// <param name="today">The day.</param>
    public static PartStanding Of(IReadOnlyList<DueDay> dues, IEnumerable<TaskReport> reports, DateOnly today)
    {
        var counted = reports.Where(report => report.RetractedAt is null).Order(ReportOrder.Instance).ToList();
        var last = counted.LastOrDefault();
        if (last?.State == ReportState.NotApplicable)
            return new PartStanding(Standing.NotApplicable, null, null, 0, last);
        var covered = 0;
        foreach (var report in counted)
            covered = report.State == ReportState.Done ? Math.Max(covered, Through(dues, report.On)) : Math.Min(covered, Reopened(dues, report.On));
        if (covered == dues.Count)
            return new PartStanding(Standing.Done, 100, null, 0, last);
        var open = dues[covered];
        var late = Math.Max(0, today.DayNumber - open.Day.DayNumber);
        var percent = last?.State == ReportState.Done ? null : last?.Percent;
        var state = late > 0 ? Standing.Overdue : covered > 0 || last?.State is ReportState.InProgress or ReportState.Done ? Standing.InProgress : Standing.NotStarted;
        return new PartStanding(state, percent, open, late, last);
    }

    /// <summary>
    /// Where a task stands: as its lead bodies do; where it has none, as those responsible, else as all. Bodies that it does not concern do
    /// not count. One that is overdue makes the task overdue; it is done when all are, and not started while none has begun.
    /// </summary>
    /// <param name="parts">The bodies' roles, and where their parts stand.</param>
    public static Standing OfTask(IReadOnlyList<(PartyRole Role, Standing State)> parts)
    {
        var strongest = parts.Count == 0 ? PartyRole.Lead : parts.Min(part => part.Role);
        var counted = parts.Where(part => part.Role == strongest && part.State != Standing.NotApplicable).Select(part => part.State).ToList();
        return counted.Count == 0 ? (parts.Count == 0 ? Standing.NotStarted : Standing.NotApplicable)
            : counted.Contains(Standing.Overdue) ? Standing.Overdue
            : counted.TrueForAll(state => state == Standing.Done) ? Standing.Done
            : counted.TrueForAll(state => state == Standing.NotStarted) ? Standing.NotStarted
            : Standing.InProgress;
    }

    private static int Through(IReadOnlyList<DueDay> dues, DateOnly day)
    {
        var before = Before(dues, day);
        return Math.Min(dues.Count, before + 1);
    }

    private static int Reopened(IReadOnlyList<DueDay> dues, DateOnly day) => Math.Min(Before(dues, day), dues.Count - 1);

    private static int Before(IReadOnlyList<DueDay> dues, DateOnly day)
    {
        var count = 0;
        while (count < dues.Count && dues[count].Day < day)
            count++;
        return count;
    }
}

/// <summary>
/// The order in which reports count: by the day they tell of, then by when a person typed them in, then by what they say. It does not depend
/// on the order in which they came in.
/// </summary>
public sealed class ReportOrder : IComparer<TaskReport>
{
    /// <summary>The order.</summary>
    public static ReportOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(TaskReport? x, TaskReport? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = x.On.CompareTo(y.On);
        if (order == 0)
            order = x.Moment.CompareTo(y.Moment);
        if (order == 0)
            order = x.State.CompareTo(y.State);
        if (order == 0)
            order = (x.Percent ?? -1).CompareTo(y.Percent ?? -1);
        return order != 0 ? order : string.CompareOrdinal(x.Print, y.Print);
    }
}
