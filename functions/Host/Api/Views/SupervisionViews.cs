using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Api.Views;

/// <summary>The figures of a plan on a day.</summary>
/// <param name="Today">The day, in China.</param>
/// <param name="UnknownYears">Years whose holidays the calendar does not know, of the plan and of the weeks to come, in which answers to letters are due.</param>
/// <param name="Figures">The figures.</param>
/// <param name="DueThisMonth">Parts that are open and due by the end of this month, those that are late included.</param>
/// <param name="Proposals">How many letters should be written.</param>
internal sealed record ProgressView(DateOnly Today, IReadOnlyList<int> UnknownYears, FiguresView Figures, int DueThisMonth, int Proposals);

/// <summary>How many stand where.</summary>
/// <param name="NotStarted">未开展.</param>
/// <param name="InProgress">推进中.</param>
/// <param name="Done">已完成.</param>
/// <param name="Overdue">已逾期.</param>
/// <param name="NotApplicable">不涉及.</param>
/// <param name="Total">All of them.</param>
/// <param name="Rate">Share of those done, in hundredths; null where nothing is to be done.</param>
internal sealed record CountsView(int NotStarted, int InProgress, int Done, int Overdue, int NotApplicable, int Total, int? Rate)
{
    /// <summary>The counts as they are shown.</summary>
    public static CountsView Of(StateCounts counts) =>
        new(counts.NotStarted, counts.InProgress, counts.Done, counts.Overdue, counts.NotApplicable, counts.Total, counts.Rate);
}

/// <summary>Figures.</summary>
internal sealed record FiguresView(
    CountsView Tasks, CountsView Parts, IReadOnlyList<NamedCountsView> Sections, IReadOnlyList<NamedCountsView> Bodies,
    IReadOnlyList<HeatView> Heat, IReadOnlyList<TrendView> Trend)
{
    /// <summary>The figures as they are shown.</summary>
    public static FiguresView Of(ProgressFigures figures) => new(
        CountsView.Of(figures.Tasks),
        CountsView.Of(figures.Parts),
        [.. figures.Sections.Select(NamedCountsView.Of)],
        [.. figures.Bodies.Select(NamedCountsView.Of)],
        [.. figures.Heat.Select(cell => new HeatView(cell.Body, cell.Section, CountsView.Of(cell.Counts)))],
        [.. figures.Trend.Select(point => new TrendView(point.Day, CountsView.Of(point.Counts)))]);
}

/// <summary>Figures of a section or a body.</summary>
internal sealed record NamedCountsView(string Name, CountsView Counts)
{
    /// <summary>The figures as they are shown.</summary>
    public static NamedCountsView Of(NamedCounts named) => new(named.Name, CountsView.Of(named.Counts));
}

/// <summary>Figures of a body in a section, by their places in the lists.</summary>
internal sealed record HeatView(int Body, int Section, CountsView Counts);

/// <summary>Figures at the end of a month.</summary>
internal sealed record TrendView(DateOnly Day, CountsView Counts);

/// <summary>Where a body's part in a task stands.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Number">Its number.</param>
/// <param name="Section">Heading above it.</param>
/// <param name="Title">Title of its item.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Body">The body.</param>
/// <param name="Role">Its part.</param>
/// <param name="Group">The group through which the task falls to it; empty for none.</param>
/// <param name="State">Where the part stands.</param>
/// <param name="TaskState">Where the whole task stands.</param>
/// <param name="Percent">How much is done.</param>
/// <param name="Due">The day by which something is due next; null where nothing is open.</param>
/// <param name="DueText">What the document says of it.</param>
/// <param name="DueBasis">What the day was told from.</param>
/// <param name="DaysLate">How many days it is late.</param>
/// <param name="Progress">What the body said last.</param>
/// <param name="ReportedOn">The day that it told of.</param>
/// <param name="Reports">How many reports there are.</param>
internal sealed record PartView(
    Guid TaskId, string Number, string Section, string Title, string Text, string Body, PartyRole Role, string Group, Standing State, Standing TaskState,
    int? Percent, DateOnly? Due, string DueText, DueBasis? DueBasis, int DaysLate, string Progress, DateOnly? ReportedOn, int Reports)
{
    /// <summary>The part as it is shown.</summary>
    public static PartView Of(TaskProgress task, PartProgress part, int reports) => new(
        task.Id, task.Task.Id, task.Task.Section, task.Task.Title, task.Task.Text, part.Body, part.Role, part.Group, part.Standing.State, task.State,
        part.Standing.Percent, part.Standing.Open?.Day, part.Standing.Open?.Text ?? "", part.Standing.Open?.Basis, part.Standing.DaysLate,
        part.Standing.Last?.Progress ?? "", part.Standing.Last?.On, reports);
}

