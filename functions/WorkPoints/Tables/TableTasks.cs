using System.Globalization;
using YiyuanSafety.WorkPoints.Assembly;
using YiyuanSafety.WorkPoints.Outline;
using YiyuanSafety.WorkPoints.Reading;
using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Tables;

/// <summary>Reads allocation tables (任务分工表): one task for each row that names bodies.</summary>
internal sealed class TableTasks
{
    private readonly Predicate<string> _isKnown;
    private readonly ConventionTimeline _conventions;
    private readonly List<TaskDraft> _tasks = [];
    private readonly List<Allotment> _rest = [];
    private readonly List<Finding> _findings = [];
    private int _tables;

    private TableTasks(Predicate<string> isKnown, ConventionTimeline conventions) => (_isKnown, _conventions) = (isKnown, conventions);

    /// <summary>Reads all tables of a document, real ones and flattened ones.</summary>
    public static FlowCut Read(IReadOnlyList<TableGrid> grids, Predicate<string> isKnown, ConventionTimeline conventions)
    {
        var reader = new TableTasks(isKnown, conventions);
        foreach (var grid in grids)
        {
            reader._tables++;
            reader.ReadTable(grid);
        }

        return new FlowCut(reader._tasks, reader._rest, reader._findings);
    }

    /// <summary>The grids of the document's real tables.</summary>
    public static IEnumerable<TableGrid> Grids(IReadOnlyList<SourceBlock> blocks)
    {
        var tables = new SortedDictionary<int, List<GridCell>>();
        foreach (var block in blocks)
        {
            if (block.Cell is not { } cell)
                continue;
            if (!tables.TryGetValue(cell.Table, out var cells))
                tables[cell.Table] = cells = [];
            cells.Add(GridCell.Of(block, cell));
        }

        return tables.Values.Select(cells => new TableGrid(cells));
    }

    private void ReadTable(TableGrid grid)
    {
        if (!TableColumns.TryFind(grid, out var headerRow, out var columns))
        {
            AllotAll(grid.Cells, Purpose.Preamble);
            if (grid.Cells.Any(cell => cell.Text.Contains("单位", StringComparison.Ordinal)))
                _findings.Add(new Finding(FindingCodes.TableNotUnderstood, Severity.Warning, "这张表没有认出“牵头单位”“责任单位”等表头，未从中提取任务。请核对表头。", grid.Cells[0].Place.ToString()));
            return;
        }

        var heading = grid.Cells.Where(cell => cell.Row <= headerRow).ToList();
        AllotAll(heading, Purpose.Heading);
        var section = "";
        var ordinal = 0;
        var used = new HashSet<GridCell>(heading);
        object? item = null;
        var number = "";
        GridCell? itemCell = null;
        for (var row = headerRow + 1; row < grid.Rows; row++)
        {
            var cells = grid.Row(row).Distinct().ToList();
            if (cells.Count == 0)
                continue;
            if (IsSectionRow(cells, grid))
            {
                section = Flow.Quote(cells[0].Text);
                AllotAll(cells.Where(cell => used.Add(cell)), Purpose.Heading);
                continue;
            }

            if (cells.All(cell => TableColumns.IsRepeatedHeading(cell, heading)))
            {
                AllotAll(cells.Where(cell => used.Add(cell)), Purpose.Heading);
                continue;
            }

            var key = columns.Number is { } numberColumn ? grid.At(row, numberColumn) : columns.Title is { } titleColumn ? grid.At(row, titleColumn) : null;
            if (item is null || key is null || key != itemCell)
            {
                item = new object();
                itemCell = key;
                ordinal++;
                number = Number(columns.Number is { } column ? grid.At(row, column)?.Text ?? "" : "", ordinal);
            }

            ReadRow(grid, columns, row, section, number, item, used);
        }

        AllotAll(grid.Cells.Where(cell => used.Add(cell)), Purpose.Preamble);
    }

