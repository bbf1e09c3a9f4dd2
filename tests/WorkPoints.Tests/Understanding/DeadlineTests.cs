namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>Which times of running text are deadlines, in a document for 2026.</summary>
public sealed class DeadlineTests
{
    [Theory]
    // Without 前, by the verb behind
    [InlineData("上半年完成全部检查", "上半年 2026-06-30")]
    [InlineData("2026年上半年完成全部检查", "2026年上半年 2026-06-30")]
    [InlineData("三季度末完成全部检查", "三季度末 2026-09-30")]
    [InlineData("Q3完成全部检查", "Q3 2026-09-30")]
    [InlineData("10月上旬完成全部检查", "10月上旬 2026-10-10")]
    [InlineData("6月末基本完成检查", "6月末 2026-06-30")]
    [InlineData("截至12月底完成全部检查", "截至12月底 2026-12-31")]
    [InlineData("不迟于9月15日报送总结", "不迟于9月15日 2026-09-15")]
    [InlineData("6月30日24时前完成检查", "6月30日24时前 2026-06-30")]
    [InlineData("十月底前完成检查", "十月底前 2026-10-31")]
    [InlineData("二〇二六年六月底前完成检查", "二〇二六年六月底前 2026-06-30")]
    [InlineData("2026.6.30前完成检查", "2026.6.30前 2026-06-30")]
    [InlineData("2026-06-30前完成检查", "2026-06-30前 2026-06-30")]
    [InlineData("2026/6/30完成检查", "2026/6/30 2026-06-30")]
    [InlineData("4月底完成复核，8月底完成整改，12月底完成验收", "4月底 2026-04-30, 8月底 2026-08-31, 12月底 2026-12-31")]
    // Ranges
    [InlineData("4至6月完成全部检查", "4至6月 2026-06-30")]
    [InlineData("4月—6月，组织开展自查", "4月—6月 2026-06-30")]
    [InlineData("2026年9月1日—11月30日开展检查", "2026年9月1日—11月30日 2026-11-30")]
    [InlineData("于5月起至10月完成检查", "5月起至10月 2026-10-31")]
    [InlineData("9月1日至15日集中检查", "9月1日至15日 2026-09-15")]
    [InlineData("3月1日-5月10日、7月1日-9月30日集中治理", "3月1日-5月10日 2026-05-10, 7月1日-9月30日 2026-09-30")]
    // As printed, and once
    [InlineData("主汛期前完成治理", "主汛期前 ")]
    [InlineData("汛前完成治理", "汛前 ")]
    [InlineData("2026年“五一”前完成修订", "2026年“五一”前 ")]
    [InlineData("中秋、国庆节前开展检查", "中秋、国庆节前 ")]
    [InlineData("每季度末月20日前报送情况", "每季度末月20日前 ")]
    [InlineData("每季度第一个月10日前报送情况", "每季度第一个月10日前 ")]
    [InlineData("每月5日、20日前报送情况", "每月5日、20日前 ")]
    [InlineData("每双月25日前报送情况", "每双月25日前 ")]
    [InlineData("制定计划并于3月31日前报政府批准", "3月31日前 2026-03-31")]
    [InlineData("分别于6月25日、12月21日报送总结", "6月25日 2026-06-25, 12月21日 2026-12-21")]
    // What was right before
    [InlineData("6月底前完成", "6月底前 2026-06-30")]
    [InlineData("第三季度末前开展督查", "第三季度末前 2026-09-30")]
    [InlineData("三季度前建成", "三季度前 2026-09-30")]
    [InlineData("明年1月底前完成", "明年1月底前 2027-01-31")]
    [InlineData("2026年底前见效，年内完成", "2026年底前 2026-12-31, 年内 2026-12-31")]
    [InlineData("春节前印发，国庆节前检查", "春节前 , 国庆节前 ")]
    [InlineData("高考前检查考点，秋季开学前检查校舍，采暖季前检查锅炉", "高考前 , 秋季开学前 , 采暖季前 ")]
    [InlineData("每月25日前报送", "每月25日前 ")]
    [InlineData("2025年12月底前完成检查", "2025年12月底前 2025-12-31")]
    [InlineData("第一季度内完成检查", "第一季度内 2026-03-31")]
    [InlineData("高考前15天检查考点", "高考前15天 ")]
    [InlineData("“五一”“十一”前检查景区", "“五一”“十一”前 ")]
    [InlineData("元旦春节前检查市场", "元旦春节前 ")]
    [InlineData("五一节前、入冬前检查", "五一节前 , 入冬前 ")]
    // No deadlines
    [InlineData("提高考前培训质量，做好汛期前期准备，国庆节前夕慰问", "")]
    [InlineData("吸取去年春节前火灾事故教训", "")]
    [InlineData("2025年国庆节前，全县完成整治120处", "")]
    [InlineData("6月16日前后开展宣传，国庆节前后开展检查", "")]
    [InlineData("2025年1—6月全县发生事故3起", "")]
    [InlineData("1—6月，全县共开展检查30次", "")]
    [InlineData("2025年上半年完成投资3亿元", "")]
    [InlineData("去年上半年完成投资3亿元", "")]
    [InlineData("前三季度完成投资3亿元", "")]
    [InlineData("截至2026年1月底，全县完成排查30处", "")]
    [InlineData("截至2025年底，全县有矿山3座", "")]
    [InlineData("2000年底前建成的老旧小区逐一检查", "")]
    [InlineData("对3月底完成的项目逐一检查", "")]
    [InlineData("贯彻县委2026年1月15日印发的通知", "")]
    [InlineData("落实2026年1月10日全国安全生产电视电话会议精神", "")]
    [InlineData("新修订的条例自2026年5月1日起施行", "")]
    [InlineData("6月安全生产月期间组织开展演练", "")]
    [InlineData("每一季度末完成检查", "")]
    [InlineData("一季度至少开展一次检查", "")]
    [InlineData("坚持“一周一小练、一月一大练、一季度一检验”，完成演练", "")]
    [InlineData("报送2026年6月底完成情况台账", "")]
    public void Times_are_deadlines_where_something_is_to_be_done_by_them(string sentence, string deadlines)
    {
        var document = Samples.Parse($"某县2026年安全生产工作要点\n一、工作重点\n1.甲项工作。{sentence}。（县应急局负责）\n2.乙项工作。检查两遍。（县公安局负责）\n");
        Assert.Equal(2026, document.Document.Year);
        Assert.Equal(deadlines, string.Join(", ", document.Tasks[0].Deadlines.Select(deadline => $"{deadline.Text} {deadline.Due:yyyy-MM-dd}")));
    }

    [Theory]
    [InlineData("每季度末月20日前报送情况", "每季度末月20日前 P3M")]
    [InlineData("每双月开展一次检查", "每双月开展一次检查 P2M")]
    [InlineData("每半年至少开展一次检查", "每半年至少开展一次检查 P6M")]
    [InlineData("每月25日前报送情况", "每月25日前 P1M")]
    public void Rhythms_are_quoted_to_their_end(string sentence, string rhythm)
    {
        var document = Samples.Parse($"某县2026年安全生产工作要点\n一、工作重点\n1.甲项工作。{sentence}。（县应急局负责）\n");
        var found = Assert.Single(Assert.Single(document.Tasks).Recurrence);
        Assert.Equal(rhythm, $"{found.Text} {found.Period}");
    }
}
