using System.Globalization;
using System.Text.RegularExpressions;
using YiyuanSafety.WorkPoints.Details;

namespace YiyuanSafety.WorkPoints.Calendar;

/// <summary>The days of a year on which something that recurs is due.</summary>
internal static partial class Rhythms
{
    private const int MonthsOfYear = 12;

    /// <summary>The last days of all periods. Periods shorter than half a month are asked for once a month: nobody presses for each day.</summary>
    /// <param name="period">ISO 8601 duration; null for a rhythm without a fixed period, which has no days.</param>
    /// <param name="year">The year.</param>
    public static IEnumerable<DateOnly> Ends(string? period, int year) => period switch
    {
        null => [],
        "P15D" => Months(year, 1).SelectMany(end => new[] { new DateOnly(end.Year, end.Month, 15), end }),
        _ => Months(year, Length(period)),
    };

    /// <summary>The days that words such as 每季度末月20日前 or 每双月25日前 give; none where they are no rhythm.</summary>
    /// <param name="words">The words, as <see cref="DateWords.Plain"/> writes them.</param>
    /// <param name="year">The year.</param>
    public static IEnumerable<DateOnly> Of(string words, int year)
    {
        var each = Each().Match(words);
        if (!each.Success)
            return [];
        var name = each.Groups["period"].Value;
        var period = Period.Of("每" + name);
        var whens = each.Groups["when"].Captures.Select(when => When().Match(when.Value)).ToList();
        if (whens.Count == 0 && name != "单月" && !each.Groups["which"].Success)
            return Ends(period, year);
        var months = Ends(period, year).Select(end => new DateOnly(end.Year, end.Month, 1).AddMonths(Shift(each, name)));
        return whens.Count == 0
            ? months.Select(LastDay).Distinct()
            : months.SelectMany(month => whens.Select(when => On(month, when))).OfType<DateOnly>().Distinct();
    }

    /// <summary>How many months the month meant lies from the last one of its period.</summary>
    private static int Shift(Match each, string name) => each.Groups["which"].Value switch
    {
        "首" or "第1个" => 1 - Length(Period.Of("每" + name) ?? "P1M"),
        "第2个" => 2 - Length(Period.Of("每" + name) ?? "P1M"),
        "次" or "下" or "下个" => 1,
        _ => name == "单月" ? -1 : 0,
    };

    private static DateOnly? On(DateOnly month, Match when)
    {
        if (when.Groups["month"].Success)
        {
            var named = Number(when.Groups["month"]);
            if (named is < 1 or > MonthsOfYear)
                return null;
            month = new DateOnly(month.Year, named, 1);
        }

        var last = LastDay(month);
        var day = when.Groups["part"].Value switch
        {
            "上旬" => 10,
            "中旬" => 20,
            "初" => 5,
            _ when when.Groups["day"].Success => Math.Max(1, Number(when.Groups["day"])),
            _ => last.Day,
        };
        return new DateOnly(month.Year, month.Month, Math.Min(day, last.Day));
    }

    // 每周, 每旬 and the like have no months of their own.
    private static int Length(string period) => period[^1] switch
    {
        'Y' => MonthsOfYear,
        'M' when int.TryParse(period.AsSpan(1, period.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= MonthsOfYear => months,
        _ => 1,
    };

    private static IEnumerable<DateOnly> Months(int year, int step) =>
        Enumerable.Range(1, MonthsOfYear / step).Select(i => LastDay(new DateOnly(year, i * step, 1)));

    private static DateOnly LastDay(DateOnly month) => new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    // The words are plain already: numerals are Arabic, 第一个月 is 第1个月.
    [GeneratedRegex(@"
        (?:每|逢)个?(?<period>双月|单月|半年|半月|两年|两个?月|[0-9]{1,2}个?月|季度?|月|年度?|周|旬|日|天)
        (?:(?<which>首|末|次|下个?|第[12]个|最后(?:1个)?)月|底|末|结束)?
        (?:[、和及]?(?<when>[0-9]{1,2}月(?:[0-9]{1,2}[日号]|上旬|中旬|下旬|底|末|初)?|[0-9]{1,2}(?:[日号]|(?=、[0-9]{1,2}[日号]))|上旬|中旬|下旬|底|末|初)前?)*", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Each();

    [GeneratedRegex("(?:(?<month>[0-9]{1,2})月)?(?:(?<day>[0-9]{1,2})[日号]?|(?<part>上旬|中旬|下旬|底|末|初))?")]
    private static partial Regex When();
}
