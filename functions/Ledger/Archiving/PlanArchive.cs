using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Ledger.Archiving;

/// <summary>Writes all that the ledger has of a plan into one zip: rows, documents, papers, evidence, and a manifest of their hashes.</summary>
public static class PlanArchive
{
    private const string RowsFolder = "台账/";

    /// <summary>Writes an archive.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="bytes">Where the files are.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="act">Who makes it.</param>
    /// <param name="output">Where it goes; must be seekable, since the manifest is the first entry and known last. Left open.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="LedgerException">No such plan, or a file of it is gone.</exception>
    public static async Task<ArchiveManifest> WriteAsync(LedgerStore store, IByteStore bytes, Guid planId, Act act, Stream output, CancellationToken cancellation)
    {
        var (plan, tables, files) = await ReadAsync(store, planId, cancellation);
        var entries = new List<ArchivedFile>();
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, true, Encoding.UTF8);
        foreach (var (name, content) in tables)
            entries.Add(await AddAsync(zip, $"{RowsFolder}{name}.jsonl", new MemoryStream(Encoding.UTF8.GetBytes(content)), cancellation));
        foreach (var (path, hash) in files)
        {
            await using var content = await bytes.OpenAsync(hash, cancellation) ?? throw new LedgerException(LedgerCodes.NotFound, $"“{path}”的文件不见了，归档包没有做成。请从备份恢复文件，或重新生成这份公文后再归档。");
            var entry = await AddAsync(zip, path, content, cancellation);
            entries.Add(entry.Hash == hash ? entry : throw new LedgerException(LedgerCodes.WrongState, $"“{path}”的文件和登记的不一样，可能被人改过，归档包没有做成。请从备份恢复文件后再归档。"));
        }

        var manifest = new ArchiveManifest(ArchiveManifest.Current, act.At, act.By, plan.Id, plan.Title, plan.Year, plan.County, entries);
        await using var written = await zip.CreateEntry(ArchiveManifest.EntryName).OpenAsync(cancellation);
        manifest.Write(written);
        return manifest;
    }

    private static async Task<(WorkPlan Plan, List<(string Name, string Content)> Tables, List<(string Path, string Hash)> Files)> ReadAsync(LedgerStore store, Guid planId, CancellationToken cancellation)
    {
        await using var ledger = store.Open();

        // All tables of one moment.
        await using var transaction = await ledger.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var plan = await ledger.Plans.AsNoTracking().SingleOrDefaultAsync(one => one.Id == planId, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这份工作要点，可能列表已过时。请刷新后重试。");
        var tables = await ArchiveTables.ReadAsync(ledger, plan, cancellation);
        var content = tables.Select(table => (table.Name, string.Concat(table.Rows.Select(row => ArchivedRows.Write(ledger, row) + "\n")))).ToList();
        return (plan, content, FilesOf([.. tables.SelectMany(table => table.Rows)]));
    }

    // Each content once, under a name that a person understands.
    private static List<(string Path, string Hash)> FilesOf(List<object> rows)
    {
        var papers = rows.OfType<Paper>().ToDictionary(paper => paper.Id);
        var named = rows.OfType<Import>().Select(import => (Path: $"来文/{ArchivePaths.Safe($"{import.Revision} {import.FileName}")}", import.Hash))
            .Concat(rows.OfType<PaperRevision>().GroupBy(revision => revision.PaperId).SelectMany(same => same.OrderByDescending(revision => revision.Number).Select((revision, index) =>
                (Path: ArchivePaths.SafeWhole(index == 0 ? $"公文/{papers[revision.PaperId].Path}" : $"旧稿/{Before(papers[revision.PaperId].Path, revision.Number)}"), revision.Hash))))
            .Concat(rows.OfType<TaskReport>().Where(report => report.EvidenceHash.Length > 0).Select(report => (Path: $"佐证/{ArchivePaths.Safe(report.Body)}/{ArchivePaths.Safe(report.EvidenceName)}", Hash: report.EvidenceHash)))
            .Concat(rows.OfType<Letter>().Where(letter => letter.ReplyHash.Length > 0).Select(letter => (Path: $"复函/{ArchivePaths.Safe(letter.Body)}/{ArchivePaths.Safe(letter.ReplyName)}", Hash: letter.ReplyHash)));
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. named.DistinctBy(file => file.Hash, StringComparer.Ordinal).Select(file => (taken.Add(file.Path) ? file.Path : Marked(file.Path, file.Hash, taken), file.Hash))];
    }

    private static string Before(string path, int number) => Path.ChangeExtension(path, null) + FormattableString.Invariant($"（第{number}稿）") + Path.GetExtension(path);

    private static string Marked(string path, string hash, HashSet<string> taken)
    {
        var marked = $"{Path.ChangeExtension(path, null)} {hash[..8]}{Path.GetExtension(path)}";
        taken.Add(marked);
        return marked;
    }

    private static async Task<ArchivedFile> AddAsync(ZipArchive zip, string path, Stream content, CancellationToken cancellation)
    {
        await using var entry = await zip.CreateEntry(path, CompressionLevel.Optimal).OpenAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        var length = 0L;
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), cancellation);
            length += read;
        }

        return new ArchivedFile(path, Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }
}
