using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Sheets;

/// <summary>任务台账: a workbook with all tasks on the first sheet and a sheet per body after it.</summary>
public static class LedgerWorkbook
{
    private const int HeadHeight = 30;

    // As ECMA-376 numbers paper; the library's own name for A4 stands for A3.
    private const short A4 = 9;

    /// <summary>Writes the workbook as .xlsx.</summary>
    /// <param name="document">The understood work-points document.</param>
    /// <param name="bodies">The bodies that have anything to do.</param>
    /// <param name="output">Where the file goes; left open.</param>
    public static void Write(WorkPointsDocument document, IReadOnlyList<BodyDuties> bodies, Stream output)
    {
        var workbook = new XSSFWorkbook();
        var styles = new LedgerStyles(workbook);
        var findings = document.Findings
            .Where(finding => finding.Task is not null)
            .ToLookup(finding => finding.Task, StringComparer.Ordinal);
        var names = new SheetNames();

        Fill(workbook, styles, names.Take("任务台账"), LedgerColumns.All, document.Tasks
            .Select(task => new LedgerRow(task, "", [.. findings[task.Id]])));
        foreach (var body in bodies)
        {
            Fill(workbook, styles, names.Take(body.Body), LedgerColumns.OfBody, body.Duties
                .Select(duty => new LedgerRow(duty.Task, LedgerColumns.Part(duty), [.. findings[duty.Task.Id]])));
        }

        workbook.SetActiveSheet(0);

        WorkbookFile.Write(workbook, "任务台账", output);
    }

    private static void Fill(
        XSSFWorkbook workbook, LedgerStyles styles, string name, IReadOnlyList<LedgerColumn> columns, IEnumerable<LedgerRow> rows)
    {
        var sheet = workbook.CreateSheet(name);
        var head = sheet.CreateRow(0);
        head.HeightInPoints = HeadHeight;
        for (var i = 0; i < columns.Count; i++)
        {
            // In 1/256 of a character; measured widths would need fonts that a server does not have.
            sheet.SetColumnWidth(i, columns[i].Width * 256);
            Put(head, i, columns[i].Name, styles.Head);
        }

        var last = 0;
        foreach (var one in rows)
        {
            var row = sheet.CreateRow(++last);
            for (var i = 0; i < columns.Count; i++)
                Put(row, i, CellText.Safe(columns[i].Value(one)), columns[i].Centred ? styles.Centred : styles.Text);
        }

        sheet.CreateFreezePane(Math.Min(2, columns.Count), 1);
        sheet.SetAutoFilter(new CellRangeAddress(0, last, 0, columns.Count - 1));
        sheet.RepeatingRows = new CellRangeAddress(0, 0, -1, -1);
        Print(sheet);
    }

    private static void Print(ISheet sheet)
    {
        sheet.FitToPage = true;
        sheet.PrintSetup.PaperSize = A4;
        sheet.PrintSetup.Landscape = true;
        sheet.PrintSetup.FitWidth = 1;
        sheet.PrintSetup.FitHeight = 0;
        sheet.Footer.Center = "第 &P 页，共 &N 页";
    }

    // Always a string cell: text that begins with = + - @ is text, never a formula.
    private static void Put(IRow row, int column, string text, ICellStyle style)
    {
        var cell = row.CreateCell(column, CellType.String);
        cell.SetCellValue(text);
        cell.CellStyle = style;
    }
}
