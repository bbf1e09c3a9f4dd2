using YiyuanSafety.Drafting.Collecting.Grids;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>A table to fill in, wherever it lies on a sheet and in whatever order its columns are.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Head">The row with the names of the columns.</param>
/// <param name="Rows">The rows with content below it, up to the next table.</param>
/// <param name="Columns">The columns that were recognised.</param>
/// <param name="Known">Columns that hold what the office wrote, besides those.</param>
/// <param name="Body">The body that the lines above the table name; empty for none.</param>
/// <param name="HasTableBelow">Whether another table follows on the sheet.</param>
internal sealed record ReplyTable(
    SheetGrid Sheet, int Head, IReadOnlyList<int> Rows, IReadOnlyDictionary<ReplyColumn, int> Columns, IReadOnlySet<int> Known, string Body, bool HasTableBelow)
{
    private const int LeastColumns = 3;

    private static readonly string[] BodyLabels = ["填报单位:", "单位名称:", "报送单位:", "单位:"];

    /// <summary>The tables of a sheet, from the top.</summary>
    public static IReadOnlyList<ReplyTable> Find(SheetGrid sheet)
    {
        int[] rows = [.. sheet.Rows];
        var heads = new List<(int Index, Dictionary<ReplyColumn, int> Columns, HashSet<int> Known)>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (Names(sheet, rows[i]) is var (columns, known))
                heads.Add((i, columns, known));
        }

        var tables = new List<ReplyTable>();
        for (var i = 0; i < heads.Count; i++)
        {
            var (index, columns, known) = heads[i];
            var end = i + 1 < heads.Count ? heads[i + 1].Index : rows.Length;
            tables.Add(new ReplyTable(
                sheet, rows[index], rows[(index + 1)..end], columns, known,
                BodyAbove(sheet, rows[(i > 0 ? heads[i - 1].Index + 1 : 0)..index]),
                i + 1 < heads.Count));
        }

        return tables;
    }

    /// <summary>Whether a row is one of the lines that stand above a table: its title, the body, the guide.</summary>
    public static bool IsPreface(SheetGrid sheet, int row) => sheet.ColumnsOf(row).Any(column => Half.Bare(sheet.Text(row, column)) is var text
        && (text.EndsWith(ReplyWorkbook.TitleEnd, StringComparison.Ordinal)
            || text.StartsWith(Half.Bare(ReplyWorkbook.GuideLabel), StringComparison.Ordinal)
            || text.StartsWith(BodyLabels[0], StringComparison.Ordinal)));

    private static (Dictionary<ReplyColumn, int> Columns, HashSet<int> Known)? Names(SheetGrid sheet, int row)
    {
        var columns = new Dictionary<ReplyColumn, int>();
        var known = new HashSet<int>();
        foreach (var column in ColumnsWithMerged(sheet, row))
        {
            if (sheet.At(row, column) is not { Kind: GridKind.Text } cell || ReplyColumnNames.Of(cell.Text) is not { } kind)
                continue;
            if (kind == ReplyColumn.Known)
                known.Add(column);
            else
                columns.TryAdd(kind, column);
        }

        if (columns.Count + known.Count < LeastColumns
            || !(columns.ContainsKey(ReplyColumn.Key) || columns.ContainsKey(ReplyColumn.Number) || columns.ContainsKey(ReplyColumn.Ordinal) || columns.ContainsKey(ReplyColumn.Text))
            || !(columns.ContainsKey(ReplyColumn.State) || columns.ContainsKey(ReplyColumn.Either) || columns.ContainsKey(ReplyColumn.Percent) || columns.ContainsKey(ReplyColumn.Progress)))
            return null;

        // 序号 is the number only where nothing better is; 完成情况 is the progress where the state has a column of its own.
        if (columns.Remove(ReplyColumn.Ordinal, out var ordinal) && !columns.TryAdd(ReplyColumn.Number, ordinal))
            known.Add(ordinal);
        if (columns.ContainsKey(ReplyColumn.State) && !columns.ContainsKey(ReplyColumn.Progress) && columns.Remove(ReplyColumn.Either, out var either))
            columns[ReplyColumn.Progress] = either;
        return (columns, known);
    }

    // A head of two lines has names that are merged down to the second one.
    private static IEnumerable<int> ColumnsWithMerged(SheetGrid sheet, int row) => sheet.ColumnsOf(row).Concat(sheet.MergedColumnsOf(row)).Distinct().Order();

    private static string BodyAbove(SheetGrid sheet, int[] rows)
    {
        foreach (var row in rows.Reverse())
        {
            foreach (var column in sheet.ColumnsOf(row))
            {
                var text = Half.Bare(sheet.Text(row, column));
                if (BodyLabels.FirstOrDefault(label => text.StartsWith(label, StringComparison.Ordinal)) is { } found && text.Length > found.Length)
                    return sheet.Text(row, column)[(sheet.Text(row, column).AsSpan().IndexOfAny('：', ':') + 1)..].Trim();
            }
        }

        return "";
    }
}
