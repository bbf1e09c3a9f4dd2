using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Archiving;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Ledger.Tests.Archiving;

/// <summary>An archive is unpacked into one folder and nowhere else, whatever people call their files.</summary>
public sealed class ArchivePathTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("../../../../etc/cron.d/a", "佐证/县应急局/..／..／..／..／etc／cron.d／a")]
    [InlineData(@"..\..\a.exe", "佐证/县应急局/..＼..＼a.exe")]
    [InlineData("C:/a.jpg", "佐证/县应急局/C：／a.jpg")]
    [InlineData("..", "佐证/县应急局/未命名")]
    [InlineData("现场照片 1.jpg", "佐证/县应急局/现场照片 1.jpg")]
    public async Task A_name_stays_one_name(string name, string path)
    {
        await using var on = await TestLedger.MakeAsync("sqlite");
        var plan = await Some.PlanAsync(on, Some.Task("1.1", "开展检查。"));
        var bytes = new FolderBytes(_folder.FullName);
        await using (var ledger = on.Store.Open())
        {
            var source = await bytes.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes("source")), Stop);
            await ledger.Imports.ExecuteUpdateAsync(set => set.SetProperty(import => import.Hash, source.Hash), Stop);
            var (hash, length) = await bytes.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes("picture")), Stop);
            var task = await ledger.Tasks.Select(one => one.Id).SingleAsync(Stop);
            await Reporting.AddAsync(ledger, plan, [new ReportEntry(task, "县应急局", ReportState.Done, new DateOnly(2021, 3, 1)) { Evidence = new Evidence(name, hash, length) }], Some.Act, Stop);
            await ledger.SaveChangesAsync(Stop);
        }

        using var archive = new MemoryStream();
        var manifest = await PlanArchive.WriteAsync(on.Store, bytes, plan, Some.Act, archive, Stop);
        Assert.Contains(path, manifest.Files.Select(file => file.Path));
        archive.Position = 0;
        await ArchiveRestore.CheckAsync(archive, Stop);
    }

    [Theory]
    [InlineData("佐证/县应急局/../../../a")]
    [InlineData(@"佐证\..\..\a")]
    [InlineData("/etc/cron.d/a")]
    [InlineData("C:/Windows/a")]
    [InlineData("佐证/./a")]
    public async Task An_archive_that_leads_out_of_its_folder_is_refused(string path)
    {
        var content = "x"u8.ToArray();
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, true, Encoding.UTF8))
        {
            await using (var entry = await zip.CreateEntry(path).OpenAsync(Stop))
                await entry.WriteAsync(content, Stop);
            await using var written = await zip.CreateEntry(ArchiveManifest.EntryName).OpenAsync(Stop);
            new ArchiveManifest(ArchiveManifest.Current, DateTimeOffset.UnixEpoch, "某人", Guid.NewGuid(), "要点", 2021, "", [new ArchivedFile(path, Convert.ToHexStringLower(SHA256.HashData(content)), 1)]).Write(written);
        }

        archive.Position = 0;
        var error = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveRestore.CheckAsync(archive, Stop));
        Assert.Contains("文件夹之外", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(true);
}
