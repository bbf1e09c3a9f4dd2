using System.Globalization;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Collecting.Grids;
using YiyuanSafety.Drafting.Sheets;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>What a workbook says of itself on a sheet that nobody sees. Of help when reading, never needed.</summary>
/// <param name="Plan">Title of the work points.</param>
/// <param name="Body">The body.</param>
/// <param name="MadeOn">The day the workbook was made.</param>
internal sealed record ReplyMeta(string Plan, string Body, DateOnly? MadeOn)
{
    private const string Mark = "yiyuan-reply:1";
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Adds the sheet to a workbook.</summary>
    public static void Write(XSSFWorkbook workbook, SheetNames names, ReplySheet sheet)
    {
        var page = workbook.CreateSheet(names.Take("填报信息"));
        string[] lines = [Mark, sheet.Plan, sheet.Body, sheet.MadeOn.ToString(DayFormat, CultureInfo.InvariantCulture)];
        for (var i = 0; i < lines.Length; i++)
            page.CreateRow(i).CreateCell(0, CellType.String).SetCellValue(CellText.Safe(lines[i]));
        workbook.SetSheetHidden(workbook.NumberOfSheets - 1, SheetState.VeryHidden);
    }

    /// <summary>Whether a sheet is such a one.</summary>
    public static bool IsMeta(SheetGrid sheet) => sheet.Text(1, 1) == Mark;

    /// <summary>What the first such sheet of a workbook says; null where there is none.</summary>
    public static ReplyMeta? Find(IReadOnlyList<SheetGrid> sheets) =>
        sheets.FirstOrDefault(IsMeta) is { } sheet
            ? new ReplyMeta(
                sheet.Text(2, 1),
                sheet.Text(3, 1),
                DateOnly.TryParseExact(sheet.Text(4, 1), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null)
            : null;
}
