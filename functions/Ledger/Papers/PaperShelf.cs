using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Numbering;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Papers;

/// <summary>What paper is meant.</summary>
/// <param name="Identity">The identity that the file carries.</param>
/// <param name="Kind">Kind of paper.</param>
/// <param name="Body">The bodies that it is for, with 、 between them; empty for papers to all.</param>
/// <param name="Order">What was asked for, as JSON.</param>
/// <param name="Path">Path below a folder of papers.</param>
public sealed record PaperDescription(string Identity, string Kind, string Body, string Order, string Path);

/// <summary>A paper that was made and lies in the byte store.</summary>
/// <param name="Description">What paper it is.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Template">SHA-256 of the template; empty for a paper that is made without one.</param>
/// <param name="IsByHand">Whether it bears what a person typed, so that the audit can tell.</param>
/// <param name="ReplacesHandEdits">Whether the person agreed that what was typed in the newest file is not in this one.</param>
/// <param name="Revives">The version of the withdrawn paper that a person asked to have made again; null where nobody did.</param>
public sealed record MadePaper(PaperDescription Description, string Hash, long Length, string Template, bool IsByHand = false, bool ReplacesHandEdits = false, int? Revives = null);

/// <summary>Enters papers into the ledger: the same paper twice is one, another content is a revision.</summary>
public static class PaperShelf
{
    private const string Edited = "paper.edit";

    /// <summary>Of these papers, with their revisions, those whose newest file bears what a person typed.</summary>
    public static async Task<IReadOnlySet<Guid>> HandEditedAsync(LedgerContext ledger, IReadOnlyList<Paper> papers, CancellationToken cancellation)
    {
        var ids = papers.Select(paper => paper.Id).ToList();
        var edits = await ledger.Audit.AsNoTracking().Where(entry => entry.Action == Edited && ids.Contains(entry.Subject)).Select(entry => new { entry.Subject, entry.After }).ToListAsync(cancellation);
        var typed = edits.ToLookup(edit => edit.Subject, edit => edit.After);
        return papers.Where(paper => paper.Revisions.MaxBy(revision => revision.Number) is { } last && typed[paper.Id].Contains(last.Hash)).Select(paper => paper.Id).ToHashSet();
    }

    /// <summary>Refuses to make a paper anew where that would leave out what a person typed in its newest file.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="identity">The identity that the file carries.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="LedgerException">It would.</exception>
    public static async Task KeepHandEditsAsync(LedgerContext ledger, Guid planId, string identity, CancellationToken cancellation)
    {
        if (await FindAsync(ledger, planId, identity, cancellation) is { } paper)
            await KeepHandEditsAsync(ledger, paper, cancellation);
    }

    /// <summary>The versions of a plan's withdrawn papers, by identity: who asks for one of them wants that one back, and none that is withdrawn later.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> WithdrawnAsync(LedgerContext ledger, Guid planId, CancellationToken cancellation) =>
        await ledger.Papers.Where(paper => paper.PlanId == planId && paper.State == PaperState.Withdrawn).ToDictionaryAsync(paper => paper.Identity, paper => paper.Version, StringComparer.Ordinal, cancellation);

    /// <summary>
    /// Refuses to make a paper that was withdrawn after it was asked for. A number that it got in the meantime is voided: it must not look good.
    /// </summary>
    /// <param name="store">The ledger.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="identity">The identity that the file carries.</param>
    /// <param name="revives">The version of the withdrawn paper that a person asked to have made again; null where nobody did.</param>
    /// <param name="act">Who has it made.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="LedgerException">It was withdrawn.</exception>
    public static async Task KeepWithdrawnAsync(Stores.LedgerStore store, Guid planId, string identity, int? revives, Act act, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        if (await FindAsync(ledger, planId, identity, cancellation) is not { State: PaperState.Withdrawn } paper || paper.Version == revives)
            return;
        foreach (var number in await ledger.Numbers.Where(one => one.PaperId == paper.Id && one.VoidedBecause == null).ToListAsync(cancellation))
            IssueNumbers.Void(ledger, number, paper.WithdrawnBecause, act);
        await ledger.SaveChangesAsync(cancellation);
        KeepWithdrawn(paper, revives);
    }

    /// <summary>Finds a paper, or enters it without a file yet: a number can be given to it before it is made.</summary>
    /// <returns>The paper's identity in the ledger.</returns>
    public static async Task<Guid> ReserveAsync(Stores.LedgerStore store, Guid planId, PaperDescription paper, Act act, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        if (await FindAsync(ledger, planId, paper.Identity, cancellation) is { } known)
            return known.Id;
        var row = NewRow(planId, paper, act);
        ledger.Papers.Add(row);
        try
        {
            await ledger.SaveChangesAsync(cancellation);
            return row.Id;
        }
        catch (DbUpdateException e) when (ledger.IsDuplicate(e))
        {
            // Another worker entered the same paper at the same moment.
            ledger.ChangeTracker.Clear();
            return (await ledger.Papers.SingleAsync(one => one.PlanId == planId && one.Identity == paper.Identity, cancellation)).Id;
        }
    }

