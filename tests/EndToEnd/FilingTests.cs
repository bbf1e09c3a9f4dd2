using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NPOI.XSSF.UserModel;

namespace YiyuanSafety.EndToEnd;

/// <summary>Filing on a folder by the real executable: killed, twice at once, and as a person does it.</summary>
public sealed class FilingTests
{
    private const int Papers = 500;

    [Fact]
    public void The_papers_of_a_draft_are_filed_once_and_registered()
    {
        using var scratch = new Scratch();
        Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", scratch.Path("out"), "--supervise", "14.3", "--date", "2021-03-01");
        var share = Directory.CreateDirectory(scratch.Path("share")).FullName;

        var look = File_(scratch, share, scratch.Path("out"), "--dry-run");
        Assert.Equal(0, look.Code);
        Assert.Contains("督办函/县住房和城乡建设局/", look.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(share));

        var first = File_(scratch, share, scratch.Path("out"));
        Assert.True(first.Code == 0, first.Errors);
        Assert.Contains("写入 35 份", first.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(share, "2021年/任务台账/任务台账.xlsx")), "The workbook belongs to the year of the papers beside it.");
        var register = RegisterLines(Path.Combine(share, "2021年/发文登记簿.xlsx"));
        Assert.Equal(35, register.Count);
        Assert.Contains(register, line => line[1] == "督办函" && line[3] == "县住房和城乡建设局" && line[4] == "2021-03-01");

        var again = File_(scratch, share, scratch.Path("out"));
        Assert.Contains("写入 0 份，早已归档 35 份", again.Output, StringComparison.Ordinal);
        Assert.Equal(35, RegisterLines(Path.Combine(share, "2021年/发文登记簿.xlsx")).Count);

