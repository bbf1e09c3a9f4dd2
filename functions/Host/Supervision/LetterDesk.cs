using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Supervision;

/// <summary>Which proposal is meant.</summary>
/// <param name="Step">The step.</param>
/// <param name="Body">Full name of the body.</param>
internal sealed record ProposalKey(LetterStep Step, string Body);

/// <summary>When a letter is issued, until when an answer is asked for, and where it is filed.</summary>
/// <param name="On">The day that it bears.</param>
/// <param name="ReplyBy">The last day for an answer; null for what the profile's working days give.</param>
/// <param name="FileTo">Where it is filed; null for nowhere.</param>
/// <param name="ReplacesHandEdits">Whether the person agreed that a draft with typed words is followed by a letter without them.</param>
/// <param name="OtherYear">Whether the person agreed that the day is not of this year, and so is the number.</param>
internal sealed record IssueTerms(DateOnly On, DateOnly? ReplyBy, FileRequest? FileTo, bool ReplacesHandEdits = false, bool OtherYear = false);

/// <summary>Prepares and issues letters: the papers are made by jobs, which are entered together with what asks for them.</summary>
internal sealed class LetterDesk(ProgressReader reader, Basis basis)
{
    /// <summary>Who prepares letters by itself.</summary>
    public const string Program = "程序";

    /// <summary>Prepares letters in a unit of work, which the caller saves.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="wanted">Which proposals; null for all.</param>
    /// <param name="act">Who prepares them.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The job that makes the papers; null where there is nothing to write.</returns>
    /// <exception cref="LedgerException">A letter is asked for that is not proposed any more.</exception>
    public async Task<Job?> PrepareAsync(LedgerContext ledger, Guid planId, IReadOnlyList<ProposalKey>? wanted, Act act, CancellationToken cancellation)
    {
        var progress = await reader.LoadAsync(ledger, planId, cancellation);
        var proposals = LetterOrders.Proposals(progress, progress.Letters);
        var chosen = wanted is null ? proposals : [.. proposals.Where(proposal => wanted.Contains(new ProposalKey(proposal.Step, proposal.Body)))];
        if (chosen.Count < (wanted?.Distinct().Count() ?? 0))
            throw new LedgerException(LedgerCodes.WrongState, "有的函现在不需要了：任务已经反馈，或者别人刚拟过。请刷新后重试。");
        return await EnterAsync(ledger, progress, chosen, act, cancellation);
    }

    /// <summary>
    /// Brings the letters that the program prepared by itself to what should be written now: drafts that are no longer right are withdrawn, and
    /// what is missing is prepared. What a person prepared, and whatever is issued, stays. The caller saves the unit of work.
    /// </summary>
    /// <returns>The job that makes the new papers; null for none.</returns>
    public static async Task<Job?> KeepUpAsync(LedgerContext ledger, PlanProgress progress, Act act, CancellationToken cancellation)
    {
        var own = progress.Letters.Where(letter => letter.State == PaperState.Drafted && letter.Letter.By == Program).ToList();
        var proposals = LetterOrders.Proposals(progress, [.. progress.Letters.Select(letter => own.Contains(letter) ? letter with { State = PaperState.Withdrawn } : letter)]);
        var right = own.FindAll(letter => proposals.Any(proposal => IsSame(proposal, letter.Letter)));
        foreach (var letter in own.Except(right))
            await PaperShelf.WithdrawAsync(ledger, letter.Letter.PaperId, "所涉任务的情况已变化，程序收回自己备的初稿", act, cancellation);
        return await EnterAsync(ledger, progress, [.. proposals.Where(proposal => !right.Exists(letter => IsSame(proposal, letter.Letter)))], act, cancellation);
    }

    /// <summary>Issues letters in a unit of work, which the caller saves: each takes its number when its paper is made.</summary>
    /// <returns>The job that makes the papers.</returns>
    /// <exception cref="LedgerException">A letter is not a draft, presses for what is settled meanwhile, reminds of a day that has passed, or bears what a person typed; or the day cannot be.</exception>
    public async Task<Job> IssueAsync(LedgerContext ledger, IReadOnlyList<Guid> letters, IssueTerms terms, Act act, CancellationToken cancellation)
    {
        if (letters.Count == 0)
            throw new LedgerException(LedgerCodes.Invalid, "没有选要发出的函。");
        var items = new List<(string, string)>();
        PlanProgress? progress = null;
        foreach (var id in letters.Distinct())
        {
            var (letter, paper) = await LetterLife.FindAsync(ledger, id, cancellation);
            if (progress is not null && letter.PlanId != progress.Plan.Id)
                throw new LedgerException(LedgerCodes.Invalid, "一次只能发出同一份工作要点的函。请分开发出。");
            if (progress is null)
            {
                progress = await reader.LoadAsync(ledger, letter.PlanId, cancellation);
                CheckDay(terms, progress.Today);
            }

            if (paper.State != PaperState.Drafted)
                throw new LedgerException(LedgerCodes.WrongState, $"“{Path.GetFileName(paper.Path)}”{StandingWords.Of(paper.State)}，不能再发出。");
            CheckStillOpen(progress, letter, paper);
            CheckInTime(letter, paper, terms.On);
            if (!terms.ReplacesHandEdits)
                await PaperShelf.KeepHandEditsAsync(ledger, letter.PlanId, paper.Identity, cancellation);
            var order = LetterOrders.Issued(progress, letter, JobJson.Read<PaperOrder>(paper.Order), terms, basis.Calendar);
            if (order.ReplyBy < terms.On)
                throw new LedgerException(LedgerCodes.Invalid, $"反馈期限 {order.ReplyBy:yyyy-MM-dd} 在发文日期 {terms.On:yyyy-MM-dd} 之前。请核对。");
            if (IssueCodes.Of(order.Kind, progress.Request.Profile) is { } code)
                IssueSeries.Of(code, order, progress.Request);
            items.Add((paper.Path, JobJson.Write(new DraftItem(order, paper.Path, TakesNumber: true, terms.ReplacesHandEdits, Issues: true, terms.FileTo))));
        }

        return JobBoard.Add(ledger, JobKinds.Draft, progress!.Plan.Id, "{}", items, act);
    }

