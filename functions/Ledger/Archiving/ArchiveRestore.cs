using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Ledger.Archiving;

/// <summary>Verifies archives, and brings them back into a ledger that does not have their plan.</summary>
public static class ArchiveRestore
{
    private const string RowsFolder = "台账/";
    private const string RowsEnding = ".jsonl";
    private const long LongestManifest = 64L * 1024 * 1024;
    private const long LongestTable = 1024L * 1024 * 1024;

    /// <summary>Verifies an archive: every file that the manifest names is there with its hash, and nothing else; none of them would be unpacked outside of its folder.</summary>
    /// <param name="archive">The archive; must be seekable.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="ArchiveException">It is no archive, or it is damaged.</exception>
    public static async Task<ArchiveManifest> CheckAsync(Stream archive, CancellationToken cancellation) => await WalkAsync(archive, static (_, _) => Task.CompletedTask, cancellation);

    /// <summary>Restores an archive.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="bytes">Where its files go.</param>
    /// <param name="archive">The archive; must be seekable.</param>
    /// <param name="act">Who restores it.</param>
    /// <param name="cancellation">Stops; the ledger is as it was.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="ArchiveException">It is no archive, or it is damaged.</exception>
    /// <exception cref="LedgerException">The ledger has the plan, or numbers that the archive has too.</exception>
    public static async Task<ArchiveManifest> RunAsync(LedgerStore store, IByteStore bytes, Stream archive, Act act, CancellationToken cancellation)
    {
        // Verified whole before anything is written.
        var manifest = await CheckAsync(archive, cancellation);
        var tables = new List<(string Table, string Lines)>();
        await using var ledger = store.Open();
        if (await ledger.Plans.AnyAsync(plan => plan.Id == manifest.PlanId, cancellation))
            throw new LedgerException(LedgerCodes.WrongState, $"台账里已有《{manifest.Title}》，没有恢复。归档包只能恢复到没有这份工作要点的台账。");
        archive.Position = 0;
        await WalkAsync(archive, async (file, content) =>
        {
            if (TableOf(file) is not { } table)
                await bytes.PutAsync(content, cancellation);
            else
                tables.Add((table, await new StreamReader(content, Encoding.UTF8).ReadToEndAsync(cancellation)));
        }, cancellation);

        ledger.KeepsVersions = true;
        await using var transaction = await ledger.Database.BeginTransactionAsync(cancellation);
        var keepsDirectory = await ledger.Plans.AnyAsync(plan => plan.County == manifest.County, cancellation);
        if (!keepsDirectory)
        {
            await ledger.Bodies.Where(body => body.County == manifest.County).ExecuteDeleteAsync(cancellation);
            await ledger.Groups.Where(group => group.County == manifest.County).ExecuteDeleteAsync(cancellation);
        }

        foreach (var row in tables.SelectMany(table => table.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => ArchiveTables.Read(ledger, table.Table, line)
            ?? throw new ArchiveException($"归档包里有本程序不认识的表“{table.Table}”。请用更新的程序恢复。"))))
        {
            if (row is IssueCounter counter)
                await CountAsync(ledger, counter, cancellation);
            else if (!keepsDirectory || row is not (Body or Group))
                ledger.Add(row);
        }

        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "plan.restore", Subject = manifest.PlanId, After = $"{manifest.MadeAt:O} {manifest.MadeBy}" });
        try
        {
            await ledger.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (ledger.IsDuplicate(e))
        {
            throw new LedgerException(LedgerCodes.WrongState, "归档包里的发文字号、公文或填报，台账里已经有了，没有恢复。归档包只能恢复到没有这些内容的台账。", e);
        }

        await transaction.CommitAsync(cancellation);
        return manifest;
    }

    // A series that goes on here already must not go back.
    private static async Task CountAsync(LedgerContext ledger, IssueCounter counter, CancellationToken cancellation)
    {
        if (await ledger.Counters.SingleOrDefaultAsync(one => one.Code == counter.Code && one.Year == counter.Year, cancellation) is { } known)
            known.Last = Math.Max(known.Last, counter.Last);
        else
            ledger.Counters.Add(counter);
    }

    private static async Task<ArchiveManifest> WalkAsync(Stream archive, Func<ArchivedFile, Stream, Task> take, CancellationToken cancellation)
    {
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, true, Encoding.UTF8);
            var manifest = await ManifestAsync(zip, cancellation);
            if (manifest.Files.FirstOrDefault(file => !ArchivePaths.IsInside(file.Path)) is { } outside)
                throw new ArchiveException($"归档包里的“{outside.Path}”会解压到文件夹之外，没有读这个归档包。请核对它的来源，或换一份备份。");
            var listed = manifest.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            if (listed.Count != manifest.Files.Count || zip.Entries.Count != listed.Count + 1)
                throw Damaged("里面的文件和清单对不上");
            foreach (var file in manifest.Files)
            {
                cancellation.ThrowIfCancellationRequested();
                var entry = zip.GetEntry(file.Path) ?? throw Damaged($"少了“{file.Path}”");
                if (TableOf(file) is not null && file.Length > LongestTable)
                    throw Damaged($"“{file.Path}”大得不合情理");
                await TakeAsync(entry, file, take, cancellation);
            }

            return manifest;
        }
        catch (InvalidDataException e)
        {
            throw new ArchiveException("这不是归档包，或者归档包损坏。请核对文件，或换一份备份。", e);
        }
    }

    private static async Task<ArchiveManifest> ManifestAsync(ZipArchive zip, CancellationToken cancellation)
    {
        var entry = zip.GetEntry(ArchiveManifest.EntryName) ?? throw new ArchiveException("这不是归档包：里面没有清单。请核对文件。");
        await using var content = await entry.OpenAsync(cancellation);
        using var memory = new MemoryStream();
        await CopyAsync(content, memory, LongestManifest, cancellation);
        memory.Position = 0;
        return ArchiveManifest.Read(memory);
    }

    // Through a temporary file, whatever the size: nothing is handed on before its hash is right.
    private static async Task TakeAsync(ZipArchiveEntry entry, ArchivedFile file, Func<ArchivedFile, Stream, Task> take, CancellationToken cancellation)
    {
        await using var kept = PassingFile.Open();
        await using (var content = await entry.OpenAsync(cancellation))
            await CopyAsync(content, kept, file.Length, cancellation);
        kept.Position = 0;
        if (kept.Length != file.Length || Convert.ToHexStringLower(await SHA256.HashDataAsync(kept, cancellation)) != file.Hash)
            throw Damaged($"“{file.Path}”和清单里的哈希值不一样");
        kept.Position = 0;
        await take(file, kept);
    }

    private static async Task CopyAsync(Stream from, Stream to, long most, CancellationToken cancellation)
    {
        var buffer = new byte[81920];
        var length = 0L;
        while (await from.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            length += read;
            if (length > most)
                throw Damaged("里面有比清单写的大的文件");
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private static string? TableOf(ArchivedFile file) =>
        file.Path.StartsWith(RowsFolder, StringComparison.Ordinal) && file.Path.EndsWith(RowsEnding, StringComparison.Ordinal) ? file.Path[RowsFolder.Length..^RowsEnding.Length] : null;

    private static ArchiveException Damaged(string what) => new($"归档包损坏：{what}。请换一份备份。");
}
