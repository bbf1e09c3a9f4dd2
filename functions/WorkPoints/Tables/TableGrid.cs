namespace YiyuanSafety.WorkPoints.Tables;

/// <summary>The cells of one table on their grid: a merged cell stands at every place it covers.</summary>
internal sealed class TableGrid
{
    // A table of this size is no allocation table; a bound keeps a hostile file from filling the memory.
    private const int MostPlaces = 2_000_000;

    private readonly GridCell?[,] _places;

    /// <summary>Lays out the cells.</summary>
    public TableGrid(IReadOnlyList<GridCell> cells)
    {
        Cells = cells;
        Rows = Math.Min(cells.Max(cell => cell.Row + cell.RowSpan), MostPlaces);
        Columns = cells.Max(cell => cell.Column + cell.ColumnSpan);
        if ((long)Rows * Columns > MostPlaces)
            Columns = Math.Max(1, MostPlaces / Math.Max(1, Rows));
        _places = new GridCell?[Rows, Columns];
        foreach (var cell in cells)
        {
            for (var row = cell.Row; row < Math.Min(Rows, cell.Row + cell.RowSpan); row++)
            {
                for (var column = cell.Column; column < Math.Min(Columns, cell.Column + cell.ColumnSpan); column++)
                    _places[row, column] ??= cell;
            }
        }
    }

    /// <summary>All cells, each once.</summary>
    public IReadOnlyList<GridCell> Cells { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of grid columns.</summary>
    public int Columns { get; }

    /// <summary>The cell that covers a place, or null.</summary>
    public GridCell? At(int row, int column) => row < Rows && column < Columns ? _places[row, column] : null;

    /// <summary>The cells of a row from left to right; a cell that covers several columns comes several times.</summary>
    public IEnumerable<GridCell> Row(int row)
    {
        for (var column = 0; column < Columns; column++)
        {
            if (_places[row, column] is { } cell)
                yield return cell;
        }
    }
}