/// <summary>A file that was uploaded to show something.</summary>
internal sealed record EvidenceView(string Name, string Hash, long Length);

/// <summary>What bodies report.</summary>
internal sealed record ReportsRequest(IReadOnlyList<ReportChange> Reports);

/// <summary>What a body reports about its part in a task.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Body">Full name of the body.</param>
/// <param name="State">Where its part stands.</param>
/// <param name="On">The day that it tells of; null for today.</param>
/// <param name="Percent">How much is done, 0 to 100.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Reporter">Who reports.</param>
/// <param name="Evidence">What shows it, uploaded before.</param>
internal sealed record ReportChange(
    Guid TaskId, string Body, ReportState State, DateOnly? On = null, int? Percent = null, string Progress = "", string Reporter = "", EvidenceView? Evidence = null);

/// <summary>A report.</summary>
internal sealed record ReportView(
    Guid Id, int Version, Guid TaskId, string Body, ReportState State, int? Percent, string Progress, string EvidenceName, bool HasFile, string Reporter,
    DateOnly On, string Source, DateTimeOffset At, string By, DateTimeOffset? RetractedAt, string RetractedBecause)
{
    /// <summary>The row as it is shown.</summary>
    public static ReportView Of(TaskReport report) => new(
        report.Id, report.Version, report.TaskId, report.Body, report.State, report.Percent, report.Progress, report.EvidenceName, report.EvidenceHash.Length > 0, report.Reporter,
        report.On, report.Source, report.At, report.By, report.RetractedAt, report.RetractedBecause);
}

/// <summary>How many reports were new.</summary>
internal sealed record ReportsAnswer(int Added, int Known);

/// <summary>A letter that should be written.</summary>
internal sealed record ProposalView(LetterStep Step, string StepName, string Body, int Round, IReadOnlyList<ProposedMatterView> Matters, IReadOnlyList<string> Earlier);

/// <summary>A task to press for.</summary>
internal sealed record ProposedMatterView(Guid TaskId, string Number, string Title, DateOnly Due, string DueText, int DaysLate);

/// <summary>Which letters to prepare; without a list, all that are proposed.</summary>
internal sealed record PrepareRequest(IReadOnlyList<ProposalChoice>? Letters = null);

/// <summary>A proposal.</summary>
internal sealed record ProposalChoice(LetterStep Step, string Body);

/// <summary>Which letters to issue, and how.</summary>
/// <param name="Letters">The letters.</param>
/// <param name="On">The day that they bear; null for today.</param>
/// <param name="ReplyBy">The last day for an answer; null for what the profile's working days give.</param>
/// <param name="Drive">Where they are filed; empty for nowhere.</param>
/// <param name="Folder">Folder below the drive's root.</param>
/// <param name="WithPdf">Whether a PDF goes beside each.</param>
/// <param name="ReplaceHandEdits">Whether drafts that bear what a person typed are followed by letters without it.</param>
/// <param name="OtherYear">Whether a day of another year, and a number of it, is meant.</param>
internal sealed record IssueRequest(
    IReadOnlyList<Guid> Letters, DateOnly? On = null, DateOnly? ReplyBy = null, string Drive = "", string Folder = "", bool WithPdf = false, bool ReplaceHandEdits = false,
    bool OtherYear = false);