    /// <summary>Finds a paper, or enters it without a file yet into a unit of work, which the caller saves.</summary>
    public static async Task<Paper> ReserveAsync(LedgerContext ledger, Guid planId, PaperDescription paper, Act act, CancellationToken cancellation)
    {
        if (await FindAsync(ledger, planId, paper.Identity, cancellation) is { } known)
            return known;
        var row = NewRow(planId, paper, act);
        ledger.Papers.Add(row);
        return row;
    }

    /// <summary>Enters a paper into the unit of work; the caller saves it.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="planId">The plan that it was made from.</param>
    /// <param name="made">The paper.</param>
    /// <param name="act">Who had it made.</param>
    /// <param name="cancellation">Stops before anything is entered.</param>
    /// <exception cref="LedgerException">It would replace what a person typed, or bring back what was withdrawn.</exception>
    public static async Task<Paper> PutAsync(LedgerContext ledger, Guid planId, MadePaper made, Act act, CancellationToken cancellation)
    {
        var paper = await FindAsync(ledger, planId, made.Description.Identity, cancellation);
        var isNew = paper is null;
        if (paper is null)
        {
            paper = NewRow(planId, made.Description, act);
            ledger.Papers.Add(paper);
        }

        var last = paper.Revisions.MaxBy(revision => revision.Number);
        if (last is not null && last.Hash != made.Hash && !made.IsByHand && !made.ReplacesHandEdits)
            await KeepHandEditsAsync(ledger, paper, cancellation);

        KeepWithdrawn(paper, made.Revives);
        if (paper.State == PaperState.Withdrawn)
            (paper.State, paper.WithdrawnBecause) = (PaperState.Drafted, "");
        if (last?.Hash == made.Hash)
            return paper;
        (paper.Order, paper.Path) = (made.Description.Order, made.Description.Path);
        paper.Revisions.Add(new PaperRevision
        {
            Number = (last?.Number ?? 0) + 1,
            Hash = made.Hash,
            Length = made.Length,
            Template = made.Template,
            At = act.At,
            By = act.By,
        });
        if (!isNew)
            ledger.Entry(paper).State = EntityState.Modified;
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = made.IsByHand ? Edited : "paper.make", Subject = paper.Id, Before = last?.Hash ?? "", After = made.Hash });
        return paper;
    }

    /// <summary>Takes a paper back in a unit of work, which the caller saves, and voids the number that it bears.</summary>
    /// <exception cref="LedgerException">No such paper, no reason, or it is settled or taken back already.</exception>
    public static async Task WithdrawAsync(LedgerContext ledger, Guid id, string reason, Act act, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new LedgerException(LedgerCodes.Invalid, "撤回公文要写明原因。");
        var paper = await ledger.Papers.SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这份公文，可能列表已过时。请刷新后重试。");
        if (paper.State == PaperState.Closed)
            throw new LedgerException(LedgerCodes.WrongState, "这份公文已经办结，不能撤回。");
        if (paper.State == PaperState.Withdrawn)
            throw new LedgerException(LedgerCodes.WrongState, "这份公文已经撤回。");
        foreach (var number in await ledger.Numbers.Where(one => one.PaperId == id && one.VoidedBecause == null).ToListAsync(cancellation))
            IssueNumbers.Void(ledger, number, reason, act);
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "paper.withdraw", Subject = id, Reason = reason, Before = paper.State.ToString() });
        (paper.State, paper.WithdrawnBecause) = (PaperState.Withdrawn, reason);
    }

    private static async Task KeepHandEditsAsync(LedgerContext ledger, Paper paper, CancellationToken cancellation)
    {
        if ((await HandEditedAsync(ledger, [paper], cancellation)).Count > 0)
            throw new LedgerException(LedgerCodes.HandEdited, $"“{Path.GetFileName(paper.Path)}”上次归档的是手工改过的版本，重新生成会丢掉手改的文字，所以没有生成。要跟上任务的变动，请打开那一份，在 Word 窗格中用“更新”；确实不要手改的文字，请确认另做一版。");
    }

    private static void KeepWithdrawn(Paper paper, int? revives)
    {
        if (paper.State == PaperState.Withdrawn && paper.Version != revives)
            throw new LedgerException(LedgerCodes.WrongState, $"“{Path.GetFileName(paper.Path)}”已经撤回（{paper.WithdrawnBecause}），没有编号，也没有生成。确实还要的，请重新拟稿或重新生成。");
    }

    private static Task<Paper?> FindAsync(LedgerContext ledger, Guid planId, string identity, CancellationToken cancellation) =>
        ledger.Papers.Include(one => one.Revisions).SingleOrDefaultAsync(one => one.PlanId == planId && one.Identity == identity, cancellation);

    private static Paper NewRow(Guid planId, PaperDescription paper, Act act) => new()
    {
        Id = act.NewId(),
        PlanId = planId,
        Identity = paper.Identity,
        Kind = paper.Kind,
        Body = paper.Body,
        Order = paper.Order,
        Path = paper.Path,
    };
}
