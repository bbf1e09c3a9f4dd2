using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Work;

/// <summary>Asks for a document to be imported that lies in the byte store.</summary>
internal static class ImportOrders
{
    /// <summary>Adds the job to a unit of work, which the caller saves.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="file">The document.</param>
    /// <param name="plan">The plan that it revises, which is there; null where the document decides.</param>
    /// <param name="act">Who brings it.</param>
    /// <param name="cancellation">Stops looking.</param>
    public static async Task<Job> AddAsync(LedgerContext ledger, SourceFile file, Guid? plan, Act act, CancellationToken cancellation)
    {
        // The file of a plan that is there already belongs to that plan: brought again, it changes nothing.
        var known = plan ?? await ledger.Plans.Where(one => one.Imports.OrderByDescending(import => import.Revision).First().Hash == file.Hash)
            .OrderByDescending(one => one.Id).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellation);
        return JobBoard.Add(
            ledger, JobKinds.Import, known ?? act.NewId(), JobJson.Write(new ImportRequest(file.Name, file.Hash, file.Length, known is null)), [], act);
    }
}
