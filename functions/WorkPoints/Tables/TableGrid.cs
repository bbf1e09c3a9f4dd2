using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Tables;

/// <summary>The cells of one table on their grid: a merged cell stands at every place it covers.</summary>
internal sealed class TableGrid
{
    // A table of this size is no allocation table; a bound keeps a hostile file from filling the memory.
    private const int MostPlaces = 2_000_000;

    private readonly SourceBlock?[,] _places;

    /// <summary>Lays out the cells.</summary>
    public TableGrid(IReadOnlyList<SourceBlock> cells)
    {
        Cells = cells;
        Rows = cells.Max(block => block.Cell is { } cell ? cell.Row + cell.RowSpan : 0);
        Columns = cells.Max(block => block.Cell is { } cell ? cell.Column + cell.ColumnSpan : 0);
        if ((long)Rows * Columns > MostPlaces)
            Columns = Math.Max(1, MostPlaces / Math.Max(1, Rows));
        Rows = Math.Min(Rows, MostPlaces);
        _places = new SourceBlock?[Rows, Columns];
        foreach (var block in cells)
        {
            if (block.Cell is not { } cell)
                continue;
            for (var row = cell.Row; row < Math.Min(Rows, cell.Row + cell.RowSpan); row++)
            {
                for (var column = cell.Column; column < Math.Min(Columns, cell.Column + cell.ColumnSpan); column++)
                    _places[row, column] ??= block;
            }
        }
    }

    /// <summary>All cells, each once.</summary>
    public IReadOnlyList<SourceBlock> Cells { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of grid columns.</summary>
    public int Columns { get; }

    /// <summary>The cell that covers a place, or null.</summary>
    public SourceBlock? At(int row, int column) => row < Rows && column < Columns ? _places[row, column] : null;

    /// <summary>The cells of a row from left to right; a cell that covers several columns comes several times.</summary>
    public IEnumerable<SourceBlock> Row(int row)
    {
        for (var column = 0; column < Columns; column++)
        {
            if (_places[row, column] is { } block)
                yield return block;
        }
    }
}
