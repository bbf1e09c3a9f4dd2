using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Editing;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Supervision;

/// <summary>A letter to be entered.</summary>
/// <param name="Step">Which step of pressing.</param>
/// <param name="Body">Full name of the body.</param>
/// <param name="Round">Which letter of its step and body.</param>
/// <param name="Matters">What it is about: tasks with the days by which they were or will be due.</param>
/// <param name="Paper">Its paper.</param>
public sealed record NewLetter(LetterStep Step, string Body, int Round, IReadOnlyList<(Guid TaskId, DateOnly Due)> Matters, PaperDescription Paper);

/// <summary>What a body answered to a letter.</summary>
/// <param name="On">The day of the answer.</param>
/// <param name="Text">What it says, in short.</param>
/// <param name="File">The answer itself.</param>
public sealed record LetterReply(DateOnly On, string Text, Evidence File);

/// <summary>The life of letters: drafted → issued → replied → closed, or withdrawn with a reason. The caller saves the unit of work.</summary>
public static class LetterLife
{
    /// <summary>Enters a letter with its paper, which is still to be made.</summary>
    public static async Task<Letter> PrepareAsync(LedgerContext ledger, Guid planId, NewLetter letter, Act act, CancellationToken cancellation)
    {
        var paper = await PaperShelf.ReserveAsync(ledger, planId, letter.Paper, act, cancellation);
        var row = new Letter
        {
            Id = act.NewId(),
            PlanId = planId,
            PaperId = paper.Id,
            Step = letter.Step,
            Body = letter.Body,
            Round = letter.Round,
            At = act.At,
            By = act.By,
            Matters = [.. letter.Matters.Select((matter, ordinal) => new LetterMatter { Ordinal = ordinal, TaskId = matter.TaskId, Due = matter.Due })],
        };
        ledger.Letters.Add(row);
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "letter.prepare", Subject = paper.Id, After = AuditJson.Of(new { letter.Step, letter.Body, letter.Round }) });
        return row;
    }

    /// <summary>Notes that a letter's paper bears its number and date. Done again it comes to the same.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="paper">The paper.</param>
    /// <param name="on">The day that it bears.</param>
    /// <param name="replyBy">The last day for an answer.</param>
    /// <param name="act">Who issues it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public static async Task IssueAsync(LedgerContext ledger, Paper paper, DateOnly? on, DateOnly? replyBy, Act act, CancellationToken cancellation)
    {
        if (await ledger.Letters.SingleOrDefaultAsync(one => one.PaperId == paper.Id, cancellation) is { } letter)
            (letter.IssuedOn, letter.ReplyBy) = (on, replyBy);
        if (paper.State != PaperState.Drafted)
            return;
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "paper.issue", Subject = paper.Id, Before = paper.State.ToString(), After = AuditJson.Of(new { On = on, ReplyBy = replyBy }) });
        paper.State = PaperState.Issued;
    }

    /// <summary>Records the answer to a letter; a later answer takes the place of an earlier one, which the audit keeps.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="id">The letter.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="closes">Whether the matter is settled by it.</param>
    /// <param name="act">Who records it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="LedgerException">No such letter, or it is not issued, or the day is before the letter or still to come.</exception>
    public static async Task<Letter> ReplyAsync(LedgerContext ledger, Guid id, LetterReply reply, bool closes, Act act, CancellationToken cancellation)
    {
        var (letter, paper) = await FindAsync(ledger, id, cancellation);
        if (paper.State is not (PaperState.Issued or PaperState.Replied))
            throw new LedgerException(LedgerCodes.WrongState, paper.State == PaperState.Drafted ? "这份函还没有发出，不能登记反馈。" : "这份函已经办结或撤回，不能再登记反馈。");
        if (letter.IssuedOn > reply.On)
            throw new LedgerException(LedgerCodes.Invalid, $"反馈日期 {reply.On:yyyy-MM-dd} 在发函日期 {letter.IssuedOn:yyyy-MM-dd} 之前。请核对。");
        if (reply.On > WorkPoints.Calendar.ChinaTime.DayOf(act.At))
            throw new LedgerException(LedgerCodes.Invalid, $"反馈日期 {reply.On:yyyy-MM-dd} 还没有到。请核对。");
        var before = letter.RepliedOn is null ? "" : AuditJson.Of(new { letter.RepliedOn, letter.Reply, letter.ReplyName });
        (letter.RepliedOn, letter.Reply, letter.ReplyName, letter.ReplyHash, letter.ReplyLength) = (reply.On, reply.Text, reply.File.Name, reply.File.Hash, reply.File.Length);
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "letter.reply", Subject = paper.Id, Before = before, After = AuditJson.Of(new { letter.RepliedOn, letter.Reply, letter.ReplyName }) });
        paper.State = PaperState.Replied;
        if (closes)
            Close(ledger, letter, paper, reply.On, act);
        return letter;
    }

    /// <summary>Settles a letter that was answered.</summary>
    /// <exception cref="LedgerException">No such letter, or it was not answered, or it is settled already.</exception>
    public static async Task<Letter> CloseAsync(LedgerContext ledger, Guid id, DateOnly on, Act act, CancellationToken cancellation)
    {
        var (letter, paper) = await FindAsync(ledger, id, cancellation);
        if (paper.State != PaperState.Replied)
            throw new LedgerException(LedgerCodes.WrongState, paper.State == PaperState.Closed ? "这份函已经办结。" : "这份函还没有登记反馈，不能办结。请先登记反馈，或者撤回。");
        Close(ledger, letter, paper, on, act);
        return letter;
    }

    /// <summary>Finds a letter with its paper.</summary>
    /// <exception cref="LedgerException">There is none.</exception>
    public static async Task<(Letter Letter, Paper Paper)> FindAsync(LedgerContext ledger, Guid id, CancellationToken cancellation)
    {
        var letter = await ledger.Letters.Include(one => one.Matters).SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这份函，可能列表已过时。请刷新后重试。");
        return (letter, await ledger.Papers.SingleAsync(one => one.Id == letter.PaperId, cancellation));
    }

    private static void Close(LedgerContext ledger, Letter letter, Paper paper, DateOnly on, Act act)
    {
        letter.ClosedOn = on;
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "paper.close", Subject = paper.Id, Before = paper.State.ToString() });
        paper.State = PaperState.Closed;
    }
}
