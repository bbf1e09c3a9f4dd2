using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Ledger.Tests.Supervision;

public sealed class LetterProposalTests
{
    private static readonly Guid Mine = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Other = Guid.Parse("00000000-0000-0000-0000-000000000002");

    [Theory]
    [InlineData("6-22", "")]
    [InlineData("6-23", "Reminder")]
    [InlineData("6-30", "Reminder")]
    [InlineData("7-1", "Supervision")]
    public void Reminded_some_days_ahead_and_pressed_when_late(string today, string step) => Assert.Equal(step, Steps(today));

    [Theory]

    // A reminder is sent once, whatever became of it; it does not stand in the way of pressing.
    [InlineData("6-25", "Reminder Drafted", "")]
    [InlineData("6-25", "Reminder Issued 7-2", "")]
    [InlineData("6-25", "Reminder Withdrawn", "Reminder")]
    [InlineData("7-1", "Reminder Drafted", "Supervision")]
    [InlineData("7-1", "Reminder Issued 7-2", "Supervision")]

    // A letter that waits to be issued, or whose deadline has not passed, is waited for.
    [InlineData("7-5", "Supervision Drafted", "")]
    [InlineData("7-8", "Supervision Issued 7-8", "")]
    [InlineData("7-9", "Supervision Issued 7-8", "Listed")]
    [InlineData("7-9", "Supervision Withdrawn", "Supervision")]

    // An answer that did not settle the matter ends no lateness, but gives as many days from its own as the letter gave.
    [InlineData("7-12", "Supervision Replied 7-8 7-5", "")]
    [InlineData("7-13", "Supervision Replied 7-8 7-5", "Listed")]

    // After a settled letter pressing begins anew, and never with a listing.
    [InlineData("7-9", "Supervision Closed 7-8", "Supervision")]
    [InlineData("7-12", "Supervision Closed 7-8 7-5", "")]
    [InlineData("7-13", "Supervision Closed 7-8 7-5", "Supervision")]
    [InlineData("7-23", "Supervision Closed 7-8, Supervision Issued 7-22", "Listed")]
    [InlineData("7-20", "Supervision Issued 7-8, Listed Drafted", "")]
    [InlineData("7-20", "Supervision Issued 7-8, Listed Issued 7-22", "")]
    [InlineData("7-23", "Supervision Issued 7-8, Listed Issued 7-22", "Listed")]
    public void Steps_follow_each_other(string today, string letters, string step) => Assert.Equal(step, Steps(today, [.. letters.Split(", ").Select((text, i) => Letter(text, i))]));

    [Fact]
    public void One_letter_for_all_that_a_body_is_late_with_and_it_cites_what_pressed_for_the_same()
    {
        var letters = new[] { Letter("Supervision Issued 7-8", 0), Letter("Reminder Issued 7-2", 1) };
        var proposals = LetterProposals.Of([Part(Mine, "县应急局", "6-30"), Part(Other, "县应急局", "7-5"), Part(Other, "县公安局", "7-5")], letters, StandingTests.Day("7-20"), 7);

        Assert.Equal(
            ["Supervision 县应急局 2: 15", "Supervision 县公安局 1: 15", "Listed 县应急局 1: 20"],
            proposals.Select(proposal => $"{proposal.Step} {proposal.Body} {proposal.Round}: {string.Join(' ', proposal.Matters.Select(matter => matter.DaysLate))}"));
        Assert.Empty(proposals[0].Earlier);
        Assert.Equal(["1号", "0号"], proposals[2].Earlier.Select(letter => letter.Number));
    }

    [Fact]
    public void Another_due_day_of_the_same_task_is_another_matter()
    {
        var letters = new[] { Letter("Supervision Closed 7-8", 0) };
        var proposals = LetterProposals.Of([Part(Mine, "县应急局", "9-30")], letters, StandingTests.Day("10-1"), 7);
        Assert.Equal([(LetterStep.Supervision, 2)], proposals.Select(proposal => (proposal.Step, proposal.Round)));
    }

    private static string Steps(string today, params KnownLetter[] letters) =>
        string.Join(' ', LetterProposals.Of([Part(Mine, "县应急局", "6-30")], letters, StandingTests.Day(today), 7).Select(proposal => proposal.Step));

    private static PressedPart Part(Guid task, string body, string due) =>
        new(task, body, new PartStanding(Standing.InProgress, null, new DueDay(StandingTests.Day(due), "", DueBasis.Printed), 0, null));

    private static KnownLetter Letter(string text, int index)
    {
        var words = text.Split(' ');
        DateOnly? replyBy = words.Length > 2 ? StandingTests.Day(words[2]) : null;
        var letter = new Letter
        {
            Id = Guid.NewGuid(),
            PlanId = Guid.Empty,
            PaperId = Guid.NewGuid(),
            Step = Enum.Parse<LetterStep>(words[0]),
            Body = "县应急局",
            Round = 1,
            At = DateTimeOffset.UnixEpoch,
            By = "",
            IssuedOn = replyBy?.AddDays(-7),
            ReplyBy = replyBy,
            RepliedOn = words.Length > 3 ? StandingTests.Day(words[3]) : null,
            Matters = [new LetterMatter { Ordinal = 0, TaskId = Mine, Due = StandingTests.Day("6-30") }],
        };
        return new KnownLetter(letter, Enum.Parse<PaperState>(words[1]), $"{index}号");
    }
}
