using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Editing;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Ledger.Numbering;

/// <summary>Where a series of issue numbers stands.</summary>
/// <param name="Code">机关代字.</param>
/// <param name="Year">Year in full.</param>
/// <param name="Last">The serial that was used last, here or before this program came; the next paper gets the one after it.</param>
/// <param name="Given">The greatest serial that the ledger knows to be used: given to a paper, or printed on an imported document. It cannot be set lower.</param>
public sealed record NumberSeries(string Code, int Year, int Last, int Given)
{
    /// <summary>All series that have numbers, or were set.</summary>
    public static async Task<IReadOnlyList<NumberSeries>> ListAsync(LedgerContext ledger, CancellationToken cancellation)
    {
        var last = await ledger.Counters.AsNoTracking().ToDictionaryAsync(one => (one.Code, one.Year), one => one.Last, cancellation);
        var given = await ledger.Numbers.GroupBy(one => new { one.Code, one.Year }).Select(same => new { same.Key.Code, same.Key.Year, Serial = same.Max(one => one.Serial) })
            .ToDictionaryAsync(one => (one.Code, one.Year), one => one.Serial, cancellation);
        var printed = (await PrintedAsync(ledger, cancellation)).GroupBy(one => (one.Code, one.Year)).ToDictionary(same => same.Key, same => same.Max(one => one.Serial));
        return [.. last.Keys.Union(given.Keys).Union(printed.Keys).OrderByDescending(key => key.Year).ThenBy(key => key.Code, StringComparer.Ordinal).Select(key =>
        {
            var known = Math.Max(given.GetValueOrDefault(key), printed.GetValueOrDefault(key));
            return new NumberSeries(key.Code, key.Year, Math.Max(last.GetValueOrDefault(key), known), known);
        })];
    }

    /// <summary>Sets where a series stands, such as when the office begins to use the program in the middle of a year.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="code">机关代字.</param>
    /// <param name="year">Year in full.</param>
    /// <param name="last">The serial that was used last; 0 for none.</param>
    /// <param name="act">Who sets it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="LedgerException">No such code or year, or a number beyond it is in use already.</exception>
    public static async Task<NumberSeries> SetAsync(LedgerStore store, string code, int year, int last, Act act, CancellationToken cancellation)
    {
        IssueNumbers.Check(code, year);
        if (last is < 0 or > 999_999)
            throw new LedgerException(LedgerCodes.Invalid, $"序号“{last}”不对，应是已用到的最后一个号，0 至 999999。");
        await using var ledger = store.Open();
        await using var transaction = await ledger.Database.BeginTransactionAsync(cancellation);
        var before = await ledger.Counters.AsNoTracking().Where(one => one.Code == code && one.Year == year).Select(one => (int?)one.Last).SingleOrDefaultAsync(cancellation);

        // Written first: it locks the counter, so that nobody takes a number between the look and the end.
        await ledger.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO issue_counters ("Code", "Year", "Last") VALUES ({code}, {year}, {last})
            ON CONFLICT ("Code", "Year") DO UPDATE SET "Last" = {last}
            """, cancellation);
        var taken = await ledger.Numbers.Where(one => one.Code == code && one.Year == year).MaxAsync(one => (int?)one.Serial, cancellation) ?? 0;
        var given = Math.Max(taken, await PrintedAsync(ledger, code, year, cancellation));
        if (last < given)
            throw new LedgerException(LedgerCodes.Invalid, FormattableString.Invariant($"{code}〔{year}〕{given}号已经用了，不能设成只用到第{last}号，否则会重号。请设成 {given} 或更大。"));
        ledger.Audit.Add(new AuditEntry
        {
            At = act.At,
            By = act.By,
            Action = "number.series",
            Subject = Guid.Empty,
            Before = before is null ? "" : AuditJson.Of(new { Code = code, Year = year, Last = before }),
            After = AuditJson.Of(new { Code = code, Year = year, Last = last }),
        });
        await ledger.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new NumberSeries(code, year, last, given);
    }

    /// <summary>The greatest serial of a series that an imported document bears itself; 0 for none.</summary>
    internal static async Task<int> PrintedAsync(LedgerContext ledger, string code, int year, CancellationToken cancellation) =>
        (await PrintedAsync(ledger, cancellation)).Where(one => one.Code == code && one.Year == year).Select(one => one.Serial).DefaultIfEmpty().Max();

    private static async Task<IEnumerable<PrintedNumber>> PrintedAsync(LedgerContext ledger, CancellationToken cancellation) =>
        (await ledger.Plans.Where(plan => plan.DocumentNumber != null).Select(plan => plan.DocumentNumber).ToListAsync(cancellation)).Select(PrintedNumber.Read).OfType<PrintedNumber>();
}
