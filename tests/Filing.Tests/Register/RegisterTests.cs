using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Folder;
using YiyuanSafety.Filing.Register;
using YiyuanSafety.Filing.Tests.Folder;

namespace YiyuanSafety.Filing.Tests.Register;

public sealed class RegisterTests
{
    private const string Place = "2021年/发文登记簿.xlsx";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_new_register_has_its_heads_and_a_line_for_each_paper()
    {
        var sheet = Open(Added(null, Line(1), Line(2))).GetSheetAt(0);

        Assert.Equal("发文登记簿", sheet.SheetName);
        Assert.Equal(["发文字号", "文种", "标题", "主送", "成文日期", "版次", "归档时间", "归档人", "归档位置", "链接"], Texts(sheet.GetRow(0)));
        Assert.Equal(["源安办函〔2021〕2号", "督办函", "标题2", "县应急局", "2021-03-05", "1", "2021-03-05 09:30", "张三", "2021年/函2.docx", "file:2"], Texts(sheet.GetRow(2)));
    }

    [Fact]
    public void A_line_is_added_once_and_nothing_is_written_for_it_again()
    {
        var first = Added(null, Line(1));

        Assert.Null(RegisterBook.Add(first, [Line(1)]));
        Assert.Equal(2, Open(Added(first, Line(1), Line(2), Line(2))).GetSheetAt(0).LastRowNum);
    }

    [Fact]
    public void What_people_made_of_it_stays()
    {
        var workbook = Open(Added(null, Line(1), Line(2)));
        var sheet = workbook.GetSheetAt(0);

        // A title above the heads, a column of their own in the middle, sorted rows, a note, a formula, a colour, another sheet.
        sheet.ShiftRows(0, sheet.LastRowNum, 1);
        sheet.CreateRow(0).CreateCell(0).SetCellValue("沂源县安委办 发文登记簿");
        for (var i = 1; i <= sheet.LastRowNum; i++)
        {
            var row = sheet.GetRow(i);
            for (var column = 9; column >= 3; column--)
            {
                var cell = row.CreateCell(column + 1);
                cell.SetCellValue(row.GetCell(column).StringCellValue);
            }

            row.GetCell(3).SetCellValue(i == 1 ? "签收人" : $"签收{i}");
        }

        var note = sheet.GetRow(2).CreateCell(12);
        note.SetCellFormula("1+1");
        var style = workbook.CreateCellStyle();
        style.FillForegroundColor = IndexedColors.Yellow.Index;
        style.FillPattern = FillPattern.SolidForeground;
        note.CellStyle = style;
        sheet.SetColumnWidth(2, 77 * 256);
        workbook.CreateSheet("说明").CreateRow(0).CreateCell(0).SetCellValue("=不是公式");

        var after = Open(Added(Bytes(workbook), Line(2), Line(3)));
        var table = after.GetSheetAt(0);

        Assert.Equal(4, table.LastRowNum);
        Assert.Equal("沂源县安委办 发文登记簿", table.GetRow(0).GetCell(0).StringCellValue);
        Assert.Equal(["签收2", "签收3"], Enumerable.Range(2, 2).Select(i => table.GetRow(i).GetCell(3).StringCellValue));
        Assert.Equal("1+1", table.GetRow(2).GetCell(12).CellFormula);
        Assert.Equal(IndexedColors.Yellow.Index, table.GetRow(2).GetCell(12).CellStyle.FillForegroundColor);
        Assert.Equal(77 * 256, table.GetColumnWidth(2), 300.0);
        Assert.Equal("=不是公式", after.GetSheet("说明").GetRow(0).GetCell(0).StringCellValue);
        Assert.Equal(("标题3", "县应急局", "2021年/函3.docx"), (table.GetRow(4).GetCell(2).StringCellValue, table.GetRow(4).GetCell(4).StringCellValue, table.GetRow(4).GetCell(9).StringCellValue));
        Assert.Null(table.GetRow(4).GetCell(3));
    }

    [Fact]
    public void Lines_come_below_what_people_wrote_below()
    {
        var workbook = Open(Added(null, Line(1)));
        workbook.GetSheetAt(0).CreateRow(5).CreateCell(2).SetCellValue("以上为一季度");

        var sheet = Open(Added(Bytes(workbook), Line(2))).GetSheetAt(0);

        Assert.Equal("以上为一季度", sheet.GetRow(5).GetCell(2).StringCellValue);
        Assert.Equal("标题2", sheet.GetRow(6).GetCell(2).StringCellValue);
    }

