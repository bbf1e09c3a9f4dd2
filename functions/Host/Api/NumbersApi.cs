using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Api;

/// <summary>Issue numbers (发文字号) that were handed out; voided ones stay in the list.</summary>
internal static class NumbersApi
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/numbers", ListAsync).WithTags("公文").Kept().As("listNumbers", "列出已编发的发文字号，最新的在前；作废的也在", Roles.Drafter, 400);

    private static async Task<Ok<Page<NumberView>>> ListAsync(LedgerStore store, string? code, int? year, string? cursor, int? limit, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var wanted = ledger.Numbers.AsNoTracking().Where(number => (code == null || number.Code == code) && (year == null || number.Year == year));
        var (rows, next, total) = await Pages.NewestFirstAsync(wanted, cursor, limit, cancellation);
        return TypedResults.Ok(new Page<NumberView>(rows.ConvertAll(NumberView.Of), next, total));
    }
}
