using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Api;

/// <summary>How far plans are. A reader sees its own body's parts alone.</summary>
internal static class ProgressApi
{
    private const int DaysToCome = 31;

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans/{id:guid}").WithTags("进展");
        plans.MapGet("/progress", ProgressAsync).Kept().As("getProgress", "进展统计：各状态的数量，分部分、分单位、热力图、逐月趋势", Roles.Reader, 404);
        plans.MapGet("/parts", PartsAsync).Kept().As("listParts", "各单位各项任务的进展，按单位、状态、任务、部分、到期日筛选", Roles.Reader, 400, 404);
    }

    private static async Task<Ok<ProgressView>> ProgressAsync(Guid id, ProgressReader reader, Basis basis, Caller caller, CancellationToken cancellation)
    {
        var progress = await reader.LoadAsync(id, cancellation);
        var body = BodyOf(caller);
        var endOfMonth = new DateOnly(progress.Today.Year, progress.Today.Month, 1).AddMonths(1).AddDays(-1);
        var due = progress.Parts.Count(one => (body.Length == 0 || one.Part.Body == body) && one.Part.Standing.Open?.Day <= endOfMonth);
        var proposals = body.Length > 0 ? 0 : LetterOrders.Proposals(progress, progress.Letters).Count;
        return TypedResults.Ok(new ProgressView(progress.Today, UnknownYears(progress, basis), FiguresView.Of(ProgressFigures.Of(progress, body)), due, proposals));
    }

    // The days for answers to letters that are issued now may lie in the next year.
    private static List<int> UnknownYears(PlanProgress progress, Basis basis) =>
        [.. new[] { progress.Year, progress.Today.Year, progress.Today.AddDays(DaysToCome).Year }.Distinct().Order().Where(year => !basis.Calendar.Knows(year))];

    private static async Task<Ok<Page<PartView>>> PartsAsync(
        Guid id, ProgressReader reader, Caller caller, string? body, Word<Standing>? state, Guid? task, string? section, DateOnly? dueTo, string? cursor, int? limit, CancellationToken cancellation)
    {
        var progress = await reader.LoadAsync(id, cancellation);
        var own = BodyOf(caller);
        var counts = progress.Reports.Where(report => report.RetractedAt is null).CountBy(report => (report.TaskId, report.Body)).ToDictionary();
        var parts = progress.Parts.Where(one =>
                (own.Length == 0 || one.Part.Body == own)
                && (body is not { Length: > 0 } || one.Part.Body == body)
                && (state is not { } wanted || one.Part.Standing.State == wanted.Value)
                && (task is not { } only || one.Task.Id == only)
                && (section is not { Length: > 0 } || ProgressFigures.SectionOf(one.Task) == section)
                && (dueTo is not { } last || one.Part.Standing.Open?.Day <= last))
            .Select(one => PartView.Of(one.Task, one.Part, counts.GetValueOrDefault((one.Task.Id, one.Part.Body))))
            .ToList();
        return TypedResults.Ok(Pages.Of(parts, cursor, limit));
    }

    /// <summary>The body whose parts alone a caller may see; empty for all.</summary>
    public static string BodyOf(Caller caller) => caller.Role == Roles.Reader ? caller.Body : "";
}
