using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace YiyuanSafety.EndToEnd;

/// <summary>The program as a secretary meets it: verbs, messages, exit codes.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void Extract_prints_exactly_the_json_when_piped()
    {
        var outcome = Executable.Run("extract", Executable.Sample("yiyuan-2021.txt"), "--json");
        Assert.Equal(0, outcome.Code);
        Assert.Empty(outcome.Errors);
        Assert.StartsWith("{", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("}\n", outcome.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(outcome.Output);
        var task = json.RootElement.GetProperty("tasks")[0];
        Assert.Equal(
            ["id", "item", "clause", "section", "title", "text", "responsibility", "parties", "deadlines", "recurrence", "measures", "deliverables"],
            task.EnumerateObject().Select(property => property.Name).Where(name => name != "location"));
        Assert.Equal(["role", "mention", "canonical", "kind", "needsReview"], task.GetProperty("parties")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(60, json.RootElement.GetProperty("tasks").GetArrayLength());
        Assert.Equal(2021, json.RootElement.GetProperty("document").GetProperty("year").GetInt32());
    }

    [Fact]
    public void Help_and_errors_speak_chinese()
    {
        var help = Executable.Run("draft", "--help");
        Assert.Equal(0, help.Code);
        Assert.Contains("用法：", help.Output, StringComparison.Ordinal);
        Assert.Contains("--supervise", help.Output, StringComparison.Ordinal);
        foreach (var english in new[] { "Usage", "Options", "Description", "Show help", "REQUIRED" })
            Assert.DoesNotContain(english, help.Output, StringComparison.Ordinal);
        foreach (var wrong in new string[][] { [], ["draft"], ["foo"], ["extract"], ["extract", "a", "--nope"], ["draft", "a.txt", "--out", "b", "--date", "昨天"] })
        {
            var outcome = Executable.Run(wrong);
            Assert.Equal(2, outcome.Code);
            Assert.Contains("[wrong-use]", outcome.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("Required", outcome.Errors, StringComparison.Ordinal);
            Assert.Empty(outcome.Output);
        }
    }

    [Fact]
    public void Strict_gives_exit_code_one_when_something_must_be_checked()
    {
        Assert.Equal(1, Executable.Run("extract", Executable.Sample("yiyuan-2021.txt"), "--strict").Code);
        using var scratch = new Scratch();
        var clean = scratch.Write("a.txt", Encoding.UTF8.GetBytes("某县2022年工作要点\n一、任务\n1.检查。全面检查。（县应急局负责）\n"));
        Assert.Equal(0, Executable.Run("extract", clean, "--strict").Code);
    }

    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "空.docx", [], "source-empty" },
        { "压缩包.docx", Zip(("a.txt", "a")), "source-unknown-format" },
        { "半截.docx", File.ReadAllBytes(Executable.Sample("yiyuan-2021-typed.docx"))[..4000], "source-damaged" },
        { "加密.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "source-encrypted" },
        { "乱码.txt", [.. Enumerable.Range(0, 9000).Select(i => (byte)(i * 7919 % 251))], "source-unknown-format" },
        { "声明.docx", WithDocument("<!DOCTYPE x [<!ENTITY a \"b\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body/></w:document>"), "source-unsafe-xml" },
        { "扫描.pdf", PageWithoutText(), "source-scanned" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_cannot_be_read_says_why_with_exit_code_three_and_writes_nothing(string name, byte[] content, string code)
    {
        using var scratch = new Scratch();
        var file = scratch.Write(name, content);
        var outcome = Executable.Run("draft", file, "--out", scratch.Path("out"));
        Assert.Equal(3, outcome.Code);
        Assert.Contains($"[{code}]", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(name, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch.Path("out")));
    }

    [Fact]
    public void A_missing_file_and_a_folder_say_so()
    {
        Assert.Equal(3, Executable.Run("extract", "没有这个文件.docx").Code);
        Assert.Contains("文件夹", Executable.Run("extract", Executable.Root).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_clauses_gives_its_outline_and_exit_code_zero()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("a.txt", Encoding.UTF8.GetBytes("某县2022年工作要点\n一、总体要求\n坚持安全第一。\n二、主要任务\n加强检查。\n"));
        var outcome = Executable.Run("extract", file);
        Assert.Equal(0, outcome.Code);
        Assert.Contains("二、主要任务", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("no-clause", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_is_none_is_told_with_exit_code_two()
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run("extract", Executable.Sample("yiyuan-2021.txt"), "--directory", scratch.Write("d.json", Encoding.UTF8.GetBytes("{\"bodies\":[{}]}")));
        Assert.Equal(2, outcome.Code);
        Assert.Contains("directory-invalid", outcome.Errors, StringComparison.Ordinal);
    }

    /// <summary>A PDF of one page that holds no letter, as a scanner makes it.</summary>
    private static byte[] PageWithoutText()
    {
        string[] objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>"];
        var text = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n{table}trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static byte[] WithDocument(string xml) => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", xml));

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
