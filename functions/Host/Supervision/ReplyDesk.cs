using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Supervision;

/// <summary>An answer to a letter as a person takes it down.</summary>
/// <param name="Reply">The answer.</param>
/// <param name="Done">Tasks of the letter that it reports as done.</param>
/// <param name="Closes">Whether the letter is settled by it; null where nobody says: it is when none of its tasks is left open.</param>
/// <param name="Reporter">Who reports the tasks as done.</param>
internal sealed record TakenReply(LetterReply Reply, IReadOnlyList<Guid> Done, bool? Closes, string Reporter);

/// <summary>Takes down what bodies answer to letters, and which tasks are done by it.</summary>
internal sealed class ReplyDesk(ProgressReader reader, ReportDesk reports)
{
    /// <summary>Takes down an answer in a unit of work, which the caller saves.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="id">The letter.</param>
    /// <param name="taken">The answer.</param>
    /// <param name="act">Who takes it down.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="LedgerException">The letter cannot be answered, or the answer reports on a task that is not in it.</exception>
    public async Task RecordAsync(LedgerContext ledger, Guid id, TakenReply taken, Act act, CancellationToken cancellation)
    {
        var (letter, _) = await LetterLife.FindAsync(ledger, id, cancellation);
        if (taken.Done.Except(letter.Matters.Select(matter => matter.TaskId)).Any())
            throw new LedgerException(LedgerCodes.Invalid, "登记为完成的任务有的不在这份函里。请刷新后重试。");
        var progress = await reader.LoadAsync(ledger, letter.PlanId, cancellation);
        var isSettled = OpenOf(progress, letter).All(task => taken.Done.Contains(task.Id));
        await LetterLife.ReplyAsync(ledger, id, taken.Reply, taken.Closes ?? isSettled, act, cancellation);
        if (taken.Done.Count == 0)
            return;
        var moment = reports.Moment();
        var entries = taken.Done.Distinct().Select(task => new ReportEntry(task, letter.Body, ReportState.Done, taken.Reply.On)
        {
            Progress = taken.Reply.Text,
            Evidence = taken.Reply.File,
            Reporter = taken.Reporter,
            Moment = moment,
            Source = "复函",
        }).ToList();
        await reports.AddAsync(ledger, letter.PlanId, entries, "", act, cancellation);
    }

    /// <summary>The tasks of a letter of which the body still owes what the letter is about.</summary>
    public static IReadOnlyList<TaskProgress> OpenOf(PlanProgress progress, Letter letter) => [.. letter.Matters.OrderBy(matter => matter.Ordinal)
        .Select(matter => (matter.Due, Task: progress.Find(matter.TaskId)))
        .Where(one => one.Task?.Parts.FirstOrDefault(part => part.Body == letter.Body)?.Standing.Open?.Day <= one.Due)
        .Select(one => one.Task).OfType<TaskProgress>()];
}
