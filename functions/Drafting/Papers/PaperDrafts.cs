namespace YiyuanSafety.Drafting.Papers;

/// <summary>Drafts papers to order.</summary>
/// <param name="request">What they are drafted from; its dates and elements give way to those of each order.</param>
public sealed class PaperDrafts(PaperRequest request)
{
    /// <summary>The bodies that have anything to do, with what they have to do.</summary>
    public IReadOnlyList<BodyDuties> Bodies { get; } = BodyDuties.Of(request.Document, request.Directory);

    /// <summary>What the paper says.</summary>
    /// <exception cref="UnknownTaskException">The order names a task that the document does not have.</exception>
    /// <exception cref="OrderException">The order is wrong, or asks for a classified paper.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is no Word paper.</exception>
    public PaperDraft Of(PaperOrder order)
    {
        order.Elements.Check();
        EarlierPaper.Check(order.Earlier);
        if (order.Round < 0)
            throw OrderException.Of("round 不能是负数：第几次督办或提醒，从1起；不在督办周期内的不填。");
        var from = request with { Date = order.Date, ReplyBy = order.ReplyBy, Elements = order.Elements, ReplySlip = order.ReplySlip };
        PaperDraft draft = order.Kind switch
        {
            PaperKind.Notice => Notice.From(from),
            PaperKind.DeploymentNotice => DeploymentNotice.From(from, Given(order.Deployment, "deployment")),
            PaperKind.ListedNotice => ListedNotice.From(from, from.TasksOf(order.Tasks), order.Listed, Pressing.Of(order)),
            PaperKind.SupervisionLetter => TaskLetter.From(from, Tasks(from, order), false, Pressing.Of(order)),
            PaperKind.ReminderLetter => TaskLetter.From(from, Tasks(from, order), true, Pressing.Of(order)),
            PaperKind.TaskSheet or PaperKind.WideTaskSheet => TaskSheet.From(from, DutiesOf(order.Body)),
            PaperKind.Bulletin => Bulletin.From(from, Given(order.Bulletin, "bulletin")),
            PaperKind.ProgressBulletin => ProgressBulletin.From(from, Given(order.Progress, "progress")),
            PaperKind.Minutes => Minutes.From(from, Given(order.Minutes, "minutes")),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order.Kind, "The kind is no Word paper."),
        };
        return draft with { DocumentId = order.Identity(request) };
    }

    private BodyDuties DutiesOf(string body)
    {
        OrderChecks.Need(body, "body", "任务清单的单位，如“县应急局”");
        return Bodies.FirstOrDefault(one => one.Body == body) ?? new BodyDuties(body, []);
    }

    private static IReadOnlyList<WorkPoints.WorkTask> Tasks(PaperRequest from, PaperOrder order) =>
        order.Tasks.Count > 0 ? from.TasksOf(order.Tasks) : throw OrderException.Of("tasks 没有填写，应是所涉任务的编号，如 [\"14.3\"]。");

    private static T Given<T>(T? text, string member)
        where T : class => text ?? throw OrderException.Of($"{member} 没有填写：这种公文的内容不能从工作要点得出，请填写。");
}
