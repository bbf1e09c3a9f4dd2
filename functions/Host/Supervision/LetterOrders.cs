using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Supervision;

/// <summary>What letters should be written, and what their papers are to say.</summary>
internal static class LetterOrders
{
    /// <summary>The letters that should be written.</summary>
    /// <param name="progress">How far the plan is.</param>
    /// <param name="letters">The letters that there are; those that are to be replaced marked as withdrawn.</param>
    public static IReadOnlyList<LetterProposal> Proposals(PlanProgress progress, IReadOnlyList<KnownLetter> letters)
    {
        var terms = progress.Request.Profile.Supervision;
        var parts = progress.Parts.Where(one => IsPressed(one.Task, one.Part, terms.PressesCooperating)).Select(one => new PressedPart(one.Task.Id, one.Part.Body, one.Part.Standing)).ToList();
        return LetterProposals.Of(parts, letters, progress.Today, terms.RemindDays);
    }

    /// <summary>The letter as it is entered into the ledger.</summary>
    public static NewLetter Letter(PlanProgress progress, LetterProposal proposal)
    {
        var order = Order(progress, proposal);
        var kind = PaperKindWords.Of(order.Kind);
        var name = PaperKindWords.NameOf(kind);
        var path = $"{name}/{FileNames.Safe($"{proposal.Body} {name}（{proposal.Round}）")}.docx";
        var paper = new PaperDescription(order.Identity(progress.Request), kind, proposal.Body, JobJson.Write(order), path);
        return new NewLetter(proposal.Step, proposal.Body, proposal.Round, [.. proposal.Matters.Select(matter => (matter.TaskId, matter.Due.Day))], paper);
    }

    /// <summary>The paper of a letter that is to be issued: with its day and the last day for an answer.</summary>
    /// <param name="progress">How far the plan is.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="order">Its paper as it was prepared.</param>
    /// <param name="terms">The day that it bears, and the last day for an answer; the profile's working days give one that is not set.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static PaperOrder Issued(PlanProgress progress, Letter letter, PaperOrder order, IssueTerms terms, WorkPoints.Calendar.WorkCalendar calendar)
    {
        var profile = progress.Request.Profile.Supervision;
        var days = letter.Step == LetterStep.Listed ? profile.ListedReplyWorkdays : profile.ReplyWorkdays;
        return order with
        {
            Date = terms.On,
            ReplyBy = terms.ReplyBy ?? calendar.AddWorkdays(terms.On, days),
            Earlier = Earlier(progress, letter.Body, [.. letter.Matters.Select(matter => (matter.TaskId, matter.Due))], terms.On),
        };
    }

    private static PaperOrder Order(PlanProgress progress, LetterProposal proposal)
    {
        var numbers = proposal.Matters.Select(matter => (Number: progress.Find(matter.TaskId)?.Task.Id ?? "", matter.Due)).ToList();
        return new PaperOrder(KindOf(proposal.Step))
        {
            Body = proposal.Body,
            Tasks = numbers.ConvertAll(one => one.Number),
            Dues = numbers.ToDictionary(one => one.Number, one => one.Due.Day, StringComparer.Ordinal),
            Round = proposal.Round,
            Earlier = Earlier(progress, proposal.Body, [.. proposal.Matters.Select(matter => (matter.TaskId, matter.Due.Day))], progress.Today),
        };
    }

    // What was sent about these matters, as it stands now: since the draft an answer may have come, or a letter may have been withdrawn.
    private static List<EarlierPaper> Earlier(PlanProgress progress, string body, List<(Guid Task, DateOnly Due)> matters, DateOnly on) => [.. progress.Letters
        .Where(one => one.Letter.IssuedOn is not null && one.State != PaperState.Withdrawn && one.Letter.Body == body)
        .Select(one => (one.Letter, one.Number, Shared: one.Letter.Matters.Where(matter => matters.Contains((matter.TaskId, matter.Due))).OrderBy(matter => matter.Ordinal).ToList()))
        .Where(one => one.Shared.Count > 0)
        .OrderBy(one => one.Letter.IssuedOn).ThenBy(one => one.Letter.At).ThenBy(one => one.Letter.Id)
        .Select(one => new EarlierPaper(one.Number, one.Letter.IssuedOn, StandingWords.Of(one.Letter.Step), one.Letter.RepliedOn is not null)
        {
            Tasks = one.Shared.Count == matters.Count ? null : one.Shared.ConvertAll(matter => progress.Find(matter.TaskId)?.Task.Id ?? ""),
            ReplyBy = one.Letter.ReplyBy >= on ? one.Letter.ReplyBy : null,
        })];

    private static PaperKind KindOf(LetterStep step) => step switch
    {
        LetterStep.Reminder => PaperKind.ReminderLetter,
        LetterStep.Supervision => PaperKind.SupervisionLetter,
        _ => PaperKind.ListedNotice,
    };

    /// <summary>Whether a part is pressed for: those who lead, else those responsible, else all but those who guide; with the profile's leave all but those who guide.</summary>
    public static bool IsPressed(TaskProgress task, PartProgress part, bool cooperating)
    {
        var strongest = task.Parts.Min(one => one.Role);
        return part.Role != PartyRole.Guiding && (cooperating || part.Role == strongest || strongest == PartyRole.Guiding);
    }
}
