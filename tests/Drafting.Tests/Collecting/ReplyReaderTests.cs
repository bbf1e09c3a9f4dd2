using NPOI.SS.Util;
using YiyuanSafety.Drafting.Collecting;

namespace YiyuanSafety.Drafting.Tests.Collecting;

public sealed partial class ReplyReaderTests
{
    [Fact]
    public void What_was_filled_in_is_read_with_its_key()
    {
        var workbook = Replies.Workbook();
        workbook.Fill(0, "已完成", 100, "全部完成。", "照片.zip", "张三", new DateOnly(2021, 6, 25));
        var file = Replies.Read(workbook);
        Assert.Equal(
            new ReplyAnswer(RowKey.Of(Replies.Id(1), Replies.Body), "14.1", Replies.Body, "开展第1项专项检查。", ReplyState.Done, 100, "全部完成。", "照片.zip", "张三", new DateOnly(2021, 6, 25), new CellPlace(Replies.Body, 5, 8)),
            Assert.Single(file.Answers));
        Assert.Equal("县应急局!H5", file.Answers[0].Place.ToString());
        Assert.Empty(file.Unplaced);
        Assert.Equal(2, file.Blank);
    }

    [Fact]
    public void A_sheet_nobody_filled_in_has_no_answers_and_nothing_to_tell()
    {
        var file = Replies.Read(Replies.Workbook());
        Assert.Equal((0, 0, 3), (file.Answers.Count, file.Unplaced.Count, file.Blank));
    }

    [Fact]
    public void A_reporter_and_a_day_alone_are_no_answer()
    {
        var workbook = Replies.Workbook();
        workbook.Set(0, "填报人", "张三");
        workbook.Set(0, "填报日期", new DateOnly(2021, 6, 25));
        Assert.Equal((0, 3), (Replies.Read(workbook).Answers.Count, Replies.Read(workbook).Blank));
    }

    [Fact]
    public void What_is_merged_down_counts_for_each_of_its_rows()
    {
        var workbook = Replies.Workbook(4);
        var page = workbook.GetSheetAt(0);
        foreach (var head in new[] { "完成状态", "进展情况", "填报人" })
            page.AddMergedRegion(new CellRangeAddress(4, 6, Replies.ColumnOf(head), Replies.ColumnOf(head)));
        workbook.Set(0, "完成状态", "推进中");
        workbook.Set(0, "进展情况", "一并推进。");
        workbook.Set(0, "填报人", "张三");
        var file = Replies.Read(workbook);
        Assert.Equal(3, file.Answers.Count);
        Assert.All(file.Answers, answer => Assert.Equal((ReplyState.UnderWay, "一并推进。", "张三"), (answer.State, answer.Progress, answer.Reporter)));
        Assert.Equal(["14.1", "14.2", "14.3"], file.Answers.Select(answer => answer.Number));
        Assert.Equal(1, file.Blank);
    }

    [Fact]
    public void What_is_merged_across_counts_for_its_leftmost_column()
    {
        var workbook = Replies.Workbook();
        var progress = Replies.ColumnOf("进展情况");
        workbook.GetSheetAt(0).AddMergedRegion(new CellRangeAddress(4, 4, progress, progress + 3));
        workbook.Set(0, "进展情况", "写得很长。");
        var answer = Assert.Single(Replies.Read(workbook).Answers);
        Assert.Equal(("写得很长。", "", ""), (answer.Progress, answer.Evidence, answer.Reporter));
    }

    [Fact]
    public void A_region_merged_to_the_end_of_the_sheet_costs_nothing()
    {
        var workbook = Replies.Workbook();
        workbook.Set(0, "完成状态", "推进中");

        // The library would look at each of its cells.
        var bytes = Replies.Edited(Replies.Bytes(workbook), "xl/worksheets/sheet1.xml", "<mergeCells>", "<mergeCells><mergeCell ref=\"H5:XFD1048576\"/>");
        Assert.Equal(3, ReplyReader.Read(bytes, "x").Answers.Count);
    }

    [Fact]
    public void Added_rows_are_answers_where_they_have_a_number_and_listed_where_not()
    {
        var workbook = Replies.Workbook();
        workbook.Set(3, "编号", "１４．９");
        workbook.Set(3, "任务内容", "另加一项");
        workbook.Set(3, "完成状态", "推进中");
        workbook.Set(4, "任务内容", "还有一项");
        workbook.Set(4, "进展情况", "做了。");
        var file = Replies.Read(workbook);
        Assert.Equal((null, "14.9", "另加一项", Replies.Body), (file.Answers[0].Key, file.Answers[0].Number, file.Answers[0].Text, file.Answers[0].Body));
        var one = Assert.Single(file.Unplaced);
        Assert.Equal((ReplyCodes.NoNumber, "县应急局!J9", "做了。", "还有一项"), (one.Code, one.Place.ToString(), one.Row?.Progress, one.Row?.Text));
    }

