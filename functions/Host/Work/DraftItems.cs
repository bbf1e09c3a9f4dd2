using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Papers;

namespace YiyuanSafety.Host.Work;

/// <summary>Papers that a person asks for, as items of a job.</summary>
internal static class DraftItems
{
    /// <summary>The items. Who asks for a paper that is withdrawn wants it back; one that is withdrawn later stays withdrawn.</summary>
    /// <param name="ledger">The unit of work that enters the job.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="request">What the papers are drafted from.</param>
    /// <param name="papers">The papers.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<List<(string Name, string Request)>> OfAsync(LedgerContext ledger, Guid planId, PaperRequest request, IEnumerable<DraftItem> papers, CancellationToken cancellation)
    {
        var withdrawn = await PaperShelf.WithdrawnAsync(ledger, planId, cancellation);
        return [.. papers.Select(paper => (paper.Path, JobJson.Write(withdrawn.TryGetValue(paper.Order.Identity(request), out var version) ? paper with { Revives = version } : paper)))];
    }
}
