using System.CommandLine;
using Spectre.Console;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Cli.Cycle;

/// <summary><c>status</c>: where the tasks stand, and what is late.</summary>
internal static class StatusCommand
{
    private static readonly Standing[] All = Enum.GetValues<Standing>();

    /// <summary>The verb.</summary>
    public static Command Create(TimeProvider time)
    {
        var body = new Option<string?>("--body") { Description = "只看一个单位（全称）", HelpName = "单位" };
        var state = new Option<string?>("--state") { Description = $"只看一种状态：{string.Join("、", All.Select(StandingWords.Of))}", HelpName = "状态" };
        return LedgerOptions.Verb("status", "各单位各项任务的进展：谁逾期、谁快到期", [body, state], time, async (parsed, session, stop) =>
        {
            Standing? wanted = parsed.GetValue(state) is { Length: > 0 } word ? StandingWords.Read<Standing>(word, StandingWords.Of) : null;
            var progress = await session.Part<ProgressReader>().LoadAsync((await session.PlanAsync(stop)).Id, stop);
            var only = parsed.GetValue(body) ?? "";
            if (only.Length > 0 && !progress.Bodies.Contains(only))
                throw new LedgerException(LedgerCodes.NotFound, $"“{only}”没有任务。请核对单位全称。");
            Print([.. progress.Parts.Where(one => (only.Length == 0 || one.Part.Body == only) && (wanted is null || one.Part.Standing.State == wanted))]);
            var figures = ProgressFigures.Of(progress, only);
            Console.WriteLine($"{progress.Plan.Title}，截至 {progress.Today:yyyy-MM-dd}");
            Console.WriteLine($"任务 {Line(figures.Tasks)}");
            Console.WriteLine($"各单位责任 {Line(figures.Parts)}");
            if (!session.Part<Work.Basis>().Calendar.Knows(progress.Year))
                Screen.Warn("calendar-year-unknown", $"工作日历里没有 {progress.Year} 年的节假日，工作日只按周末推算。请在日历文件里补上（见 docs/supervision.md）。");
            return ExitCodes.Done;
        });
    }

    private static string Line(StateCounts counts) =>
        $"{counts.Total} 项：已完成 {counts.Done}，推进中 {counts.InProgress}，未开展 {counts.NotStarted}，已逾期 {counts.Overdue}，不涉及 {counts.NotApplicable}；完成率 {(counts.Rate is { } rate ? $"{rate}%" : "—")}";

    private static void Print(List<(TaskProgress Task, PartProgress Part)> parts)
    {
        var rows = parts.ConvertAll(one => new[]
        {
            one.Task.Task.Id, one.Task.Task.Title, one.Part.Body, StandingWords.Of(one.Part.Role), StandingWords.Of(one.Part.Standing.State) + (one.Part.Standing.DaysLate > 0 ? $" {one.Part.Standing.DaysLate} 天" : ""),
            one.Part.Standing.Percent is { } percent ? $"{percent}%" : "", one.Part.Standing.Open is { } due ? StandingWords.Of(due) : "", one.Part.Standing.Last?.Progress ?? "",
        });
        if (Console.IsOutputRedirected)
        {
            foreach (var row in rows)
                Console.WriteLine(string.Join('\t', row.Select(cell => cell.ReplaceLineEndings(" ").Replace('\t', ' '))));
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("编号", "任务", "单位", "职责", "状态", "进度", "下一个期限", "最近的进展");
        foreach (var row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }
}
