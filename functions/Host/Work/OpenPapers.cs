using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;
using Paper = YiyuanSafety.Ledger.Records.Paper;

namespace YiyuanSafety.Host.Work;

/// <summary>What the ledger knows of a paper that is open in Word.</summary>
/// <param name="Record">What the paper carries inside; null for a document that the program did not make.</param>
/// <param name="Paper">The paper of the ledger, with its revisions; null for one that it does not have.</param>
/// <param name="Number">发文字号 that it took; empty for none.</param>
/// <param name="Plan">The plan that its regions are reckoned from; null where it could not be decided.</param>
internal sealed record OpenPaper(PaperRecord? Record, Paper? Paper, string Number, Guid? Plan);

/// <summary>Papers that are open in Word, found again in the ledger. Nothing is stored.</summary>
internal sealed class OpenPapers(LedgerStore store, Basis basis)
{
    /// <summary>The record that a document carries; null for a document that the program did not make.</summary>
    /// <exception cref="PaperFileException">The document is no Word document, or its record is damaged.</exception>
    public static PaperRecord? RecordOf(ReadOnlyMemory<byte> docx)
    {
        try
        {
            return PaperRefresh.Record(docx);
        }
        catch (PaperFileException e) when (e.Code == PaperFileCodes.NoRecord)
        {
            return null;
        }
    }

    /// <summary>
    /// Finds a paper: its plan is the one given, else that of the ledger's paper of its identity, else the newest of its county and year. A
    /// document into which a paper's text was put is not the ledger's paper.
    /// </summary>
    /// <exception cref="LedgerException">There is no such plan.</exception>
    public async Task<OpenPaper> FindAsync(PaperRecord? record, Guid? plan, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        if (plan is not null && !await ledger.Plans.AnyAsync(one => one.Id == plan, cancellation))
            throw new LedgerException(LedgerCodes.NotFound, "没有这份工作要点，可能列表已过时。请刷新后重试。");
        if (record is null)
            return new OpenPaper(null, null, "", plan);
        var paper = await ledger.Papers.AsNoTracking().Include(one => one.Revisions)
            .Where(one => one.Identity == record.Paper && (plan == null || one.PlanId == plan)).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancellation);
        var itself = record.IsFragment ? null : paper;
        var number = itself is null ? null : await ledger.Numbers.AsNoTracking()
            .Where(one => one.PaperId == itself.Id && one.VoidedBecause == null).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancellation);
        return new OpenPaper(record, itself, number?.Printed ?? "", plan ?? paper?.PlanId ?? await NewestAsync(ledger, record, cancellation));
    }

    /// <summary>The plans that a person may choose from, the newest first.</summary>
    public async Task<List<WorkPlan>> PlansAsync(CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        return await ledger.Plans.AsNoTracking().Where(plan => plan.Imports.Count > 0).OrderByDescending(plan => plan.Id).ToListAsync(cancellation);
    }

    /// <summary>What the papers of a plan are drafted from.</summary>
    public async Task<PaperRequest> RequestAsync(Guid plan, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        return await basis.RequestAsync(ledger, plan, cancellation);
    }

    /// <summary>How the regions of a paper stand to the tasks.</summary>
    public RefreshResult Look(ReadOnlyMemory<byte> docx, PaperRequest request) =>
        Told(() => PaperRefresh.Run(docx, request, basis.Templates, new RegionChoice { InPlace = true }));

    /// <summary>What Word is to do to bring a paper up to date.</summary>
    public PaperUpdate Update(ReadOnlyMemory<byte> docx, PaperRequest request, RegionChoice choice) =>
        Told(() => PaperRefresh.Update(docx, request, basis.Templates, choice));

    private static Task<Guid?> NewestAsync(LedgerContext ledger, PaperRecord record, CancellationToken cancellation) => ledger.Plans
        .Where(plan => plan.County == record.County && plan.Year == record.Year && plan.Imports.Count > 0)
        .OrderByDescending(plan => plan.Id).Select(plan => (Guid?)plan.Id).FirstOrDefaultAsync(cancellation);

    // Nobody named a task here: the paper did, when it was made.
    private static T Told<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (UnknownTaskException e)
        {
            throw new PaperFileException(e.Code, $"这份公文所针对的任务在这份工作要点里没有了：{string.Join("、", e.Unknown)}。请核对；不再需要的，撤回这份公文。", e);
        }
    }
}
