using System.IO.Compression;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace YiyuanSafety.EndToEnd;

/// <summary>The whole supervision cycle on the command line, with the real executable: an office without the web page can do all of it.</summary>
public sealed class CycleCommandTests : IDisposable
{
    private const string Body = "县应急局";
    private readonly Scratch _scratch = new();

    [Fact]
    public void From_import_to_archive_and_back()
    {
        Assert.Contains("新增 60 项任务", Out("plan", "import", Executable.Sample("yiyuan-2021.txt")), StringComparison.Ordinal);
        Assert.Contains("没有变化", Out("plan", "import", Executable.Sample("yiyuan-2021.txt")), StringComparison.Ordinal);
        Assert.Contains("60 项任务", Out("plan", "list"), StringComparison.Ordinal);
        var status = Out("status", "--body", Body);
        Assert.Contains("已逾期", status, StringComparison.Ordinal);
        var number = status.Split('\n')[0].Split('\t')[0];

        Assert.Contains("已登记", Out("report", number, Body, "--state", "推进中", "--percent", "40", "--text", "=1+1", "--evidence", Executable.Sample("yiyuan-2021.txt")), StringComparison.Ordinal);
        Assert.Contains("=1+1", Out("status", "--body", Body), StringComparison.Ordinal);
        var wrong = Out("report", "list", number).Split('\n').Single(line => line.Contains("40%", StringComparison.Ordinal));
        Assert.Contains("已撤销", Out("report", "retract", wrong[..8], "--reason", "填错"), StringComparison.Ordinal);
        Assert.Contains("（已撤销：填错）", Out("report", "list", number), StringComparison.Ordinal);
        Out("report", number, Body, "--state", "推进中", "--percent", "40", "--text", "=1+1");
        Assert.Contains("下一份是36号", Out("number", "set", "源安办发", "2026", "35"), StringComparison.Ordinal);
        Assert.Contains("源安办发〔2026〕  已用到第35号", Out("number", "list"), StringComparison.Ordinal);
        Assert.Contains("invalid", Fails(2, "report", number, Body, "--state", "已完成", "--percent", "40"), StringComparison.Ordinal);

        var sheets = _scratch.Path("填报表");
        Out("collect", "make", "--out", sheets, "--body", Body);
        var sheet = Assert.Single(Directory.GetFiles(sheets));
        ReplySheet.Fill(sheet, "已完成", "全部整改到位", "2026.11.１");
        Assert.Contains("只是预览", Out("collect", "read", sheet), StringComparison.Ordinal);
        Assert.Contains("登记 1 条，早已登记 0 条", Out("collect", "read", sheet, "--apply"), StringComparison.Ordinal);
        Assert.Contains("登记 0 条，早已登记 1 条", Out("collect", "read", sheet, "--apply"), StringComparison.Ordinal);

        var letters = _scratch.Path("函");
        Assert.Contains("该写  督办函", Out("letter", "list"), StringComparison.Ordinal);
        Assert.Contains("拟好  （未编号）", Out("letter", "prepare", "--body", Body, "--out", letters), StringComparison.Ordinal);
        Assert.Contains("没有该写的函", Out("letter", "prepare", "--body", Body), StringComparison.Ordinal);
        var issued = Out("letter", "issue", "全部", "--on", "2026-11-02", "--other-year", "--out", letters);
        Assert.Contains("源安办函〔2026〕1号", issued, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(letters, "*.docx", SearchOption.AllDirectories));
        Assert.Contains("已反馈", Out("letter", "reply", "源安办函〔2026〕1号", "--on", "2026-11-04", "--text", "正在收尾"), StringComparison.Ordinal);
        Assert.Contains("已办结", Out("letter", "reply", "源安办函〔2026〕1号", "--on", "2026-11-05", "--text", "已完成", "--done", "全部"), StringComparison.Ordinal);
        Assert.Contains("wrong-state", Fails(2, "letter", "withdraw", "源安办函〔2026〕1号", "--reason", "x"), StringComparison.Ordinal);

        var bulletin = _scratch.Path("通报.docx");
        Assert.Contains("已生成进展情况通报", Out("bulletin", "--out", bulletin, "--ranked", "--number", "--on", "2026-11-05", "--requirement", "抓紧整改。"), StringComparison.Ordinal);
        using (var zip = ZipFile.OpenRead(bulletin))
            Assert.Contains(zip.Entries, entry => entry.FullName.StartsWith("word/charts/", StringComparison.Ordinal));
        Assert.Equal(0, Executable.Run("check", bulletin).Code);

        Out("export", "--out", _scratch.Path("进展.xlsx"));
        Out("export", "--out", _scratch.Path("进展.json"));
        using (var stream = File.OpenRead(_scratch.Path("进展.xlsx")))
            Assert.All(Cells(new XSSFWorkbook(stream)), cell => Assert.NotEqual(CellType.Formula, cell.CellType));

        var archive = _scratch.Path("2021.zip");
        Out("archive", "make", "--out", archive);
        Assert.Contains("完好", Out("archive", "check", archive), StringComparison.Ordinal);
        Assert.Contains("台账里已有", Fails(2, "archive", "restore", archive), StringComparison.Ordinal);
        var before = (Out("status"), Out("letter", "list"));
        Assert.Contains("已恢复", Run("elsewhere", "archive", "restore", archive).Output, StringComparison.Ordinal);
        Assert.Equal(before, (Run("elsewhere", "status").Output, Run("elsewhere", "letter", "list").Output));

        var damaged = File.ReadAllBytes(archive);
        damaged[damaged.Length / 2] ^= 1;
        File.WriteAllBytes(archive, damaged);
        Assert.Contains("archive-invalid", Fails(3, "archive", "check", archive), StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private static IEnumerable<ICell> Cells(XSSFWorkbook workbook) =>
        Enumerable.Range(0, workbook.NumberOfSheets).Select(workbook.GetSheetAt).SelectMany(sheet => Enumerable.Range(0, sheet.LastRowNum + 1).Select(sheet.GetRow).OfType<IRow>()).SelectMany(row => row.Cells);

    private Outcome Run(string data, params string[] arguments) => Executable.Run([.. arguments, "--data", _scratch.Path(data)]);

    private string Out(params string[] arguments)
    {
        var run = Run("data", arguments);
        Assert.True(run.Code == 0, $"{string.Join(' ', arguments)}: {run.Code}\n{run.Output}\n{run.Errors}");
        return run.Output;
    }

    private string Fails(int code, params string[] arguments)
    {
        var run = Run("data", arguments);
        Assert.Equal(code, run.Code);
        return run.Errors;
    }
}
