using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace YiyuanSafety.Drafting.Sheets;

/// <summary>A table that fills a sheet.</summary>
/// <param name="Name">The sheet's name as wished.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, a text for each column.</param>
public sealed record SheetTable(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<string>> Rows);

/// <summary>A column of a table.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Width">In characters of the default font; a Chinese character takes two.</param>
/// <param name="Centred">Whether short values stand in the middle.</param>
public sealed record SheetColumn(string Name, int Width, bool Centred = false);

/// <summary>Workbooks of tables to read, sort, filter and print. All cells are text: what begins with = + - @ is never a formula.</summary>
public static class TableWorkbook
{
    private const int HeadHeight = 30;

    // As ECMA-376 numbers paper; the library's own name for A4 stands for A3.
    private const short A4 = 9;

    /// <summary>Writes a workbook as .xlsx. Equal tables give equal bytes.</summary>
    /// <param name="title">Title of the file, as its properties show it.</param>
    /// <param name="tables">The tables, a sheet each; at least one.</param>
    /// <param name="output">Where the file goes; left open.</param>
    public static void Write(string title, IEnumerable<SheetTable> tables, Stream output)
    {
        var workbook = new XSSFWorkbook();
        var styles = new LedgerStyles(workbook);
        var names = new SheetNames();
        foreach (var table in tables)
            Fill(workbook.CreateSheet(names.Take(table.Name)), styles, table);
        workbook.SetActiveSheet(0);
        WorkbookFile.Write(workbook, title, output);
    }

    private static void Fill(ISheet sheet, LedgerStyles styles, SheetTable table)
    {
        var head = sheet.CreateRow(0);
        head.HeightInPoints = HeadHeight;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            // In 1/256 of a character; measured widths would need fonts that a server does not have.
            sheet.SetColumnWidth(i, table.Columns[i].Width * 256);
            Put(head, i, table.Columns[i].Name, styles.Head);
        }

        var last = 0;
        foreach (var texts in table.Rows)
        {
            var row = sheet.CreateRow(++last);
            for (var i = 0; i < table.Columns.Count; i++)
                Put(row, i, CellText.Safe(texts[i]), table.Columns[i].Centred ? styles.Centred : styles.Text);
        }

        sheet.CreateFreezePane(Math.Min(2, table.Columns.Count), 1);
        sheet.SetAutoFilter(new CellRangeAddress(0, last, 0, table.Columns.Count - 1));
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

    private static void Put(IRow row, int column, string text, ICellStyle style)
    {
        var cell = row.CreateCell(column, CellType.String);
        cell.SetCellValue(text);
        cell.CellStyle = style;
    }
}
