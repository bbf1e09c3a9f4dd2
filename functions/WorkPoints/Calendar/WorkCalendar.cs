namespace YiyuanSafety.WorkPoints.Calendar;

/// <summary>
/// Which days are worked, and when the days fall that documents name without a date. Years that it does not know have weekends and nothing
/// else: <see cref="Knows"/> says so.
/// </summary>
public sealed class WorkCalendar
{
    private readonly Dictionary<int, IReadOnlyList<NamedDays>> _holidays;
    private readonly HashSet<DateOnly> _off;
    private readonly HashSet<DateOnly> _on;
    private readonly IReadOnlyList<NamedDays> _named;

    /// <summary>A calendar of holidays, weekends that are worked, and other days with a name.</summary>
    /// <param name="years">Holidays of each year.</param>
    /// <param name="workdays">Weekends that are worked (调休上班).</param>
    /// <param name="keyDates">Other days that documents name, such as 全国“两会”.</param>
    public WorkCalendar(IReadOnlyDictionary<int, IReadOnlyList<NamedDays>> years, IEnumerable<DateOnly> workdays, IEnumerable<NamedDays> keyDates)
    {
        _holidays = new Dictionary<int, IReadOnlyList<NamedDays>>(years);
        _off = [.. _holidays.Values.SelectMany(days => days).SelectMany(days => days.All)];
        _on = [.. workdays];
        _named = [.. keyDates, .. _holidays.Values.SelectMany(days => days)];
    }

    /// <summary>A calendar of weekends alone.</summary>
    public static WorkCalendar Plain { get; } = new(new Dictionary<int, IReadOnlyList<NamedDays>>(), [], []);

    /// <summary>Whether the holidays of a year are known.</summary>
    public bool Knows(int year) => _holidays.ContainsKey(year);

    /// <summary>Whether a day is worked.</summary>
    public bool IsWorkday(DateOnly day) => _on.Contains(day) || (!_off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The day by which so many working days have passed after a day, the day itself not counted (5个工作日内).</summary>
    /// <param name="from">The day.</param>
    /// <param name="count">Working days; 0 gives the day itself where it is worked, else the next one that is.</param>
    public DateOnly AddWorkdays(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = from;
        while (count == 0 && !IsWorkday(day))
            day = day.AddDays(1);
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkday(day))
                left--;
        }

        return day;
    }

    /// <summary>The first of the days that a name means in a year; null where the calendar does not say.</summary>
    /// <param name="name">The name as documents write it, such as 国庆节, 国庆, 全国“两会”.</param>
    /// <param name="year">The year.</param>
    public DateOnly? FirstOf(string name, int year) => _named.FirstOrDefault(days => days.To.Year == year && days.IsCalled(name))?.From;
}

/// <summary>Days with a name, first and last included.</summary>
/// <param name="Name">The name.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public sealed record NamedDays(string Name, IReadOnlyList<string> Aliases, DateOnly From, DateOnly To)
{
    /// <summary>All of them.</summary>
    public IEnumerable<DateOnly> All => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);

    /// <summary>Whether a name means them: quotation marks, a 主 before 汛期 and a final 节 or 期间 do not count.</summary>
    public bool IsCalled(string name) => Key(Name) == Key(name) || Aliases.Any(alias => Key(alias) == Key(name));

    private static string Key(string name)
    {
        var key = name.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Trim();
        key = key.StartsWith("全国", StringComparison.Ordinal) ? key["全国".Length..] : key;
        key = key.EndsWith('节') ? key[..^1] : key.EndsWith("期间", StringComparison.Ordinal) ? key[..^2] : key;
        return key switch
        {
            "五一" => "劳动",
            "十一" => "国庆",
            "汛" or "主汛" or "主汛期" => "汛期",
            _ => key,
        };
    }
}
