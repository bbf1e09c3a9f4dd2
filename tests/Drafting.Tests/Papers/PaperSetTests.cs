using System.Text;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Tests.Papers;

public class PaperSetTests
{
    private static readonly PaperRequest Supervising = SmallDocument.Request with { Supervised = ["2.1", "1.2", "2.1"], ReplyBy = new DateOnly(2022, 7, 1) };

    [Fact]
    public void The_papers_have_telling_names() => Assert.Equal(
        [
            "关于印发《清水县2022年安全生产工作要点任务分工表》的通知.docx",
            "任务清单/01 县应急局 任务清单.docx",
            "任务清单/02 县公安局 任务清单.docx",
            "任务清单/03 县教育和体育局 任务清单.docx",
            "督办函/2.1 县教育和体育局等2家 督办函.docx",
            "督办函/1.2 县教育和体育局 督办函.docx",
            "任务台账.xlsx",
        ],
        PaperSet.Of(Supervising, PaperText.Templates).Select(paper => paper.Path));

    [Theory]
    [InlineData("关于印发", "notice.txt")]
    [InlineData("任务清单/01", "task-sheet.txt")]
    [InlineData("督办函/2.1", "letter-leads.txt")]
    [InlineData("督办函/1.2", "letter-responsible.txt")]
    public void A_paper_says_what_it_should(string path, string golden)
    {
        var paper = PaperSet.Of(Supervising, PaperText.Templates).Single(paper => paper.Path.StartsWith(path, StringComparison.Ordinal));
        var wanted = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", golden), Encoding.UTF8);
        Assert.Equal(wanted, PaperText.Of(paper));
    }

    [Fact]
    public void Copies_stand_in_a_row_of_their_own_above_the_printer()
    {
        var request = SmallDocument.Request with { Profile = SmallDocument.Profile with { CopyTo = ["县委办公室", "县政府办公室"] } };
        var text = PaperText.Of(PaperSet.Of(request, PaperText.Templates).First());
        Assert.EndsWith("抄送：县委办公室，县政府办公室。\n清水县安全生产委员会办公室→2022年3月5日印发\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_seal_the_date_stands_two_characters_right_of_the_issuer()
    {
        var request = SmallDocument.Request with { Profile = SmallDocument.Profile with { Seal = false } };
        var text = PaperText.Of(PaperSet.Of(request, PaperText.Templates).First());

        // 28 characters less 10 of the name.
        Assert.Contains($"\n清水县安全生产委员会\n{new string('→', 18)}2022年3月5日\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_tasks_hands_out_nothing() =>
        Assert.Empty(PaperSet.Of(SmallDocument.Request with { Document = SmallDocument.Of([]) }, PaperText.Templates));

    [Theory]
    [InlineData("清水县2022年安全生产任务分工表", "清水县2022年安全生产任务分工表")]
    [InlineData("清水县2022年安全生产重点任务分解表", "清水县2022年安全生产重点任务分解表")]
    [InlineData("清水县2022年安全生产工作要点", "清水县2022年安全生产工作要点任务分工表")]
    public void A_document_that_is_such_a_table_already_lends_its_own_name(string title, string table)
    {
        var document = SmallDocument.Document with { Document = SmallDocument.Document.Document with { Title = title } };
        Assert.Equal($"关于印发《{table}》的通知.docx", PaperSet.Of(SmallDocument.Request with { Document = document }, PaperText.Templates).First().Path);
    }

    [Fact]
    public void A_rhythm_that_another_spells_out_is_not_said_twice()
    {
        var task = SmallDocument.Document.Tasks[1] with
        {
            Deadlines = [new Deadline("1月底前", new DateOnly(2022, 1, 31)), new Deadline("11月底前", new DateOnly(2022, 11, 30)), new Deadline("每月25日前", null)],
            Recurrence = [new Recurrence("每月", "P1M", 1), new Recurrence("每年至少一次", "P1Y", 1)],
        };
        var table = AllocationTable.From(SmallDocument.Request with { Document = SmallDocument.Of([task]) });
        Assert.Equal("1月底前；11月底前；每月25日前；每年至少一次", table.Sections[0].Rows[0].Deadline);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void Every_paper_is_a_valid_document_whatever_the_data(int tasks)
    {
        var request = SmallDocument.Extreme(tasks) with { Supervised = ["1.1"] };
        foreach (var paper in PaperSet.Of(request, PaperText.Templates).Where(paper => paper.Kind != PaperKind.Ledger))
        {
            using var bytes = PaperText.Written(paper);
            var faults = PaperText.Faults(bytes);
            Assert.True(faults.Count == 0, paper.Path + "\n" + string.Join('\n', faults.Take(5)));
        }
    }

    [Fact]
    public void Names_that_differ_only_in_case_get_different_files()
    {
        var paths = PaperSet.Of(SmallDocument.Extreme(1), PaperText.Templates).Select(paper => paper.Path).ToList();
        Assert.Equal(paths.Count, paths.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(paths, path => Assert.True(path.Split('/')[^1].Length <= FileNames.LongestName + 5, path));
        Assert.All(paths.Where(path => path.StartsWith("任务清单/", StringComparison.Ordinal)), path => Assert.EndsWith(" 任务清单.docx", path, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_request_gives_the_same_bytes()
    {
        var first = PaperSet.Of(Supervising, PaperText.Templates).Where(paper => paper.Kind != PaperKind.Ledger).Select(paper => PaperText.Written(paper).ToArray());
        var second = PaperSet.Of(Supervising, PaperText.Templates).Where(paper => paper.Kind != PaperKind.Ledger).Select(paper => PaperText.Written(paper).ToArray());
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("1.9", "要督办的任务 1.9 不存在。编号相近的有：1.1、1.2。请核对任务编号。")]
    [InlineData("88.1", "要督办的任务 88.1 不存在。任务编号从 1.1 到 3.1，请核对。")]
    public void An_unknown_task_is_named_before_anything_is_made(string id, string message)
    {
        var error = Assert.Throws<UnknownTaskException>(() => PaperSet.Of(SmallDocument.Request with { Supervised = ["1.1", id] }, PaperText.Templates));
        Assert.Equal(("task-unknown", message), (error.Code, error.Message));
    }
}
