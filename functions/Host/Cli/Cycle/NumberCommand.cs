using System.CommandLine;
using YiyuanSafety.Ledger.Numbering;

namespace YiyuanSafety.Host.Cli.Cycle;

/// <summary><c>number list|set</c>: where the series of issue numbers (发文字号) stand.</summary>
internal static class NumberCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(TimeProvider time) => new("number", "发文字号：每个代字、年份用到了第几号；年中开始使用时，先设定") { List(time), Set(time) };

    private static Command List(TimeProvider time) => LedgerOptions.Verb("list", "列出每个代字、年份已用到第几号", [], time, async (_, session, stop) =>
    {
        await using var ledger = session.Store.Open();
        var series = await NumberSeries.ListAsync(ledger, stop);
        foreach (var one in series)
            Console.WriteLine(Line(one));
        if (series.Count == 0)
            Console.WriteLine("还没有编过文号。年中开始使用的，先用 number set 设定已用到第几号。");
        return ExitCodes.Done;
    });

    private static Command Set(TimeProvider time)
    {
        var code = new Argument<string>("CODE") { Description = "发文代字，如 源安委发" };
        var year = new Argument<int>("YEAR") { Description = "年份，如 2026" };
        var last = new Argument<int>("LAST") { Description = "已用到第几号；下一份从它后面接着编" };
        return LedgerOptions.Verb("set", "设定一个代字、年份的文号已用到第几号；不能小于已用的号", [code, year, last], time, async (parsed, session, stop) =>
        {
            Console.WriteLine(Line(await NumberSeries.SetAsync(session.Store, parsed.GetRequiredValue(code).Trim(), parsed.GetRequiredValue(year), parsed.GetRequiredValue(last), session.Act, stop)));
            return ExitCodes.Done;
        });
    }

    private static string Line(NumberSeries series) => FormattableString.Invariant($"{series.Code}〔{series.Year}〕  已用到第{series.Last}号，下一份是{series.Last + 1}号");
}
