using System.Globalization;
using System.Text;
using System.Text.Json;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.WorkPoints.Tests.Calendar;

/// <summary>Ten years of deadlines and working days against a reckoning of their own: days are counted, and the holidays read from the file itself.</summary>
public sealed class TenYearsTests
{
    private const int First = 2019;
    private const int Last = 2028;
    private static readonly WorkCalendar Calendar = CalendarFile.Read(Samples.Template("calendar.json"));

    public static TheoryData<int> Years => [.. Enumerable.Range(First, Last - First + 1)];

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_day_of_a_year_is_due_on_itself(int year)
    {
        var days = DaysOf(year);
        Check(year, [.. days.Select((day, i) => (i % 3) switch
        {
            0 => $"{day.Month}月{day.Day}日前",
            1 => $"{Chinese(day.Month)}月{Chinese(day.Day)}日前",
            _ => $"{year}.{day.Month}.{day.Day}前",
        })], [.. days.Select(day => new[] { day })]);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Months_quarters_and_halves_end_with_their_last_day(int year)
    {
        var days = DaysOf(year);
        (int Year, int Month, int Day) Last(int month) => days.Last(day => day.Month == month);
        var ends = new List<(string Words, int[] Months)>();
        for (var month = 1; month <= 12; month++)
            ends.Add(($"{month}月底前", [month]));
        for (var quarter = 1; quarter <= 4; quarter++)
            ends.Add(($"第{Chinese(quarter)}季度末前", [3 * quarter]));
        ends.AddRange([("上半年前", [6]), ("年底前", [12]), ("每季度末前", [3, 6, 9, 12]), ("每年6月、11月底前", [6, 11]), ("每月底前", [.. Enumerable.Range(1, 12)])]);
        Check(year, [.. ends.Select(end => end.Words)], [.. ends.Select(end => end.Months.Select(Last).ToArray())]);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_day_of_each_month_is_its_last_where_the_month_is_too_short(int year)
    {
        var days = DaysOf(year);
        var wanted = Enumerable.Range(1, 31).ToList();
        Check(year, [.. wanted.Select(number => $"每月{number}日前")],
            [.. wanted.Select(number => Enumerable.Range(1, 12).Select(month => days.Last(day => day.Month == month && day.Day <= number)).ToArray())]);
    }

    [Fact]
    public void Working_days_agree_with_the_file_read_by_itself()
    {
        using var stream = Samples.Template("calendar.json");
        using var json = JsonDocument.Parse(stream);
        var off = new HashSet<string>(StringComparer.Ordinal);
        var on = new HashSet<string>(StringComparer.Ordinal);
        var all = Enumerable.Range(First, Last - First + 2).SelectMany(DaysOf).ToList();
        foreach (var year in json.RootElement.GetProperty("years").EnumerateArray())
        {
            on.UnionWith(year.GetProperty("workdays").EnumerateArray().Select(day => day.GetString() ?? ""));
            foreach (var holiday in year.GetProperty("holidays").EnumerateArray())
            {
                var (from, to) = (holiday.GetProperty("from").GetString(), holiday.GetProperty("to").GetString());
                off.UnionWith(all.Select(Iso).Where(day => string.CompareOrdinal(day, from) >= 0 && string.CompareOrdinal(day, to) <= 0));
            }
        }

        // 1 January 2019 was a Tuesday.
        var worked = all.Select((day, i) => on.Contains(Iso(day)) || ((i + 2) % 7 is > 0 and < 6 && !off.Contains(Iso(day)))).ToList();
        for (var i = 0; i + 90 < all.Count; i++)
        {
            var from = new DateOnly(all[i].Year, all[i].Month, all[i].Day);
            Assert.Equal(worked[i], Calendar.IsWorkday(from));
            foreach (var count in new[] { 1, 5, 10, 30 })
            {
                var at = i;
                for (var left = count; left > 0; left -= worked[at] ? 1 : 0)
                    at++;
                Assert.Equal(Iso(all[at]), Calendar.AddWorkdays(from, count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Reads a document of the year with a task for each deadline, and compares the days.</summary>
    private static void Check(int year, IReadOnlyList<string> deadlines, IReadOnlyList<(int Year, int Month, int Day)[]> expected)
    {
        var text = new StringBuilder($"某县{year}年安全生产工作要点\n一、任务\n");
        for (var i = 0; i < deadlines.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}.加强检查。{deadlines[i]}完成检查。（县应急局负责）\n");
        var tasks = Samples.Parse(text.ToString()).Tasks;
        Assert.Equal(deadlines.Count, tasks.Count);
        for (var i = 0; i < deadlines.Count; i++)
        {
            var days = DueDays.Of(tasks[i].Deadlines, tasks[i].Recurrence, year, Calendar).Select(due => due.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Assert.Equal(deadlines[i] + " " + string.Join(' ', expected[i].Select(Iso)), deadlines[i] + " " + string.Join(' ', days));
        }
    }

    private static List<(int Year, int Month, int Day)> DaysOf(int year)
    {
        int[] lengths = [31, (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        return [.. lengths.SelectMany((length, month) => Enumerable.Range(1, length).Select(day => (year, month + 1, day)))];
    }

    private static string Iso((int Year, int Month, int Day) day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}");

    private static string Chinese(int number)
    {
        const string Digits = "〇一二三四五六七八九";
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Digits[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Digits[ones].ToString() : "");
    }
}
