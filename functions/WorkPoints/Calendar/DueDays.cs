using System.Globalization;
using System.Text.RegularExpressions;
using YiyuanSafety.WorkPoints.Details;
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

    /// <summary>The document gives none, or one that no day can be reckoned from (接通知后5个工作日内): the end of its year is assumed.</summary>
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
        var told = deadlines.Select(deadline => (deadline.Text, Days: OfDeadline(deadline, year, calendar).ToList())).ToList();
        var days = told.SelectMany(deadline => deadline.Days).ToList();

        // 每月25日前 is a deadline and a rhythm in one: its own days are the better ones.
        foreach (var rhythm in rhythms.Where(rhythm => !told.Exists(deadline => IsRhythm(deadline.Days) && Overlap(deadline.Text, rhythm.Text))))
            days.AddRange(OfRhythm(rhythm, year).Select(day => new DueDay(day, rhythm.Text, DueBasis.Rhythm)));
        if (days.Count == 0)
            days.Add(new DueDay(new DateOnly(year, MonthsOfYear, 31), "", DueBasis.Assumed));
        return [.. days.OrderBy(day => day.Day).ThenBy(day => day.Basis).DistinctBy(day => day.Day)];
    }

    private static IEnumerable<DueDay> OfDeadline(Deadline deadline, int year, WorkCalendar calendar)
    {
        if (deadline.Due is { } due)
            return [new DueDay(due, deadline.Text, DueBasis.Printed)];
        var words = DateWords.Plain(Fold.Width(deadline.Text));
        if (Rhythms.Of(words, year).ToList() is { Count: > 0 } recurring)
            return recurring.Select(day => new DueDay(day, deadline.Text, DueBasis.Rhythm));
        return BeforeKeyDate(words, year, calendar) is { } before ? [new DueDay(before, deadline.Text, DueBasis.KeyDate)] : [];
    }

    /// <summary>The day before the first of the days named (中秋、国庆节前); null where the calendar knows none of them.</summary>
    private static DateOnly? BeforeKeyDate(string words, int year, WorkCalendar calendar)
    {
        var before = Before().Match(words);
        if (!before.Success)
            return null;
        var names = before.Groups["name"].Captures.Select(name => name.Value).ToList();
        if (before.Groups["year"].Success)
            return DayBefore(int.Parse(before.Groups["year"].Value, CultureInfo.InvariantCulture));
        if (before.Groups["next"].Success)
            return DayBefore(year + 1);

        // 元旦前 in the work points of a year is the end of that year, not the day before it begins.
        return DayBefore(year) is { } day && day.Year < year ? DayBefore(year + 1) ?? new DateOnly(year, MonthsOfYear, 31) : DayBefore(year);

        DateOnly? DayBefore(int of) => names.Select(name => calendar.FirstOf(name, of)).Min() is { } first ? Earlier(first, before) : null;
    }

    /// <summary>The day before a day, or as long before it as is said: 高考前15天, 春节前一周.</summary>
    private static DateOnly? Earlier(DateOnly first, Match before)
    {
        if (!before.Groups["unit"].Success)
            return first.AddDays(-1);
        var words = before.Groups["count"].Value;
        var count = int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : Period.Times(words);
        return count <= 0 ? null : before.Groups["unit"].Value switch
        {
            "天" or "日" => first.AddDays(-count),
            "周" => first.AddDays(-7 * count),
            "个月" => first.AddMonths(-count),
            _ => null,
        };
    }

    // 每月25日报送 gives its own days, as 每单月 does; others are due at the end of their periods.
    private static IEnumerable<DateOnly> OfRhythm(Recurrence rhythm, int year)
    {
        if (rhythm.Period is null)
            return [];
        var days = Rhythms.Of(DateWords.Plain(Fold.Width(rhythm.Text)), year).ToList();
        return days.Count > 0 ? days : Rhythms.Ends(rhythm.Period, year);
    }

    private static bool IsRhythm(List<DueDay> days) => days.Exists(day => day.Basis == DueBasis.Rhythm);

    private static bool Overlap(string one, string other) => one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:于|在|赶在)?(?:(?<year>20[0-9]{2})年|(?<next>明年|次年|来年)|今年|本年|当年)?(?:(?<name>[^前、和及与，（）]+?)(?:[、和及与]|(?<=”)(?=“)|(?:（[^（）]*）)?(?:期间|假期)?(?:之|以|到来|来临|召开)?(?=前)))+前(?:(?<count>[0-9]{1,3}|[一二三四五六七八九十两半]{1,2})(?<unit>个月|天|日|周|个?工作日))?")]
    private static partial Regex Before();
}
