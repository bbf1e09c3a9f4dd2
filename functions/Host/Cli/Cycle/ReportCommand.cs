using System.CommandLine;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Cli.Cycle;

/// <summary>
/// <c>report TASK BODY --state STATE</c>: takes down what a body reports, such as by telephone; <c>report list|retract</c>: shows what was
/// taken down, and takes it back.
/// </summary>
internal static class ReportCommand
{
    private static readonly ReportState[] All = Enum.GetValues<ReportState>();

    /// <summary>The verb.</summary>
    public static Command Create(TimeProvider time)
    {
        var task = new Argument<string>("TASK") { Description = "任务编号，如 14.3" };
        var body = new Argument<string>("BODY") { Description = "单位全称，如 县应急局" };
        var state = new Option<string>("--state") { Description = $"完成状态：{string.Join("、", All.Select(StandingWords.Of))}", HelpName = "状态", Required = true };
        var percent = new Option<int?>("--percent") { Description = "完成进度，0 至 100", HelpName = "百分数" };
        var text = new Option<string>("--text") { Description = "进展情况", HelpName = "文字", DefaultValueFactory = _ => "" };
        var on = new Option<DateOnly?>("--on") { Description = "填报日期，如 2021-06-25；不指定为今天", HelpName = "日期" };
        var reporter = new Option<string>("--reporter") { Description = "填报人", HelpName = "姓名", DefaultValueFactory = _ => "" };
        var evidence = new Option<FileInfo?>("--evidence") { Description = "佐证材料，存入台账", HelpName = "文件" };
        var verb = LedgerOptions.Verb("report", "登记一个单位一项任务的进展；列出、撤销填报", [task, body, state, percent, text, on, reporter, evidence], time, async (parsed, session, stop) =>
        {
            var plan = await session.PlanAsync(stop);
            var progress = await session.Part<ProgressReader>().LoadAsync(plan.Id, stop);
            var number = parsed.GetRequiredValue(task);
            var found = Find(progress, number);
            var desk = session.Part<ReportDesk>();
            var entry = new ReportEntry(found.Id, parsed.GetRequiredValue(body), StandingWords.Read<ReportState>(parsed.GetRequiredValue(state), StandingWords.Of), parsed.GetValue(on) ?? ChinaTime.Today(time))
            {
                Percent = parsed.GetValue(percent),
                Progress = parsed.GetRequiredValue(text),
                Reporter = parsed.GetRequiredValue(reporter),
                Evidence = parsed.GetValue(evidence) is { } file ? await KeepAsync(file, session, stop) : Evidence.None,
                Moment = desk.Moment(),
                Source = "命令行",
            };
            await using var ledger = session.Store.Open();
            await desk.AddAsync(ledger, plan.Id, [entry], "", session.Act, stop);
            await ledger.SaveChangesAsync(stop);
            Console.WriteLine($"已登记：{number} {entry.Body} {StandingWords.Of(entry.State)}。");
            return ExitCodes.Done;
        });
        verb.Add(List(time));
        verb.Add(Retract(time));
        return verb;
    }

    private static Command List(TimeProvider time)
    {
        var task = new Argument<string>("TASK") { Description = "任务编号，如 14.3" };
        var body = new Option<string?>("--body") { Description = "只看一个单位（全称）", HelpName = "单位" };
        return LedgerOptions.Verb("list", "列出一项任务的填报，撤销的也在", [task, body], time, async (parsed, session, stop) =>
        {
            var plan = await session.PlanAsync(stop);
            var progress = await session.Part<ProgressReader>().LoadAsync(plan.Id, stop);
            var found = Find(progress, parsed.GetRequiredValue(task));
            var reports = progress.Reports.Where(report => report.TaskId == found.Id && (parsed.GetValue(body) is not { Length: > 0 } only || report.Body == only)).Order(ReportOrder.Instance).ToList();
            foreach (var report in reports)
                Console.WriteLine(Line(report));
            if (reports.Count == 0)
                Console.WriteLine("还没有填报。");
            return ExitCodes.Done;
        });
    }

    private static Command Retract(TimeProvider time)
    {
        var id = new Argument<string>("REPORT") { Description = "填报的编号（report list 里的末 8 位）" };
        var reason = new Option<string>("--reason") { Description = "撤销的原因", HelpName = "原因", Required = true };
        return LedgerOptions.Verb("retract", "撤销一条填报；记录保留，前一条重新算数", [id, reason], time, async (parsed, session, stop) =>
        {
            var plan = await session.PlanAsync(stop);
            var word = parsed.GetRequiredValue(id);
            await using var ledger = session.Store.Open();
            var reports = (await session.Part<ProgressReader>().LoadAsync(ledger, plan.Id, stop)).Reports.Where(report => report.Id.ToString("N").EndsWith(word, StringComparison.OrdinalIgnoreCase)).ToList();
            if (reports is not [var meant])
                throw new LedgerException(LedgerCodes.NotFound, reports.Count == 0 ? $"没有编号是“{word}”的填报。用 report list 查看。" : $"“{word}”指的可能是 {reports.Count} 条填报。请把编号写长一些。");
            await Reporting.RetractAsync(ledger, meant.Id, parsed.GetRequiredValue(reason), session.Act, stop);
            await ledger.SaveChangesAsync(stop);
            Console.WriteLine($"已撤销：{Line(meant)}");
            return ExitCodes.Done;
        });
    }

    private static TaskProgress Find(PlanProgress progress, string number) => progress.Tasks.FirstOrDefault(one => one.Task.Id == number)
        ?? throw new LedgerException(LedgerCodes.NotFound, $"《{progress.Plan.Title}》里没有任务 {number}。用 status 查看编号。");

    private static string Line(TaskReport report) =>
        $"{report.Id.ToString("N")[^8..]}  {report.On:yyyy-MM-dd}  {report.Body}  {StandingWords.Of(report.State)}{(report.Percent is { } percent ? $" {percent}%" : "")}  {report.Progress}{(report.RetractedAt is null ? "" : $"（已撤销：{report.RetractedBecause}）")}";

    /// <summary>Keeps a file that shows something.</summary>
    public static async Task<Evidence> KeepAsync(FileInfo file, LedgerSession session, CancellationToken stop)
    {
        await using var content = SourceFiles.Open(file);
        var (hash, length) = await session.Part<IByteStore>().PutAsync(content, stop);
        return new Evidence(file.Name, hash, length);
    }
}
