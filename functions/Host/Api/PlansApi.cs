using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Editing;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Api;

/// <summary>Years' work points: list, matrix, corrections.</summary>
internal static class PlansApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("工作要点");
        plans.MapGet("/", ListAsync).Kept().As("listPlans", "列出各年的工作要点，最新的在前", Roles.Reader, 400);
        plans.MapGet("/{id:guid}", GetAsync).Kept().As("getPlan", "一份工作要点", Roles.Reader, 404);
        plans.MapGet("/{id:guid}/matrix", MatrixAsync).Kept().As("getMatrix", "分工矩阵：哪个单位在哪项任务里是什么角色", Roles.Reader, 404);
        plans.MapPost("/{id:guid}/corrections", CorrectAsync).As("correctBody", "更正存疑的单位：同一写法的各项任务一并更正，可保留为别名", Roles.Drafter, 400, 404, 409);
    }

    private static async Task<Ok<Page<PlanView>>> ListAsync(LedgerStore store, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var (rows, next, total) = await Pages.NewestFirstAsync(ledger.Plans.AsNoTracking().Where(plan => plan.Imports.Count > 0), cursor, limit, cancellation);
        return TypedResults.Ok(new Page<PlanView>(await ViewsAsync(ledger, rows, cancellation), next, total));
    }

    private static async Task<Ok<PlanView>> GetAsync(Guid id, LedgerStore store, HttpContext http)
    {
        await using var ledger = store.Open();
        var plan = await FindAsync(ledger, id, http.RequestAborted);
        RowVersion.Tell(http.Response, plan.Version);
        return TypedResults.Ok((await ViewsAsync(ledger, [plan], http.RequestAborted))[0]);
    }

    private static async Task<Ok<MatrixView>> MatrixAsync(Guid id, LedgerStore store, Caller caller, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var plan = await FindAsync(ledger, id, cancellation);
        var names = await Sight.NamesAsync(ledger, caller, cancellation);
        var tasks = await ledger.Tasks.AsNoTracking().Where(task => task.PlanId == id && task.State == TaskState.Open)
            .OrderBy(task => task.Ordinal).Include(task => task.Parties).ToListAsync(cancellation);
        var order = await ledger.Bodies.AsNoTracking().Where(body => body.County == plan.County).ToDictionaryAsync(body => body.Name, body => body.Ordinal, cancellation);
        return TypedResults.Ok(Matrix(tasks.FindAll(task => Sight.Sees(names, task)), order));
    }

    private static async Task<Ok<CorrectionView>> CorrectAsync(Guid id, CorrectionRequest request, LedgerStore store, Caller caller, TimeProvider time, HttpContext http)
    {
        var correction = new Correction(request.Mention, request.Body, request.IsGroup, request.KeepAlias, request.Reason ?? "");
        return TypedResults.Ok(await OnceOnly.RunAsync(http, caller, store, time, $"{id} {correction}", async ledger =>
        {
            var outcome = await Correcting.ApplyAsync(ledger, id, correction, new Act(caller.Name, time.GetUtcNow()), http.RequestAborted);
            return new CorrectionView(outcome.Tasks, outcome.Findings, outcome.AliasKept);
        }));
    }

    /// <summary>Finds a plan.</summary>
    /// <exception cref="LedgerException">There is none.</exception>
    public static async Task<WorkPlan> FindAsync(LedgerContext ledger, Guid id, CancellationToken cancellation) =>
        await ledger.Plans.AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == id, cancellation)
        ?? throw new LedgerException(LedgerCodes.NotFound, "没有这份工作要点，可能列表已过时。请刷新后重试。");

    private static async Task<List<PlanView>> ViewsAsync(LedgerContext ledger, List<WorkPlan> plans, CancellationToken cancellation)
    {
        var ids = plans.ConvertAll(plan => plan.Id);
        var imports = await ledger.Imports.AsNoTracking().Where(import => ids.Contains(import.PlanId))
            .Select(import => new { import.PlanId, import.Revision, import.At, Open = import.Findings.Count(finding => finding.SettledAt == null && finding.Severity != "info") })
            .ToListAsync(cancellation);
        var last = imports.GroupBy(import => import.PlanId).ToDictionary(same => same.Key, same => same.OrderBy(import => import.Revision).Last());
        var tasks = await CountAsync(ledger.Tasks.Where(task => ids.Contains(task.PlanId) && task.State == TaskState.Open).GroupBy(task => task.PlanId), cancellation);
        var papers = await CountAsync(ledger.Papers.Where(paper => ids.Contains(paper.PlanId)).GroupBy(paper => paper.PlanId), cancellation);
        return plans.ConvertAll(plan => new PlanView(
            plan.Id, plan.Version, plan.Title, plan.Issuer, plan.DocumentNumber, plan.Year, plan.County,
            last[plan.Id].Revision, last[plan.Id].At, tasks.GetValueOrDefault(plan.Id), last[plan.Id].Open, papers.GetValueOrDefault(plan.Id)));
    }

    private static Task<Dictionary<Guid, int>> CountAsync<T>(IQueryable<IGrouping<Guid, T>> groups, CancellationToken cancellation) =>
        groups.Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);

    private static MatrixView Matrix(List<LedgerTask> tasks, Dictionary<string, int> order)
    {
        // Bodies in the order of the directory, then the others as the document names them; groups last.
        var bodies = tasks.SelectMany(task => task.Parties.OrderBy(party => party.Ordinal))
            .GroupBy(party => (party.Body, party.IsGroup))
            .OrderBy(same => same.Key.IsGroup)
            .ThenBy(same => order.GetValueOrDefault(same.Key.Body, int.MaxValue))
            .ToList();
        var index = bodies.Select((same, i) => (same.Key, i)).ToDictionary(one => one.Key, one => one.i);
        return new MatrixView(
            bodies.ConvertAll(same => new MatrixBody(
                same.Key.Body, same.Key.IsGroup, same.Any(party => party.NeedsReview),
                Count(same, PartyRole.Lead), Count(same, PartyRole.Responsible), Count(same, PartyRole.Cooperating), Count(same, PartyRole.Guiding))),
            tasks.ConvertAll(task => new MatrixTask(
                task.Id, task.Number, task.Title, task.Due,
                [.. task.Parties.OrderBy(party => party.Ordinal).Select(party => new MatrixParty(index[(party.Body, party.IsGroup)], WorkPointsJson.Role(party.Role)))])));
    }

    private static int Count(IEnumerable<TaskParty> parties, PartyRole role) => parties.Count(party => party.Role == WorkPointsJson.Word(role));
}