    /// <summary>The years up to the last days for answers whose holidays nobody knows: there the days are told by weekends alone.</summary>
    /// <param name="job">The job that issues the letters.</param>
    public IReadOnlyList<int> UnknownYears(Job job) =>
        [.. job.Items.Select(item => JobJson.Read<DraftItem>(item.Request).Order).SelectMany(order => new[] { order.Date?.Year, order.ReplyBy?.Year }).OfType<int>()
            .Distinct().Order().Where(year => !basis.Calendar.Knows(year))];

    private static async Task<Job?> EnterAsync(LedgerContext ledger, PlanProgress progress, IReadOnlyList<LetterProposal> proposals, Act act, CancellationToken cancellation)
    {
        if (proposals.Count == 0)
            return null;
        var items = new List<(string, string)>();
        foreach (var proposal in proposals)
        {
            var letter = LetterOrders.Letter(progress, proposal);
            await LetterLife.PrepareAsync(ledger, progress.Plan.Id, letter, act, cancellation);
            items.Add((letter.Paper.Path, JobJson.Write(new DraftItem(JobJson.Read<PaperOrder>(letter.Paper.Order), letter.Paper.Path, TakesNumber: false))));
        }

        return JobBoard.Add(ledger, JobKinds.Draft, progress.Plan.Id, "{}", items, act);
    }

    // The day decides the year of the number, which cannot be given back.
    private static void CheckDay(IssueTerms terms, DateOnly today)
    {
        if (terms.On > today)
            throw new LedgerException(LedgerCodes.Invalid, $"发文日期 {terms.On:yyyy-MM-dd} 还没有到，没有编号。请用今天或以前的日期。");
        if (terms.On.Year != today.Year && !terms.OtherYear)
            throw new LedgerException(LedgerCodes.Invalid, $"发文日期 {terms.On:yyyy-MM-dd} 不在今年，会编 {terms.On.Year} 年的文号，所以没有编号。请核对日期；确实要编那一年的号，请在发出时勾选“编 {terms.On.Year} 年的文号”（命令行加 --other-year）。");
    }

    // A reminder that comes after the day that it reminds of contradicts itself.
    private static void CheckInTime(Letter letter, Ledger.Records.Paper paper, DateOnly on)
    {
        if (letter.Step == LetterStep.Reminder && letter.Matters.Min(matter => matter.Due) is var due && due < on)
            throw new LedgerException(LedgerCodes.WrongState, $"“{Path.GetFileName(paper.Path)}”提醒的期限 {due:yyyy-MM-dd}，到发文日期 {on:yyyy-MM-dd} 已经过了，不能再提醒。请撤回这份初稿；没有完成的，该发督办函。");
    }

    // A letter that presses for what was reported meanwhile would embarrass the office.
    private static void CheckStillOpen(PlanProgress progress, Letter letter, Ledger.Records.Paper paper)
    {
        var settled = letter.Matters.Where(matter => progress.Find(matter.TaskId)?.Parts.FirstOrDefault(part => part.Body == letter.Body)?.Standing.Open?.Day is var open && open != matter.Due)
            .Select(matter => progress.Find(matter.TaskId)?.Task.Id ?? "已取消的任务").ToList();
        if (settled.Count > 0)
            throw new LedgerException(LedgerCodes.WrongState, $"“{Path.GetFileName(paper.Path)}”里的 {string.Join("、", settled)} 已经反馈或变动，函的内容过时了。请撤回这份初稿，重新拟稿。");
    }

    private static bool IsSame(LetterProposal proposal, Letter letter) =>
        proposal.Step == letter.Step && proposal.Body == letter.Body
        && proposal.Matters.Select(matter => (matter.TaskId, matter.Due.Day)).SequenceEqual(letter.Matters.OrderBy(matter => matter.Ordinal).Select(matter => (matter.TaskId, matter.Due)));
}
