using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace YiyuanSafety.Filing.Register;

/// <summary>The table of the register on its sheet, wherever people moved its columns to.</summary>
internal sealed class RegisterTable
{
    private readonly ISheet _sheet;
    private readonly int _head;
    private readonly Dictionary<string, int> _columns;
    private readonly DataFormatter _formatter = new();
    private int _last;

    private RegisterTable(ISheet sheet, int head, Dictionary<string, int> columns)
    {
        (_sheet, _head, _columns) = (sheet, head, columns);
        _last = Enumerable.Range(_head, Math.Max(1, sheet.LastRowNum - _head + 1)).LastOrDefault(row => HasText(sheet.GetRow(row)), _head);
    }

    /// <summary>Finds the table by the names above its columns; names that people removed are put behind the others.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="names">The names.</param>
    /// <param name="within">In how many rows from the top.</param>
    /// <param name="least">How many of the names make it the table.</param>
    public static RegisterTable? Find(IWorkbook workbook, IReadOnlyList<string> names, int within, int least)
    {
        for (var i = 0; i < workbook.NumberOfSheets; i++)
        {
            var sheet = workbook.GetSheetAt(i);
            for (var row = 0; row <= Math.Min(within, sheet.LastRowNum); row++)
            {
                var columns = Columns(sheet.GetRow(row), names);
                if (columns.Count < least)
                    continue;
                foreach (var name in names.Where(name => !columns.ContainsKey(name)))
                    columns[name] = AddName(sheet.GetRow(row), name);
                return new RegisterTable(sheet, row, columns);
            }
        }

        return null;
    }

    /// <summary>Begins a table on a new sheet.</summary>
    public static RegisterTable Begin(XSSFWorkbook workbook, string name, IReadOnlyList<(string Name, int Width)> columns)
    {
        var sheet = workbook.CreateSheet(name);
        var row = sheet.CreateRow(0);
        var style = Style(workbook, isHead: true);
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.SetColumnWidth(i, columns[i].Width * 256);
            var cell = row.CreateCell(i, CellType.String);
            cell.SetCellValue(columns[i].Name);
            cell.CellStyle = style;
        }

        sheet.CreateFreezePane(0, 1);
        sheet.RepeatingRows = new CellRangeAddress(0, 0, -1, -1);
        sheet.PrintSetup.Landscape = true;
        sheet.FitToPage = true;
        sheet.PrintSetup.FitHeight = 0;
        return new RegisterTable(sheet, 0, columns.Select((column, i) => (column.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i));
    }

    /// <summary>The rows below the names.</summary>
    public IEnumerable<IRow> Rows() => Enumerable.Range(_head + 1, Math.Max(0, _last - _head)).Select(_sheet.GetRow).Where(row => row is not null);

    /// <summary>What a row says in a column, as it is shown.</summary>
    public string Text(IRow row, string name) => row.GetCell(_columns[name]) is { } cell ? _formatter.FormatCellValue(cell).Trim() : "";

    /// <summary>Adds a row below all others, in the look of the one above it.</summary>
    /// <param name="value">The text of a column. Always text, never a formula.</param>
    public void Append(Func<string, string> value)
    {
        var above = _last > _head ? _sheet.GetRow(_last) : null;
        var row = _sheet.GetRow(++_last) ?? _sheet.CreateRow(_last);
        ICellStyle? plain = null;
        foreach (var (name, column) in _columns)
        {
            var cell = row.GetCell(column) ?? row.CreateCell(column);
            cell.SetCellType(CellType.String);
            cell.SetCellValue(value(name));
            cell.CellStyle = above?.GetCell(column)?.CellStyle ?? (plain ??= Style((XSSFWorkbook)_sheet.Workbook, isHead: false));
        }
    }

    private static Dictionary<string, int> Columns(IRow? row, IReadOnlyList<string> names)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cell in row?.Cells ?? [])
        {
            if (cell.CellType == CellType.String && cell.StringCellValue.Trim() is var name && names.Contains(name))
                found.TryAdd(name, cell.ColumnIndex);
        }

        return found;
    }

    private static int AddName(IRow row, string name)
    {
        var column = Math.Max((int)row.LastCellNum, 0);
        row.CreateCell(column, CellType.String).SetCellValue(name);
        if (column > 0 && row.GetCell(column - 1)?.CellStyle is { } style)
            row.GetCell(column).CellStyle = style;
        return column;
    }

    private static bool HasText(IRow? row) => row is not null && row.Cells.Exists(cell => cell.CellType != CellType.Blank && !(cell.CellType == CellType.String && string.IsNullOrWhiteSpace(cell.StringCellValue)));

    private static ICellStyle Style(XSSFWorkbook workbook, bool isHead)
    {
        var font = workbook.CreateFont();
        font.FontName = isHead ? "黑体" : "宋体";
        font.FontHeightInPoints = 10;
        var style = workbook.CreateCellStyle();
        style.SetFont(font);
        style.DataFormat = workbook.CreateDataFormat().GetFormat("@");
        style.VerticalAlignment = VerticalAlignment.Center;
        style.WrapText = true;
        style.BorderTop = style.BorderBottom = style.BorderLeft = style.BorderRight = BorderStyle.Thin;
        if (isHead)
        {
            style.Alignment = HorizontalAlignment.Center;
            style.FillForegroundColor = IndexedColors.Grey25Percent.Index;
            style.FillPattern = FillPattern.SolidForeground;
        }

        return style;
    }
}
