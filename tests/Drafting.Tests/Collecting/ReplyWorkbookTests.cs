using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Collecting;

namespace YiyuanSafety.Drafting.Tests.Collecting;

public sealed class ReplyWorkbookTests
{
    [Fact]
    public void A_sheet_says_what_it_is_who_fills_it_in_until_when_and_for_whom()
    {
        var page = Replies.Workbook().GetSheetAt(0);
        Assert.Equal(Replies.Body, page.SheetName);
        Assert.Equal("《2021年全县安全生产工作要点》任务进展填报表", Text(page, 0, 0));
        Assert.Equal("填报单位：县应急局", Text(page, 1, 0));
        Assert.EndsWith("4. 请于2021年6月25日前填好本表，将电子表格（不用打印、扫描）报送县安委会办公室。", Text(page, 2, 0), StringComparison.Ordinal);
        Assert.Equal(Replies.Heads, page.GetRow(3).Cells.Select(cell => cell.StringCellValue));
        Assert.Equal("14.1", Text(page, 4, 0));
    }

    [Fact]
    public void What_was_said_last_is_shown_and_answers_are_empty()
    {
        var sheet = Replies.Sheet() with
        {
            Rows =
            [
                Replies.Row(1) with { LastState = ReplyState.UnderWay, LastProgress = "已排查12家。", LastOn = new DateOnly(2021, 5, 31) },
                Replies.Row(2) with { LastState = ReplyState.Overdue },
                Replies.Row(3),
            ],
        };
        var page = new XSSFWorkbook(new MemoryStream(Replies.Bytes(sheet))).GetSheetAt(0);
        Assert.Equal(["推进中（2021年5月31日）\n已排查12家。", "已逾期", ""], Enumerable.Range(4, 3).Select(row => Text(page, row, 6)));
        Assert.All(Enumerable.Range(4, 3), row => Assert.All(Enumerable.Range(7, 6), column => Assert.Equal(CellType.Blank, page.GetRow(row).GetCell(column).CellType)));
    }

    [Fact]
    public void Only_answers_may_be_typed_in_and_the_rest_of_Excel_still_works()
    {
        var bytes = Replies.Bytes(Replies.Sheet());
        var page = (XSSFSheet)new XSSFWorkbook(new MemoryStream(bytes)).GetSheetAt(0);
        Assert.True(page.Protect);
        Assert.All(page.GetRow(4).Cells, cell => Assert.Equal(cell.ColumnIndex < 7, cell.CellStyle.IsLocked));
        Assert.True(page.IsColumnHidden(1));
        var xml = Replies.Part(bytes, "xl/worksheets/sheet1.xml");
        var protection = xml[xml.IndexOf("<sheetProtection", StringComparison.Ordinal)..][..400];
        Assert.All(["formatCells", "formatColumns", "formatRows", "insertRows", "sort", "autoFilter"], name => Assert.Contains(name + "=\"0\"", protection, StringComparison.Ordinal));
        Assert.Contains("deleteRows=\"1\"", protection, StringComparison.Ordinal);
        Assert.DoesNotContain("password", protection, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Answers_are_chosen_from_a_list_or_checked()
    {
        var validations = ((XSSFSheet)Replies.Workbook().GetSheetAt(0)).GetDataValidations();
        Assert.Equal(
            ["H5:H7 \"未开展,推进中,已完成,不涉及\"", "I5:I7 0", "M5:M7 36526"],
            validations.Select(one => $"{one.Regions.CellRangeAddresses[0].FormatAsString()} {one.ValidationConstraint.Formula1}"));
        Assert.Contains("showDropDown=\"0\"", Replies.Part(Replies.Bytes(Replies.Sheet()), "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_prints_on_landscape_pages_with_its_head_and_stays_in_view()
    {
        var page = (XSSFSheet)Replies.Workbook().GetSheetAt(0);
        Assert.Equal((4, 3), (page.PaneInformation.HorizontalSplitPosition, page.PaneInformation.VerticalSplitPosition));
        Assert.Equal((true, (short)9, (short)1, (short)0), (page.PrintSetup.Landscape, page.PrintSetup.PaperSize, page.PrintSetup.FitWidth, page.PrintSetup.FitHeight));
        Assert.Equal((3, 3), (page.RepeatingRows.FirstRow, page.RepeatingRows.LastRow));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("=cmd|'/c calc'!A1")]
    [InlineData("1.10")]
    [InlineData("a\0\u0001_x000D_")]
    public void No_text_becomes_a_formula_or_a_number(string text)
    {
        var sheet = new ReplySheet(text, text, new DateOnly(2021, 6, 1), null, text, [new ReplyRow(RowKey.Of(Replies.Id(1), text), text, text, text, text, text) { LastProgress = text }]);
        var bytes = Replies.Bytes(sheet);
        var workbook = new XSSFWorkbook(new MemoryStream(bytes));
        for (var i = 0; i < workbook.NumberOfSheets; i++)
        {
            foreach (IRow row in workbook.GetSheetAt(i))
                Assert.All(row.Cells, cell => Assert.True(cell.CellType is CellType.String or CellType.Blank));
        }

        Assert.DoesNotContain("<f>", Replies.Part(bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Equal("@", workbook.GetSheetAt(0).GetRow(4).GetCell(9).CellStyle.GetDataFormatString());

        // And what it wrote, it reads again, to the letter.
        workbook.Set(0, "进展情况", "有进展");
        var answer = Assert.Single(Replies.Read(workbook).Answers);
        Assert.Equal(text.Replace("\0\u0001", "", StringComparison.Ordinal), answer.Text);
    }

    [Fact]
    public void Equal_sheets_give_equal_bytes() => Assert.Equal(Replies.Bytes(Replies.Sheet(20)), Replies.Bytes(Replies.Sheet(20)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    public void The_file_is_valid(int rows)
    {
        using var bytes = new MemoryStream(Replies.Bytes(Replies.Sheet(rows, "很长的单位名称[]:*?/\\" + new string('长', 40))));
        using var file = SpreadsheetDocument.Open(bytes, false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(5)));
    }

    private static string Text(ISheet sheet, int row, int column) => sheet.GetRow(row).GetCell(column) is { CellType: CellType.String } cell ? cell.StringCellValue : "";
}
