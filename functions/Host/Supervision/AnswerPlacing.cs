using YiyuanSafety.Drafting.Collecting;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Supervision;

/// <summary>
/// Finds for a filled-in row the task and the body that it reports on. The hidden key decides; where it was lost, the number does, with the
/// body that the sheet names, and the task's own words must not say something else.
/// </summary>
/// <param name="progress">How far the plan is.</param>
/// <param name="file">Name of the file.</param>
/// <param name="only">The only body that may be reported on; empty for any.</param>
/// <param name="madeOn">The day on which the workbook was made: counts where a row has no day of its own. Null where the file does not say.</param>
internal sealed class AnswerPlacing(PlanProgress progress, string file, string only, DateOnly? madeOn)
{
    private const string Nowhere = "reply-unplaced";
    private const string Refused = "reply-refused";
    private readonly ILookup<string, TaskProgress> _byNumber = progress.Tasks.ToLookup(task => task.Task.Id, StringComparer.Ordinal);
    private readonly Dictionary<Guid, TaskProgress> _byId = progress.Tasks.ToDictionary(task => task.Id);

    /// <summary>The report that a row brings, or why it brings none.</summary>
    public (CollectedChange? Change, CollectedDoubt? Doubt) Place(ReplyAnswer answer)
    {
        try
        {
            var (task, part) = Find(answer);
            if (only.Length > 0 && part.Body != only)
                throw NotFound($"这一行是“{part.Body}”的，您只能填报本单位（{only}）的任务。");
            var entry = Entry(answer, task, part);
            Reporting.Check(entry, progress.Today);
            return (new CollectedChange(entry, task, part.Standing.State, answer.Place.ToString()), null);
        }
        catch (LedgerException e)
        {
            return (null, new CollectedDoubt(answer.Place.ToString(), Words(answer), e.Code == LedgerCodes.Invalid ? Refused : Nowhere, e.Message));
        }
    }

    private (TaskProgress Task, PartProgress Part) Find(ReplyAnswer answer)
    {
        if (answer.Key is not { } key)
            return FindByNumber(answer);
        if (!_byId.TryGetValue(key.Task, out var task))
            throw NotFound($"任务 {answer.Number} 不在《{progress.Plan.Title}》里，可能属于另一份工作要点，或已随修订取消。请核对。");
        return task.Parts.FirstOrDefault(part => key.IsOf(part.Body)) is { } found
            ? (task, found)
            : throw NotFound($"任务 {task.Task.Id} 现在不由填这一行的单位承担。请核对分工后，用网页登记。");
    }

    private (TaskProgress Task, PartProgress Part) FindByNumber(ReplyAnswer answer)
    {
        var tasks = _byNumber[answer.Number].ToList();
        if (tasks.Count != 1)
            throw NotFound(answer.Number.Length == 0 ? "这一行没有任务编号。请补上编号后再读。" : $"《{progress.Plan.Title}》里没有任务 {answer.Number}。请核对编号。");
        var task = tasks[0];
        if (!IsSameText(answer.Text, task.Task.Text))
            throw NotFound($"编号 {answer.Number} 的任务内容和台账里的不一样，可能编号填错了。请核对。");
        var body = answer.Body.Length > 0 ? NameOf(answer.Body) : only;
        var part = body.Length > 0 ? task.Parts.FirstOrDefault(one => one.Body == body) : task.Parts.Count == 1 ? task.Parts[0] : null;
        return part is not null ? (task, part) : throw NotFound(body.Length > 0
            ? $"任务 {answer.Number} 没有分给“{answer.Body}”。请核对单位。"
            : $"不知道任务 {answer.Number} 这一行是哪个单位填的。请在表里写明填报单位。");
    }

    private ReportEntry Entry(ReplyAnswer answer, TaskProgress task, PartProgress part)
    {
        var on = answer.On ?? madeOn ?? throw new LedgerException(LedgerCodes.Invalid, "没有填报日期。请补上后再读。");
        return new ReportEntry(task.Id, part.Body, StateOf(answer), on)
        {
            Percent = answer.Percent,
            Progress = answer.Progress.Trim(),
            Evidence = new Evidence(answer.Evidence.Trim(), "", 0),
            Reporter = answer.Reporter.Trim(),
            Source = $"{file} {answer.Place}",
        };
    }

    // Whoever gives only a percentage or only words has begun; a hundred percent is done, and nothing is nothing.
    private static ReportState StateOf(ReplyAnswer answer) => answer.State switch
    {
        ReplyState.NotStarted => ReportState.NotStarted,
        ReplyState.UnderWay => ReportState.InProgress,
        ReplyState.Done => ReportState.Done,
        ReplyState.NotConcerned => ReportState.NotApplicable,
        _ => answer.Percent switch { 100 => ReportState.Done, 0 => ReportState.NotStarted, _ => ReportState.InProgress },
    };

    private string NameOf(string mention) =>
        progress.Request.Directory.Bodies.FirstOrDefault(body => body.Name == mention || body.Addressee == mention || body.Aliases.Contains(mention))?.Name ?? mention;

    // A sheet may show the task shortened; what it shows must be the task's own beginning.
    private static bool IsSameText(string shown, string text)
    {
        var (one, other) = (Bare(shown), Bare(text));
        return one.Length == 0 || one == other || (one.Length >= 8 && other.StartsWith(one.TrimEnd('…', '.'), StringComparison.Ordinal));
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Words(ReplyAnswer answer) => string.Join("；", new[]
    {
        answer.Number, answer.Body, answer.State is { } state ? ReplyStates.Word(state) : "", answer.Percent is { } percent ? $"{percent}%" : "", answer.Progress, answer.Reporter, answer.On is { } on ? $"{on:yyyy-MM-dd}" : "",
    }.Where(word => word.Length > 0));

    private static LedgerException NotFound(string message) => new(LedgerCodes.NotFound, message);
}
