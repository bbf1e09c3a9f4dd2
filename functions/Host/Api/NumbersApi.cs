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
using YiyuanSafety.Ledger.Numbering;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Api;

/// <summary>Issue numbers (发文字号) that were handed out, voided ones included, and where each series stands.</summary>
internal static class NumbersApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var numbers = api.MapGroup("/numbers").WithTags("公文");
        numbers.MapGet("/", ListAsync).Kept().As("listNumbers", "列出已编发的发文字号，最新的在前；作废的也在", Roles.Drafter, 400);
        numbers.MapGet("/series", SeriesAsync).As("listNumberSeries", "每个代字、年份的文号用到了第几号", Roles.Drafter);
        numbers.MapPost("/series", SetAsync).As("setNumberSeries", "设定一个代字、年份的文号已用到第几号，如年中开始使用时；不能小于已用的号", Roles.Administrator, 400);
    }

    private static async Task<Ok<Page<NumberView>>> ListAsync(LedgerStore store, string? code, int? year, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var wanted = ledger.Numbers.AsNoTracking().Where(number => (code == null || number.Code == code) && (year == null || number.Year == year));
        var (rows, next, total) = await Pages.NewestFirstAsync(wanted, cursor, limit, cancellation);
        return TypedResults.Ok(new Page<NumberView>(rows.ConvertAll(NumberView.Of), next, total));
    }

    private static async Task<Ok<Page<SeriesView>>> SeriesAsync(LedgerStore store, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var series = await NumberSeries.ListAsync(ledger, cancellation);
        return TypedResults.Ok(new Page<SeriesView>([.. series.Select(SeriesView.Of)], null, series.Count));
    }

    // Set again to the same it is the same: no key is needed to repeat the call.
    private static async Task<Ok<SeriesView>> SetAsync(SeriesRequest request, LedgerStore store, Caller caller, TimeProvider time, CancellationToken cancellation) =>
        TypedResults.Ok(SeriesView.Of(await NumberSeries.SetAsync(store, request.Code.Trim(), request.Year, request.Last, new Act(caller.Name, time.GetUtcNow()), cancellation)));
}
