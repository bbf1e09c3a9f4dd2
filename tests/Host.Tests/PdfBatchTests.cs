using YiyuanSafety.Host.Office;

namespace YiyuanSafety.Host.Tests;

/// <summary>A batch beside a program that misbehaves. The program is a script that plays LibreOffice; the real one is tried end to end.</summary>
public sealed class PdfBatchTests : IDisposable
{
    private static readonly string[] Names = ["甲", "乙", "丙"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("office-");
    private readonly Dictionary<string, string> _delivered = [];
    private readonly List<string> _steps = [];

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public void Every_document_is_delivered_and_told_once()
    {
        Assert.Empty(Convert("convert"));

        Assert.Equal(["甲", "乙", "丙"], _delivered.Keys);
        Assert.Equal("pdf of 乙", _delivered["乙"]);
        Assert.Equal(["甲", "乙", "丙"], _steps);
    }

    [Fact]
    public void A_document_that_cannot_be_converted_is_left_out() =>
        Assert.Equal(["乙"], Convert("[ $f = 0001.docx ] || convert"));

    [Fact]
    public void Where_the_program_dies_the_rest_is_converted_by_a_new_one()
    {
        Assert.Equal(["乙"], Convert("[ $f = 0001.docx ] && { begin; echo half > out/0001.pdf; exit 139; }; convert"));

        Assert.Equal(["甲", "丙"], _delivered.Keys);
        Assert.Equal(["甲", "乙", "丙"], _steps);
    }

    [Fact]
    public void Where_the_program_hangs_it_is_killed_and_the_rest_is_converted()
    {
        Assert.Equal(["乙"], Convert("[ $f = 0001.docx ] && { begin; sleep 600; }; convert"));

        Assert.Equal(["甲", "丙"], _delivered.Keys);
    }

    [Fact]
    public void A_program_that_dies_at_once_ends_in_failures_and_not_in_a_loop() =>
        Assert.Equal(["甲", "乙", "丙"], Convert("exit 1"));

    [Fact]
    public void Stopping_kills_what_was_started_and_leaves_no_file()
    {
        using var stop = new CancellationTokenSource();
        var mark = Path.Combine(_folder.FullName, "alive");

        Assert.ThrowsAny<OperationCanceledException>(() => new PdfBatch(Program($"begin; [ $f = 0001.docx ] && {{ echo $$ > {mark}; sleep 600; }}; convert"), TimeSpan.FromMinutes(1))
            .Convert(Requests(), _ => stop.Cancel(), stop.Token));

        Assert.Empty(_delivered);
        Assert.DoesNotContain(Directory.GetDirectories(Path.GetTempPath(), "yiyuan-safety-*"), folder => File.Exists(Path.Combine(folder, "0002.docx")) && File.ReadAllText(Path.Combine(folder, "0002.docx")) == "丙");
        if (File.Exists(mark))
            Assert.False(Directory.Exists("/proc/" + File.ReadAllText(mark).Trim()));
    }

    private IReadOnlyList<string> Convert(string each) => new PdfBatch(Program(each), Patience).Convert(Requests(), _steps.Add, TestContext.Current.CancellationToken);

    private List<PdfRequest> Requests() => [.. Names.Select(name => new PdfRequest(
        name,
        docx => docx.Write(System.Text.Encoding.UTF8.GetBytes(name)),
        pdf => _delivered.Add(name, File.ReadAllText(pdf.FullName).Trim())))];

    private string Program(string each)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("程序的替身是一个 shell 脚本，Windows 上不运行。");
            return "";
        }

        var path = Path.Combine(_folder.FullName, "office.sh");
        File.WriteAllText(path, $$"""
            #!/bin/bash
            mkdir -p out
            begin() { echo "convert $PWD/$f -> $PWD/out/${f%.docx}.pdf using filter : writer_pdf_Export"; }
            convert() { begin; echo "pdf of $(cat $f)" > out/${f%.docx}.pdf; }
            for f in "$@"; do
              case $f in *.docx) {{each}} ;; esac
            done
            """.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }
}
