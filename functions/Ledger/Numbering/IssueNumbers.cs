using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Numbering;

/// <summary>
/// Hands out issue numbers (发文字号): for each code and year one after the other without a gap or a double, from 1 or from where the office
/// says that the series stands (<see cref="NumberSeries"/>). A number that an imported document bears is in use. The counter moves in the
/// transaction that gives the number to a paper, so a crash between the two leaves neither.
/// </summary>
public static class IssueNumbers
{
    private const int LongestCode = 12;

    /// <summary>Takes the next number for a paper. A paper that has a good number of that code and year keeps it: asking twice takes one.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="paperId">The paper.</param>
    /// <param name="code">机关代字, 1 to 12 characters (7.2.5).</param>
    /// <param name="year">Year in full.</param>
    /// <param name="act">Who takes it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="LedgerException">No such paper, or no code.</exception>
    public static async Task<IssueNumber> TakeAsync(Stores.LedgerStore store, Guid paperId, string code, int year, Act act, CancellationToken cancellation)
    {
        Check(code, year);
        try
        {
            return await TakeOnceAsync(store, paperId, code, year, act, cancellation);
        }
        catch (DbUpdateException e) when (IsDuplicate(store, e))
        {
            // Somebody numbered the same paper at the same moment: theirs is the number.
            return await TakeOnceAsync(store, paperId, code, year, act, cancellation);
        }
    }

    /// <summary>Refuses what is no series.</summary>
    /// <exception cref="LedgerException">No code, or no year.</exception>
    internal static void Check(string code, int year)
    {
        if (code.Length is 0 or > LongestCode || year is < 1000 or > 9999)
            throw new LedgerException(LedgerCodes.Invalid, $"发文代字“{code}”或年份“{year}”不对。请在单位设置中填写 1 至 {LongestCode} 个字的代字。");
    }

    /// <summary>Voids a number; it stays visible and is never handed out again.</summary>
    /// <exception cref="LedgerException">No such number, or no reason.</exception>
    public static async Task VoidAsync(LedgerContext ledger, Guid numberId, string reason, Act act, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new LedgerException(LedgerCodes.Invalid, "作废文号要写明原因。");
        var number = await ledger.Numbers.SingleOrDefaultAsync(one => one.Id == numberId, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这个文号，可能列表已过时。请刷新后重试。");
        if (number.VoidedBecause is not null)
            return;
        Void(ledger, number, reason, act);
        await ledger.SaveChangesAsync(cancellation);
    }

    /// <summary>Voids a number in a unit of work; the caller saves it.</summary>
    internal static void Void(LedgerContext ledger, IssueNumber number, string reason, Act act)
    {
        number.VoidedBecause = reason;
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "number.void", Subject = number.PaperId, Reason = reason, Before = number.Printed });
    }

    private static async Task<IssueNumber> TakeOnceAsync(
        Stores.LedgerStore store, Guid paperId, string code, int year, Act act, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        await using var transaction = await ledger.Database.BeginTransactionAsync(cancellation);
        if (!await ledger.Papers.AnyAsync(paper => paper.Id == paperId, cancellation))
            throw new LedgerException(LedgerCodes.NotFound, "没有这份公文，可能列表已过时。请刷新后重试。");
        var taken = await ledger.Numbers.SingleOrDefaultAsync(
            number => number.PaperId == paperId && number.Code == code && number.Year == year && number.VoidedBecause == null, cancellation);
        if (taken is not null)
            return taken;

        var printed = await NumberSeries.PrintedAsync(ledger, code, year, cancellation);

        // One statement, which locks the counter's row until the transaction ends: whoever comes next waits and gets the next number.
        var serials = await ledger.Database.SqlQuery<int>(
            $"""
            INSERT INTO issue_counters ("Code", "Year", "Last") VALUES ({code}, {year}, {printed + 1})
            ON CONFLICT ("Code", "Year") DO UPDATE SET "Last" = CASE WHEN issue_counters."Last" > {printed} THEN issue_counters."Last" ELSE {printed} END + 1
            RETURNING "Last" AS "Value"
            """).ToListAsync(cancellation);
        var number = new IssueNumber { Id = act.NewId(), Code = code, Year = year, Serial = serials[0], PaperId = paperId, At = act.At, By = act.By };
        ledger.Numbers.Add(number);
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "number.take", Subject = paperId, After = number.Printed });
        await ledger.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return number;
    }

    private static bool IsDuplicate(Stores.LedgerStore store, DbUpdateException error)
    {
        using var ledger = store.Open();
        return ledger.IsDuplicate(error);
    }
}
