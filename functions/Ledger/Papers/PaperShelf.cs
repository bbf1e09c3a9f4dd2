using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Papers;

/// <summary>A paper that was made and lies in the byte store.</summary>
/// <param name="Identity">The identity that the file carries.</param>
/// <param name="Kind">Kind of paper.</param>
/// <param name="Body">The body that it is for; empty for papers to all.</param>
/// <param name="Order">What was asked for, as JSON.</param>
/// <param name="Path">Path below a folder of papers.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Template">SHA-256 of the template.</param>
public sealed record MadePaper(string Identity, string Kind, string Body, string Order, string Path, string Hash, long Length, string Template);

/// <summary>Enters papers into the ledger: the same paper twice is one, another content is a revision.</summary>
public static class PaperShelf
{
    /// <summary>Enters a paper into the unit of work; the caller saves it.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="planId">The plan that it was made from.</param>
    /// <param name="made">The paper.</param>
    /// <param name="act">Who had it made.</param>
    /// <param name="cancellation">Stops before anything is entered.</param>
    public static async Task<Paper> PutAsync(LedgerContext ledger, Guid planId, MadePaper made, Act act, CancellationToken cancellation)
    {
        var paper = await ledger.Papers.Include(one => one.Revisions)
            .SingleOrDefaultAsync(one => one.PlanId == planId && one.Identity == made.Identity, cancellation);
        if (paper is null)
        {
            paper = new Paper { Id = act.NewId(), PlanId = planId, Identity = made.Identity, Kind = made.Kind, Body = made.Body, Order = made.Order, Path = made.Path };
            ledger.Papers.Add(paper);
        }

        var last = paper.Revisions.MaxBy(revision => revision.Number);
        if (last?.Hash == made.Hash)
            return paper;
        (paper.Order, paper.Path) = (made.Order, made.Path);
        var revision = new PaperRevision
        {
            Number = (last?.Number ?? 0) + 1,
            Hash = made.Hash,
            Length = made.Length,
            Template = made.Template,
            At = act.At,
            By = act.By,
        };
        paper.Revisions.Add(revision);
        if (last is not null)
            ledger.Entry(paper).State = EntityState.Modified;
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "paper.make", Subject = paper.Id, Before = last?.Hash ?? "", After = made.Hash });
        return paper;
    }

    /// <summary>Takes a paper back.</summary>
    /// <exception cref="LedgerException">No such paper, no reason, or it is settled.</exception>
    public static async Task WithdrawAsync(LedgerContext ledger, Guid id, string reason, Act act, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new LedgerException(LedgerCodes.Invalid, "撤回公文要写明原因。");
        var paper = await ledger.Papers.SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这份公文，可能列表已过时。请刷新后重试。");
        if (paper.State == PaperState.Closed)
            throw new LedgerException(LedgerCodes.WrongState, "这份公文已经办结，不能撤回。");
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "paper.withdraw", Subject = id, Reason = reason, Before = paper.State.ToString() });
        (paper.State, paper.WithdrawnBecause) = (PaperState.Withdrawn, reason);
        await ledger.SaveChangesAsync(cancellation);
    }
}
