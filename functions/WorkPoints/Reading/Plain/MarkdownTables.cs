namespace YiyuanSafety.WorkPoints.Reading.Plain;

/// <summary>Turns the pipe tables of Markdown into cells.</summary>
internal sealed class MarkdownTables(List<SourceBlock> blocks)
{
    private int _table = -1;
    private int _row;
    private bool _open;

    /// <summary>Adds a line as a table row; false where it is none.</summary>
    public bool TryAdd(string line, SourcePlace place)
    {
        var text = line.Trim();
        if (text.Length < 3 || text[0] != '|' || text[^1] != '|')
        {
            _open = false;
            return false;
        }

        if (!_open)
        {
            (_open, _row) = (true, 0);
            _table++;
        }

        if (text.All(c => c is '|' or '-' or ':' or ' '))
            return true;
        var cells = text[1..^1].Split('|');
        for (var column = 0; column < cells.Length; column++)
        {
            blocks.Add(new SourceBlock(blocks.Count, cells[column].Trim().Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase), place with { Table = _table + 1, Row = _row + 1, Column = column + 1 })
            {
                Kind = BlockKind.TableCell,
                Cell = new TableCell(_table, _row, column, 1, 1),
            });
        }

        _row++;
        return true;
    }
}
