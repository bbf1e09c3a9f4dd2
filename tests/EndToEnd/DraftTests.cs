using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace YiyuanSafety.EndToEnd;

/// <summary>The main job, from file to folder.</summary>
public sealed class DraftTests
{
    [Fact]
    public void The_sample_becomes_a_folder_of_valid_papers()
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", scratch.Path("out"), "--supervise", "14.3,19.1", "--date", "2021-03-01", "--reply-by", "2021-03-20");
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        var files = Directory.GetFiles(scratch.Path("out"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(scratch.Path("out"), file).Replace('\\', '/')).ToList();
        Assert.Equal(32, files.Count(file => file.StartsWith("任务清单/", StringComparison.Ordinal)));
        Assert.Contains("督办函/14.3 县住房和城乡建设局 督办函.docx", files);
        Assert.Contains("任务台账.xlsx", files);
        Assert.Contains("report.html", files);
        Assert.Contains("tasks.json", files);
        Assert.DoesNotContain(files, file => file.Contains('~', StringComparison.Ordinal));

        var validator = new OpenXmlValidator(FileFormatVersions.Office2019);
        foreach (var file in files.Where(file => file.EndsWith(".docx", StringComparison.Ordinal)))
        {
            using var document = WordprocessingDocument.Open(Path.Combine(scratch.Path("out"), file), false);
            Assert.Empty(validator.Validate(document, TestContext.Current.CancellationToken).Select(error => file + ": " + error.Description + " " + error.Path?.XPath));
            var text = document.MainDocumentPart?.Document?.InnerText ?? "";
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
            if (file.StartsWith("督办函/", StringComparison.Ordinal))
                Assert.Contains("2021年3月20日", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_second_run_leaves_a_person_s_files_alone()
    {
        using var scratch = new Scratch();
        var source = Executable.Sample("yiyuan-2021.txt");
        Assert.Equal(0, Executable.Run("draft", source, "--out", scratch.Path("out"), "--supervise", "14.3").Code);
        var letter = Path.Combine(scratch.Path("out"), "督办函", "14.3 县住房和城乡建设局 督办函.docx");
        File.WriteAllText(Path.Combine(scratch.Path("out"), "批示.txt"), "阅");
        Assert.Equal(0, Executable.Run("draft", source, "--out", scratch.Path("out")).Code);
        Assert.False(File.Exists(letter));
        Assert.Equal("阅", File.ReadAllText(Path.Combine(scratch.Path("out"), "批示.txt")));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        using var scratch = new Scratch();
        foreach (var folder in new[] { "a", "b" })
            Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", scratch.Path(folder), "--supervise", "14.3");
        foreach (var file in Directory.GetFiles(scratch.Path("a"), "*.docx", SearchOption.AllDirectories))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(file.Replace(scratch.Path("a"), scratch.Path("b"), StringComparison.Ordinal)));
    }

    [Fact]
    public void An_unknown_task_names_those_near_it_and_writes_nothing()
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", scratch.Path("out"), "--supervise", "14.9");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("14.3", outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch.Path("out")));
    }

    [Fact]
    public void A_folder_that_is_a_file_gives_exit_code_four()
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", scratch.Write("out", []));
        Assert.Equal(4, outcome.Code);
        Assert.Contains("output-is-file", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_tasks_what_was_read_is_written_and_no_paper()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("a.txt", System.Text.Encoding.UTF8.GetBytes("青石县2023年安全生产工作要点\n一、总体要求\n坚持安全第一。\n"));
        var outcome = Executable.Run("draft", file, "--out", scratch.Path("out"));
        Assert.Equal(3, outcome.Code);
        Assert.Contains("[no-tasks]", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(["report.html", "tasks.json"], Directory.GetFiles(scratch.Path("out"), "*.*").Select(Path.GetFileName).Where(name => name?[0] != '.').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Another_county_s_papers_name_no_body_of_yiyuan()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("a.txt", System.Text.Encoding.UTF8.GetBytes("青石县安全生产委员会关于印发《青石县2023年安全生产工作要点》的通知\n一、任务\n1.检查矿山。全面检查矿山企业。（县应急局牵头，县公安局配合）\n"));
        var outcome = Executable.Run("draft", file, "--out", scratch.Path("out"), "--supervise", "1.1");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("[no-profile]", outcome.Errors, StringComparison.Ordinal);
        foreach (var paper in Directory.GetFiles(scratch.Path("out"), "*.docx", SearchOption.AllDirectories))
        {
            using var document = WordprocessingDocument.Open(paper, false);
            Assert.DoesNotContain("沂源", document.MainDocumentPart?.Document?.InnerText ?? "", StringComparison.Ordinal);
        }
    }
}
