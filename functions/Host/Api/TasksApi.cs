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
using YiyuanSafety.Ledger.Tasks;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Api;

/// <summary>Tasks: find, read, edit.</summary>
internal static class TasksApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("任务");
        tasks.MapGet("/", ListAsync).Kept().As("listTasks", "查找任务：按单位、角色、部分、状态、时限筛选，按文字查找，排序，分页", Roles.Reader, 400);
        tasks.MapGet("/{id:guid}", GetAsync).Kept().As("getTask", "一项任务", Roles.Reader, 404);
        tasks.MapPatch("/{id:guid}", EditAsync).As("editTask", "修改任务，须写明原因；要在 If-Match 里写明看到的版本", Roles.Drafter, 400, 404, 412, 428);
        tasks.MapGet("/{id:guid}/history", HistoryAsync).As("getTaskHistory", "任务的修改记录，最新的在前", Roles.Drafter, 404);
    }

    private static async Task<Ok<Page<TaskView>>> ListAsync(
        LedgerStore store, Caller caller, Guid? plan, string? body, Word<PartyRole>? role, string? section, Word<TaskState>? state, DateOnly? dueFrom, DateOnly? dueTo,
        string? q, string? sort, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var page = await TaskFinder.FindAsync(ledger, new TaskSearch
        {
            Plan = plan,
            Body = body ?? "",
            Role = role is { } part ? WorkPointsJson.Word(part.Value) : "",
            Section = section ?? "",
            State = state?.Value ?? TaskState.Open,
            DueFrom = dueFrom,
            DueTo = dueTo,
            Words = q ?? "",
            VisibleTo = await Sight.NamesAsync(ledger, caller, cancellation),
            Sort = Sort(sort),
            Cursor = cursor ?? "",
            Limit = Pages.Size(limit),
        }, cancellation);
        return TypedResults.Ok(new Page<TaskView>([.. page.Tasks.Select(TaskView.Of)], page.Next, page.Total));
    }

    private static async Task<Ok<TaskView>> GetAsync(Guid id, LedgerStore store, Caller caller, HttpContext http)
    {
        await using var ledger = store.Open();
        var task = await FindAsync(ledger, id, caller, http.RequestAborted);
        RowVersion.Tell(http.Response, task.Version);
        return TypedResults.Ok(TaskView.Of(task));
    }

    private static async Task<Results<Ok<TaskView>, ProblemHttpResult>> EditAsync(
        Guid id, TaskChange change, LedgerStore store, Caller caller, TimeProvider time, HttpContext http)
    {
        var seen = RowVersion.Seen(http.Request);
        var edit = new TaskEdit(change.Reason)
        {
            Title = change.Title,
            Text = change.Text,
            Parties = change.Parties is { } parties ? [.. parties.Select(party => new PartyEdit(WorkPointsJson.Word(party.Role), party.Mention, party.Body, party.IsGroup))] : null,
            Deadlines = change.Deadlines is { } deadlines ? [.. deadlines.Select(deadline => new DeadlineEdit(deadline.Text, deadline.Due))] : null,
        };
        try
        {
            await using var ledger = store.Open();
            var task = await TaskEditing.ApplyAsync(ledger, id, seen, edit, new Act(caller.Name, time.GetUtcNow()), http.RequestAborted);
            RowVersion.Tell(http.Response, task.Version);
            return TypedResults.Ok(TaskView.Of(task));
        }
        catch (LedgerException e) when (e.Code == LedgerCodes.Stale)
        {
            await using var ledger = store.Open();
            var task = await FindAsync(ledger, id, caller, http.RequestAborted);
            RowVersion.Tell(http.Response, task.Version);
            return ProblemAnswers.Stale(e.Message, TaskView.Of(task));
        }
    }

    private static async Task<Ok<Page<HistoryView>>> HistoryAsync(Guid id, LedgerStore store, Caller caller, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        await FindAsync(ledger, id, caller, cancellation);
        var entries = await ledger.Audit.AsNoTracking().Where(entry => entry.Subject == id).OrderByDescending(entry => entry.Id).ToListAsync(cancellation);
        return TypedResults.Ok(Pages.Of(entries.ConvertAll(HistoryView.Of), cursor, limit));
    }

    // What a caller may not see is not there.
    private static async Task<LedgerTask> FindAsync(LedgerContext ledger, Guid id, Caller caller, CancellationToken cancellation)
    {
        var names = await Sight.NamesAsync(ledger, caller, cancellation);
        var task = await ledger.Tasks.AsNoTracking().Include(one => one.Parties).Include(one => one.Deadlines).AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        return task is not null && Sight.Sees(names, task) ? task : throw new LedgerException(LedgerCodes.NotFound, "没有这项任务，可能列表已过时。请刷新后重试。");
    }

    private static TaskSort Sort(string? word) => word switch
    {
        null or "" or "number" => TaskSort.Number,
        "-number" => TaskSort.NumberDescending,
        "due" => TaskSort.Due,
        "-due" => TaskSort.DueDescending,
        _ => throw new LedgerException(LedgerCodes.Invalid, "sort 应是 number、-number、due 或 -due。"),
    };
}
