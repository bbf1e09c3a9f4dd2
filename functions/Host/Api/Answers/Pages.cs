using System.Globalization;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Api.Answers;

/// <summary>Lists a page at a time.</summary>
internal static class Pages
{
    /// <summary>How many rows a page has where the caller does not say.</summary>
    public const int Usual = 100;

    /// <summary>How many it has at most.</summary>
    public const int Most = 500;

    /// <summary>The number of rows that the caller wants, between 1 and <see cref="Most"/>.</summary>
    /// <exception cref="LedgerException">It is not.</exception>
    public static int Size(int? limit) => limit switch
    {
        null => Usual,
        >= 1 and <= Most => limit.Value,
        _ => throw new LedgerException(LedgerCodes.Invalid, $"limit 应在 1 至 {Most} 之间。"),
    };

    /// <summary>A page of rows, the newest first: identities are in the order of time.</summary>
    public static async Task<(List<T> Rows, string? Next, int Total)> NewestFirstAsync<T>(IQueryable<T> rows, string? cursor, int? limit, CancellationToken cancellation)
        where T : Versioned
    {
        var size = Size(limit);
        var total = await rows.CountAsync(cancellation);
        if (cursor is { Length: > 0 })
        {
            if (!Guid.TryParseExact(cursor, "N", out var from))
                throw WrongCursor();
            rows = rows.Where(row => row.Id < from);
        }

        var page = await rows.OrderByDescending(row => row.Id).Take(size + 1).ToListAsync(cancellation);
        var next = page.Count > size ? page[size - 1].Id.ToString("N") : null;
        return (page.Take(size).ToList(), next, total);
    }

    /// <summary>A page of a list that is whole already.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> all, string? cursor, int? limit)
    {
        var size = Size(limit);
        var from = 0;
        if (cursor is { Length: > 0 } && !int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out from))
            throw WrongCursor();
        var to = Math.Min(all.Count, from + size);
        return new Page<T>([.. all.Skip(from).Take(size)], to < all.Count ? to.ToString(CultureInfo.InvariantCulture) : null, all.Count);
    }

    private static LedgerException WrongCursor() => new(LedgerCodes.Invalid, "翻页的位置（cursor）不对。请从第一页重新开始。");
}
