using CsCheck;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Collecting;

namespace YiyuanSafety.Drafting.Tests.Collecting;

public sealed class ReplyPropertyTests
{
    private static readonly Gen<string> Words = Gen.OneOfConst("", "开展检查。", "=1+1", "@A1", "-3", "+4", "1.10", "一行\n两行", "😀", "_x000D_", "a  b", "照片.zip");

    private static readonly Gen<Given> Rows = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 100], Words, Words, Words, Gen.Int[0, 300])
        .Select((state, percent, progress, evidence, reporter, day) => new Given(ReplyStates.Answers[state], percent, progress, evidence, reporter, new DateOnly(2021, 3, 1).AddDays(day)));

    [Fact]
    public void Whatever_was_filled_in_is_read_in_any_order_of_rows_and_columns() =>
        Gen.Select(Rows.Array[1, 8], Gen.Shuffle(Enumerable.Range(0, Replies.Heads.Length).ToArray()), Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 1000]).Sample(
            (given, columns, down, isXls, seed) =>
            {
                var sheet = Replies.Sheet(given.Length);
                var from = new XSSFWorkbook(new MemoryStream(Replies.Bytes(sheet))).GetSheetAt(0);
                IWorkbook workbook = isXls ? new HSSFWorkbook() : new XSSFWorkbook();
                var page = workbook.CreateSheet("粘贴");
                var order = Enumerable.Range(0, given.Length).OrderBy(i => (i + 1) * 7919 * (seed + 1) % 104729).ToArray();
                for (var column = 0; column < columns.Length; column++)
                {
                    Replies.Put(page, down, columns[column], from.GetRow(3).GetCell(column).StringCellValue);
                    for (var i = 0; i < order.Length; i++)
                    {
                        var cell = from.GetRow(4 + order[i]).GetCell(column);
                        if (cell.CellType == CellType.String)
                            Replies.Put(page, down + 1 + i, columns[column], cell.StringCellValue);
                        else if (given[order[i]].Value(column) is { } value and not "")
                            Replies.Put(page, down + 1 + i, columns[column], value);
                    }
                }

                var file = Replies.Read(workbook);
                Assert.Empty(file.Unplaced);
                Assert.Equal(
                    given.Select((row, i) => (sheet.Rows[i].Key, sheet.Rows[i].Number, row.State, row.Percent, row.Progress, row.Evidence, row.Reporter, row.On)).OrderBy(row => row.Number, StringComparer.Ordinal),
                    file.Answers.Select(row => (row.Key ?? throw new InvalidOperationException(), row.Number, row.State ?? default, row.Percent ?? -1, row.Progress, row.Evidence, row.Reporter, row.On ?? default)).OrderBy(row => row.Number, StringComparer.Ordinal));
            },
            iter: 150);

    [Fact]
    public void Every_row_with_a_number_is_an_answer_or_listed_or_blank() =>
        Gen.Select(Gen.OneOfConst("", "完成", "大概", "未完成", "-", "100"), Gen.OneOfConst("", "50", "约一半", "完成"), Words, Gen.OneOfConst("", "6月25日", "某日")).Array[1, 6].Sample(
            rows =>
            {
                var workbook = Replies.Workbook(rows.Length);
                for (var i = 0; i < rows.Length; i++)
                {
                    workbook.Set(i, "完成状态", rows[i].Item1);
                    workbook.Set(i, "进度%", rows[i].Item2);
                    workbook.Set(i, "进展情况", rows[i].Item3);
                    workbook.Set(i, "填报日期", rows[i].Item4);
                }

                var file = Replies.Read(workbook);
                Assert.Equal(rows.Length, file.Answers.Count + file.Unplaced.Count(one => one.Row is not null) + file.Blank);

                // Nothing that was typed is gone.
                var told = string.Concat(file.Answers.Select(answer => answer.Progress).Concat(file.Unplaced.Select(one => one.Text + one.Row?.Progress)));
                Assert.All(rows, row => Assert.Contains(row.Item3, told, StringComparison.Ordinal));
            },
            iter: 150);

    private sealed record Given(ReplyState State, int Percent, string Progress, string Evidence, string Reporter, DateOnly On)
    {
        public object? Value(int column) => Replies.Heads[column][..3] switch
        {
            "完成状" => ReplyStates.Word(State),
            "进度%" => Percent,
            "进展情" => Progress,
            "佐证材" => Evidence,
            "填报人" => Reporter,
            "填报日" => On,
            _ => null,
        };
    }
}
