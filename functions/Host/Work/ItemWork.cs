using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Work;

/// <summary>Writes what came of an item into a unit of work, which the caller saves together with the item's end.</summary>
/// <returns>The paper that came of it; null for none.</returns>
internal delegate Task<Guid?> ItemEnd(LedgerContext ledger);

/// <summary>Carries out an item; done again it must come to the same.</summary>
internal delegate Task<ItemEnd> ItemRun(JobItem item, CancellationToken cancellation);

/// <summary>Work that consists of items.</summary>
internal interface IItemWork
{
    /// <summary>How many items are carried out at the same time. The last item of a job is always carried out alone, when all others have ended.</summary>
    int AtOnce { get; }

    /// <summary>
    /// Whether an item closes each run of its job, though it was done in an earlier one: what was tried again after it needs it once more.
    /// </summary>
    bool Closes(JobItem item) => false;

    /// <summary>Gets ready what all items of a job share.</summary>
    Task<ItemRun> BeginAsync(Job job, CancellationToken cancellation);
}
