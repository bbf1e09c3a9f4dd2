using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Ledger.Supervision;

/// <summary>A body's part in a task that may be pressed for.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Body">Full name of the body.</param>
/// <param name="Part">Where the part stands.</param>
public sealed record PressedPart(Guid TaskId, string Body, PartStanding Part);

/// <summary>A letter of the ledger with the state of its paper.</summary>
/// <param name="Letter">The letter, with its matters.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Number">发文字号 as printed; empty for none.</param>
public sealed record KnownLetter(Letter Letter, PaperState State, string Number);

/// <summary>A letter that should be written.</summary>
/// <param name="Step">Which step of pressing.</param>
/// <param name="Body">Full name of the body.</param>
/// <param name="Round">Which letter of its step and body it would be, from 1.</param>
/// <param name="Matters">What it is about, in the order of the plan.</param>
/// <param name="Earlier">Issued letters about the same matters, the first one first, to be cited.</param>
public sealed record LetterProposal(LetterStep Step, string Body, int Round, IReadOnlyList<ProposedMatter> Matters, IReadOnlyList<KnownLetter> Earlier);

/// <summary>A task to press for.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Due">The day by which it was or will be due.</param>
/// <param name="DaysLate">How many days it is late; negative while there are days left.</param>
public sealed record ProposedMatter(Guid TaskId, DueDay Due, int DaysLate);

/// <summary>
/// Which letters should be written. What will be due within some days is reminded of once. What is overdue is pressed for by a 督办函; when
/// its reply deadline has passed and the part is still open, it is put under 挂牌督办, and again when that deadline has passed. After a
/// letter that was settled although the part is open, pressing begins anew with a 督办函: whoever was let off is not put under watch next.
/// A letter that is prepared but not yet issued, or whose deadline has not passed, is waited for; an answer gives the same time once more.
/// </summary>
public static class LetterProposals
{
    /// <summary>The letters, by step and in the order in which bodies first appear.</summary>
    /// <param name="parts">The parts that may be pressed for, in the order of the plan.</param>
    /// <param name="letters">The letters that there are.</param>
    /// <param name="today">The day.</param>
    /// <param name="remindDays">So many days ahead is reminded.</param>
    public static IReadOnlyList<LetterProposal> Of(IReadOnlyList<PressedPart> parts, IReadOnlyList<KnownLetter> letters, DateOnly today, int remindDays)
    {
        var known = letters.Where(letter => letter.State != PaperState.Withdrawn)
            .SelectMany(letter => letter.Letter.Matters.Select(matter => (Key: (matter.TaskId, letter.Letter.Body, matter.Due), Letter: letter)))
            .ToLookup(one => one.Key, one => one.Letter);
        var rounds = letters.GroupBy(letter => (letter.Letter.Step, letter.Letter.Body)).ToDictionary(same => same.Key, same => same.Max(letter => letter.Letter.Round));
        return [.. parts
            .Where(part => part.Part.Open is not null)
            .Select(part => (Part: part, Due: part.Part.Open!, Earlier: known[(part.TaskId, part.Body, part.Part.Open!.Day)].ToList()))
            .Select(one => (one.Part, one.Due, one.Earlier, Step: StepFor(one.Due.Day, one.Earlier, today, remindDays)))
            .Where(one => one.Step is not null)
            .GroupBy(one => (Step: one.Step.GetValueOrDefault(), one.Part.Body))
            .OrderBy(same => same.Key.Step)
            .Select(same => new LetterProposal(
                same.Key.Step,
                same.Key.Body,
                rounds.GetValueOrDefault(same.Key) + 1,
                [.. same.Select(one => new ProposedMatter(one.Part.TaskId, one.Due, today.DayNumber - one.Due.Day.DayNumber))],
                [.. same.SelectMany(one => one.Earlier).Where(letter => letter.Letter.IssuedOn is not null).DistinctBy(letter => letter.Letter.Id)
                    .OrderBy(letter => letter.Letter.IssuedOn).ThenBy(letter => letter.Letter.At).ThenBy(letter => letter.Letter.Id)]))];
    }

    private static LetterStep? StepFor(DateOnly due, List<KnownLetter> earlier, DateOnly today, int remindDays)
    {
        if (due >= today)
            return due.DayNumber - today.DayNumber <= remindDays && earlier.Count == 0 ? LetterStep.Reminder : null;
        var pressed = earlier.FindAll(letter => letter.Letter.Step != LetterStep.Reminder);
        if (pressed.Exists(letter => letter.State == PaperState.Drafted || !(WaitedFor(letter.Letter) < today)))
            return null;
        return pressed is [.., { State: not PaperState.Closed }] ? LetterStep.Listed : LetterStep.Supervision;
    }

    // Who answers that the work goes on gets as long from then as the letter gave: to list it the day after would be no answer to it.
    private static DateOnly? WaitedFor(Letter letter)
    {
        if (letter.RepliedOn is not { } replied || letter.IssuedOn is not { } issued || letter.ReplyBy is not { } last)
            return letter.ReplyBy;
        var again = replied.AddDays(last.DayNumber - issued.DayNumber);
        return again > last ? again : last;
    }
}
