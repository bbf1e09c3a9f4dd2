using System.Globalization;
using System.Text.RegularExpressions;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Calendar;

/// <summary>What a due day was told from.</summary>
public enum DueBasis
{
    /// <summary>The document gives the day.</summary>
    Printed,

    /// <summary>The document names a holiday or key date, and the calendar has its day.</summary>
    KeyDate,

    /// <summary>The document gives a rhythm; this is the end of one of its periods.</summary>
    Rhythm,

    /// <summary>The document gives none: the end of its year is assumed.</summary>
    Assumed,
}

/// <summary>A day by which something of a task is due.</summary>
/// <param name="Day">The last day.</param>
/// <param name="Text">What the document says; empty for an assumed day.</param>
/// <param name="Basis">What it was told from.</param>
public sealed record DueDay(DateOnly Day, string Text, DueBasis Basis);

/// <summary>Turns deadlines and rhythms of a task into days.</summary>
public static partial class DueDays
{
    private const int MonthsOfYear = 12;

    /// <summary>The days of a task in the year of its document, each once, the earliest first; never none.</summary>
    /// <param name="deadlines">Its deadlines.</param>
    /// <param name="rhythms">Its rhythms.</param>
    /// <param name="year">The document's year.</param>
    /// <param name="calendar">When holidays and key dates fall.</param>
    public static IReadOnlyList<DueDay> Of(IReadOnlyList<Deadline> deadlines, IReadOnlyList<Recurrence> rhythms, int year, WorkCalendar calendar)
    {
        var days = new List<DueDay>();
        foreach (var deadline in deadlines)
            days.AddRange(OfDeadline(deadline, year, calendar));

        // 每月25日前 is a deadline and a rhythm in one: its own days are the better ones.
        foreach (var rhythm in rhythms.Where(rhythm => !deadlines.Any(deadline => deadline.Text.StartsWith('每') && (deadline.Text.Contains(rhythm.Text, StringComparison.Ordinal) || rhythm.Text.Contains(deadline.Text, StringComparison.Ordinal)))))
            days.AddRange(Ends(rhythm.Period, year).Select(day => new DueDay(day, rhythm.Text, DueBasis.Rhythm)));
        if (days.Count == 0)
            days.Add(new DueDay(new DateOnly(year, MonthsOfYear, 31), "", DueBasis.Assumed));
        return [.. days.OrderBy(day => day.Day).ThenBy(day => day.Basis).DistinctBy(day => day.Day)];
    }

    private static IEnumerable<DueDay> OfDeadline(Deadline deadline, int year, WorkCalendar calendar)
    {
        if (deadline.Due is { } due)
            return [new DueDay(due, deadline.Text, DueBasis.Printed)];
        var words = Fold.Width(deadline.Text).Replace(" ", "", StringComparison.Ordinal);
        if (Each().Match(words) is { Success: true } each)
            return OfEach(each, year).Select(day => new DueDay(day, deadline.Text, DueBasis.Rhythm));
        return Before().Match(words) is { Success: true } before && calendar.FirstOf(before.Groups["name"].Value, year) is { } first
            ? [new DueDay(first.AddDays(-1), deadline.Text, DueBasis.KeyDate)]
            : [];
    }

    private static IEnumerable<DateOnly> OfEach(Match each, int year)
    {
        var ends = Ends(each.Groups["period"].Value switch { "月" => "P1M", "季度" => "P3M", "半年" => "P6M", "年" => "P1Y", _ => "P1W" }, year);
        var month = Number(each.Groups["month"]);
        var day = Number(each.Groups["day"]);
        return ends.Select(end => month is > 0 and <= MonthsOfYear ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : end)
            .Select(end => day > 0 ? new DateOnly(end.Year, end.Month, Math.Min(day, end.Day)) : end).Distinct();
    }

    // Periods shorter than a month are asked for once a month: nobody presses for each day.
    private static IEnumerable<DateOnly> Ends(string? period, int year) => period switch
    {
        null => [],
        "P1Y" => Months(year, 12),
        "P6M" => Months(year, 6),
        "P3M" => Months(year, 3),
        "P2M" => Months(year, 2),
        "P15D" => Months(year, 1).SelectMany(end => new[] { new DateOnly(end.Year, end.Month, 15), end }),
        _ when Other().Match(period) is { Success: true } other && Number(other.Groups["months"]) is > 0 and <= MonthsOfYear and var months => Months(year, months),
        _ when period.EndsWith('Y') => Months(year, 12),
        _ => Months(year, 1),
    };

    private static IEnumerable<DateOnly> Months(int year, int step) =>
        Enumerable.Range(1, MonthsOfYear / step).Select(i => new DateOnly(year, i * step, DateTime.DaysInMonth(year, i * step)));

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^每(?<period>月|季度|半年|年|周)(?:(?<month>[0-9]{1,2})月)?(?:(?<day>[0-9]{1,2})日|底|末)?")]
    private static partial Regex Each();

    [GeneratedRegex("^(?<name>[^前]+?)(?:之|以|到来|召开)?前$")]
    private static partial Regex Before();

    [GeneratedRegex("^P(?<months>[0-9]{1,2})M$")]
    private static partial Regex Other();
}
