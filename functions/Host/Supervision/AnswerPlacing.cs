using YiyuanSafety.Drafting.Collecting;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Supervision;

/// <summary>A row whose task and body are known.</summary>
/// <param name="Entry">The report that it brings.</param>
/// <param name="Task">The task.</param>
/// <param name="Part">The body's part in it.</param>
/// <param name="Place">The cell in which its answer begins.</param>
internal sealed record PlacedAnswer(ReportEntry Entry, TaskProgress Task, PartProgress Part, string Place);

/// <summary>
/// Finds for filled-in rows the task and the body that they report on. The hidden key tells both, and what the row shows must not say something
/// else; where the key was lost, the number tells, with the body that the sheet names. Rows that come to the same task and body, by whatever
/// way, must not contradict each other.
/// </summary>
/// <param name="progress">How far the plan is.</param>
/// <param name="file">Name of the file.</param>
/// <param name="only">The only body that may be reported on; empty for any.</param>
/// <param name="madeOn">The day on which the workbook was made: counts where a row has no day of its own. Null where the file does not say.</param>
internal sealed class AnswerPlacing(PlanProgress progress, string file, string only, DateOnly? madeOn)
{
    private const string Nowhere = "reply-unplaced";
    private const string Refused = "reply-refused";
    private const string Mismatch = "reply-mismatch";
    private const string NoState = "reply-no-state";
    private readonly ILookup<string, TaskProgress> _byNumber = progress.Tasks.ToLookup(task => task.Task.Id, StringComparer.Ordinal);
    private readonly Dictionary<Guid, TaskProgress> _byId = progress.Tasks.ToDictionary(task => task.Id);

    /// <summary>The reports that a workbook brings, and what a person must look at; nothing of the one is in the other.</summary>
    public (List<PlacedAnswer> Placed, List<CollectedDoubt> Doubts) Place(ReplyFile read)
    {
        var placed = new List<PlacedAnswer>();
        var doubts = read.Unplaced.Select(one => new CollectedDoubt(one.Place.ToString(), one.Text, one.Code, one.Message)).ToList();
        var found = Find(read.Answers, doubts);

        // Rows that were listed as a whole count for nothing, and still say that their task is in doubt.
        var listed = Find(read.Unplaced.Select(one => one.Row).OfType<ReplyAnswer>(), []).ToLookup(one => one.Key, one => one.Answer);
        foreach (var same in found.GroupBy(one => one.Key))
        {
            var (first, all) = (same.First(), same.Select(one => one.Answer).Concat(listed[same.Key]).ToList());
            if (all.Select(answer => answer.Said).Distinct().Take(2).Count() > 1)
                doubts.AddRange(same.Select(one => Doubt(one.Answer, ReplyCodes.Conflict, ReplyAnswer.Contradiction(one.Task.Task.Id, all))));
            else if (Try(first.Answer, () => Enter(first), doubts) is { } entered)
                placed.Add(entered);
        }

        return (placed, doubts);
    }

    private List<Found> Find(IEnumerable<ReplyAnswer> answers, List<CollectedDoubt> doubts) => [.. answers.Select(answer => Try(answer, () => Find(answer), doubts)).OfType<Found>()];

    private static T? Try<T>(ReplyAnswer answer, Func<T> work, List<CollectedDoubt> doubts)
        where T : class
    {
        try
        {
            return work();
        }
        catch (LedgerException e)
        {
            doubts.Add(Doubt(answer, e.Code switch { LedgerCodes.Invalid => Refused, LedgerCodes.NotFound => Nowhere, var own => own }, e.Message));
            return null;
        }
    }

    private Found Find(ReplyAnswer answer)
    {
        var found = answer.Key is { } key ? FindByKey(answer, key) : FindByNumber(answer);
        return only.Length == 0 || found.Part.Body == only ? found : throw NotFound($"这一行是“{found.Part.Body}”的，您只能填报本单位（{only}）的任务。");
    }

