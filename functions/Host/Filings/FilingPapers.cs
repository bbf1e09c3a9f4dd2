using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Host.Api;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.WorkPoints.Calendar;
using Paper = YiyuanSafety.Ledger.Records.Paper;

namespace YiyuanSafety.Host.Filings;

/// <summary>Papers of the ledger as they are filed.</summary>
internal sealed class FilingPapers(LedgerStore store, IByteStore bytes, Previews previews)
{
    /// <summary>The newest file of a paper.</summary>
    /// <param name="id">The paper.</param>
    /// <param name="withPdf">Whether a PDF is made of it.</param>
    /// <param name="now">For papers that name no year.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="LedgerException">No such paper, or it is not made, or it was withdrawn.</exception>
    /// <exception cref="OrderException">The paper is classified.</exception>
    public async Task<FilingPaper> FindAsync(Guid id, bool withPdf, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var paper = await ledger.Papers.AsNoTracking().Include(one => one.Revisions).SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这份公文，可能列表已过时。请刷新后重试。");
        if (paper.State == PaperState.Withdrawn)
            throw new LedgerException(LedgerCodes.WrongState, $"“{Path.GetFileName(paper.Path)}”已经撤回，不能归档。");
        var last = paper.Revisions.MaxBy(revision => revision.Number)
            ?? throw new LedgerException(LedgerCodes.WrongState, $"“{Path.GetFileName(paper.Path)}”还没有生成，不能归档。请先生成。");
        var plan = await ledger.Plans.AsNoTracking().SingleAsync(one => one.Id == paper.PlanId, cancellation);
        var number = await ledger.Numbers.AsNoTracking().Where(one => one.PaperId == id && one.VoidedBecause == null).OrderByDescending(one => one.At).FirstOrDefaultAsync(cancellation);
        return await OfAsync(paper, last, plan, number?.Printed ?? "", withPdf, now, cancellation);
    }

    /// <summary>What was filed, where the byte store has it.</summary>
    public async Task<DriveContent?> ContentAsync(FiledFile filed, CancellationToken cancellation)
    {
        await using var stream = await bytes.OpenAsync(filed.Hash, cancellation);
        return stream is null ? null : Content(filed.Hash, filed.Length);
    }

    /// <summary>A paper of the ledger as it would be filed with a file that is not stored.</summary>
    /// <param name="paper">The paper, with its revisions.</param>
    /// <param name="number">发文字号 that it took; empty for none.</param>
    /// <param name="docx">The file.</param>
    /// <param name="now">For papers that name no year.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="OrderException">The paper is classified.</exception>
    public async Task<FilingPaper> OfAsync(Paper paper, string number, byte[] docx, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var plan = await ledger.Plans.AsNoTracking().SingleAsync(one => one.Id == paper.PlanId, cancellation);
        var file = FilingPaper.Of(Path.GetFileName(paper.Path), docx, null, plan.Year ?? YearOf(now));
        var last = paper.Revisions.MaxBy(revision => revision.Number);
        return As(file, paper, last is null ? 1 : last.Hash == file.Content.Hash ? last.Number : last.Number + 1, plan, number);
    }

    /// <summary>A file that the ledger has no paper of.</summary>
    /// <param name="loose">The file.</param>
    /// <param name="withPdf">Whether a PDF is made of it.</param>
    /// <param name="now">For papers that name no year.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="LedgerException">The file is not there any more.</exception>
    /// <exception cref="OrderException">The paper is classified.</exception>
    public async Task<FilingPaper> LooseAsync(LooseFile loose, bool withPdf, DateTimeOffset now, CancellationToken cancellation)
    {
        using var memory = await ReadAsync(loose.Hash, cancellation);
        var file = FilingPaper.Of(loose.Name, memory.ToArray(), null, YearOf(now));
        var pdf = withPdf ? DriveContent.Of(await previews.OfAsync(loose.Hash, loose.Name, memory, cancellation)) : null;
        return file with { Content = Content(loose.Hash, loose.Length), Pdf = pdf };
    }

    private async Task<FilingPaper> OfAsync(
        Paper paper, PaperRevision last, WorkPlan plan, string number, bool withPdf, DateTimeOffset now, CancellationToken cancellation)
    {
        var name = Path.GetFileName(paper.Path);
        var isWord = paper.Kind != PaperKindWords.Ledger;
        using var memory = await ReadAsync(last.Hash, cancellation);
        var file = FilingPaper.Of(name, memory.ToArray(), null, plan.Year ?? YearOf(now));
        var pdf = withPdf && isWord ? DriveContent.Of(await previews.OfAsync(last.Hash, name, memory, cancellation)) : null;
        return As(file, paper, last.Number, plan, number) with { Content = Content(last.Hash, last.Length), Pdf = pdf };
    }

    private static FilingPaper As(FilingPaper file, Paper paper, int revision, WorkPlan plan, string number) => file with
    {
        Identity = paper.Identity,
        PaperId = paper.Id,
        Revision = revision,
        Fields = file.Fields with
        {
            Kind = PaperKindWords.NameOf(paper.Kind),
            Department = paper.Body,
            Number = number.Length > 0 ? number : file.Fields.Number,
            County = plan.County,
        },
    };

    private async Task<MemoryStream> ReadAsync(string hash, CancellationToken cancellation)
    {
        await using var stream = await bytes.OpenAsync(hash, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "存放的公文文件不见了。请重新生成。");
        var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellation);
        memory.Position = 0;
        return memory;
    }

    private static int YearOf(DateTimeOffset now) => ChinaTime.Of(now).Year;

    // Read again from the byte store for each try: nothing large stays in memory.
    private DriveContent Content(string hash, long length) => new(hash, length, async cancellation =>
        await bytes.OpenAsync(hash, cancellation) ?? throw new LedgerException(LedgerCodes.NotFound, "存放的公文文件不见了。请重新生成。"));
}
