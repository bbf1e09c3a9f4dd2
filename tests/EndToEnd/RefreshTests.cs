using System.IO.Compression;
using System.Text.Json;

namespace YiyuanSafety.EndToEnd;

/// <summary>Papers that were made, handed about, and brought up to date weeks later.</summary>
public sealed class RefreshTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_paper_is_refreshed_in_place_and_the_old_one_kept()
    {
        var (letter, tasks) = Drafted();
        var changed = Changed(tasks);

        var outcome = Executable.Run("refresh", letter, "--tasks", changed);

        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Contains("第1版 → 第2版", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("督办事项：已更新。", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("凡有违法行为的", MainPart(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("凡有违法行为的", MainPart(letter.Replace(".docx", " 第1版.docx", StringComparison.Ordinal)), StringComparison.Ordinal);

        var again = Executable.Run("refresh", letter, "--tasks", changed);
        Assert.Contains("督办事项：已是最新。", again.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(letter.Replace(".docx", " 第2版.docx", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_person_typed_is_left_and_the_exit_code_says_that_somebody_must_look()
    {
        var (letter, tasks) = Drafted();
        Edit(letter, "抓好落实。已经完成的", "抓好落实。我们已电话催办。已经完成的");

        var outcome = Executable.Run("refresh", letter, "--tasks", Changed(tasks), "--out", _scratch.Path("新"));

        Assert.Equal(1, outcome.Code);
        Assert.Contains("有人改过，任务也有变化，保留不动", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("我们已电话催办", MainPart(Path.Combine(_scratch.Path("新"), Path.GetFileName(letter))), StringComparison.Ordinal);

        var taken = Executable.Run("refresh", letter, "--tasks", Changed(tasks), "--take", "督办事项", "--json");
        Assert.Equal(0, taken.Code);
        using var report = JsonDocument.Parse(taken.Output);
        var region = report.RootElement[0].GetProperty("regions")[0];
        Assert.Equal(("conflict", true), (region.GetProperty("state").GetString(), region.GetProperty("replaced").GetBoolean()));
        Assert.DoesNotContain("我们已电话催办", MainPart(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_without_writing_changes_no_file()
    {
        var (letter, tasks) = Drafted();
        var before = File.ReadAllBytes(letter);

        var outcome = Executable.Run("refresh", letter, "--tasks", Changed(tasks), "--dry-run");

        Assert.Contains("只查看，未写入", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(letter));
    }

    [Fact]
    public void One_bad_file_is_named_and_the_others_are_refreshed()
    {
        var (letter, tasks) = Drafted();
        var foreign = _scratch.Write("别人的.docx", File.ReadAllBytes(Executable.Sample("yiyuan-2021-typed.docx")));
        var broken = _scratch.Write("坏的.docx", [1, 2, 3]);

        var outcome = Executable.Run("refresh", foreign, broken, _scratch.Path("没有.docx"), letter, "--tasks", Changed(tasks));

        Assert.Equal(3, outcome.Code);
        Assert.Contains("“别人的.docx”：这份文件不是由本程序生成的", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("[paper-without-record]", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("[paper-not-word]", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("“没有.docx”：没有这个文件", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("督办事项：已更新。", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_that_are_none_are_refused()
    {
        var (letter, _) = Drafted();
        var bad = _scratch.Write("bad.json", "{ \"tasks\": 1 }"u8.ToArray());

        var outcome = Executable.Run("refresh", letter, "--tasks", bad);

        Assert.Equal(3, outcome.Code);
        Assert.Contains("[tasks-invalid]", outcome.Errors, StringComparison.Ordinal);
    }

    private (string Letter, string Tasks) Drafted()
    {
        var folder = _scratch.Path("out");
        var outcome = Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", folder, "--supervise", "14.3");
        Assert.Equal(0, outcome.Code);
        return (Directory.GetFiles(Path.Combine(folder, "督办函")).Single(), Path.Combine(folder, "tasks.json"));
    }

    private string Changed(string tasks)
    {
        var text = File.ReadAllText(tasks);
        Assert.Contains("依法吊销矿山相应类别", text, StringComparison.Ordinal);
        return _scratch.Write("新.json", System.Text.Encoding.UTF8.GetBytes(text.Replace("依法吊销矿山相应类别", "凡有违法行为的，依法吊销矿山相应类别", StringComparison.Ordinal)));
    }

    private static string MainPart(string docx)
    {
        using var zip = ZipFile.OpenRead(docx);
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")?.Open() ?? throw new InvalidDataException(docx));
        return reader.ReadToEnd();
    }

    private static void Edit(string docx, string from, string to)
    {
        var main = MainPart(docx);
        Assert.Contains(from, main, StringComparison.Ordinal);
        using var zip = ZipFile.Open(docx, ZipArchiveMode.Update);
        zip.GetEntry("word/document.xml")?.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
        writer.Write(main.Replace(from, to, StringComparison.Ordinal));
    }
}
