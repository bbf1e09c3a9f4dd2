namespace YiyuanSafety.Drafting.Papers;

/// <summary>Drafts papers to order.</summary>
/// <param name="request">What they are drafted from.</param>
public sealed class PaperDrafts(PaperRequest request)
{
    /// <summary>The bodies that have anything to do, with what they have to do.</summary>
    public IReadOnlyList<BodyDuties> Bodies { get; } = BodyDuties.Of(request.Document, request.Directory);

    /// <summary>What the paper says.</summary>
    /// <exception cref="UnknownTaskException">The order names a task that the document does not have.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is no Word paper.</exception>
    public PaperDraft Of(PaperOrder order)
    {
        PaperDraft draft = order.Kind switch
        {
            PaperKind.Notice => Notice.From(request),
            PaperKind.TaskSheet => TaskSheet.From(request, Bodies.FirstOrDefault(one => one.Body == order.Body) ?? new BodyDuties(order.Body, [])),
            PaperKind.SupervisionLetter => SupervisionLetter.From(request, request.TasksOf(order.Tasks)[0]),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order.Kind, "The kind is no Word paper."),
        };
        return draft with { DocumentId = order.Identity(request) };
    }
}
