using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace YiyuanSafety.EndToEnd;

/// <summary><c>check</c> on the real executable.</summary>
public sealed class CheckTests
{
    [Fact]
    public void A_drafted_paper_has_no_errors()
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run("check", Drafted(scratch));
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Contains("版式：通用公文格式（有版头）；页面方案 A", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("共 0 处错误、", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spoilt_paper_is_told_in_words_with_exit_code_one()
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run("check", Spoilt(scratch));
        Assert.Equal((1, ""), (outcome.Code, outcome.Errors));
        Assert.Contains("错误（不符合国标的规定）：\n", outcome.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("不符合 GB/T 9704—2012 第 7.3.2 条：主送机关居左顶格，回行时仍顶格。现为：居中；应为：顶格（左空 0 字）。 [C-02]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("其中 2 处可用 --fix 修好", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_stable_names()
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run("check", Spoilt(scratch), "--json");
        Assert.Equal(1, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(["file", "layout", "pageProfile", "errors", "warnings", "findings", "parts"], json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("A", json.RootElement.GetProperty("pageProfile").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("errors").GetInt32());
        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.Equal(["ruleId", "clause", "strength", "severity", "place", "found", "wanted", "message", "fixable"], finding.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("C-02", "7.3.2", "规定", "error", true), (
            finding.GetProperty("ruleId").GetString(), finding.GetProperty("clause").GetString(), finding.GetProperty("strength").GetString(),
            finding.GetProperty("severity").GetString(), finding.GetProperty("fixable").GetBoolean()));
        Assert.Equal(["text", "paragraph", "section", "table"], finding.GetProperty("place").EnumerateObject().Select(property => property.Name));
        Assert.True(finding.GetProperty("place").GetProperty("paragraph").GetInt32() > 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_repaired_copy_is_sound_and_the_paper_itself_stays_as_it_was(bool track)
    {
        using var scratch = new Scratch();
        var paper = Spoilt(scratch);
        var before = File.ReadAllBytes(paper);
        var fixedPaper = scratch.Path("修好.docx");
        string[] arguments = ["check", paper, "--fix", fixedPaper];
        var outcome = Executable.Run(track ? [.. arguments, "--track"] : arguments);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Contains("已修好 2 处，另存为“修好.docx”，文字没有改动。", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(paper));
        Assert.Equal(Text(paper), Text(fixedPaper));
        using var document = WordprocessingDocument.Open(fixedPaper, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken));
        Assert.Equal(track, document.MainDocumentPart?.Document?.Descendants<ParagraphPropertiesChange>().Any());
        Assert.Equal(0, Executable.Run("check", fixedPaper).Code);
    }

    [Fact]
    public void A_copy_never_takes_the_place_of_a_file()
    {
        using var scratch = new Scratch();
        var paper = Spoilt(scratch);
        var before = File.ReadAllBytes(paper);
        foreach (var target in new[] { paper, scratch.Write("已有.docx", [1, 2, 3]) })
        {
            var outcome = Executable.Run("check", paper, "--fix", target);
            Assert.Equal(4, outcome.Code);
            Assert.Contains("已经存在，没有覆盖", outcome.Errors, StringComparison.Ordinal);
            Assert.Contains("[output-exists]", outcome.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(before, File.ReadAllBytes(paper));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(scratch.Path("已有.docx")));
    }

    [Fact]
    public void What_is_no_Word_file_gives_exit_code_three_and_leaves_no_copy()
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run("check", scratch.Write("通知.docx", "关于检查的通知"u8.ToArray()), "--fix", scratch.Path("修好.docx"));
        Assert.Equal(3, outcome.Code);
        Assert.Contains("[source-unknown-format]", outcome.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch.Path("修好.docx")));
        Assert.Equal(3, Executable.Run("check", scratch.Path("没有.docx")).Code);
    }

    [Fact]
    public void Wrong_use_is_told()
    {
        using var scratch = new Scratch();
        var paper = Drafted(scratch);
        var tracked = Executable.Run("check", paper, "--track");
        Assert.Equal(2, tracked.Code);
        Assert.Contains("--track 要与 --fix 同用", tracked.Errors, StringComparison.Ordinal);
        var profile = Executable.Run("check", paper, "--profile", scratch.Path("没有.json"));
        Assert.Equal(2, profile.Code);
        Assert.Contains("[profile-invalid]", profile.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_says_how_papers_are_signed()
    {
        using var scratch = new Scratch();
        var profile = scratch.Write("设置.json", """{ "seal": false }"""u8.ToArray());
        Assert.Contains("[C-13]", Executable.Run("check", Drafted(scratch), "--profile", profile).Output, StringComparison.Ordinal);
    }

    private static string Drafted(Scratch scratch)
    {
        Assert.Equal(0, Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", scratch.Path("out"), "--date", "2021-03-01").Code);
        return Directory.GetFiles(scratch.Path("out"), "关于印发*.docx").Single();
    }

    // Addressees in the middle, and a paragraph of text in another font.
    private static string Spoilt(Scratch scratch)
    {
        var file = scratch.Path("通知.docx");
        File.Copy(Drafted(scratch), file);
        using var document = WordprocessingDocument.Open(file, true);
        var paragraphs = document.MainDocumentPart?.Document?.Body?.Descendants<Paragraph>().ToList() ?? [];
        var addressees = paragraphs.First(paragraph => paragraph.InnerText.EndsWith('：'));
        addressees.ParagraphProperties?.AddChild(new Justification { Val = JustificationValues.Center });
        paragraphs.First(paragraph => paragraph.InnerText.StartsWith("本次分工", StringComparison.Ordinal)).GetFirstChild<Run>()?
            .PrependChild(new RunProperties(new RunFonts { EastAsia = "宋体", Ascii = "宋体", HighAnsi = "宋体" }));
        return file;
    }

    private static string Text(string file)
    {
        using var document = WordprocessingDocument.Open(file, false);
        return document.MainDocumentPart?.Document?.Body?.InnerText ?? "";
    }
}
