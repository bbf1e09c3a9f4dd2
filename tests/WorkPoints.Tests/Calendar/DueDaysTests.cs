using System.Globalization;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.WorkPoints.Tests.Calendar;

public sealed class DueDaysTests
{
    private static readonly WorkCalendar Calendar = CalendarFile.Read(Samples.Template("calendar.json"));

    [Theory]
    [InlineData("6月底前", "2021-06-30", "2021-06-30 Printed")]
    [InlineData("国庆节前", null, "2021-09-30 KeyDate")]
    [InlineData("全国“两会”前", null, "2021-03-03 KeyDate")]
    [InlineData("春节前", null, "2021-02-10 KeyDate")]
    [InlineData("长期坚持", null, "2021-12-31 Assumed")]
    [InlineData("每季度末前", null, "2021-03-31 Rhythm, 2021-06-30 Rhythm, 2021-09-30 Rhythm, 2021-12-31 Rhythm")]
    [InlineData("每年6月底前", null, "2021-06-30 Rhythm")]
    [InlineData("每半年末前", null, "2021-06-30 Rhythm, 2021-12-31 Rhythm")]
    [InlineData("每季度末月20日前", null, "2021-03-20 Rhythm, 2021-06-20 Rhythm, 2021-09-20 Rhythm, 2021-12-20 Rhythm")]
    [InlineData("每季度首月5日前", null, "2021-01-05 Rhythm, 2021-04-05 Rhythm, 2021-07-05 Rhythm, 2021-10-05 Rhythm")]
    [InlineData("每双月25日前", null, "2021-02-25 Rhythm, 2021-04-25 Rhythm, 2021-06-25 Rhythm, 2021-08-25 Rhythm, 2021-10-25 Rhythm, 2021-12-25 Rhythm")]
    [InlineData("每半年5日、20日前", null, "2021-06-05 Rhythm, 2021-06-20 Rhythm, 2021-12-05 Rhythm, 2021-12-20 Rhythm")]
    [InlineData("中秋、国庆节前", null, "2021-09-18 KeyDate")]
    [InlineData("2022年“五一”前", null, "2022-04-29 KeyDate")]
    [InlineData("主汛期前", null, "2021-05-31 KeyDate")]
    [InlineData("元旦前", null, "2021-12-31 KeyDate")]
    [InlineData("2021年元旦前", null, "2020-12-31 KeyDate")]
    [InlineData("明年元旦前", null, "2021-12-31 KeyDate")]
    [InlineData("月底前", null, "2021-12-31 Assumed")]
    [InlineData("高考前15天", null, "2021-05-23 KeyDate")]
    [InlineData("春节前一周", null, "2021-02-04 KeyDate")]
    [InlineData("国庆节前两个月", null, "2021-08-01 KeyDate")]
    [InlineData("“五一”“十一”前", null, "2021-04-30 KeyDate")]
    [InlineData("元旦春节前", null, "2021-12-31 Assumed")]
    public void Deadlines_become_days(string text, string? due, string days) => Assert.Equal(days, Of([new Deadline(text, due is null ? null : Day(due))], []));

    [Fact]
    public void Every_month_has_its_day_and_short_months_their_last()
    {
        var days = DueDays.Of([new Deadline("每月25日前", null)], [new Recurrence("每月25日前", "P1M", 1)], 2021, Calendar);
        Assert.Equal(Enumerable.Range(1, 12).Select(month => new DateOnly(2021, month, 25)), days.Select(day => day.Day));
        Assert.Equal(29, DueDays.Of([new Deadline("每月30日前", null)], [], 2024, Calendar)[1].Day.Day);
        Assert.Equal(28, DueDays.Of([new Deadline("每月30日前", null)], [], 2023, Calendar)[1].Day.Day);
    }

    [Theory]
    [InlineData("P6M", "2021-06-30 Rhythm, 2021-12-31 Rhythm")]
    [InlineData("P1Y", "2021-12-31 Rhythm")]
    [InlineData("P2Y", "2021-12-31 Rhythm")]
    [InlineData("P4M", "2021-04-30 Rhythm, 2021-08-31 Rhythm, 2021-12-31 Rhythm")]
    [InlineData(null, "2021-12-31 Assumed")]
    public void Rhythms_are_due_at_the_end_of_their_periods(string? period, string days) => Assert.Equal(days, Of([], [new Recurrence("每…", period, 1)]));

    [Fact]
    public void Several_deadlines_and_rhythms_give_each_day_once_the_printed_word_first() => Assert.Equal(
        "2021-06-30 Printed, 2021-09-30 KeyDate, 2021-12-31 Rhythm",
        Of([new Deadline("国庆节前", null), new Deadline("6月底前", Day("2021-06-30"))], [new Recurrence("每半年至少一次", "P6M", 1)]));

    [Fact]
    public void A_rhythm_with_a_day_of_its_own_is_due_on_it()
    {
        Assert.Equal("2021-06-20 Rhythm, 2021-12-31 Rhythm", Of([], [new Recurrence("每年6月20日、12月底", "P1Y", 1)]));
        Assert.Equal(24, DueDays.Of([], [new Recurrence("每半月", "P15D", 1)], 2021, Calendar).Count);
    }

    [Fact]
    public void No_words_at_all_mean_the_end_of_the_year() => Assert.Equal("2021-12-31 Assumed", Of([], []));

    private static string Of(IReadOnlyList<Deadline> deadlines, IReadOnlyList<Recurrence> rhythms) =>
        string.Join(", ", DueDays.Of(deadlines, rhythms, 2021, Calendar).Select(day => $"{day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {day.Basis}"));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