    [Fact]
    public void A_workbook_without_the_table_gets_a_sheet_of_its_own()
    {
        var workbook = new XSSFWorkbook();
        workbook.CreateSheet("发文登记簿").CreateRow(0).CreateCell(0).SetCellValue("别的内容");

        var after = Open(Added(Bytes(workbook), Line(1)));

        Assert.Equal("别的内容", after.GetSheetAt(0).GetRow(0).GetCell(0).StringCellValue);
        Assert.Equal("标题1", after.GetSheet("发文登记簿 (2)").GetRow(1).GetCell(2).StringCellValue);
    }

    [Fact]
    public void Text_is_never_a_formula()
    {
        var sheet = Open(Added(null, Line(1) with { Title = "=1+1", To = "@SUM(A1)" })).GetSheetAt(0);

        Assert.All(sheet.GetRow(1).Cells, cell => Assert.Equal(CellType.String, cell.CellType));
    }

    [Fact]
    public void A_thousand_lines_need_no_thousand_styles() =>
        Assert.InRange(Open(Enumerable.Range(0, 40).Aggregate(Added(null, Line(0)), (book, i) => Added(book, Line(i + 1)))).NumCellStyles, (short)1, (short)6);

    [Theory]
    [InlineData("不是工作簿")]
    [InlineData("PK\u0003\u0004坏的")]
    [InlineData("")]
    public void A_register_that_cannot_be_read_is_told_and_left(string content)
    {
        var error = Assert.Throws<DriveException>(() => RegisterBook.Add(System.Text.Encoding.UTF8.GetBytes(content), [Line(1)]));

        Assert.Equal(RegisterBook.Unreadable, error.Code);
    }

    [Fact]
    public async Task Many_who_register_at_once_lose_no_line()
    {
        using var scratch = new ScratchFolder();
        var drive = new FolderDrive(scratch.Path, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 4; i++)
                await RegisterFile.AddAsync(drive, Place, [Line((writer * 4) + i)], Stop);
        })));

        var sheet = Open(File.ReadAllBytes(scratch.At(Place))).GetSheetAt(0);
        Assert.Equal(Enumerable.Range(0, 24).Select(i => $"标题{i}").Order(), Enumerable.Range(1, sheet.LastRowNum).Select(row => sheet.GetRow(row).GetCell(2).StringCellValue).Order());
    }

    [Theory]
    [InlineData("~$发文登记簿.xlsx")]
    [InlineData("~$登记簿.xlsx")]
    [InlineData(".~lock.发文登记簿.xlsx#")]
    [InlineData(".~发文登记簿.xlsx")]
    [InlineData(".~文登记簿.xlsx")]
    [InlineData(".~登记簿.xlsx")]
    public async Task A_register_that_somebody_has_open_is_told_as_such(string mark)
    {
        using var scratch = new ScratchFolder();
        var drive = new FolderDrive(scratch.Path, new FastTime());
        await RegisterFile.AddAsync(drive, Place, [Line(1)], Stop);
        var before = File.ReadAllBytes(scratch.At(Place));
        File.WriteAllText(scratch.At($"2021年/{mark}"), "");

        var error = await Assert.ThrowsAsync<DriveException>(() => RegisterFile.AddAsync(drive, Place, [Line(2)], Stop));

        Assert.Equal(DriveCodes.Busy, error.Code);
        Assert.Contains("公文已归档", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(scratch.At(Place)));
        Assert.True(OpenMark.Is(mark));
    }

    private static RegisterLine Line(int i) =>
        new($"源安办函〔2021〕{i}号", "督办函", $"标题{i}", "县应急局", "2021-03-05", 1, "2021-03-05 09:30", "张三", $"2021年/函{i}.docx", $"file:{i}");

    private static byte[] Added(byte[]? existing, params RegisterLine[] lines) => RegisterBook.Add(existing, lines) ?? throw new InvalidOperationException("Nothing was added.");

    private static XSSFWorkbook Open(byte[] bytes) => new(new MemoryStream(bytes));

    private static byte[] Bytes(XSSFWorkbook workbook)
    {
        using var stream = new MemoryStream();
        workbook.Write(stream, leaveOpen: true);
        return stream.ToArray();
    }

    private static IEnumerable<string> Texts(IRow row) => row.Cells.Select(cell => cell.StringCellValue);
}