/// <summary>What a body answered.</summary>
/// <param name="On">The day of the answer; null for today.</param>
/// <param name="Text">What it says, in short.</param>
/// <param name="File">The answer itself, uploaded before.</param>
/// <param name="Closes">Whether the letter is settled by it; null: when none of its tasks is left open.</param>
/// <param name="Done">Tasks of the letter that the answer reports as done.</param>
internal sealed record ReplyRequest(DateOnly? On = null, string Text = "", EvidenceView? File = null, bool? Closes = null, IReadOnlyList<Guid>? Done = null);

/// <summary>A letter.</summary>
internal sealed record LetterView(
    Guid Id, int Version, Guid PlanId, Guid DocumentId, LetterStep Step, string StepName, string Body, int Round, PaperState State, string StateName, string Number,
    DateOnly? IssuedOn, DateOnly? ReplyBy, bool IsLate, DateOnly? RepliedOn, string Reply, string ReplyName, DateOnly? ClosedOn, string WithdrawnBecause,
    DateTimeOffset At, string By, IReadOnlyList<LetterMatterView> Matters);

/// <summary>A task that a letter presses for.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Title of its item.</param>
/// <param name="Due">The day that the letter is about.</param>
/// <param name="State">Where the body's part stands; null where it has none any more.</param>
/// <param name="IsOpen">Whether the body still owes what was due on that day.</param>
internal sealed record LetterMatterView(Guid TaskId, string Number, string Title, DateOnly Due, Standing? State, bool IsOpen);

/// <summary>What a returned workbook comes to.</summary>
/// <param name="File">Its name.</param>
/// <param name="Changes">New reports.</param>
/// <param name="Unplaced">What could not be placed, with its cell.</param>
/// <param name="Known">How many reports are there already.</param>
/// <param name="Blank">How many rows have no answer.</param>
/// <param name="Applied">Whether the new reports were entered.</param>
internal sealed record CollectedView(string File, IReadOnlyList<CollectedChangeView> Changes, IReadOnlyList<CollectedDoubtView> Unplaced, int Known, int Blank, bool Applied)
{
    /// <summary>The file as it is shown.</summary>
    public static CollectedView Of(CollectedFile file, bool isApplied) => new(
        file.File,
        [.. file.Changes.Select(change => new CollectedChangeView(
            change.Entry.TaskId, change.Task.Task.Id, change.Task.Task.Title, change.Entry.Body, change.Place, change.Entry.State, change.Before, change.After, change.LaterOn,
            change.Entry.Percent, change.Entry.Progress, change.Entry.On, change.Entry.Reporter))],
        [.. file.Doubts.Select(doubt => new CollectedDoubtView(doubt.Place, doubt.Text, doubt.Code, doubt.Message))],
        file.Known, file.Blank, isApplied);
}

/// <summary>A report that a workbook brings.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">The body.</param>
/// <param name="Place">The cell in which the answer begins.</param>
/// <param name="State">What is reported.</param>
/// <param name="Before">Where the part stands before it.</param>
/// <param name="After">Where the part stands with it.</param>
/// <param name="LaterOn">The day of the report that counts after it; null where it is the last one itself.</param>
/// <param name="Percent">How much is done; null where the body does not say.</param>
/// <param name="Progress">How far it is, in the body's words.</param>
/// <param name="On">The day that it tells of.</param>
/// <param name="Reporter">Who reports.</param>
internal sealed record CollectedChangeView(
    Guid TaskId, string Number, string Title, string Body, string Place, ReportState State, Standing Before, Standing After, DateOnly? LaterOn,
    int? Percent, string Progress, DateOnly On, string Reporter);

/// <summary>Something in a workbook that a person must look at.</summary>
internal sealed record CollectedDoubtView(string Place, string Text, string Code, string Message);

/// <summary>What a 进展情况通报 is to be.</summary>
/// <param name="On">成文日期; null leaves room to write it.</param>
/// <param name="Ranked">Whether bodies are ranked.</param>
/// <param name="Requirements">What is to be done next, a paragraph each.</param>
/// <param name="Number">Whether it takes an issue number.</param>
internal sealed record BulletinRequest(DateOnly? On = null, bool Ranked = false, IReadOnlyList<string>? Requirements = null, bool Number = false);

/// <summary>An archive that was restored.</summary>
internal sealed record ArchiveView(Guid PlanId, string Title, int? Year, DateTimeOffset MadeAt, int Files);
