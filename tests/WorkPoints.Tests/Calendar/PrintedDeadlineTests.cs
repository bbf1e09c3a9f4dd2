using System.Globalization;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.WorkPoints.Tests.Calendar;

/// <summary>From what stands in a column 完成时限 of a document for 2026 to the days that somebody is late after.</summary>
public sealed class PrintedDeadlineTests
{
    private static readonly WorkCalendar Calendar = CalendarFile.Read(Samples.Template("calendar.json"));

    [Theory]
    // The end of a range
    [InlineData("4月—6月", "06-30 Printed")]
    [InlineData("4至6月", "06-30 Printed")]
    [InlineData("1—3月", "03-31 Printed")]
    [InlineData("2026年9月1日—11月30日", "11-30 Printed")]
    [InlineData("9月1日至15日", "09-15 Printed")]
    [InlineData("9月1—15日", "09-15 Printed")]
    [InlineData("2026.9.1-2026.11.30", "11-30 Printed")]
    [InlineData("2026.9.1—11.30", "11-30 Printed")]
    [InlineData("2026.6-10", "10-31 Printed")]
    [InlineData("于5月起至10月", "10-31 Printed")]
    [InlineData("6月至年底", "12-31 Printed")]
    [InlineData("一季度至三季度", "09-30 Printed")]
    [InlineData("2026年12月-2027年2月", "2027-02-28 Printed")]
    [InlineData("11月至次年3月", "2027-03-31 Printed")]
    [InlineData("11月—2月", "2027-02-28 Printed")]
    [InlineData("5月起", "12-31 Assumed")]
    [InlineData("5月至活动结束", "12-31 Assumed")]
    // Chinese numerals and numeric dates
    [InlineData("十月底前", "10-31 Printed")]
    [InlineData("十一月二十五日前", "11-25 Printed")]
    [InlineData("六月三十日", "06-30 Printed")]
    [InlineData("二〇二六年六月底前", "06-30 Printed")]
    [InlineData("二〇二七年二月十日前", "2027-02-10 Printed")]
    [InlineData("2026.6.30前", "06-30 Printed")]
    [InlineData("2026-06-30前", "06-30 Printed")]
    [InlineData("2026/6/30前", "06-30 Printed")]
    [InlineData("２０２６．６．３０", "06-30 Printed")]
    // No day can be reckoned
    [InlineData("月底前", "12-31 Assumed")]
    [InlineData("本月底前", "12-31 Assumed")]
    [InlineData("接通知后5个工作日内", "12-31 Assumed")]
    [InlineData("季度末", "12-31 Assumed")]
    [InlineData("半年内", "12-31 Assumed")]
    [InlineData("三年内", "12-31 Assumed")]
    // Several
    [InlineData("4月底完成复核，8月底完成整改，12月底完成验收", "04-30 Printed, 08-31 Printed, 12-31 Printed")]
    [InlineData("6月25日、12月21日", "06-25 Printed, 12-21 Printed")]
    [InlineData("2027年3月、6月", "2027-03-31 Printed, 2027-06-30 Printed")]
    // A day of each period
    [InlineData("每季度末月20日前", "03-20 Rhythm, 06-20 Rhythm, 09-20 Rhythm, 12-20 Rhythm")]
    [InlineData("每季度最后一个月20日前", "03-20 Rhythm, 06-20 Rhythm, 09-20 Rhythm, 12-20 Rhythm")]
    [InlineData("每季度第一个月10日前", "01-10 Rhythm, 04-10 Rhythm, 07-10 Rhythm, 10-10 Rhythm")]
    [InlineData("每季度首月5日前", "01-05 Rhythm, 04-05 Rhythm, 07-05 Rhythm, 10-05 Rhythm")]
    [InlineData("每季度第二个月10日前", "02-10 Rhythm, 05-10 Rhythm, 08-10 Rhythm, 11-10 Rhythm")]
    [InlineData("每季度次月10日前", "04-10 Rhythm, 07-10 Rhythm, 10-10 Rhythm, 2027-01-10 Rhythm")]
    [InlineData("每双月25日前", "02-25 Rhythm, 04-25 Rhythm, 06-25 Rhythm, 08-25 Rhythm, 10-25 Rhythm, 12-25 Rhythm")]
    [InlineData("每单月25日前", "01-25 Rhythm, 03-25 Rhythm, 05-25 Rhythm, 07-25 Rhythm, 09-25 Rhythm, 11-25 Rhythm")]
    [InlineData("每单月", "01-31 Rhythm, 03-31 Rhythm, 05-31 Rhythm, 07-31 Rhythm, 09-30 Rhythm, 11-30 Rhythm")]
    [InlineData("每半年末月", "06-30 Rhythm, 12-31 Rhythm")]
    [InlineData("每半年首月10日前", "01-10 Rhythm, 07-10 Rhythm")]
    [InlineData("每年6月、12月底前", "06-30 Rhythm, 12-31 Rhythm")]
    [InlineData("于每年6月20日前", "06-20 Rhythm")]
    // Before a key date
    [InlineData("2026年“五一”前", "04-30 KeyDate")]
    [InlineData("“十一”前", "09-30 KeyDate")]
    [InlineData("全国“两会”前", "03-03 KeyDate")]
    [InlineData("元旦前", "12-31 KeyDate")]
    [InlineData("主汛期前", "05-31 KeyDate")]
    [InlineData("汛前", "05-31 KeyDate")]
    [InlineData("主汛期（5月）前", "05-31 Printed")]
    [InlineData("开渔前（8月15日）", "08-15 Printed")]
    [InlineData("中秋、国庆节前", "09-24 KeyDate")]
    [InlineData("国庆节和中秋节前", "09-24 KeyDate")]
    [InlineData("春节、元宵节前", "02-14 KeyDate")]
    [InlineData("元宵节前", "03-02 KeyDate")]
    // What was right before
    [InlineData("6月底前", "06-30 Printed")]
    [InlineData("6月30日24时前", "06-30 Printed")]
    [InlineData("第三季度末前", "09-30 Printed")]
    [InlineData("二季度", "06-30 Printed")]
    [InlineData("Q3", "09-30 Printed")]
    [InlineData("10月上旬", "10-10 Printed")]
    [InlineData("6月中旬前", "06-20 Printed")]
    [InlineData("2026年上半年", "06-30 Printed")]
    [InlineData("2026年内", "12-31 Printed")]
    [InlineData("今年年底前", "12-31 Printed")]
    [InlineData("年底前", "12-31 Printed")]
    [InlineData("明年1月底前", "2027-01-31 Printed")]
    [InlineData("不迟于9月15日", "09-15 Printed")]
    [InlineData("春节前", "02-14 KeyDate")]
    [InlineData("2028年", "2028-12-31 Printed")]
    [InlineData("全年", "12-31 Assumed")]
    [InlineData("立行立改，长期坚持", "12-31 Assumed")]
    public void What_a_column_says_becomes_the_days_meant(string printed, string days)
    {
        var document = WorkPointsParser.Parse(Word.Document(
            Word.P("某县2026年安全生产工作要点责任分解表") + Word.Table(
                ["序号", "工作任务", "牵头单位", "责任单位", "完成时限"],
                ["1", "开展第一类检查工作", "县应急局", "县公安局", printed],
                ["2", "开展第二类检查工作", "县应急局", "县公安局", "6月底前"])), null);
        var task = document.Tasks[0];
        Assert.Equal(2026, document.Document.Year);
        Assert.Equal(days, string.Join(", ", DueDays.Of(task.Deadlines, task.Recurrence, 2026, Calendar).Select(due => Day(due.Day) + " " + due.Basis)));
        Assert.All(task.Deadlines, deadline => Assert.Contains(deadline.Text, printed, StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_of_a_label_is_not_told_beside_the_whole()
    {
        var document = Samples.Parse("某县2026年安全生产工作要点\n一、任务\n1.报送情况。报送工作总结。（责任单位：县应急局；完成时限：每季度末月25日前）\n2.执法。制定计划并于3月31日前报区政府批准后实施。（责任单位：县应急局；完成时限：2026年12月20日前）\n");
        Assert.Equal(["每季度末月25日前"], document.Tasks[0].Deadlines.Select(deadline => deadline.Text));
        Assert.Equal(["每季度末月25日前"], document.Tasks[0].Recurrence.Select(rhythm => rhythm.Text));
        Assert.Equal(["3月31日前", "2026年12月20日前"], document.Tasks[1].Deadlines.Select(deadline => deadline.Text));
    }

    private static string Day(DateOnly day) => day.ToString(day.Year == 2026 ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
