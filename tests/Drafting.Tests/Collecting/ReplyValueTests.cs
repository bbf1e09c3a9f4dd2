using YiyuanSafety.Drafting.Collecting;

namespace YiyuanSafety.Drafting.Tests.Collecting;

/// <summary>States, percentages and days as people write them.</summary>
public sealed class ReplyValueTests
{
    [Theory]
    [InlineData("完成", ReplyState.Done)]
    [InlineData(" 已办结。", ReplyState.Done)]
    [InlineData("√", ReplyState.Done)]
    [InlineData("√已完成", ReplyState.Done)]
    [InlineData("正在推进", ReplyState.UnderWay)]
    [InlineData("进 行 中", ReplyState.UnderWay)]
    [InlineData("未启动", ReplyState.NotStarted)]
    [InlineData("无此项", ReplyState.NotConcerned)]
    [InlineData("我单位\n不涉及", ReplyState.NotConcerned)]
    public void Free_words_for_states_are_understood(string word, ReplyState state) => Assert.Equal(state, One("完成状态", word).State);

    [Theory]
    [InlineData("未完成")]
    [InlineData("基本完成")]
    [InlineData("已逾期")]
    [InlineData("是")]
    public void A_word_that_leaves_it_open_is_listed_with_the_whole_row(string word)
    {
        var workbook = Replies.Workbook();
        workbook.Fill(1, word, 40, "开了会。", "", "", null);
        var file = Replies.Read(workbook);
        Assert.Empty(file.Answers);
        var one = Assert.Single(file.Unplaced);
        Assert.Equal((ReplyCodes.State, "县应急局!H6", word), (one.Code, one.Place.ToString(), one.Text));
        Assert.Equal((40, "开了会。", "14.2"), (one.Row?.Percent, one.Row?.Progress, one.Row?.Number));
        Assert.Equal(2, file.Blank);
    }

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(50, 50)]
    [InlineData("50%", 50)]
    [InlineData("５０％", 50)]
    [InlineData("0.5", 50)]
    [InlineData("0.29", 29)]
    [InlineData("33.3%", 33)]
    [InlineData(0, 0)]
    [InlineData(100, 100)]
    [InlineData(1, 1)]
    public void Percentages_are_read_as_they_are_written(object written, int percent) => Assert.Equal(percent, One("进度%", written).Percent);

    [Fact]
    public void A_number_shown_as_a_percentage_is_a_fraction()
    {
        var workbook = Replies.Workbook();
        var style = workbook.CreateCellStyle();
        style.DataFormat = workbook.CreateDataFormat().GetFormat("0%");
        workbook.Set(0, "进度%", 1).CellStyle = style;
        workbook.Set(1, "进度%", 0.35).CellStyle = style;
        Assert.Equal([100, 35], Replies.Read(workbook).Answers.Select(answer => answer.Percent ?? -1));
    }

    [Theory]
    [InlineData("约一半")]
    [InlineData("150")]
    [InlineData(150)]
    [InlineData(-1)]
    [InlineData("120%")]
    public void What_is_no_percentage_is_listed_and_the_row_counts(object written)
    {
        var workbook = Replies.Workbook();
        workbook.Set(0, "完成状态", "推进中");
        workbook.Set(0, "进度%", written);
        var file = Replies.Read(workbook);
        Assert.Equal((ReplyState.UnderWay, null), (file.Answers[0].State, file.Answers[0].Percent));
        var one = Assert.Single(file.Unplaced);
        Assert.Equal((ReplyCodes.Percent, "县应急局!I5", null), (one.Code, one.Place.ToString(), one.Row));
        Assert.Contains("县应急局!I5", one.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-6-25")]
    [InlineData("2021/06/25")]
    [InlineData("2021.6.25")]
    [InlineData("2021。6。25")]
    [InlineData("2021年6月25日")]
    [InlineData("2021 年 6 月 25 日")]
    [InlineData("２０２１年６月２５日")]
    [InlineData("20210625")]
    [InlineData("44372")]
    [InlineData("6月25日")]
    [InlineData("6月25号")]
    [InlineData("6.25")]
    [InlineData("2021-06-25 09:30")]
    [InlineData(44372)]
    [InlineData(44372.4)]
    [InlineData(20210625)]
    public void Days_are_read_as_they_are_written(object written) => Assert.Equal(new DateOnly(2021, 6, 25), One("填报日期", written).On);

    [Theory]
    [InlineData("2021-6-31")]
    [InlineData("2月30日")]
    [InlineData("昨天")]
    [InlineData("21.6.25")]
    [InlineData("1021-6-25")]
    [InlineData(6.25)]
    [InlineData(7)]
    public void What_is_no_day_is_listed_and_the_row_counts(object written)
    {
        var workbook = Replies.Workbook();
        workbook.Set(0, "完成状态", "推进中");
        workbook.Set(0, "填报日期", written).CellStyle = workbook.CreateCellStyle();
        var file = Replies.Read(workbook);
        Assert.Null(Assert.Single(file.Answers).On);
        Assert.Equal((ReplyCodes.Date, "县应急局!M5"), (file.Unplaced.Single().Code, file.Unplaced.Single().Place.ToString()));
    }

    [Theory]
    [InlineData("2021-12-20", "1月5日", "2022-01-05")]
    [InlineData("2021-12-20", "12月1日", "2021-12-01")]
    [InlineData("2021-01-10", "12月28日", "2020-12-28")]
    [InlineData("2021-06-01", "12月31日", "2021-12-31")]
    [InlineData("2023-06-01", "2月29日", "2024-02-29")]
    public void A_day_without_a_year_comes_after_the_sheet_was_made(string made, string written, string day)
    {
        var workbook = Replies.Workbook();
        workbook.Set(0, "完成状态", "推进中");
        workbook.Set(0, "填报日期", written);
        var file = Replies.Read(workbook, new ReplyReadOptions { MadeOn = DateOnly.Parse(made, null) });
        Assert.Equal(DateOnly.Parse(day, null), file.Answers[0].On);
    }

    [Fact]
    public void Without_that_the_other_rows_tell_the_year_where_they_agree()
    {
        string[] head = ["编号", "任务内容", "完成状态", "填报日期"];
        var agree = Replies.Read(Replies.Plain(false, head, ["1.1", "甲", "完成", "6月25日"], ["1.2", "乙", "完成", "2020-6-1"]));
        Assert.Equal(new DateOnly(2020, 6, 25), agree.Answers[0].On);
        var differ = Replies.Read(Replies.Plain(false, head, ["1.1", "甲", "完成", "6月25日"], ["1.2", "乙", "完成", "2020-6-1"], ["1.3", "丙", "完成", "2021-6-1"]));
        Assert.Null(differ.Answers[0].On);
        Assert.Equal(ReplyCodes.Date, Assert.Single(differ.Unplaced).Code);
    }

    [Fact]
    public void Days_may_count_from_1904()
    {
        var workbook = Replies.Workbook();
        workbook.Set(0, "完成状态", "完成");
        workbook.Set(0, "填报日期", 44372 - 1462);
        var bytes = Replies.Edited(Replies.Bytes(workbook), "xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" ");
        Assert.Equal(new DateOnly(2021, 6, 25), Assert.Single(ReplyReader.Read(bytes, "x").Answers).On);
    }

    [Theory]
    [InlineData("无")]
    [InlineData("暂无。")]
    [InlineData("/")]
    [InlineData("——")]
    [InlineData(" － ")]
    public void What_only_fills_a_cell_is_blank(string filler)
    {
        var workbook = Replies.Workbook();
        foreach (var head in new[] { "完成状态", "进度%", "进展情况", "佐证材料", "填报人", "填报日期" })
            workbook.Set(0, head, filler);
        workbook.Set(1, "佐证材料", filler);
        workbook.Fill(2, "已完成", filler, filler, filler, "", null);
        var file = Replies.Read(workbook);
        Assert.Equal((2, 0), (file.Blank, file.Unplaced.Count));
        Assert.Equal((ReplyState.Done, null, "", ""), Assert.Single(file.Answers) is var one ? (one.State, one.Percent, one.Progress, one.Evidence) : default);
    }

    [Theory]
    [InlineData("同上")]
    [InlineData("无变化")]
    [InlineData("-3")]
    public void Words_that_say_something_are_kept(string words) => Assert.Equal(words, One("进展情况", words).Progress);

    private static ReplyAnswer One(string head, object written)
    {
        var workbook = Replies.Workbook();
        if (head != "完成状态")
            workbook.Set(0, "完成状态", "推进中");
        workbook.Set(0, head, written);
        var file = Replies.Read(workbook);
        Assert.Empty(file.Unplaced);
        return Assert.Single(file.Answers);
    }
}
