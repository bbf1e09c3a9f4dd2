using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Sheets;
using YiyuanSafety.Drafting.Tests.Papers;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Drafting.Tests.Sheets;

public class LedgerWorkbookTests
{
    [Fact]
    public void All_tasks_stand_on_the_first_sheet_and_each_body_has_its_own()
    {
        var workbook = Written(SmallDocument.Document, SmallDocument.Directory);
        Assert.Equal(
            ["任务台账", "县应急局", "县公安局", "县教育和体育局"],
            Enumerable.Range(0, workbook.NumberOfSheets).Select(workbook.GetSheetName));
        Assert.Equal(
            ["编号", "部分", "条目标题", "任务内容", "责任分工原文", "牵头单位", "责任单位", "配合单位", "指导单位", "完成时限", "频次", "量化指标", "成果", "提示"],
            workbook.GetSheetAt(0).GetRow(0).Cells.Select(cell => cell.StringCellValue));
        Assert.Equal(
            ["1.1", "（一）压实责任", "落实企业主体责任", "建立“一企一策”清单。", "县应急局牵头，县公安局负责，各有关部门配合", "县应急局", "县公安局", "各有关部门", "", "6月底前", "", "", "", ""],
            workbook.GetSheetAt(0).GetRow(1).Cells.Select(cell => cell.StringCellValue));
        Assert.Equal(4, workbook.GetSheetAt(0).LastRowNum);
        Assert.Equal("责任（各有关部门）", workbook.GetSheet("县应急局").GetRow(3).GetCell(1).StringCellValue);
    }

    [Fact]
    public void Sheets_are_frozen_filtered_and_print_on_landscape_pages_with_their_head()
    {
        var workbook = Written(SmallDocument.Document, SmallDocument.Directory);
        for (var i = 0; i < workbook.NumberOfSheets; i++)
        {
            var sheet = (XSSFSheet)workbook.GetSheetAt(i);
            Assert.Equal(1, sheet.PaneInformation.HorizontalSplitPosition);
            Assert.True(sheet.PrintSetup.Landscape);
            Assert.Equal(9, sheet.PrintSetup.PaperSize);
            Assert.Equal(((short)1, (short)0), (sheet.PrintSetup.FitWidth, sheet.PrintSetup.FitHeight));
            Assert.Equal((0, 0), (sheet.RepeatingRows.FirstRow, sheet.RepeatingRows.LastRow));
            Assert.True(sheet.GetRow(1).GetCell(3).CellStyle.WrapText);
        }
    }

    [Fact]
    public void Nothing_in_the_file_tells_when_it_was_made()
    {
        // Else a ledger made twice of the same tasks would be a new version of itself.
        using var zip = new ZipArchive(Bytes(SmallDocument.Document, SmallDocument.Directory));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        using var properties = new StreamReader(zip.Entries.Single(entry => entry.Name == "core.xml").Open());
        Assert.DoesNotContain("dcterms", properties.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(Bytes(SmallDocument.Document, SmallDocument.Directory).ToArray(), Bytes(SmallDocument.Document, SmallDocument.Directory).ToArray());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("1.10")]
    public void Text_that_looks_like_a_formula_or_number_stays_text(string text)
    {
        var cell = Written(SmallDocument.Of([SmallDocument.Document.Tasks[0] with { Text = text }]), BodyDirectory.Empty)
            .GetSheetAt(0).GetRow(1).GetCell(3);
        Assert.Equal(NPOI.SS.UserModel.CellType.String, cell.CellType);
        Assert.Equal(text, cell.StringCellValue);
        Assert.Equal("@", cell.CellStyle.GetDataFormatString());
    }

    [Fact]
    public void What_Excel_cannot_hold_is_dropped_or_cut_with_a_note()
    {
        var row = Written(
            SmallDocument.Of([SmallDocument.Document.Tasks[0] with { Title = "甲\0\u0001\uFFFF乙\ud83d丙😀_x000D_", Text = new string('长', 40000) }]),
            BodyDirectory.Empty).GetSheetAt(0).GetRow(1);
        Assert.Equal(32767, row.GetCell(3).StringCellValue.Length);
        Assert.EndsWith("后略）", row.GetCell(3).StringCellValue, StringComparison.Ordinal);
        Assert.StartsWith("甲乙丙😀", row.GetCell(2).StringCellValue, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_stand_beside_their_task()
    {
        var document = SmallDocument.Document with
        {
            Findings = [new Finding("x", Severity.Warning, "请核对单位。", "第1段") { Task = "1.2" }],
        };
        var sheet = Written(document, BodyDirectory.Empty).GetSheetAt(0);
        Assert.Equal("请核对单位。", sheet.GetRow(2).GetCell(13).StringCellValue);
        Assert.Equal("", sheet.GetRow(1).GetCell(13).StringCellValue);
    }

    [Fact]
    public void A_document_without_tasks_has_a_ledger_with_a_head_only() =>
        Assert.Equal(0, Written(SmallDocument.Of([]), BodyDirectory.Empty).GetSheetAt(0).LastRowNum);

    [Fact]
    public void Every_sheet_has_a_filter_over_its_rows()
    {
        using var bytes = Bytes(SmallDocument.Document, SmallDocument.Directory);
        using var file = SpreadsheetDocument.Open(bytes, false);
        Assert.Equal(
            ["A1:N5", "A1:O4", "A1:O4", "A1:O5"],
            file.WorkbookPart?.WorksheetParts.Select(part => part.Worksheet.GetFirstChild<AutoFilter>()?.Reference?.Value).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void The_file_is_valid_whatever_the_names(int tasks)
    {
        var request = SmallDocument.Extreme(tasks);
        using var bytes = Bytes(request.Document, request.Directory);
        using var file = SpreadsheetDocument.Open(bytes, false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(5)));
    }

    private static XSSFWorkbook Written(WorkPointsDocument document, BodyDirectory directory) => new(Bytes(document, directory));

    private static MemoryStream Bytes(WorkPointsDocument document, BodyDirectory directory)
    {
        var bytes = new MemoryStream();
        LedgerWorkbook.Write(document, BodyDuties.Of(document, directory), bytes);
        bytes.Position = 0;
        return bytes;
    }
}
