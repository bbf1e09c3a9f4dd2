using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Sheets;

namespace YiyuanSafety.Drafting.Charts;

/// <summary>The workbook inside a chart: what Word opens when a person edits the numbers.</summary>
internal static class ChartWorkbook
{
    /// <summary>Name of the sheet, as Word itself names it.</summary>
    public const string Sheet = "Sheet1";

    /// <summary>The workbook: categories in the first column, a column for each series.</summary>
    public static byte[] Of(ChartModel chart)
    {
        var workbook = new XSSFWorkbook();
        var sheet = workbook.CreateSheet(Sheet);
        var percent = workbook.CreateCellStyle();
        percent.DataFormat = workbook.CreateDataFormat().GetFormat(ChartXml.PercentFormat);
        var head = sheet.CreateRow(0);
        head.CreateCell(0, CellType.String).SetCellValue("");
        for (var s = 0; s < chart.Series.Count; s++)
            head.CreateCell(s + 1, CellType.String).SetCellValue(chart.Series[s].Name);
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var row = sheet.CreateRow(i + 1);
            row.CreateCell(0, CellType.String).SetCellValue(chart.Categories[i]);
            for (var s = 0; s < chart.Series.Count; s++)
            {
                if (chart.Series[s].Values[i] is not { } value)
                    continue;
                var cell = row.CreateCell(s + 1, CellType.Numeric);
                cell.SetCellValue((double)value);
                if (chart.Kind == ChartKind.Shares)
                    cell.CellStyle = percent;
            }
        }

        sheet.SetColumnWidth(0, 40 * 256);
        using var bytes = new MemoryStream();
        WorkbookFile.Write(workbook, "", bytes);
        return bytes.ToArray();
    }

    /// <summary>A column from the second row on, as a formula names it.</summary>
    /// <param name="column">0 for the categories, from 1 for the series.</param>
    /// <param name="rows">How many rows.</param>
    public static string Range(int column, int rows) => FormattableString.Invariant($"{Sheet}!${Letter(column)}$2:${Letter(column)}${rows + 1}");

    /// <summary>The name over a column, as a formula names it.</summary>
    public static string Head(int column) => $"{Sheet}!${Letter(column)}$1";

    private static char Letter(int column) => (char)('A' + column);
}
