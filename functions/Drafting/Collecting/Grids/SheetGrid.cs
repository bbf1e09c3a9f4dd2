namespace YiyuanSafety.Drafting.Collecting.Grids;

/// <summary>What kind of value a cell has.</summary>
internal enum GridKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number, or a day as a number.</summary>
    Number,

    /// <summary>An error such as #REF!.</summary>
    Error,

    /// <summary>A formula that nobody has computed.</summary>
    NoResult,
}

/// <summary>A cell with content.</summary>
/// <param name="Kind">What kind of value.</param>
/// <param name="Text">The text as it is shown.</param>
/// <param name="Value">The number; 0 for other kinds.</param>
/// <param name="IsPercent">Whether the number is shown as a percentage.</param>
internal readonly record struct GridCell(GridKind Kind, string Text, double Value = 0, bool IsPercent = false)
{
    /// <summary>Whether there is anything to see.</summary>
    public bool HasContent => Kind != GridKind.Text || !string.IsNullOrWhiteSpace(Text);
}

/// <summary>Cells joined to one; rows and columns from 1, both ends within.</summary>
internal readonly record struct MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>A sheet: its cells with content, by row and column from 1.</summary>
internal sealed class SheetGrid
{
    private readonly Dictionary<(int Row, int Column), GridCell> _cells = [];
    private readonly SortedDictionary<int, SortedSet<int>> _rows = [];
    private readonly Dictionary<(int Row, int Column), int> _above = [];
    private readonly Dictionary<int, List<int>> _mergedColumns = [];

    public SheetGrid(string name, bool isHidden, bool is1904) => (Name, IsHidden, Is1904) = (name, isHidden, is1904);

    public string Name { get; }

    public bool IsHidden { get; }

    /// <summary>Whether days count from 1904.</summary>
    public bool Is1904 { get; }

    /// <summary>How many rows have content.</summary>
    public int RowCount => _rows.Count;

    /// <summary>The rows with content, from the top.</summary>
    public IEnumerable<int> Rows => _rows.Keys;

    /// <summary>The columns with content of a row, from the left.</summary>
    public IEnumerable<int> ColumnsOf(int row) => _rows.TryGetValue(row, out var columns) ? columns : [];

    /// <summary>The columns in which a cell from above is merged down over a row with content.</summary>
    public IEnumerable<int> MergedColumnsOf(int row) => _mergedColumns.TryGetValue(row, out var columns) ? columns : [];

    /// <summary>Adds a cell; without content it is left out.</summary>
    public void Add(int row, int column, GridCell cell)
    {
        if (!cell.HasContent)
            return;
        _cells[(row, column)] = cell;
        if (!_rows.TryGetValue(row, out var columns))
            _rows[row] = columns = [];
        columns.Add(column);
    }

    /// <summary>
    /// Joins cells. Only the first column counts, and only rows with content: what is merged across columns is the value of the leftmost, and
    /// a region may reach to the end of the sheet.
    /// </summary>
    /// <param name="merges">The regions.</param>
    /// <param name="most">Most cells covered.</param>
    /// <returns>Whether they were not too many.</returns>
    public bool Join(IEnumerable<MergedCells> merges, int most)
    {
        int[] rows = [.. Rows];
        var steps = 0;
        foreach (var merge in merges)
        {
            if (!_cells.ContainsKey((merge.FirstRow, merge.FirstColumn)))
                continue;
            var from = Array.BinarySearch(rows, merge.FirstRow + 1);
            for (var i = from < 0 ? ~from : from; i < rows.Length && rows[i] <= merge.LastRow; i++)
            {
                if (++steps > most)
                    return false;
                if (!_above.TryAdd((rows[i], merge.FirstColumn), merge.FirstRow))
                    continue;
                if (!_mergedColumns.TryGetValue(rows[i], out var columns))
                    _mergedColumns[rows[i]] = columns = [];
                columns.Add(merge.FirstColumn);
            }
        }

        return true;
    }

    /// <summary>The cell that stands there itself; null for none.</summary>
    public GridCell? Own(int row, int column) => _cells.TryGetValue((row, column), out var cell) ? cell : null;

    /// <summary>The cell that stands there, or the one merged down over it.</summary>
    public GridCell? At(int row, int column) => Own(row, column) ?? (_above.TryGetValue((row, column), out var above) ? Own(above, column) : null);

    /// <summary>The text of a cell without white space around it; empty for none.</summary>
    public string Text(int row, int column) => Own(row, column)?.Text.Trim() ?? "";
}