    private void ReadRow(TableGrid grid, TableColumns columns, int row, string section, string number, object item, HashSet<GridCell> used)
    {
        var parties = new List<ClauseParty>();
        var responsibility = new List<string>();
        var clauseCells = new List<GridCell>();
        foreach (var (column, role) in columns.Bodies)
        {
            if (grid.At(row, column) is not { } cell || clauseCells.Contains(cell))
                continue;
            clauseCells.Add(cell);
            if (!TryParties(cell, role, parties))
                _findings.Add(new Finding(FindingCodes.ClauseNotUnderstood, Severity.Warning, "这一格没有读出单位名称，请核对。", cell.Place.ToString()) { Source = Flow.Quote(cell.Text) });
            if (Flow.Quote(cell.Text) is { Length: > 0 } printed)
                responsibility.Add(printed);
        }

        var title = Text(grid, row, columns.Title);
        var text = columns.Text.Select(column => Text(grid, row, column)).Where(part => part.Length > 0).Distinct().ToList();
        var duty = text.Count > 0 ? string.Concat(text) : title;
        var rowCells = grid.Row(row).Distinct().ToList();
        if (parties.Count == 0)
        {
            AllotAll(rowCells.Where(cell => used.Add(cell)), duty.Length > 0 ? Purpose.Leftover : Purpose.Preamble);
            if (duty.Length > 0)
                _findings.Add(new Finding(FindingCodes.DutyWithoutClause, Severity.Warning, "这一行没有责任单位，未列入任务。请补充。", rowCells[0].Place.ToString()) { Source = string.Join(' ', rowCells.Select(cell => Flow.Quote(cell.Text))) });
            return;
        }

        var place = clauseCells.Count > 0 ? clauseCells[0] : rowCells[0];
        var runs = rowCells.Where(cell => used.Add(cell)).SelectMany(cell => Whole(cell, clauseCells.Contains(cell) ? Purpose.Responsibility : IsHeadingCell(grid, columns, row, cell) ? Purpose.Heading : Purpose.TaskText)).ToList();
        _rest.AddRange(runs.Where(run => run.Purpose == Purpose.Heading));
        _tasks.Add(new TaskDraft
        {
            Position = rowCells.SelectMany(cell => cell.Pieces).Max(piece => (piece.Block, piece.Start)),
            Item = number,
            Scope = "t" + _tables.ToString(CultureInfo.InvariantCulture),
            ItemKey = item,
            Section = section.Length > 0 ? section : Text(grid, row, columns.Section),
            Title = title.Length > 0 ? title : FirstSentence(duty),
            Text = duty,
            Responsibility = string.Join("；", responsibility),
            Parties = parties,
            FirstIsLead = _conventions.StatesFirstIsLead,
            Standing = _conventions.StandingInTables,
            DeadlineLabel = columns.Deadline is { } deadline ? Text(grid, row, deadline).Trim('/', '—', '-') : "",
            Location = place.Place.ToString(),
            Runs = [.. runs.Where(run => run.Purpose != Purpose.Heading)],
        });
    }

    /// <summary>Reads a cell as a clause with the role of its column. Every line, and every name, counts.</summary>
    private bool TryParties(GridCell cell, PartyRole role, List<ClauseParty> parties)
    {
        // A bracket on a line of its own belongs to the name above it.
        var text = cell.Text.Replace("\n（", "（", StringComparison.Ordinal).Replace("\n(", "(", StringComparison.Ordinal).Replace('\n', '、').Replace('\r', '、');
        var trimmed = text.Trim('、', ' ', '　', '/', '—', '-', '。', '；');
        if (trimmed.Length == 0)
            return true;
        var folded = Fold.Width(trimmed);
        while (folded.Contains("、、", StringComparison.Ordinal))
        {
            folded = folded.Replace("、、", "、", StringComparison.Ordinal);
            trimmed = folded;
        }

        if (ClauseParser.Parse(ClauseText.Of(trimmed, folded, 0, folded.Length), _isKnown) is not { Parties.Count: > 0 } clause)
            return false;
        parties.AddRange(clause.HasRoleWord ? clause.Parties : clause.Parties.Select(party => party with { Role = role }));
        return true;
    }

    private static bool IsSectionRow(List<GridCell> cells, TableGrid grid)
    {
        if (cells.Count(cell => cell.Text.AsSpan().Trim().Length > 0) != 1)
            return false;
        var cell = cells.First(cell => cell.Text.AsSpan().Trim().Length > 0);
        return cell.ColumnSpan * 2 > grid.Columns
            || NumberLabel.TryRead(Fold.Width(cell.Text), 0, cell.Text.Length, out var label) && label.Rank < NumberLabel.Ranks.Arabic;
    }

    private static bool IsHeadingCell(TableGrid grid, TableColumns columns, int row, GridCell cell) =>
        (columns.Number is { } number && grid.At(row, number) == cell)
        || (columns.Section is { } section && grid.At(row, section) == cell)
        || (columns.Title is { } title && columns.Text.Count > 0 && grid.At(row, title) == cell);

    private static string Text(TableGrid grid, int row, int? column) =>
        column is { } index && grid.At(row, index) is { } cell ? Flow.Quote(cell.Text) : "";

    private static string Number(string printed, int ordinal)
    {
        var digits = new string([.. Fold.Width(printed).Where(char.IsAsciiDigit).Take(6)]);
        if (digits.Length > 0)
            return digits;
        var text = Fold.Width(printed).Trim();
        return NumberLabel.TryRead(text + "、", 0, text.Length + 1, out var label)
            ? label.Ordinal.ToString(CultureInfo.InvariantCulture)
            : ordinal.ToString(CultureInfo.InvariantCulture);
    }

    private static string FirstSentence(string text)
    {
        var stop = text.IndexOf('。', StringComparison.Ordinal);
        return stop > 0 ? text[..stop] : text;
    }

    private static IEnumerable<Allotment> Whole(GridCell cell, Purpose purpose)
    {
        foreach (var piece in cell.Pieces)
        {
            if (piece.Length > 0)
                yield return new Allotment(piece.Block, piece.Start, piece.Length, purpose, null);
        }
    }

    private void AllotAll(IEnumerable<GridCell> cells, Purpose purpose) => _rest.AddRange(cells.SelectMany(cell => Whole(cell, purpose)));
}
