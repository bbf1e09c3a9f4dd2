using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Api;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Numbering;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Work;

/// <summary>Makes the papers of a plan, one for each item of a job.</summary>
internal sealed class DraftWork(LedgerStore store, IByteStore bytes, Basis basis, TimeProvider time) : IItemWork
{
    /// <inheritdoc/>
    public int AtOnce => 1;

    /// <inheritdoc/>
    public async Task<ItemRun> BeginAsync(Job job, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var request = await basis.RequestAsync(ledger, job.PlanId, cancellation);
        var drafts = new PaperDrafts(request);
        return async (item, stop) => await MakeAsync(job, JobJson.Read<DraftItem>(item.Request), drafts, request, stop);
    }

    private async Task<ItemEnd> MakeAsync(Job job, DraftItem item, PaperDrafts drafts, PaperRequest request, CancellationToken cancellation)
    {
        var act = new Act(job.By, time.GetUtcNow());
        var identity = item.Order.Identity(request);
        await PaperShelf.KeepWithdrawnAsync(store, job.PlanId, identity, item.Revives, act, cancellation);
        if (!item.ReplacesHandEdits)
            await KeepHandEditsAsync(job.PlanId, identity, cancellation);
        var order = await NumberAsync(job.PlanId, item, request, act, cancellation);
        using var file = new MemoryStream();
        PaperSet.Write(order, drafts, request, basis.Templates, file);
        file.Position = 0;
        var (hash, length) = await bytes.PutAsync(file, cancellation);
        var made = new MadePaper(Describe(order, item.Path, request), hash, length, basis.TemplateHash(order.Kind), ReplacesHandEdits: item.ReplacesHandEdits, Revives: item.Revives);
        return async ledger =>
        {
            // Again, since it may have been withdrawn while it was made; the number that it took is voided then.
            await PaperShelf.KeepWithdrawnAsync(store, job.PlanId, identity, item.Revives, act, cancellation);
            var paper = await PaperShelf.PutAsync(ledger, job.PlanId, made, act, cancellation);
            if (item.Issues)
                await LetterLife.IssueAsync(ledger, paper, order.Date, order.ReplyBy, act, cancellation);
            if (item.FileTo is { } place)
            {
                // Written together with the paper: it is filed whatever happens to this process.
                (string, string)[] items = [(paper.Path, JobJson.Write(new FileItem(paper.Id))), (FilingsApi.Register, JobJson.Write(new FileItem(null)))];
                JobBoard.Add(ledger, JobKinds.File, job.PlanId, JobJson.Write(place), items, act);
            }

            return paper.Id;
        };
    }

    // Before a number is taken: it could not be given back.
    private async Task KeepHandEditsAsync(Guid planId, string identity, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        await PaperShelf.KeepHandEditsAsync(ledger, planId, identity, cancellation);
    }

    // A paper keeps the number that it has; one that shall bear a number is entered first, so that the number has a paper from the start.
    private async Task<PaperOrder> NumberAsync(Guid planId, DraftItem item, PaperRequest request, Act act, CancellationToken cancellation)
    {
        var order = item.Order;
        if (order.Elements.Serial is not null || IssueCodes.Of(order.Kind, request.Profile) is not { } code)
            return order;
        if (!item.TakesNumber)
        {
            var dated = request with { Date = order.Date };
            return await KnownSerialAsync(planId, order.Identity(request), code, dated.IssueYear, cancellation) is { } known ? Numbered(order, known) : order;
        }

        var series = IssueSeries.Of(code, order, request);
        var paper = await PaperShelf.ReserveAsync(store, planId, Describe(order, item.Path, request), act, cancellation);
        return Numbered(order, (await IssueNumbers.TakeAsync(store, paper, series.Code, series.Year, act, cancellation)).Serial);
    }

    private async Task<int?> KnownSerialAsync(Guid planId, string identity, string code, int? year, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        return await ledger.Numbers
            .Where(number => number.Code == code && number.Year == year && number.VoidedBecause == null
                && ledger.Papers.Any(paper => paper.Id == number.PaperId && paper.PlanId == planId && paper.Identity == identity))
            .Select(number => (int?)number.Serial)
            .FirstOrDefaultAsync(cancellation);
    }

    private static PaperOrder Numbered(PaperOrder order, int serial) => order with { Elements = order.Elements with { Serial = serial } };

    private static PaperDescription Describe(PaperOrder order, string path, PaperRequest request) =>
        new(order.Identity(request), PaperKindWords.Of(order.Kind), PaperBodies.Of(order, request), JobJson.Write(order), path);
}
