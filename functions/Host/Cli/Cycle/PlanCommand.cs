using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Cli.Cycle;

/// <summary><c>plan import FILE</c> and <c>plan list</c>: the work points that the ledger follows.</summary>
internal static class PlanCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(TimeProvider time) => new("plan", "把工作要点导入台账，或列出台账里有哪些") { Import(time), List(time) };

    private static Command Import(TimeProvider time)
    {
        var file = SharedOptions.File();
        var revises = new Option<bool>("--revises") { Description = "作为 --plan 那一份（不指定时为最新的一份）的修订稿导入，任务的进展保留" };
        return LedgerOptions.Verb("import", "把工作要点导入台账", [file, revises], time, async (parsed, session, stop) =>
        {
            var source = parsed.GetRequiredValue(file);
            await using var content = SourceFiles.Open(source);
            var (hash, length) = await session.Part<IByteStore>().PutAsync(content, stop);
            Guid? plan = parsed.GetValue(revises) ? (await session.PlanAsync(stop)).Id : null;
            await using var ledger = session.Store.Open();
            var job = await ImportOrders.AddAsync(ledger, new SourceFile(source.Name, hash, length), plan, session.Act, stop);
            await ledger.SaveChangesAsync(stop);
            var ended = await session.RunAsync(job.Id, stop);
            if (ended.State != JobState.Done)
                return LedgerSession.Tell(ended);
            var result = JobJson.Read<ImportResult>(ended.Result);
            var findings = await ledger.Imports.Where(import => import.Id == result.ImportId).SelectMany(import => import.Findings).CountAsync(finding => finding.Severity != "info", stop);
            Console.WriteLine(result.IsRepeat ? $"这个文件早已导入，没有变化（{result.PlanId:N}）。" : $"已导入（{result.PlanId:N}）：新增 {result.Added} 项任务，改动 {result.Changed} 项，取消 {result.Closed} 项，未变 {result.Kept} 项；{findings} 处请核对。");
            return ExitCodes.Done;
        });
    }

    private static Command List(TimeProvider time) => LedgerOptions.Verb("list", "列出台账里的工作要点，最新的在前", [], time, async (_, session, stop) =>
    {
        await using var ledger = session.Store.Open();
        var plans = await ledger.Plans.AsNoTracking().Where(plan => plan.Imports.Count > 0).OrderByDescending(plan => plan.Id)
            .Select(plan => new { plan.Id, plan.Title, plan.DocumentNumber, At = plan.Imports.Max(import => import.At), Tasks = plan.Tasks.Count(task => task.State == TaskState.Open) }).ToListAsync(stop);
        foreach (var plan in plans)
            Console.WriteLine($"{plan.Id:N}  {plan.Title}（{plan.DocumentNumber ?? "无文号"}）  {plan.Tasks} 项任务  {ChinaTime.DayOf(plan.At):yyyy-MM-dd} 导入");
        if (plans.Count == 0)
            Console.WriteLine("台账里还没有工作要点。用 plan import 导入。");
        return ExitCodes.Done;
    });
}
