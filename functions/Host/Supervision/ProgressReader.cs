using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Plans;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Supervision;

/// <summary>Reads how far plans are.</summary>
internal sealed class ProgressReader(LedgerStore store, Basis basis, TimeProvider time)
{
    /// <summary>Reads a plan's progress as of today, in China.</summary>
    /// <exception cref="LedgerException">No such plan.</exception>
    public async Task<PlanProgress> LoadAsync(Guid planId, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        return await LoadAsync(ledger, planId, cancellation);
    }

    /// <summary>Reads a plan's progress inside a unit of work.</summary>
    /// <exception cref="LedgerException">No such plan.</exception>
    public async Task<PlanProgress> LoadAsync(LedgerContext ledger, Guid planId, CancellationToken cancellation)
    {
        var plan = await PlanDocument.LoadAsync(ledger, planId, cancellation);
        var request = await basis.RequestAsync(ledger, plan, cancellation);
        var reports = await ledger.Reports.AsNoTracking().Where(report => report.PlanId == planId).ToListAsync(cancellation);
        var letters = await LettersAsync(ledger, planId, cancellation);
        return Of(plan, request, reports, letters, basis.Calendar, ChinaTime.Today(time));
    }

    /// <summary>A plan's letters with the states and numbers of their papers, the first one first.</summary>
    public static async Task<List<KnownLetter>> LettersAsync(LedgerContext ledger, Guid planId, CancellationToken cancellation)
    {
        var letters = await ledger.Letters.AsNoTracking().Include(letter => letter.Matters.OrderBy(matter => matter.Ordinal)).Where(letter => letter.PlanId == planId)
            .OrderBy(letter => letter.At).ThenBy(letter => letter.Id).ToListAsync(cancellation);
        var papers = letters.ConvertAll(letter => letter.PaperId);
        var states = await ledger.Papers.AsNoTracking().Where(paper => papers.Contains(paper.Id)).ToDictionaryAsync(paper => paper.Id, paper => paper.State, cancellation);
        var numbers = (await ledger.Numbers.AsNoTracking().Where(number => papers.Contains(number.PaperId) && number.VoidedBecause == null).ToListAsync(cancellation))
            .GroupBy(number => number.PaperId).ToDictionary(same => same.Key, same => same.MaxBy(number => number.At)?.Printed ?? "");
        return letters.ConvertAll(letter => new KnownLetter(letter, states[letter.PaperId], numbers.GetValueOrDefault(letter.PaperId, "")));
    }

    /// <summary>Works out where everything stands.</summary>
    public static PlanProgress Of(
        PlanDocument plan, PaperRequest request, IReadOnlyList<TaskReport> reports, IReadOnlyList<KnownLetter> letters, WorkCalendar calendar, DateOnly today)
    {
        var year = plan.Plan.Year ?? today.Year;
        var duties = BodyDuties.Of(request.Document, request.Directory);
        var parts = duties.SelectMany(body => body.Duties.Select(duty => (duty.Task, body.Body, duty.Role, Group: duty.Group ?? "")))
            .ToLookup(one => one.Task, one => (one.Body, one.Role, one.Group), ReferenceEqualityComparer.Instance);
        var told = reports.ToLookup(report => (report.TaskId, report.Body));
        var tasks = request.Document.Tasks.Select((task, index) =>
        {
            var id = plan.TaskIds[index];
            var dues = DueDays.Of(task.Deadlines, task.Recurrence, year, calendar);
            var bodies = parts[task].Concat(LooseGroups(task, request)).OrderBy(part => part.Role)
                .Select(part => new PartProgress(part.Body, part.Role, part.Group, Standings.Of(dues, told[(id, part.Body)], today))).ToList();
            return new TaskProgress(id, task, dues, Standings.OfTask(bodies.ConvertAll(part => (part.Role, part.Standing.State))), bodies);
        }).ToList();
        return new PlanProgress(plan.Plan, request, today, [.. duties.Select(body => body.Body).Concat(tasks.SelectMany(task => task.Parts).Select(part => part.Body)).Distinct()], tasks, letters, reports);
    }

    // A group that nobody knows the members of answers under its own name: no duty may be left to nobody.
    private static IEnumerable<(string Body, PartyRole Role, string Group)> LooseGroups(WorkTask task, PaperRequest request) => task.Parties
        .Where(party => party.Kind == BodyKind.Group && request.Directory.MembersOf(party.Canonical).Count == 0)
        .GroupBy(party => party.Canonical, StringComparer.Ordinal)
        .Select(same => (same.Key, same.Min(party => party.Role), same.Key));
}
