using System.Diagnostics;
using System.Text;

namespace YiyuanSafety.EndToEnd;

/// <summary>PDFs by the real LibreOffice.</summary>
public sealed class PdfTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Every_paper_of_a_draft_gets_its_pdf_and_missing_fonts_are_named_once()
    {
        NeedOffice();
        var folder = _scratch.Path("out");

        var outcome = Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", folder, "--supervise", "14.3", "--pdf");

        Assert.Equal(0, outcome.Code);
        var papers = Directory.GetFiles(folder, "*.docx", SearchOption.AllDirectories);
        Assert.All(papers, paper => Assert.Equal("%PDF"u8.ToArray(), File.ReadAllBytes(Path.ChangeExtension(paper, ".pdf"))[..4]));
        Assert.Equal(papers.Length, Directory.GetFiles(folder, "*.pdf", SearchOption.AllDirectories).Length);
        Assert.Equal(2, outcome.Errors.Split("[fonts-missing]").Length);
        Assert.Contains("方正小标宋简体", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("不能作为正式文件印发", outcome.Errors, StringComparison.Ordinal);

        // What a later run without PDFs made no more, it takes away.
        Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", folder);
        Assert.Empty(Directory.GetFiles(folder, "*.pdf", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_same_paper_makes_the_same_pdf_whenever_it_is_made()
    {
        NeedOffice();
        foreach (var folder in new[] { "first", "second" })
            Assert.Equal(0, Executable.Run("pdf", "--out", _scratch.Path(folder), "--", Executable.Sample("yiyuan-2021-typed.docx")).Code);

        Assert.Equal(File.ReadAllBytes(_scratch.Path("first/yiyuan-2021-typed.pdf")), File.ReadAllBytes(_scratch.Path("second/yiyuan-2021-typed.pdf")));
    }

    [Fact]
    public void A_broken_file_is_named_and_the_others_are_converted()
    {
        NeedOffice();
        var odd = _scratch.Write("-关于 <&>😀 的通知.docx".Replace('<', '《').Replace('>', '》'), File.ReadAllBytes(Executable.Sample("yiyuan-2021-typed.docx")));
        var broken = _scratch.Write("坏的.docx", [80, 75, 3, 4, 0, 1, 2]);

        var outcome = Executable.Run("pdf", "--out", _scratch.Path("pdf"), "--", odd, broken);

        Assert.Equal(4, outcome.Code);
        Assert.Contains("“坏的.docx”没能转换为 PDF", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal([Path.GetFileNameWithoutExtension(odd) + ".pdf"], Directory.GetFiles(_scratch.Path("pdf")).Select(Path.GetFileName));
    }

    [Fact]
    public void Without_LibreOffice_the_papers_are_written_and_the_person_is_told()
    {
        var folder = _scratch.Path("out");

        var outcome = Executable.RunWith(start => start.Environment["PATH"] = "", "draft", Executable.Sample("yiyuan-2021.txt"), "--out", folder, "--pdf");

        Assert.Equal(4, outcome.Code);
        Assert.Contains("没有找到 LibreOffice", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("[office-missing]", outcome.Errors, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(folder, "*.docx"));
    }

    [Fact]
    public async Task Stopping_leaves_no_process_and_no_half_file()
    {
        NeedOffice();
        if (OperatingSystem.IsWindows())
            Assert.Skip("信号只在 Unix 上发送。");
        var temporary = Directory.CreateDirectory(_scratch.Path("tmp")).FullName;
        var folder = _scratch.Path("out");
        using var process = Executable.Start(start => Interruptible(start).Environment["TMPDIR"] = temporary, "draft", Executable.Sample("yiyuan-2021.txt"), "--out", folder, "--pdf");

        // The work folder of the conversion shows that it has begun.
        using var begun = new FileSystemWatcher(temporary) { EnableRaisingEvents = true, IncludeSubdirectories = true };
        var seen = new TaskCompletionSource();
        begun.Created += (_, made) =>
        {
            if (made.FullPath.Contains("profile", StringComparison.Ordinal))
                seen.TrySetResult();
        };
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Empty(Directory.GetDirectories(temporary, "yiyuan-safety-*"));
        Assert.DoesNotContain(Process.GetProcessesByName("soffice.bin"), office => CommandOf(office).Contains(temporary, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(folder, "*.tmp~", SearchOption.AllDirectories));
    }

    // A shell starts what runs in its background deaf to the signal, and everything started from there is deaf too.
    private static ProcessStartInfo Interruptible(ProcessStartInfo start)
    {
        if (!OperatingSystem.IsLinux())
            return start;
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, "--default-signal=INT");
        start.FileName = "env";
        return start;
    }

    private static string CommandOf(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline", Encoding.UTF8);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return "";
        }
    }

    private static void NeedOffice()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "soffice"))))
            Assert.Skip("没有找到 soffice。请安装 LibreOffice 后再运行。");
    }
}