    private Found FindByKey(ReplyAnswer answer, RowKey key)
    {
        if (!_byId.TryGetValue(key.Task, out var task))
            throw NotFound($"任务 {answer.Number} 不在《{progress.Plan.Title}》里，可能属于另一份工作要点，或已随修订取消。请核对。");
        var isOther = answer.Number.Length > 0 && answer.Number != task.Task.Id;
        if (isOther || !IsSameText(answer.Text, task.Task.Text))
        {
            // A sort of some columns, or a copied row, leaves a key behind that is not the row's; a person read the number and the text.
            throw new LedgerException(Mismatch,
                $"这一行的{(isOther ? $"编号“{answer.Number}”" : "任务内容")}和隐藏的行标识对不上，行标识是任务 {task.Task.Id} 的，可能排序时只选了一部分列。没有读入。请核对填的是哪一项，改好编号、清空行标识后再读，或用网页登记。");
        }

        return task.Parts.FirstOrDefault(part => key.IsOf(part.Body)) is { } found
            ? new Found(answer, task, found)
            : throw NotFound($"任务 {task.Task.Id} 现在不由填这一行的单位承担。请核对分工后，用网页登记。");
    }

    private Found FindByNumber(ReplyAnswer answer)
    {
        var tasks = _byNumber[answer.Number].ToList();
        if (tasks.Count != 1)
            throw NotFound(answer.Number.Length == 0 ? "这一行没有任务编号。请补上编号后再读。" : $"《{progress.Plan.Title}》里没有任务 {answer.Number}。请核对编号。");
        var task = tasks[0];
        if (!IsSameText(answer.Text, task.Task.Text))
            throw NotFound($"编号 {answer.Number} 的任务内容和台账里的不一样，可能编号填错了。请核对。");
        var body = answer.Body.Length > 0 ? NameOf(answer.Body) : only;
        var part = body.Length > 0 ? task.Parts.FirstOrDefault(one => one.Body == body) : task.Parts.Count == 1 ? task.Parts[0] : null;
        return part is not null ? new Found(answer, task, part) : throw NotFound(body.Length > 0
            ? $"任务 {answer.Number} 没有分给“{answer.Body}”。请核对单位。"
            : $"不知道任务 {answer.Number} 这一行是哪个单位填的。请在表里写明填报单位。");
    }

    private PlacedAnswer Enter(Found found)
    {
        var (answer, task, part) = found;
        var state = StateOf(answer) ?? throw new LedgerException(NoState, "没有填完成状态，也没有填进度，没有读入。请按所写的内容确认是未开展、推进中、已完成还是不涉及，在表里补上后再读，或用网页登记。");
        var on = answer.On ?? madeOn ?? throw new LedgerException(LedgerCodes.Invalid, "没有填报日期。请补上后再读。");
        var entry = new ReportEntry(task.Id, part.Body, state, on)
        {
            Percent = answer.Percent,
            Progress = answer.Progress.Trim(),
            Evidence = new Evidence(answer.Evidence.Trim(), "", 0),
            Reporter = answer.Reporter.Trim(),
            Source = $"{file} {answer.Place}",
        };
        Reporting.Check(entry, progress.Today);
        return new PlacedAnswer(entry, task, part, answer.Place.ToString());
    }

    // A percentage tells the state. Words do not: 尚未开展 and 已完成，附清单 are words as well.
    private static ReportState? StateOf(ReplyAnswer answer) => answer.State switch
    {
        ReplyState.NotStarted => ReportState.NotStarted,
        ReplyState.UnderWay => ReportState.InProgress,
        ReplyState.Done => ReportState.Done,
        ReplyState.NotConcerned => ReportState.NotApplicable,
        _ => answer.Percent switch { null => null, 100 => ReportState.Done, 0 => ReportState.NotStarted, _ => ReportState.InProgress },
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

    private static CollectedDoubt Doubt(ReplyAnswer answer, string code, string message) => new(answer.Place.ToString(), Words(answer), code, message);

    private static string Words(ReplyAnswer answer) => string.Join("；", new[]
    {
        answer.Number, answer.Body, answer.State is { } state ? ReplyStates.Word(state) : "", answer.Percent is { } percent ? $"{percent}%" : "", answer.Progress, answer.Evidence, answer.Reporter, answer.On is { } on ? $"{on:yyyy-MM-dd}" : "",
    }.Where(word => word.Length > 0));

    private static LedgerException NotFound(string message) => new(LedgerCodes.NotFound, message);

    private sealed record Found(ReplyAnswer Answer, TaskProgress Task, PartProgress Part)
    {
        public (Guid Task, string Body) Key => (Task.Id, Part.Body);
    }
}
