using System.CommandLine;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Cli.Cycle;

/// <summary><c>report TASK BODY --state STATE</c>: takes down what a body reports, such as by telephone.</summary>
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
        return LedgerOptions.Verb("report", "登记一个单位一项任务的进展", [task, body, state, percent, text, on, reporter, evidence], time, async (parsed, session, stop) =>
        {
            var plan = await session.PlanAsync(stop);
            var progress = await session.Part<ProgressReader>().LoadAsync(plan.Id, stop);
            var number = parsed.GetRequiredValue(task);
            var found = progress.Tasks.FirstOrDefault(one => one.Task.Id == number)
                ?? throw new LedgerException(LedgerCodes.NotFound, $"《{plan.Title}》里没有任务 {number}。用 status 查看编号。");
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
    }

    /// <summary>Keeps a file that shows something.</summary>
    public static async Task<Evidence> KeepAsync(FileInfo file, LedgerSession session, CancellationToken stop)
    {
        await using var content = SourceFiles.Open(file);
        var (hash, length) = await session.Part<IByteStore>().PutAsync(content, stop);
        return new Evidence(file.Name, hash, length);
    }
}
