using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Collecting.Grids;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>What a row of a table gives.</summary>
/// <param name="Answer">The row where it is one that counts; else null.</param>
/// <param name="Notes">What a person must look at.</param>
/// <param name="HasTask">Whether the row tells its task, by key or number.</param>
internal sealed record RowReading(ReplyAnswer? Answer, IReadOnlyList<Unplaced> Notes, bool HasTask);

/// <summary>Reads the rows of a table.</summary>
/// <param name="table">The table.</param>
/// <param name="meta">What the workbook says of itself.</param>
/// <param name="year">Gives a month and day its year.</param>
internal sealed partial class RowReader(ReplyTable table, ReplyMeta? meta, YearRule year)
{
    private static readonly ReplyColumn[] AnswerColumns =
        [ReplyColumn.State, ReplyColumn.Either, ReplyColumn.Percent, ReplyColumn.Progress, ReplyColumn.Evidence, ReplyColumn.Reporter, ReplyColumn.On];

    // A name and a day alone tell nothing: people fill them down the whole sheet.
    private static readonly ReplyColumn[] Telling = [ReplyColumn.State, ReplyColumn.Either, ReplyColumn.Percent, ReplyColumn.Progress, ReplyColumn.Evidence];

    private readonly SheetGrid _sheet = table.Sheet;

    /// <summary>Whether a text can be the number of a task.</summary>
    public static bool IsNumber(string text) => Numbers().IsMatch(text);

    /// <summary>Reads a row.</summary>
    public RowReading Read(int row)
    {
        var notes = new List<Unplaced>();
        var keyText = table.Columns.TryGetValue(ReplyColumn.Key, out var keyColumn) ? _sheet.Text(row, keyColumn) : "";
        var key = RowKey.Parse(keyText);
        var number = Text(row, ReplyColumn.Number);
        if (Half.Bare(number).TrimEnd('.', '、') is var bare && IsNumber(bare))
            number = bare;
        var hasTask = key is not null || IsNumber(number);
        var isTelling = Array.Exists(Telling, column => Cell(row, column) is { } cell && cell.HasContent);
        if (!isTelling && !hasTask)
            return Outside(row);
        if (!hasTask && !Array.Exists(AnswerColumns, column => table.Columns.TryGetValue(column, out var at) && _sheet.Own(row, at) is not null))
            return Outside(row); // Only what is merged down from the row above, which has it.

        var (answer, isStateKnown) = Answer(row, key, number, notes);
        if (!isTelling)
            return new RowReading(null, notes, hasTask);
        if (keyText.Length > 0 && key is null && hasTask)
            notes.Add(new Unplaced(ReplyCodes.Key, At(row, keyColumn), keyText, $"{At(row, keyColumn)} 的行标识已被改动，这一行改按编号“{number}”对应，请核对。"));
        if (!hasTask)
        {
            notes.Insert(0, new Unplaced(ReplyCodes.NoNumber, answer.Place, Join(row), $"{_sheet.Name} 第 {row} 行填了内容，但没有编号，不知道是哪项任务，没有读入。请补上编号，或者指定任务。", answer));
            return new RowReading(null, notes, false);
        }

        return new RowReading(isStateKnown ? answer : null, notes, true);
    }

    private (ReplyAnswer Answer, bool IsStateKnown) Answer(int row, RowKey? key, string number, List<Unplaced> notes)
    {
        var state = Cell(row, ReplyColumn.State);
        var either = Cell(row, ReplyColumn.Either);
        var known = Parse(state);
        var progress = Words(row, ReplyColumn.Progress, notes);
        if (either is { Kind: GridKind.Text or GridKind.Number } text)
        {
            // One column for state or progress: a word for a state is the state, any other text is the progress.
            if (state is null && Parse(either) is { } said)
                known = said;
            else
                progress = progress.Length == 0 ? text.Text.Trim() : progress == text.Text.Trim() ? progress : text.Text.Trim() + "\n" + progress;
        }
        else if (either is not null)
        {
            notes.Add(Failed(row, ReplyColumn.Either, either.Value));
        }

        var percent = Value(row, ReplyColumn.Percent, cell => CellPercents.Read(cell), ReplyCodes.Percent, "不是 0 到 100 的百分数", notes);
        var on = Value(row, ReplyColumn.On, cell => CellDates.Read(cell, _sheet.Is1904, year), ReplyCodes.Date, "不是能看懂的日期，或者缺少年份", notes);
        var answer = new ReplyAnswer(
            key, number, BodyOf(row, key), Text(row, ReplyColumn.Text), known, percent, progress,
            Words(row, ReplyColumn.Evidence, notes), Words(row, ReplyColumn.Reporter, notes), on, Place(row));
        if (state is not { } unclear || known is not null)
            return (answer, true);

        var place = At(row, Column(row, ReplyColumn.State));
        notes.Insert(0, unclear.Kind is GridKind.Error or GridKind.NoResult
            ? Failed(row, ReplyColumn.State, unclear) with { Row = answer }
            : new Unplaced(ReplyCodes.State, place, unclear.Text, IsOverdue(unclear.Text)
                ? $"{place} 的完成状态填的是“{Cut(unclear.Text)}”：是否逾期由台账按时限算，这一行没有读入。请按未开展、推进中、已完成或不涉及确认。"
                : $"{place} 的完成状态“{Cut(unclear.Text)}”看不懂，这一行没有读入。请按未开展、推进中、已完成或不涉及确认。", answer));
        return (answer, false);
    }