        // What people do to the drive is noticed, and nothing of theirs is touched.
        var notice = Directory.GetFiles(Path.Combine(share, "2021年/通知")).Single();
        File.WriteAllText(notice, "有人改过");
        File.Delete(Directory.GetFiles(Path.Combine(share, "2021年/督办函"), "*", SearchOption.AllDirectories).Single());
        File.WriteAllText(Path.Combine(share, "外来.txt"), "别人的");
        var verify = Run(scratch, "drive", "verify", share);
        Assert.Equal(1, verify.Code);
        Assert.Contains("完好 33，不见了 1，被人改过 1；另有 1 个", verify.Output, StringComparison.Ordinal);
        Assert.Contains("写入 1 份", File_(scratch, share, scratch.Path("out")).Output, StringComparison.Ordinal);
        Assert.Equal("有人改过", File.ReadAllText(notice));
    }

    [Fact]
    public void A_classified_paper_is_not_put_on_a_share()
    {
        using var scratch = new Scratch();
        Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", scratch.Path("out"), "--supervise", "14.3");
        var letter = Directory.GetFiles(scratch.Path("out"), "*督办函.docx", SearchOption.AllDirectories).Single();
        Change(letter, scratch.Path("密.docx"), xml => xml.Insert(xml.IndexOf("<w:body>", StringComparison.Ordinal) + 8, "<w:p><w:r><w:t>机密★1年</w:t></w:r></w:p>"));
        var share = Directory.CreateDirectory(scratch.Path("share")).FullName;

        var outcome = File_(scratch, share, scratch.Path("密.docx"));

        Assert.NotEqual(0, outcome.Code);
        Assert.Contains("[paper-classified]", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(share, "*.docx", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Killed_again_and_again_it_files_500_papers_once_each()
    {
        using var scratch = new Scratch();
        var papers = MakePapers(scratch);
        var share = Directory.CreateDirectory(scratch.Path("share")).FullName;
        var random = new Random(500);
        var killed = 0;
        for (var i = 0; i < 12; i++)
        {
            using var process = Start(scratch, share, papers);
            await Task.WhenAny(process.WaitForExitAsync(TestContext.Current.CancellationToken), FilesAppear(share, Count(share) + random.Next(1, 60)));
            killed += process.HasExited ? 0 : 1;
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.InRange(killed, 4, 12);
        var last = File_(scratch, share, papers);
        Assert.True(last.Code == 0, last.Errors);
        AssertFiledOnce(scratch, share, papers);
        Assert.All(Directory.GetFiles(share, ".yiyuan-*.part", SearchOption.AllDirectories), left => Assert.True(File.GetLastWriteTimeUtc(left) < DateTime.UtcNow));
    }

    [Fact]
    public async Task Two_processes_that_file_the_same_papers_file_them_once_each()
    {
        using var scratch = new Scratch();
        var papers = MakePapers(scratch);
        var share = Directory.CreateDirectory(scratch.Path("share")).FullName;

        using var one = Start(scratch, share, papers);
        using var other = Start(scratch, share, papers);
        var said = new[] { one.StandardError, other.StandardError, one.StandardOutput, other.StandardOutput }.Select(stream => stream.ReadToEndAsync(TestContext.Current.CancellationToken)).ToList();
        var errors = await Task.WhenAll(said.Take(2));
        await Task.WhenAll(said);
        await Task.WhenAll(one.WaitForExitAsync(TestContext.Current.CancellationToken), other.WaitForExitAsync(TestContext.Current.CancellationToken));

        Assert.Equal((0, 0, ""), (one.ExitCode, other.ExitCode, string.Concat(errors)));
        AssertFiledOnce(scratch, share, papers);
    }

    private static void AssertFiledOnce(Scratch scratch, string share, string papers)
    {
        var wanted = Directory.GetFiles(papers).Select(Hash).Order().ToList();
        Assert.Equal(Papers, wanted.Distinct().Count());
        Assert.Equal(wanted, Directory.GetFiles(share, "*.docx", SearchOption.AllDirectories).Select(Hash).Order());
        var lines = RegisterLines(Path.Combine(share, "2021年/发文登记簿.xlsx"));
        Assert.Equal((Papers, Papers), (lines.Count, lines.Select(line => line[8]).Distinct().Count()));
        var verify = Run(scratch, "drive", "verify", share);
        Assert.True(verify.Code == 0, verify.Output);
        Assert.Contains($"完好 {Papers}，不见了 0，被人改过 0；另有 0 个", verify.Output, StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
    }

    // Letters that differ in one word of their titles.
    private static string MakePapers(Scratch scratch)
    {
        Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", scratch.Path("out"), "--supervise", "14.3", "--date", "2021-03-01");
        var letter = Directory.GetFiles(scratch.Path("out"), "*督办函.docx", SearchOption.AllDirectories).Single();
        var folder = Directory.CreateDirectory(scratch.Path("papers")).FullName;
        for (var i = 1; i <= Papers; i++)
            Change(letter, Path.Combine(folder, $"函{i:000}.docx"), xml => xml.Replace("任务落实情况", $"第{i}项任务落实情况", StringComparison.Ordinal));
        return folder;
    }

    private static void Change(string from, string to, Func<string, string> change)
    {
        File.Copy(from, to);
        using var zip = ZipFile.Open(to, ZipArchiveMode.Update);
        var entry = zip.GetEntry("word/document.xml") ?? throw new InvalidOperationException();
        string xml;
        using (var reader = new StreamReader(entry.Open()))
            xml = reader.ReadToEnd();
        Assert.NotEqual(xml, change(xml));
        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write(change(xml));
    }

    private static async Task FilesAppear(string share, int wanted)
    {
        for (var tries = 0; Count(share) < wanted && tries < 10_000; tries++)
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    private static int Count(string share) => Directory.GetFiles(share, "*.docx", SearchOption.AllDirectories).Length;

    private static List<string[]> RegisterLines(string path)
    {
        var sheet = new XSSFWorkbook(new MemoryStream(File.ReadAllBytes(path))).GetSheetAt(0);
        return [.. Enumerable.Range(1, sheet.LastRowNum).Select(row => sheet.GetRow(row).Cells.Select(cell => cell.StringCellValue).ToArray())];
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static Outcome File_(Scratch scratch, string share, string papers, params string[] more) => Run(scratch, ["file", papers, "--to", share, .. more]);

    private static Outcome Run(Scratch scratch, params string[] arguments) => Executable.RunWith(start => start.Environment["YIYUAN__DATA"] = scratch.Path("data"), arguments);

    private static Process Start(Scratch scratch, string share, string papers) =>
        Executable.Start(start => start.Environment["YIYUAN__DATA"] = scratch.Path("data"), "file", papers, "--to", share);
}
