using NPOI.XSSF.UserModel;

namespace YiyuanSafety.EndToEnd;

/// <summary>A sheet that a body got to fill in, in the hands of that body.</summary>
internal static class ReplySheet
{
    /// <summary>Fills in the second row of tasks, as a person types it.</summary>
    public static void Fill(string file, string state, string progress, string day)
    {
        XSSFWorkbook workbook;
        using (var stream = File.OpenRead(file))
            workbook = new XSSFWorkbook(stream);
        var sheet = workbook.GetSheetAt(0);
        var head = Enumerable.Range(0, sheet.LastRowNum).Select(sheet.GetRow).First(row => row?.Cells.Exists(cell => cell.ToString() == "完成状态") == true);
        var row = sheet.GetRow(head.RowNum + 2);
        Put("完成状态", state);
        Put("进展情况", progress);
        Put("填报日期", day);
        using var output = File.Create(file);
        workbook.Write(output);

        void Put(string column, string text) => row.GetCell(head.Cells.Find(cell => cell.ToString() == column)?.ColumnIndex ?? -1).SetCellValue(text);
    }
}