    private static ReplyState? Parse(GridCell? cell) => cell is { Kind: GridKind.Text } text ? ReplyStates.Parse(text.Text) : null;

    private static bool IsOverdue(string text) => Half.Bare(text).Contains("逾期", StringComparison.Ordinal);

    private T? Value<T>(int row, ReplyColumn column, Func<GridCell, T?> read, string code, string what, List<Unplaced> notes)
        where T : struct
    {
        if (Cell(row, column) is not { } cell)
            return null;
        if (cell.Kind is GridKind.Error or GridKind.NoResult)
            notes.Add(Failed(row, column, cell));
        else if (read(cell) is { } value)
            return value;
        else
            notes.Add(new Unplaced(code, At(row, Column(row, column)), cell.Text, $"{At(row, Column(row, column))} 的“{Cut(cell.Text)}”{what}，这一格没有读入。请核对后补上。"));
        return null;
    }

    private string Words(int row, ReplyColumn column, List<Unplaced> notes)
    {
        if (Cell(row, column) is not { } cell)
            return "";
        if (cell.Kind is not (GridKind.Error or GridKind.NoResult))
            return cell.Text.Trim();
        notes.Add(Failed(row, column, cell));
        return "";
    }

    private Unplaced Failed(int row, ReplyColumn column, GridCell cell) => At(row, Column(row, column)) is var place && cell.Kind == GridKind.Error
        ? new Unplaced(ReplyCodes.Formula, place, cell.Text, $"{place} 是错误值“{cell.Text}”，没有读入。请在原表中改正，直接填写内容。")
        : new Unplaced(ReplyCodes.Formula, place, cell.Text, $"{place} 的公式没有保存结果，没有读入。请用 Excel 打开保存一次，或者直接填写内容。");

    private string BodyOf(int row, RowKey? key)
    {
        string[] candidates = [Text(row, ReplyColumn.Body), table.Body, meta?.Body ?? ""];
        return candidates.FirstOrDefault(name => name.Length > 0 && key?.IsOf(name) == true) ?? candidates.FirstOrDefault(name => name.Length > 0) ?? "";
    }

    private RowReading Outside(int row)
    {
        int[] columns = [.. _sheet.ColumnsOf(row)];
        if (columns.Length == 0 || ReplyTable.IsPreface(_sheet, row))
            return new RowReading(null, [], false);
        var place = At(row, columns[0]);
        return new RowReading(null, [new Unplaced(ReplyCodes.Outside, place, Join(row), $"{place} 的文字不在任务的行里，没有读入。如果是填报内容，请移到对应任务的行。")], false);
    }

    private string Join(int row) => string.Join('；', _sheet.ColumnsOf(row).Select(column => _sheet.Text(row, column)));

    private CellPlace Place(int row) => At(row, AnswerColumns.Where(column => Cell(row, column) is not null).Select(column => Column(row, column)).DefaultIfEmpty(1).Min());

    private CellPlace At(int row, int column) => new(_sheet.Name, row, column);

    private int Column(int row, ReplyColumn column) => table.Columns.TryGetValue(column, out var at) ? at : _sheet.ColumnsOf(row).FirstOrDefault(1);

    private GridCell? Cell(int row, ReplyColumn column) =>
        table.Columns.TryGetValue(column, out var at) && _sheet.At(row, at) is { } cell && !(AnswerColumns.Contains(column) && Fillers.Is(cell)) ? cell : null;

    private string Text(int row, ReplyColumn column) => Cell(row, column) is { Kind: not (GridKind.Error or GridKind.NoResult) } cell ? cell.Text.Trim() : "";

    private static string Cut(string text) => text.Trim() is var trimmed && trimmed.Length <= 40 ? trimmed : trimmed[..40] + "…";

    [GeneratedRegex(@"^[0-9A-Za-z]{1,8}(?:[.\-][0-9A-Za-z]{1,8}){0,5}$")]
    private static partial Regex Numbers();
}
