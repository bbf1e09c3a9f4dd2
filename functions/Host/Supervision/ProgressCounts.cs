using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Supervision;

/// <summary>How many stand where.</summary>
/// <param name="NotStarted">未开展.</param>
/// <param name="InProgress">推进中.</param>
/// <param name="Done">已完成.</param>
/// <param name="Overdue">已逾期.</param>
/// <param name="NotApplicable">不涉及.</param>
internal sealed record StateCounts(int NotStarted, int InProgress, int Done, int Overdue, int NotApplicable)
{
    /// <summary>All of them.</summary>
    public int Total => NotStarted + InProgress + Done + Overdue + NotApplicable;

    /// <summary>Share of those done among those that anything is to be done for, in hundredths; null where there are none.</summary>
    public int? Rate => Total - NotApplicable is > 0 and var counted ? (int)Math.Round(100m * Done / counted, MidpointRounding.AwayFromZero) : null;

    /// <summary>Counts.</summary>
    public static StateCounts Of(IEnumerable<Standing> states)
    {
        var counts = new int[Enum.GetValues<Standing>().Length];
        foreach (var state in states)
            counts[(int)state]++;
        return new StateCounts(counts[(int)Standing.NotStarted], counts[(int)Standing.InProgress], counts[(int)Standing.Done], counts[(int)Standing.Overdue], counts[(int)Standing.NotApplicable]);
    }
}

/// <summary>The figures of a section or a body.</summary>
/// <param name="Name">The section or the body.</param>
/// <param name="Counts">How many stand where: of a section its tasks, of a body its parts.</param>
internal sealed record NamedCounts(string Name, StateCounts Counts);

/// <summary>A cell of the heat map: the parts of a body in a section.</summary>
/// <param name="Body">Index of the body.</param>
/// <param name="Section">Index of the section.</param>
/// <param name="Counts">How many stand where.</param>
internal sealed record HeatCell(int Body, int Section, StateCounts Counts);

/// <summary>The figures at the end of a month.</summary>
/// <param name="Day">The last day of the month; today for the month that goes on.</param>
/// <param name="Counts">How many parts stood where, as reported by then.</param>
internal sealed record TrendPoint(DateOnly Day, StateCounts Counts);

/// <summary>All figures of a plan.</summary>
/// <param name="Tasks">Of its tasks.</param>
/// <param name="Parts">Of the bodies' parts.</param>
/// <param name="Sections">Of the tasks by section, in the order of the document.</param>
/// <param name="Bodies">Of the parts by body, in the order of the directory.</param>
/// <param name="Heat">Of the parts by body and section, those without any left out.</param>
/// <param name="Trend">Of the parts over the months of the year.</param>
internal sealed record ProgressFigures(
    StateCounts Tasks, StateCounts Parts, IReadOnlyList<NamedCounts> Sections, IReadOnlyList<NamedCounts> Bodies,
    IReadOnlyList<HeatCell> Heat, IReadOnlyList<TrendPoint> Trend)
{
    /// <summary>What tasks outside of any section are shown under.</summary>
    public const string NoSection = "（未分部分）";

    /// <summary>The figures of a plan; with a body, of that body's parts and the tasks that it has a part in.</summary>
    public static ProgressFigures Of(PlanProgress progress, string body = "")
    {
        var tasks = progress.Tasks.Where(task => body.Length == 0 || task.Parts.Any(part => part.Body == body)).ToList();
        var parts = tasks.SelectMany(task => task.Parts.Where(part => body.Length == 0 || part.Body == body).Select(part => (Task: task, Part: part))).ToList();
        var sections = tasks.GroupBy(task => SectionOf(task), StringComparer.Ordinal).ToList();
        var sectionIndex = sections.Select((section, i) => (section.Key, i)).ToDictionary(one => one.Key, one => one.i, StringComparer.Ordinal);
        var bodies = progress.Bodies.Where(name => body.Length == 0 || name == body).ToList();
        var bodyIndex = bodies.Select((name, i) => (name, i)).ToDictionary(one => one.name, one => one.i, StringComparer.Ordinal);
        var byBody = parts.ToLookup(one => one.Part.Body, one => one.Part.Standing.State, StringComparer.Ordinal);
        return new ProgressFigures(
            StateCounts.Of(tasks.Select(task => task.State)),
            StateCounts.Of(parts.Select(one => one.Part.Standing.State)),
            [.. sections.Select(section => new NamedCounts(section.Key, StateCounts.Of(section.Select(task => task.State))))],
            [.. bodies.Select(name => new NamedCounts(name, StateCounts.Of(byBody[name])))],
            [.. parts.GroupBy(one => (Body: bodyIndex[one.Part.Body], Section: sectionIndex[SectionOf(one.Task)]))
                .OrderBy(same => same.Key)
                .Select(same => new HeatCell(same.Key.Body, same.Key.Section, StateCounts.Of(same.Select(one => one.Part.Standing.State))))],
            TrendOf(progress, parts));
    }

    /// <summary>The section that a task is shown under.</summary>
    public static string SectionOf(TaskProgress task) => task.Task.Section.Length > 0 ? task.Task.Section : NoSection;

    private static List<TrendPoint> TrendOf(PlanProgress progress, List<(TaskProgress Task, PartProgress Part)> parts)
    {
        var reports = progress.Reports.ToLookup(report => (report.TaskId, report.Body));
        return MonthEnds(progress.Year, progress.Today)
            .Select(day => new TrendPoint(day, StateCounts.Of(parts.Select(one =>
                Standings.Of(one.Task.Dues, reports[(one.Task.Id, one.Part.Body)].Where(report => report.On <= day), day).State)))).ToList();
    }

    private static IEnumerable<DateOnly> MonthEnds(int year, DateOnly today)
    {
        for (var month = 1; month <= 12; month++)
        {
            var first = new DateOnly(year, month, 1);
            if (first > today)
                yield break;
            var end = first.AddMonths(1).AddDays(-1);
            yield return end < today ? end : today;
        }
    }
}
