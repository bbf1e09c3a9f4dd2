using CsCheck;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.WorkPoints.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Shipped = CalendarFile.Read(Samples.Template("calendar.json"));

    [Theory]
    [InlineData("2021-02-07", true)]
    [InlineData("2021-02-11", false)]
    [InlineData("2021-02-18", true)]
    [InlineData("2021-10-08", true)]
    [InlineData("2021-10-09", true)]
    [InlineData("2021-10-10", false)]
    [InlineData("2024-02-29", true)]
    public void Holidays_and_worked_weekends_are_kept(string day, bool isWorked) => Assert.Equal(isWorked, Shipped.IsWorkday(Day(day)));

    [Theory]
    [InlineData("2021-02-05", 5, "2021-02-18")]
    [InlineData("2021-02-07", 0, "2021-02-07")]
    [InlineData("2021-02-11", 0, "2021-02-18")]
    [InlineData("2021-09-30", 1, "2021-10-08")]
    [InlineData("2023-12-29", 1, "2024-01-02")]
    [InlineData("2024-02-28", 1, "2024-02-29")]
    public void Working_days_are_counted_over_holidays_and_years(string from, int count, string to) => Assert.Equal(Day(to), Shipped.AddWorkdays(Day(from), count));

    [Theory]
    [InlineData("国庆", "2021-10-01")]
    [InlineData("国庆节", "2021-10-01")]
    [InlineData("五一", "2021-05-01")]
    [InlineData("“五一”", "2021-05-01")]
    [InlineData("元旦", "2021-01-01")]
    [InlineData("全国“两会”", "2021-03-04")]
    [InlineData("全国两会", "2021-03-04")]
    [InlineData("汛期", "2021-06-01")]
    public void Days_are_found_by_the_names_that_documents_use(string name, string first) => Assert.Equal(Day(first), Shipped.FirstOf(name, 2021));

    [Fact]
    public void What_is_not_known_is_said()
    {
        Assert.True(Shipped.Knows(2021));
        Assert.False(Shipped.Knows(2035));
        Assert.Null(Shipped.FirstOf("国庆节", 2035));
        Assert.Null(Shipped.FirstOf("某某节", 2021));
    }

    [Fact]
    public void Working_days_agree_with_counting_them_one_by_one_over_ten_years()
    {
        var day = Gen.Int[0, 3652].Select(new DateOnly(2019, 1, 1).AddDays);
        Gen.Select(day, Gen.Int[0, 60]).Sample((from, count) =>
        {
            var to = Shipped.AddWorkdays(from, count);
            var worked = 0;
            for (var at = from.AddDays(1); at <= to; at = at.AddDays(1))
                worked += Shipped.IsWorkday(at) ? 1 : 0;
            return Shipped.IsWorkday(to) && (count == 0 ? to >= from && (to == from || worked == 1) : worked == count);
        }, iter: 5_000);
    }

    [Theory]
    [InlineData("", "读不懂")]
    [InlineData("[]", "读不懂")]
    [InlineData("{\"years\":[{\"year\":2021,\"holidays\":[{\"name\":\"元旦\",\"from\":\"2021-01-03\",\"to\":\"2021-01-01\"}]}]}", "元旦")]
    [InlineData("{\"years\":[{\"year\":2021,\"holidays\":[],\"workdays\":[\"2021-03-01\"]}]}", "不是周末")]
    [InlineData("{\"years\":[{\"year\":2021,\"holidays\":[]},{\"year\":2021,\"holidays\":[]}]}", "写了两遍")]
    [InlineData("{\"years\":[{\"year\":2021,\"holidays\":[],\"worksdays\":[]}]}", "读不懂")]
    public void A_file_that_is_wrong_is_refused_in_a_sentence(string json, string word) =>
        Assert.Contains(word, Assert.Throws<CalendarException>(() => Read(json)).Message, StringComparison.Ordinal);

    private static WorkCalendar Read(string json) => CalendarFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
