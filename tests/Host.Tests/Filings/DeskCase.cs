using System.Text;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Filing.Folder;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Tests.Filings;

/// <summary>A desk that files into a folder of its own, with a ledger of its own.</summary>
internal sealed class DeskCase : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly DirectoryInfo _folder;

    private DeskCase(DirectoryInfo folder, LedgerStore store, WhenOther rule)
    {
        (_folder, Store) = (folder, store);
        Share = folder.CreateSubdirectory("share").FullName;
        Drive = new NamedDrive("共享", new FolderDrive(Share, TimeProvider.System), rule);
        Desk = new FilingDesk(store, Drive, Shipped.Profile().Filing, "");
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Act Act => new("张三", Now);

    public LedgerStore Store { get; }

    public string Share { get; }

    public NamedDrive Drive { get; }

    public FilingDesk Desk { get; }

    public static async Task<DeskCase> BeginAsync(WhenOther rule = WhenOther.Number)
    {
        var folder = Directory.CreateTempSubdirectory("desk-");
        return new DeskCase(folder, await ServiceStore.OpenAsync(new ServiceStoreOptions(Path.Combine(folder.FullName, "data"), null), Stop), rule);
    }

    /// <summary>A file that carries no record.</summary>
    public static FilingPaper Loose(string name, string text) => FilingPaper.Of(name, Encoding.UTF8.GetBytes(text), null, 2021);

    /// <summary>A paper that carries a record: what has its identity is a revision of it.</summary>
    public static FilingPaper Paper(string text, string title, string number = "", string identity = "a1b2c3", string year = "2021")
    {
        var file = Loose("函.xlsx", text);
        return file with { Identity = identity, Fields = file.Fields with { Year = year, Kind = "督办函", Title = title, Number = number } };
    }

    public Task<FilingPlan> FileAsync(FilingPaper paper) => Desk.FileAsync(paper, Act, Stop);

    /// <summary>Files papers, several at once, and writes the register.</summary>
    public async Task<IReadOnlyList<FilingPlan>> FileAsync(IReadOnlyList<FilingPaper> papers)
    {
        var plans = await Task.WhenAll(papers.Select(paper => Task.Run(() => FileAsync(paper))));
        await Desk.RegisterAsync(Now, Stop);
        return plans;
    }

    /// <summary>What lies on the share, the lock apart.</summary>
    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Share, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Share, file).Replace('\\', '/')).Where(file => file != ".yiyuan-lock").Order(StringComparer.Ordinal)];

    public string Text(string place) => File.ReadAllText(Path.Combine(Share, place));

    /// <summary>The titles in a register.</summary>
    public IReadOnlyList<string> Lines(string register = "2021年/发文登记簿.xlsx")
    {
        var sheet = new XSSFWorkbook(new MemoryStream(File.ReadAllBytes(Path.Combine(Share, register)))).GetSheetAt(0);
        return [.. Enumerable.Range(1, sheet.LastRowNum).Select(row => sheet.GetRow(row).GetCell(2).StringCellValue)];
    }

    /// <summary>All filings that the ledger knows.</summary>
    public List<FiledFile> Rows()
    {
        using var ledger = Store.Open();
        return [.. ledger.Filings.OrderBy(file => file.Place).ThenBy(file => file.Edition)];
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(true);
    }
}