    [Fact]
    public void Text_below_the_table_and_beside_it_is_listed()
    {
        var workbook = Replies.Workbook();
        workbook.Set(0, "完成状态", "推进中");
        Replies.Put(workbook.GetSheetAt(0), 4, 15, "旁边的话");
        Replies.Put(workbook.GetSheetAt(0), 3, 14, "备注");
        Replies.Put(workbook.GetSheetAt(0), 4, 14, "备注一");
        Replies.Put(workbook.GetSheetAt(0), 5, 14, "备注二");
        Replies.Put(workbook.GetSheetAt(0), 20, 0, "以上第2项已于6月完成。");
        var file = Replies.Read(workbook);
        Assert.Equal(
            [(ReplyCodes.OtherColumn, "县应急局!O5", "备注一；备注二"), (ReplyCodes.OtherColumn, "县应急局!P5", "旁边的话"), (ReplyCodes.Outside, "县应急局!A21", "以上第2项已于6月完成。")],
            file.Unplaced.Select(one => (one.Code, one.Place.ToString(), one.Text)));
        Assert.Single(file.Answers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_pasted_into_another_workbook_without_its_keys_is_found_by_its_heads(bool isXls)
    {
        var workbook = Replies.Plain(
            isXls,
            ["全县进展汇总"],
            ["单位名称：县公安局"],
            [],
            ["序 号", "工作任务", "责任单位", "完成情况\n（选填）", "进　度", "工作进展", "佐证资料*", "联系人", "报送时间"],
            ["3.2", "开展检查", "县公安局", "已办结", "100%", "查了。", "a.docx", "李四", "2021.6.25"],
            ["3.3", "加强宣传", "县公安局", "正在制定方案。", "", "", "", "", ""]);
        var other = workbook.CreateSheet("说明");
        Replies.Put(other, 1, 0, "3.4");
        Replies.Put(other, 1, 2, "已完成");
        var hidden = workbook.CreateSheet("底稿");
        Replies.Put(hidden, 0, 0, "别的内容");
        workbook.SetSheetHidden(workbook.GetSheetIndex(hidden), NPOI.SS.UserModel.SheetState.Hidden);
        var file = Replies.Read(workbook);
        Assert.Equal(
            new ReplyAnswer(null, "3.2", "县公安局", "开展检查", ReplyState.Done, 100, "查了。", "a.docx", "李四", new DateOnly(2021, 6, 25), new CellPlace("汇总", 5, 4)),
            file.Answers[0]);
        Assert.Equal((null, "正在制定方案。"), (file.Answers[1].State, file.Answers[1].Progress));
        Assert.Equal(
            [(ReplyCodes.OtherSheet, "说明!A2", "3.4；已完成"), (ReplyCodes.OtherSheet, "底稿!A1", "别的内容")],
            file.Unplaced.Select(one => (one.Code, one.Place.ToString(), one.Text)));
        Assert.Contains("隐藏的工作表“底稿”", file.Unplaced[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_tables_of_one_sheet_are_read_each_with_its_body()
    {
        string[] head = ["编号", "任务内容", "完成状态"];
        var file = Replies.Read(Replies.Plain(
            false,
            ["填报单位：甲局"], head, ["1.1", "甲事", "完成"], ["某某任务进展填报表"], ["填报单位：乙局"], head, ["1.1", "甲事", "未开展"], ["1.2", "乙事", "推进中"]));
        Assert.Equal([("甲局", "1.1"), ("乙局", "1.1"), ("乙局", "1.2")], file.Answers.Select(answer => (answer.Body, answer.Number)));
        Assert.Empty(file.Unplaced);
    }

    [Fact]
    public void A_head_of_two_lines_is_understood()
    {
        var workbook = Replies.Plain(false, ["编号", "任务内容", "单位填写", ""], ["", "", "完成状态", "进展情况"], ["1.1", "甲事", "完成", "做了"]);
        var page = workbook.GetSheetAt(0);
        page.AddMergedRegion(new CellRangeAddress(0, 1, 0, 0));
        page.AddMergedRegion(new CellRangeAddress(0, 1, 1, 1));
        page.AddMergedRegion(new CellRangeAddress(0, 0, 2, 3));
        Assert.Equal(("1.1", ReplyState.Done, "做了"), Replies.Read(workbook).Answers.Select(answer => (answer.Number, answer.State, answer.Progress)).Single());
    }

    [Fact]
    public void A_workbook_without_a_table_says_so()
    {
        var one = Assert.Single(Replies.Read(Replies.Plain(false, ["别的", "内容"])).Unplaced);
        Assert.Equal(ReplyCodes.NoTable, one.Code);
    }

    [Fact]
    public void Formulas_are_not_computed_and_their_results_read()
    {
        var workbook = Replies.Workbook();
        workbook.Set(0, "完成状态", "").SetCellFormula("\"已\"&\"完成\"");
        workbook.Set(0, "进度%", 0).SetCellFormula("1/0");
        workbook.Set(1, "进展情况", "").SetCellFormula("A1");
        var xml = Replies.Part(Replies.Bytes(workbook), "xl/worksheets/sheet1.xml");
        var bytes = Replies.With(Replies.Bytes(workbook), "xl/worksheets/sheet1.xml", Formulas().Replace(xml, match => match.Groups[1].Value[0] switch
        {
            'H' => $"<c r=\"{match.Groups[1].Value}\" t=\"str\"><f>\"已\"&amp;\"完成\"</f><v>已完成</v></c>",
            'I' => $"<c r=\"{match.Groups[1].Value}\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
            _ => $"<c r=\"{match.Groups[1].Value}\"><f>A1</f></c>",
        }));
        var file = ReplyReader.Read(bytes, "x.xlsx");
        Assert.Equal((ReplyState.Done, null), (file.Answers[0].State, file.Answers[0].Percent));
        Assert.Equal(
            [(ReplyCodes.Formula, "县应急局!I5", "#DIV/0!"), (ReplyCodes.Formula, "县应急局!J6", "=A1")],
            file.Unplaced.Select(one => (one.Code, one.Place.ToString(), one.Text)));
    }

    [Fact]
    public void The_same_row_twice_counts_once_and_two_that_differ_are_both_listed()
    {
        foreach (var isReversed in new[] { false, true })
        {
            var workbook = Replies.Workbook();
            var key = workbook.GetSheetAt(0).GetRow(4).GetCell(1).StringCellValue;
            foreach (var (row, progress) in new[] { (0, isReversed ? "乙" : "甲"), (3, "甲"), (4, isReversed ? "甲" : "乙") }.Take(isReversed ? 3 : 2))
            {
                workbook.Set(row, "编号", "14.1");
                workbook.Set(row, "行标识", key);
                workbook.Set(row, "进展情况", progress);
            }

            var file = Replies.Read(workbook);
            if (!isReversed)
            {
                Assert.Single(file.Answers);
                Assert.Empty(file.Unplaced);
                continue;
            }

            Assert.Empty(file.Answers);
            Assert.Equal(["县应急局!J5", "县应急局!J8", "县应急局!J9"], file.Unplaced.Select(one => one.Place.ToString()));
            Assert.All(file.Unplaced, one => Assert.Equal((ReplyCodes.Conflict, true), (one.Code, one.Row is not null)));
        }
    }

    [Fact]
    public void A_copied_row_with_the_key_of_another_is_not_taken_for_the_same_row()
    {
        var workbook = Replies.Workbook();
        var key = workbook.GetSheetAt(0).GetRow(4).GetCell(1).StringCellValue;
        workbook.Set(0, "完成状态", "已完成");
        workbook.Set(1, "行标识", key);
        workbook.Set(1, "完成状态", "已完成");
        Assert.Equal(["14.1", "14.2"], Replies.Read(workbook).Answers.Select(answer => answer.Number));
    }

    [Fact]
    public void A_damaged_key_is_told_and_the_number_stands_for_it()
    {
        var workbook = Replies.Workbook();
        workbook.Set(0, "行标识", workbook.GetSheetAt(0).GetRow(4).GetCell(1).StringCellValue.Replace('0', '1'));
        workbook.Set(0, "完成状态", "完成");
        var file = Replies.Read(workbook);
        Assert.Equal((null, "14.1"), (file.Answers[0].Key, file.Answers[0].Number));
        Assert.Equal((ReplyCodes.Key, "县应急局!B5"), (file.Unplaced.Single().Code, file.Unplaced.Single().Place.ToString()));
    }

    [Fact]
    public void Sentences_end_and_name_their_cell()
    {
        var workbook = Replies.Workbook();
        workbook.Fill(0, "大概", "约一半", "", "", "", null);
        workbook.Set(1, "完成状态", "完成");
        workbook.Set(1, "填报日期", "某日");
        Assert.All(Replies.Read(workbook).Unplaced, one => Assert.Matches($"^{one.Place} .*。$", one.Message));
    }

    [System.Text.RegularExpressions.GeneratedRegex("<c r=\"([HIJ][0-9]+)\"[^>]*><f>.*?</c>")]
    private static partial System.Text.RegularExpressions.Regex Formulas();
}
