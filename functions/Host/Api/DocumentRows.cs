using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Api;

/// <summary>Papers of the ledger, as the API shows them.</summary>
internal static class DocumentRows
{
    /// <summary>Finds a paper with its revisions; one that the caller may not see is not there.</summary>
    /// <exception cref="LedgerException">There is none.</exception>
    public static async Task<Paper> FindAsync(LedgerContext ledger, Guid id, Caller caller, CancellationToken cancellation) =>
        await ledger.Papers.AsNoTracking().Include(paper => paper.Revisions).SingleOrDefaultAsync(paper => paper.Id == id, cancellation) is { } found && Sight.Sees(caller, found)
            ? found
            : throw new LedgerException(LedgerCodes.NotFound, "没有这份公文，可能列表已过时。请刷新后重试。");

    /// <summary>The papers as they are shown.</summary>
    public static async Task<List<DocumentView>> ViewsAsync(LedgerContext ledger, IReadOnlyList<Paper> papers, CancellationToken cancellation)
    {
        var ids = papers.Select(paper => paper.Id).ToList();
        var numbers = await ledger.Numbers.AsNoTracking().Where(number => ids.Contains(number.PaperId) && number.VoidedBecause == null).ToListAsync(cancellation);
        var byPaper = numbers.ToLookup(number => number.PaperId);
        var handEdited = await PaperShelf.HandEditedAsync(ledger, papers, cancellation);
        return [.. papers.Select(paper => View(paper, byPaper[paper.Id].MaxBy(number => number.At)?.Printed, handEdited.Contains(paper.Id)))];
    }

    /// <summary>Opens a paper's file.</summary>
    /// <param name="paper">The paper, with its revisions.</param>
    /// <param name="revision">Which one; null for the newest.</param>
    /// <param name="bytes">Where files are.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The file and when it was made.</returns>
    /// <exception cref="LedgerException">There is no such file.</exception>
    public static async Task<(Stream Content, DateTimeOffset At)> OpenAsync(Paper paper, int? revision, IByteStore bytes, CancellationToken cancellation)
    {
        var wanted = (revision is null ? paper.Revisions.MaxBy(one => one.Number) : paper.Revisions.Find(one => one.Number == revision))
            ?? throw new LedgerException(LedgerCodes.NotFound, revision is null ? "这份公文还没有生成。" : $"这份公文没有第{revision}版。");
        var content = await bytes.OpenAsync(wanted.Hash, cancellation) ?? throw new LedgerException(LedgerCodes.NotFound, "存放的公文文件不见了。请重新生成。");
        return (content, wanted.At);
    }

    private static DocumentView View(Paper paper, string? number, bool isHandEdited)
    {
        var last = paper.Revisions.MaxBy(revision => revision.Number);
        return new DocumentView(
            paper.Id, paper.Version, paper.PlanId, paper.Identity, paper.Kind, PaperKindWords.NameOf(paper.Kind), paper.Body, paper.Path, paper.State, paper.WithdrawnBecause,
            number, last?.Number ?? 0, last?.Hash ?? "", last?.Length ?? 0, last?.At, last?.By ?? "", isHandEdited);
    }
}
