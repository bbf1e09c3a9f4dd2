using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Archiving;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Directories;
using YiyuanSafety.Ledger.Numbering;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Ledger.Tests.Archiving;

public sealed class ArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite", "sqlite")]
    [InlineData("sqlite", "postgres")]
    [InlineData("postgres", "sqlite")]
    public async Task What_was_archived_comes_back_row_by_row_and_byte_by_byte(string from, string to)
    {
        await using var old = await TestLedger.MakeAsync(from);
        var (plan, archive) = await ArchiveAsync(old);
        var names = Entries(archive).Select(entry => entry.Name).ToList();
        Assert.Contains("公文/督办函/县应急局 督办函（1）.docx", names);
        Assert.Contains("旧稿/督办函/县应急局 督办函（1）（第1稿）.docx", names);
        Assert.Contains("佐证/县应急局/照片.jpg", names);
        Assert.Contains("来文/1 a.docx", names);

        // An installation that was just started: it has a directory of its own, which gives way.
        await using var fresh = await TestLedger.MakeAsync(to);
        await CountyDirectory.SeedAsync(fresh.Store, new BodyDirectory("清水县", [new WorkPoints.Directory.Body("县档案馆")], []), Some.Act, Stop);
        var bytes = Bytes("new");
        var manifest = await ArchiveRestore.RunAsync(fresh.Store, bytes, new MemoryStream(archive), Some.Act, Stop);
        Assert.Equal((plan, (int?)2021), (manifest.PlanId, manifest.Year));

        // Archived again it is the same, but for the note that it was restored.
        using var again = new MemoryStream();
        await PlanArchive.WriteAsync(fresh.Store, bytes, plan, Some.Act, again, Stop);
        Assert.Equal(Entries(archive).Where(IsContent), Entries(again.ToArray()).Where(IsContent));
        var audit = Entries(again.ToArray()).Single(entry => entry.Name == "台账/audit.jsonl").Text;
        Assert.StartsWith(Entries(archive).Single(entry => entry.Name == "台账/audit.jsonl").Text, audit, StringComparison.Ordinal);
        Assert.Contains("plan.restore", audit, StringComparison.Ordinal);

        // Numbers go on where they stopped.
        await using var ledger = fresh.Store.Open();
        var paper = await Some.PaperAsync(fresh, plan, "one more");
        Assert.Equal(2, (await IssueNumbers.TakeAsync(fresh.Store, paper, "清安办函", 2021, Some.Act, Stop)).Serial);
        Assert.Equal(["县应急局"], await ledger.Bodies.Select(body => body.Name).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_ledger_that_has_the_plan_is_left_as_it_is()
    {
        await using var old = await TestLedger.MakeAsync("sqlite");
        var (_, archive) = await ArchiveAsync(old);
        var error = await Assert.ThrowsAsync<LedgerException>(() => ArchiveRestore.RunAsync(old.Store, Bytes("old"), new MemoryStream(archive), Some.Act, Stop));
        Assert.Equal(LedgerCodes.WrongState, error.Code);
    }

    [Theory]
    [InlineData("plan.jsonl missing")]
    [InlineData("one more")]
    [InlineData("another content")]
    [InlineData("longer")]
    [InlineData("no manifest")]
    [InlineData("newer")]
    [InlineData("strange column")]
    [InlineData("no zip")]
    [InlineData("cut")]
    public async Task A_damaged_archive_is_refused_and_nothing_is_restored(string damage)
    {
        await using var old = await TestLedger.MakeAsync("sqlite");
        var (_, archive) = await ArchiveAsync(old);
        var damaged = Damage(archive, damage);
        await using var fresh = await TestLedger.MakeAsync("sqlite");
        var error = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveRestore.RunAsync(fresh.Store, Bytes("new"), new MemoryStream(damaged), Some.Act, Stop));
        Assert.EndsWith("。", error.Message, StringComparison.Ordinal);
        await using var ledger = fresh.Store.Open();
        Assert.Equal(0, await ledger.Plans.CountAsync(Stop) + await ledger.Papers.CountAsync(Stop) + await ledger.Audit.CountAsync(Stop));
    }

    [Fact]
    public async Task Bytes_turned_anywhere_are_noticed()
    {
        await using var old = await TestLedger.MakeAsync("sqlite");
        var (_, archive) = await ArchiveAsync(old);
        var manifest = Entries(archive).Single(entry => entry.Name == ArchiveManifest.EntryName).Text;
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var damaged = archive.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                // What the zip says of itself, such as a time of day, may be turned without harm: then all content is right.
                await ArchiveRestore.CheckAsync(new MemoryStream(damaged), Stop);
                Assert.Equal(manifest, Entries(damaged).Single(entry => entry.Name == ArchiveManifest.EntryName).Text);
            }
            catch (ArchiveException)
            {
                // Noticed.
            }
        }
    }

    [Fact]
    public async Task A_plan_whose_file_is_gone_is_not_archived()
    {
        await using var old = await TestLedger.MakeAsync("sqlite");
        var (plan, _) = await ArchiveAsync(old);
        using var output = new MemoryStream();
        var error = await Assert.ThrowsAsync<LedgerException>(() => PlanArchive.WriteAsync(old.Store, Bytes("elsewhere"), plan, Some.Act, output, Stop));
        Assert.Contains("不见了", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(true);

    private FolderBytes Bytes(string name) => new(Path.Combine(_folder.FullName, name));

    private async Task<(Guid Plan, byte[] Archive)> ArchiveAsync(TestLedger on)
    {
        var bytes = Bytes("old");
        async Task<string> KeepAsync(string content) => (await bytes.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), Stop)).Hash;

        await CountyDirectory.SeedAsync(on.Store, new BodyDirectory("清水县", [new WorkPoints.Directory.Body("县应急局") { Aliases = ["县安监局"], Groups = ["县直部门"] }], [new BodyGroup("县直部门")]), Some.Act, Stop);
        Guid plan;
        await using (var ledger = on.Store.Open())
        {
            var source = new Importing.SourceFile("a.docx", await KeepAsync("source"), 6);
            plan = (await Importing.Importer.ImportAsync(ledger, Some.Act.NewId(), true, Some.Document(Some.Task("1.1", "开展<&>\"检查\u2028。"), Some.Task("1.2", "整改。")), source, "清水县", Some.Act, Stop)).Import.PlanId;
        }

        await using (var ledger = on.Store.Open())
        {
            var task = await ledger.Tasks.OrderBy(one => one.Ordinal).Select(one => one.Id).FirstAsync(Stop);
            var description = new PaperDescription("3f9a0c51be27", "supervision-letter", "县应急局", "{}", "督办函/县应急局 督办函（1）.docx");
            var letter = await LetterLife.PrepareAsync(ledger, plan, new NewLetter(LetterStep.Supervision, "县应急局", 1, [(task, new DateOnly(2021, 2, 28))], description), Some.Act, Stop);
            await ledger.SaveChangesAsync(Stop);
            foreach (var content in new[] { "first", "second" })
            {
                await PaperShelf.PutAsync(ledger, plan, new MadePaper(description, await KeepAsync(content), content.Length, "t"), Some.Act, Stop);
                await ledger.SaveChangesAsync(Stop);
            }

            await IssueNumbers.TakeAsync(on.Store, letter.PaperId, "清安办函", 2021, Some.Act, Stop);
            await Reporting.AddAsync(ledger, plan, [new ReportEntry(task, "县应急局", ReportState.Done, new DateOnly(2021, 3, 1)) { Evidence = new Evidence("照片.jpg", await KeepAsync("picture"), 7) }], Some.Act, Stop);
            await ledger.SaveChangesAsync(Stop);
        }

        using var output = new MemoryStream();
        await PlanArchive.WriteAsync(on.Store, bytes, plan, Some.Act, output, Stop);
        return (plan, output.ToArray());
    }

    private static bool IsContent((string Name, string Text) entry) => entry.Name is not ("台账/audit.jsonl" or ArchiveManifest.EntryName);

    private static List<(string Name, string Text)> Entries(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read, false, Encoding.UTF8);
        return [.. zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return (entry.FullName, reader.ReadToEnd());
        })];
    }

    private static byte[] Damage(byte[] archive, string damage)
    {
        if (damage == "no zip")
            return Encoding.UTF8.GetBytes("这不是压缩包");
        if (damage == "cut")
            return archive[..(archive.Length / 2)];
        using var stream = new MemoryStream();
        stream.Write(archive);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, true, Encoding.UTF8))
        {
            switch (damage)
            {
                case "plan.jsonl missing": zip.GetEntry("台账/plans.jsonl")?.Delete(); break;
                case "one more": Put(zip, "公文/别的.docx", "x"); break;
                case "another content": Put(zip, "佐证/县应急局/照片.jpg", "pictura"); break;
                case "longer": Put(zip, "佐证/县应急局/照片.jpg", new string('0', 10_000_000)); break;
                case "no manifest": zip.GetEntry(ArchiveManifest.EntryName)?.Delete(); break;
                case "newer": Put(zip, ArchiveManifest.EntryName, Text(zip, ArchiveManifest.EntryName).Replace(ArchiveManifest.Current, "yiyuan-archive:2", StringComparison.Ordinal)); break;
                default: Rewrite(zip, "台账/reports.jsonl", text => text.Replace("\"Body\"", "\"Colour\":\"red\",\"Body\"", StringComparison.Ordinal)); break;
            }
        }

        return stream.ToArray();
    }

    // With a manifest that agrees.
    private static void Rewrite(ZipArchive zip, string name, Func<string, string> change)
    {
        var content = Encoding.UTF8.GetBytes(change(Text(zip, name)));
        using var old = new MemoryStream(Encoding.UTF8.GetBytes(Text(zip, ArchiveManifest.EntryName)));
        var manifest = ArchiveManifest.Read(old);
        using var written = new MemoryStream();
        (manifest with { Files = [.. manifest.Files.Select(file => file.Path == name ? new ArchivedFile(name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), content.Length) : file)] }).Write(written);
        Put(zip, name, Encoding.UTF8.GetString(content));
        Put(zip, ArchiveManifest.EntryName, Encoding.UTF8.GetString(written.ToArray()));
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader((zip.GetEntry(name) ?? throw new InvalidOperationException(name)).Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static void Put(ZipArchive zip, string name, string content)
    {
        zip.GetEntry(name)?.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }
}
