namespace YiyuanSafety.Drafting.Collecting.Grids;

/// <summary>Puts cells into sheets and refuses the workbook when they become too many.</summary>
/// <param name="file">Name of the file, for messages.</param>
/// <param name="limits">What is too much.</param>
internal sealed class ValueBudget(string file, WorkbookLimits limits)
{
    private int _cells;

    public void Add(SheetGrid sheet, int row, int column, GridCell cell)
    {
        if (!cell.HasContent)
            return;
        if (++_cells > limits.Cells)
            throw WorkbookRefusal.TooBig(file, $"有内容的单元格超过 {limits.Cells} 个（读到工作表“{sheet.Name}”）");
        sheet.Add(row, column, cell);
        if (sheet.RowCount > limits.Rows)
            throw WorkbookRefusal.TooBig(file, $"工作表“{sheet.Name}”有内容的行超过 {limits.Rows} 行");
    }

    public void Join(SheetGrid sheet, IEnumerable<MergedCells> merges)
    {
        if (!sheet.Join(merges, limits.Merged))
            throw WorkbookRefusal.TooBig(file, $"工作表“{sheet.Name}”合并的单元格太多");
    }
}
