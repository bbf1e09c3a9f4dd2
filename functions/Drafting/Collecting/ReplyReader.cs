using YiyuanSafety.Drafting.Collecting.Grids;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>Reads workbooks that bodies filled in and sent back, whatever became of them on the way.</summary>
/// <remarks>
/// The rules. A row is an answer where it tells its task, by key or number, and has a state, a percentage, a progress or an evidence; a
/// reporter and a day alone are none, and neither is 无 or a dash. A cell that cannot be understood is listed and the rest of its row counts, except for the state: where
/// a state is given and not understood, the row is listed as a whole. Rows of one task with the same content count once; where they
/// differ, all of them are listed and none counts, so that the order of rows decides nothing. Rows with one key that show different numbers or
/// texts are not taken for one task: whoever copies a row copies its hidden key along. What is merged down counts for each row; what
/// is merged across counts for its leftmost column. Formulas are never computed: their stored results are read.
/// </remarks>
public static class ReplyReader
{
    private const int LongestColumnText = 2000;

    /// <summary>Reads a workbook, .xlsx or .xls.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fileName">Its name, for messages; it may be any.</param>
    /// <param name="options">What is known besides the file; null for nothing.</param>
    /// <exception cref="UnreadableSourceException">The file is refused; see <see cref="WorkbookGuard"/>.</exception>
    public static ReplyFile Read(ReadOnlyMemory<byte> file, string fileName, ReplyReadOptions? options = null)
    {
        options ??= new ReplyReadOptions();
        var sheets = WorkbookGuard.Sheets(file, fileName, options.Limits);
        var meta = ReplyMeta.Find(sheets);
        var pages = sheets.Where(sheet => !ReplyMeta.IsMeta(sheet)).Select(sheet => (Sheet: sheet, Tables: ReplyTable.Find(sheet))).ToList();
        var tables = pages.SelectMany(page => page.Tables).ToList();
        if (tables.Count == 0)
            return new ReplyFile([], [NoTable(sheets, Path.GetFileName(fileName))]);

        var year = Years(tables, options.MadeOn ?? meta?.MadeOn);
        var (answers, notes, blank) = (new List<ReplyAnswer>(), new List<Unplaced>(), 0);
        foreach (var table in tables)
        {
            var reader = new RowReader(table, meta, year);
            var withTask = new List<int>();
            foreach (var row in table.Rows)
            {
                var reading = reader.Read(row);
                notes.AddRange(reading.Notes);
                if (reading.HasTask)
                    withTask.Add(row);
                if (reading.Answer is { } answer)
                    answers.Add(answer);
                else if (reading.HasTask && !reading.Notes.Any(note => note.Row is not null))
                    blank++;
            }

            notes.AddRange(OtherColumns(table, withTask));
        }

        notes.AddRange(pages.Where(page => page.Tables.Count == 0 && page.Sheet.RowCount > 0).Select(page => OtherSheet(page.Sheet)));
        var single = Single(answers, notes);
        var order = sheets.Select((sheet, i) => (sheet.Name, i)).DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        return new ReplyFile(
            [.. single.OrderBy(answer => order[answer.Place.Sheet]).ThenBy(answer => answer.Place.Row)],
            [.. notes.OrderBy(note => order[note.Place.Sheet]).ThenBy(note => note.Place.Row).ThenBy(note => note.Place.Column)])
        {
            Blank = blank,
            MadeOn = meta?.MadeOn,
        };
    }

    private static Unplaced NoTable(List<SheetGrid> sheets, string file) => new(
        ReplyCodes.NoTable,
        new CellPlace(sheets.FirstOrDefault(sheet => !sheet.IsHidden)?.Name ?? "", 1, 1),
        "",
        $"文件“{file}”里没有找到填报表：没有一行同时有“编号”和“完成状态”等列名。请检查是否选错了文件，或者保留填报表的表头后再试。");

