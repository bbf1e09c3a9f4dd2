using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Supervision;

/// <summary>How far a plan is on a day: every task, every body's part in it, and the letters that press for them.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Request">What its papers are drafted from.</param>
/// <param name="Today">The day.</param>
/// <param name="Bodies">The bodies that have anything to do, in the order of the directory, then as the document names them.</param>
/// <param name="Tasks">The tasks in force, in the order of the document.</param>
/// <param name="Letters">The letters, the first one first.</param>
/// <param name="Reports">All reports on these tasks, those that were taken back included.</param>
internal sealed record PlanProgress(
    WorkPlan Plan, PaperRequest Request, DateOnly Today, IReadOnlyList<string> Bodies,
    IReadOnlyList<TaskProgress> Tasks, IReadOnlyList<KnownLetter> Letters, IReadOnlyList<TaskReport> Reports)
{
    /// <summary>The year that the plan is for.</summary>
    public int Year => Plan.Year ?? Today.Year;

    /// <summary>Every part with its task, in the order of the plan.</summary>
    public IEnumerable<(TaskProgress Task, PartProgress Part)> Parts => Tasks.SelectMany(task => task.Parts.Select(part => (task, part)));

    /// <summary>The task of an identity; null for one that is not in force.</summary>
    public TaskProgress? Find(Guid task) => Tasks.FirstOrDefault(one => one.Id == task);
}

/// <summary>How far a task is.</summary>
/// <param name="Id">The task's identity in the ledger.</param>
/// <param name="Task">The task.</param>
/// <param name="Dues">The days by which something of it is due, the earliest first; never none.</param>
/// <param name="State">Where it stands, by its lead bodies.</param>
/// <param name="Parts">The bodies' parts, the strongest first.</param>
internal sealed record TaskProgress(Guid Id, WorkTask Task, IReadOnlyList<DueDay> Dues, Standing State, IReadOnlyList<PartProgress> Parts);

/// <summary>How far a body's part in a task is.</summary>
/// <param name="Body">Full name of the body; the group's where nobody knows who belongs to it.</param>
/// <param name="Role">Its strongest part.</param>
/// <param name="Group">The group through which the task falls to it; empty where the clause names it.</param>
/// <param name="Standing">Where it stands.</param>
internal sealed record PartProgress(string Body, PartyRole Role, string Group, PartStanding Standing);
