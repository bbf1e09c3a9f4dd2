using YiyuanSafety.Host.Sources;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Directories;
using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Host.Work;

/// <summary>Reads a document that lies in the byte store into its plan.</summary>
internal sealed class ImportWork(LedgerStore store, IByteStore bytes, Basis basis, TimeProvider time)
{
    /// <summary>Imports; a job that was carried out already gives what it came to.</summary>
    /// <returns>The result as JSON.</returns>
    /// <exception cref="UnreadableSourceException">The document cannot be read.</exception>
    public async Task<string> RunAsync(Job job, CancellationToken cancellation)
    {
        if (job.Result.Length > 0)
            return job.Result;
        var asked = JobJson.Read<ImportRequest>(job.Request);
        var (document, county) = await UnderstandAsync(asked, cancellation);
        await using var ledger = store.Open();
        await using var transaction = await ledger.Database.BeginTransactionAsync(cancellation);
        var outcome = await Importer.ImportAsync(
            ledger, job.PlanId, asked.MakesPlan, document, new SourceFile(asked.Name, asked.Hash, asked.Length), county, new Act(job.By, time.GetUtcNow()), cancellation);

        // What came of it is written with the import itself: after a crash the job still tells what it did.
        var result = JobJson.Write(new ImportResult(job.PlanId, outcome.Import.Id, outcome.Added, outcome.Changed, outcome.Closed, outcome.Kept, outcome.IsRepeat));
        var row = await ledger.Jobs.FindAsync([job.Id], cancellation) ?? throw new InvalidOperationException("A job that runs is not in the ledger.");
        row.Result = result;
        await ledger.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private async Task<(WorkPointsDocument Document, string County)> UnderstandAsync(ImportRequest asked, CancellationToken cancellation)
    {
        await using var content = await bytes.OpenAsync(asked.Hash, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "存放的原文件不见了。请重新上传。");
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellation);
        whole.Position = 0;
        var source = SourceFiles.Read(whole, asked.Name);
        if (!basis.AppliesTo(source))
            return (WorkPointsParser.Parse(source, null), "");
        await using var ledger = store.Open();
        return (WorkPointsParser.Parse(source, await CountyDirectory.LoadAsync(ledger, basis.County, cancellation) ?? basis.Directory), basis.County);
    }
}