    // Whoever deletes the head of a table has filled it in all the same.
    private static Unplaced OtherSheet(SheetGrid sheet)
    {
        var cells = sheet.Rows.SelectMany(row => sheet.ColumnsOf(row).Select(column => (Row: row, Column: column))).ToList();
        var place = new CellPlace(sheet.Name, cells[0].Row, cells[0].Column);
        var text = Words(sheet, cells);
        return new Unplaced(ReplyCodes.OtherSheet, place, text,
            $"{(sheet.IsHidden ? "隐藏的" : "")}工作表“{sheet.Name}”里没有填报表，有 {cells.Count} 格文字没有读入。如果是填报内容，请补上填报表的表头，或移到填报表里再读。");
    }

    private static YearRule Years(List<ReplyTable> tables, DateOnly? madeOn)
    {
        var none = new YearRule(null, null);
        var years = tables
            .Where(table => table.Columns.ContainsKey(ReplyColumn.On))
            .SelectMany(table => table.Rows.Select(row => table.Sheet.Own(row, table.Columns[ReplyColumn.On]) is { } cell ? CellDates.Read(cell, table.Sheet.Is1904, none)?.Year : null))
            .OfType<int>().Distinct().Take(2).ToList();
        return new YearRule(madeOn, years is [var only] ? only : null);
    }

    // Columns that people added: what stands there is told once for each column.
    private static IEnumerable<Unplaced> OtherColumns(ReplyTable table, List<int> rows)
    {
        var ours = table.Columns.Values.Concat(table.Known).ToHashSet();
        return rows
            .SelectMany(row => table.Sheet.ColumnsOf(row).Where(column => !ours.Contains(column)).Select(column => (Row: row, Column: column)))
            .GroupBy(cell => cell.Column)
            .Select(group =>
            {
                var (first, count) = (group.First(), group.Count());
                var text = Words(table.Sheet, group);
                var head = table.Sheet.At(table.Head, group.Key)?.Text.Trim() ?? "";
                var place = new CellPlace(table.Sheet.Name, first.Row, first.Column);
                return new Unplaced(ReplyCodes.OtherColumn, place, text,
                    $"{place} 起的一列{(head.Length is > 0 and <= 40 ? $"“{head}”" : "")}不是填报表的列，有 {count} 格文字没有读入。如果是填报内容，请移到“进展情况”等列。");
            });
    }

    // What stands in cells, as much of it as a person may want to see.
    private static string Words(SheetGrid sheet, IEnumerable<(int Row, int Column)> cells)
    {
        var length = 0;
        return string.Join('；', cells.Select(cell => sheet.Text(cell.Row, cell.Column)).TakeWhile(text => (length += text.Length) - text.Length <= LongestColumnText));
    }

    private static IEnumerable<ReplyAnswer> Single(List<ReplyAnswer> answers, List<Unplaced> notes)
    {
        foreach (var group in answers.GroupBy(Identity, StringComparer.Ordinal))
        {
            if (!ShowsOneTask(group))
            {
                foreach (var answer in group)
                    yield return answer;
                continue;
            }

            if (group.Select(answer => answer.Said).Distinct().Take(2).Count() == 1)
            {
                yield return group.First();
                continue;
            }

            var rows = group.ToList();
            notes.AddRange(rows.Select(answer => new Unplaced(ReplyCodes.Conflict, answer.Place, answer.Progress, ReplyAnswer.Contradiction(answer.Number, rows), answer)));
        }
    }

    private static bool ShowsOneTask(IEnumerable<ReplyAnswer> rows) =>
        rows.Select(row => row.Number).Where(number => number.Length > 0).Distinct(StringComparer.Ordinal).Take(2).Count() < 2
        && rows.Select(row => Half.Bare(row.Text)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(2).Count() < 2;

    private static string Identity(ReplyAnswer answer) => answer.Key is { } key
        ? key.ToString()
        : $"{answer.Number}|{Half.Bare(answer.Body)}|{Half.Bare(answer.Text)}";
}
