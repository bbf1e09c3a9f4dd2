namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Reads a table: one block per real cell in row order, merged cells once; a table inside a cell becomes its text.</summary>
internal sealed class TableReader
{
    private const int WidestSpan = 1000;

    private readonly StoryReader _reader;
    private readonly PartCursor _cursor;
    private readonly Story _story;
    private readonly int _table;
    private readonly List<OpenCell> _cells = [];
    private readonly Dictionary<int, OpenCell> _merging = [];
    private int _row;
    private int _column;

    private TableReader(StoryReader reader, Story story)
    {
        _reader = reader;
        _cursor = reader.Cursor;
        _story = story;
        _table = story.FlattensTables ? 0 : reader.Context.Tables++;
    }

    private sealed class OpenCell(int row, int column, int columnSpan, Story content)
    {
        public int Row { get; } = row;

        public int Column { get; } = column;

        public int ColumnSpan { get; set; } = columnSpan;

        public int RowSpan { get; set; } = 1;

        public Story Content { get; } = content;

        public string Text => string.Join('\n', Content.Blocks.Where(block => block.Kind == BlockKind.TableCell).Select(block => block.Text));
    }

    /// <summary>Reads the table the cursor stands on.</summary>
    public static void Read(StoryReader reader, Story story)
    {
        var table = new TableReader(reader, story);
        table.ReadRows();
        if (story.FlattensTables)
            table.GiveLines();
        else
            table.GiveCells();
    }

    private void ReadRows()
    {
        var entered = _cursor.Enter();
        while (_cursor.Next(entered))
        {
            if (!_cursor.IsWord)
                continue;
            switch (_cursor.Name)
            {
                case "tr":
                    ReadRow();
                    break;
                case "tblPr" or "tblGrid" or "sdtPr" or "sdtEndPr" or "customXmlPr":
                    _cursor.Skip();
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadRow()
    {
        _column = 0;
        var deleted = false;
        OpenCell? previous = null;
        var entered = _cursor.Enter();
        while (_cursor.Next(entered))
        {
            if (!_cursor.IsWord)
                continue;
            switch (_cursor.Name)
            {
                case "gridBefore":
                    _column = Span();
                    break;
                case "del":
                    deleted = true;
                    break;
                case "tc" when deleted:
                    _cursor.Skip();
                    break;
                case "tc":
                    previous = ReadCell(previous);
                    break;
                case "tblPrEx" or "trPrChange" or "sdtPr" or "sdtEndPr" or "customXmlPr":
                    _cursor.Skip();
                    break;
                default:
                    break;
            }
        }

        if (!deleted)
            _row++;
    }

    private int Span() => Math.Clamp(_cursor.Number() ?? 1, 0, WidestSpan);

    private sealed class CellProperties
    {
        public int Span { get; set; } = 1;

        public string? Vertical { get; set; }

        public string? Horizontal { get; set; }

        public bool Deleted { get; set; }
    }

    private OpenCell? ReadCell(OpenCell? previous)
    {
        var properties = new CellProperties();
        var content = new Story(BlockKind.TableCell)
        {
            Place = _story.FlattensTables ? _story.Place : new SourcePlace(Table: _table + 1, Row: _row + 1, Column: _column + 1),
            FlattensTables = true,
            InNote = _story.InNote,
        };
        _reader.Read(content, () => ReadProperties(properties));
        if (properties.Deleted)
            return previous;

        var column = _column;
        _column += Math.Max(1, properties.Span);
        if (properties.Horizontal == "continue" && previous is not null)
        {
            previous.ColumnSpan += Math.Max(1, properties.Span);
            return Cover(previous, content);
        }

        if (properties.Vertical == "continue" && _merging.TryGetValue(column, out var above))
        {
            above.RowSpan = _row - above.Row + 1;
            return Cover(above, content);
        }

        var cell = new OpenCell(_row, column, Math.Max(1, properties.Span), content);
        _cells.Add(cell);
        if (properties.Vertical is not null)
            _merging[column] = cell;
        else
            _merging.Remove(column);
        return cell;
    }

    // Word does not print what a cell holds that another one covers.
    private OpenCell Cover(OpenCell cell, Story covered)
    {
        _reader.Context.ReportHidden(
            string.Join('\n', covered.Blocks.Select(block => block.Text)).Trim(), covered.Place ?? default);
        return cell;
    }

    private void ReadProperties(CellProperties properties)
    {
        var entered = _cursor.Enter();
        while (_cursor.Next(entered))
        {
            switch (_cursor.Name)
            {
                case "gridSpan":
                    properties.Span = Span();
                    break;
                case "vMerge":
                    properties.Vertical = _cursor.Value ?? "continue";
                    break;
                case "hMerge":
                    properties.Horizontal = _cursor.Value ?? "continue";
                    break;
                case "cellDel":
                    properties.Deleted = true;
                    break;
                case "tcPrChange":
                    _cursor.Skip();
                    break;
                default:
                    break;
            }
        }
    }

    private void GiveCells()
    {
        foreach (var cell in _cells)
        {
            _story.Blocks.Add(new DraftBlock(cell.Text, cell.Content.Place ?? default, BlockKind.TableCell)
            {
                Cell = new TableCell(_table, cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan),
            });
            Attach(cell);
        }
    }

    private void GiveLines()
    {
        foreach (var row in _cells.GroupBy(cell => cell.Row))
        {
            var text = string.Join('\t', row.Select(cell => cell.Text));
            _story.Blocks.Add(new DraftBlock(text, _story.Place ?? default, _story.Kind));
            foreach (var cell in row)
                Attach(cell);
        }
    }

    private void Attach(OpenCell cell) =>
        _story.Blocks.AddRange(cell.Content.Blocks.Where(block => block.Kind != BlockKind.TableCell));
}
