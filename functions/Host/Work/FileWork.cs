using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Work;

/// <summary>Files papers on a shared drive, one for each item of a job; the last item writes the register at the end of each run.</summary>
internal sealed class FileWork(LedgerStore store, DriveBook drives, FilingPapers papers, Basis basis, TimeProvider time) : IItemWork
{
    /// <inheritdoc/>
    /// <remarks>A drive answers slowly and takes several files at once.</remarks>
    public int AtOnce => 6;

    /// <inheritdoc/>
    /// <remarks>A paper that is filed at the second try still lacks its line.</remarks>
    public bool Closes(JobItem item) => JobJson.Read<FileItem>(item.Request) is { PaperId: null, File: null };

    /// <inheritdoc/>
    public async Task<ItemRun> BeginAsync(Job job, CancellationToken cancellation)
    {
        var request = JobJson.Read<FileRequest>(job.Request);
        var desk = await DeskAsync(request, job.PlanId, cancellation);
        await desk.CheckMountedAsync(cancellation);
        return async (item, stop) => await FileAsync(JobJson.Read<FileItem>(item.Request), request, desk, new Act(job.By, time.GetUtcNow()), stop);
    }

    /// <summary>Where papers of a plan are filed; files that belong to none, where the office's own are.</summary>
    public async Task<FilingDesk> DeskAsync(FileRequest request, Guid planId, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var county = planId == Guid.Empty ? basis.County : await ledger.Plans.Where(plan => plan.Id == planId).Select(plan => plan.County).SingleOrDefaultAsync(cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这份工作要点，可能列表已过时。请刷新后重试。");
        return new FilingDesk(store, drives.Find(request.Drive), basis.Profile(county).Filing, request.Folder);
    }

    private async Task<ItemEnd> FileAsync(FileItem item, FileRequest request, FilingDesk desk, Act act, CancellationToken cancellation)
    {
        if (item.File is { } file)
            await desk.FileAsync(await papers.LooseAsync(file, request.WithPdf, act.At, cancellation), act, cancellation);
        else if (item.PaperId is { } id)
            await desk.FileAsync(await papers.FindAsync(id, request.WithPdf, act.At, cancellation), act, cancellation);
        else
            await desk.RegisterAsync(act.At, cancellation);
        return _ => Task.FromResult(item.PaperId);
    }
}
