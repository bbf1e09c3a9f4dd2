using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Work;

/// <summary>Brings papers up to date with their plan's tasks, one for each item of a job.</summary>
internal sealed class RefreshWork(LedgerStore store, IByteStore bytes, Basis basis, TimeProvider time) : IItemWork
{
    /// <inheritdoc/>
    public int AtOnce => 1;

    /// <inheritdoc/>
    public async Task<ItemRun> BeginAsync(Job job, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var request = await basis.RequestAsync(ledger, job.PlanId, cancellation);
        var drafts = new PaperDrafts(request);
        return async (item, stop) => await RefreshAsync(job, JobJson.Read<RefreshItem>(item.Request).PaperId, drafts, request, stop);
    }

    private async Task<ItemEnd> RefreshAsync(Job job, Guid paperId, PaperDrafts drafts, PaperRequest request, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var paper = await ledger.Papers.AsNoTracking().Include(one => one.Revisions).SingleOrDefaultAsync(one => one.Id == paperId, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这份公文，可能列表已过时。请刷新后重试。");
        var last = paper.Revisions.MaxBy(revision => revision.Number)
            ?? throw new LedgerException(LedgerCodes.WrongState, "这份公文还没有生成，不能更新。请先生成。");
        using var file = new MemoryStream();
        if (!await WriteAsync(JobJson.Read<PaperOrder>(paper.Order), last.Hash, drafts, request, file, cancellation))
            return _ => Task.FromResult<Guid?>(paperId);
        file.Position = 0;
        var (hash, length) = await bytes.PutAsync(file, cancellation);
        var description = new PaperDescription(paper.Identity, paper.Kind, paper.Body, paper.Order, paper.Path);
        // What was typed is in the newer file as well.
        var isByHand = (await PaperShelf.HandEditedAsync(ledger, [paper], cancellation)).Count > 0;
        var made = new MadePaper(description, hash, length, last.Template, isByHand);
        return async unit => (await PaperShelf.PutAsync(unit, job.PlanId, made, new Act(job.By, time.GetUtcNow()), cancellation)).Id;
    }

    /// <summary>Writes the newer file; false where the paper says what the tasks say.</summary>
    private async Task<bool> WriteAsync(PaperOrder order, string hash, PaperDrafts drafts, PaperRequest request, MemoryStream output, CancellationToken cancellation)
    {
        if (order.Kind == PaperKind.Ledger)
        {
            PaperSet.Write(order, drafts, request, basis.Templates, output);
            return true;
        }

        await using var content = await bytes.OpenAsync(hash, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "存放的公文文件不见了。请重新生成。");
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellation);
        var result = PaperRefresh.Run(whole.ToArray(), request, basis.Templates, []);
        result.Write?.Invoke(output);
        return result.Write is not null;
    }
}
