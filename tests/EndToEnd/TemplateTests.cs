using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace YiyuanSafety.EndToEnd;

/// <summary><c>template check</c> and <c>template fields</c> on the real executable.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void Every_shipped_template_passes_under_its_own_name()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Executable.Root, "templates"), "*.docx"))
        {
            var outcome = Executable.Run("template", "check", file);
            Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
            Assert.Contains("没有发现问题", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_problems_are_told_at_once_with_paragraph_tag_and_the_nearest_name()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("我的督办函.docx", Docx("标题", "", "请于{{ task.deadlin }}办结。", "{{ if mark_is_long }}", "{{ mark", "{{ for t in titel_lines }}{{ t }}{{ end }}"));
        var outcome = Executable.Run("template", "check", file, "--kind", "督办函");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("“我的督办函.docx”按督办函的模板检查，有 ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("第 5 段 {{ mark：标签没有结束", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("第 4 段 {{ if mark_is_long }}：if 没有结束", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("这一段的文字：{{ mark", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("[template-block-open]", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_field_is_told_with_the_sentence_of_its_paragraph()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("supervision-letter.docx", Docx("标题", "", "请于{{ task.deadlin }}办结。"));
        var outcome = Executable.Run("template", "check", file);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("第 3 段 {{ task.deadlin }}：没有这个字段，是否为 task.deadline？ [template-unknown-field]\n    这一段的文字：请于{{ task.deadlin }}办结。", outcome.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("yiyuan-safety template fields 督办函", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("template-damaged", 3)]
    [InlineData("source-not-found", 3)]
    [InlineData("template-kind-unknown", 2)]
    public void What_cannot_be_checked_is_told_by_message_and_exit_code(string code, int exit)
    {
        using var scratch = new Scratch();
        var file = scratch.Write("a.docx", Encoding.UTF8.GetBytes("no zip"));
        string[] arguments = code switch
        {
            "template-damaged" => ["template", "check", file, "--kind", "notice"],
            "source-not-found" => ["template", "check", scratch.Path("b.docx"), "--kind", "notice"],
            _ => ["template", "check", file],
        };
        var outcome = Executable.Run(arguments);
        Assert.Equal((exit, ""), (outcome.Code, outcome.Output));
        Assert.EndsWith($"。 [{code}]", outcome.Errors.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("督办函", "task.deadline  完成时限，没有则为空，如：6月底前")]
    [InlineData("supervision-letter", "{{ for title_line in title_lines }}")]
    [InlineData("任务清单", "department  单位名称，如：县应急局")]
    public void Fields_are_listed_with_meaning_and_sample(string kind, string line) =>
        Assert.Contains(line, Executable.Run("template", "fields", kind).Output, StringComparison.Ordinal);

    [Fact]
    public void Fields_as_JSON_are_nested()
    {
        var outcome = Executable.Run("template", "fields", "督办函", "--json");
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal("supervision-letter", json.RootElement.GetProperty("kind").GetString());
        var task = json.RootElement.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "task");
        var deadline = task.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "deadline");
        Assert.Equal("6月底前", deadline.GetProperty("sample").GetString());
        Assert.False(deadline.GetProperty("list").GetBoolean());
    }

    [Theory]
    [InlineData("check 或 fields", "template")]
    [InlineData("没有“函”这种模板。种类有：通知（notice）", "template", "fields", "函")]
    [InlineData("template-kind-unknown", "template", "check", "a.docx", "--kind", "函")]
    public void Wrong_use_says_what_there_is(string message, params string[] arguments)
    {
        var outcome = Executable.Run(arguments);
        Assert.Equal(2, outcome.Code);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
    }

    private static byte[] Docx(params string[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Add("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            var body = string.Concat(paragraphs.Select(p => $"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>"));
            Add("word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""");

            void Add(string name, string text)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
