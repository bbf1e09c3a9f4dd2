using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Archiving;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Cli.Cycle;

/// <summary><c>bulletin</c>, <c>export</c> and <c>archive make|check|restore</c>: what goes to the leaders and into the cupboard.</summary>
internal static class ReportingCommands
{
    /// <summary><c>bulletin --out FILE</c>.</summary>
    public static Command Bulletin(TimeProvider time)
    {
        var output = new Option<FileInfo>("--out") { Description = "要写出的通报（.docx）", HelpName = "文件", Required = true };
        var on = new Option<DateOnly?>("--on") { Description = "成文日期；不指定则留空", HelpName = "日期" };
        var ranked = new Option<bool>("--ranked") { Description = "各单位按完成率排名；不写则按名录顺序" };
        var number = new Option<bool>("--number") { Description = "编发文字号" };
        var requirement = new Option<string[]>("--requirement") { Description = "下一步要求，一段写一次", HelpName = "文字", DefaultValueFactory = _ => [] };
        return LedgerOptions.Verb("bulletin", "按今天的进展生成进展情况通报，附图表", [output, on, ranked, number, requirement], time, async (parsed, session, stop) =>
        {
            var plan = await session.PlanAsync(stop);
            var progress = await session.Part<ProgressReader>().LoadAsync(plan.Id, stop);
            var (order, path) = ProgressBulletins.Of(progress, new BulletinChoice(parsed.GetValue(on), parsed.GetValue(ranked), parsed.GetRequiredValue(requirement)));
            await using var ledger = session.Store.Open();
            var items = await DraftItems.OfAsync(ledger, plan.Id, progress.Request, [new DraftItem(order, path, parsed.GetValue(number))], stop);
            var job = JobBoard.Add(ledger, JobKinds.Draft, plan.Id, "{}", items, session.Act);
            await ledger.SaveChangesAsync(stop);
            var ended = await session.RunAsync(job.Id, stop);
            if (ended.State != JobState.Done || ended.Items[0].PaperId is not { } id)
                return LedgerSession.Tell(ended);
            var hash = await ledger.Set<PaperRevision>().Where(revision => revision.PaperId == id).OrderByDescending(revision => revision.Number).Select(revision => revision.Hash).FirstAsync(stop);
            var target = parsed.GetRequiredValue(output);
            await LetterCommand.SaveAsync(session, hash, target.FullName, stop);
            Console.WriteLine($"已生成进展情况通报“{target.FullName}”，截至 {progress.Today:yyyy-MM-dd}。");
            return ExitCodes.Done;
        });
    }

    /// <summary><c>export --out FILE</c>.</summary>
    public static Command Export(TimeProvider time)
    {
        var output = new Option<FileInfo>("--out") { Description = "要写出的文件：.xlsx 或 .json", HelpName = "文件", Required = true };
        return LedgerOptions.Verb("export", "导出全部进展、填报、督办和统计", [output], time, async (parsed, session, stop) =>
        {
            var target = parsed.GetRequiredValue(output);
            Action<PlanProgress, Stream> write = target.Extension.ToLowerInvariant() switch
            {
                ".xlsx" => ProgressExport.WriteWorkbook,
                ".json" => ProgressExport.WriteJson,
                _ => throw new LedgerException(LedgerCodes.Invalid, $"“{target.Name}”的扩展名应是 .xlsx 或 .json。"),
            };
            var progress = await session.Part<ProgressReader>().LoadAsync((await session.PlanAsync(stop)).Id, stop);
            OutputFolder.Guarded(target.Name, () =>
            {
                target.Directory?.Create();
                WholeFile.Write(target.FullName, stream => write(progress, stream));
                return target;
            });
            Console.WriteLine($"已导出“{target.FullName}”。");
            return ExitCodes.Done;
        });
    }

    /// <summary><c>archive make|check|restore</c>.</summary>
    public static Command Archive(TimeProvider time) => new("archive", "年度归档包：把一年的台账、原文件、公文和佐证材料装成一个文件，可核对、可恢复") { Make(time), Check(time), Restore(time) };

    private static Command Make(TimeProvider time)
    {
        var output = new Option<FileInfo>("--out") { Description = "归档包（.zip）", HelpName = "文件", Required = true };
        return LedgerOptions.Verb("make", "做归档包", [output], time, async (parsed, session, stop) =>
        {
            var plan = await session.PlanAsync(stop);
            var target = parsed.GetRequiredValue(output);
            ArchiveManifest? manifest = null;
            OutputFolder.Guarded(target.Name, () =>
            {
                target.Directory?.Create();
                WholeFile.Write(target.FullName, stream => manifest = PlanArchive.WriteAsync(session.Store, session.Part<IByteStore>(), plan.Id, session.Act, stream, stop).GetAwaiter().GetResult());
                return target;
            });
            Console.WriteLine($"已做好《{plan.Title}》的归档包“{target.FullName}”，{manifest?.Files.Count} 个文件。");
            return ExitCodes.Done;
        });
    }

    private static Command Check(TimeProvider time)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "归档包" };
        return LedgerOptions.Verb("check", "核对归档包：每个文件的哈希值是否和清单一致", [file], time, async (parsed, _, stop) =>
        {
            await using var content = SourceFiles.Open(parsed.GetRequiredValue(file));
            var manifest = await ArchiveRestore.CheckAsync(content, stop);
            Console.WriteLine($"完好：《{manifest.Title}》，{manifest.Files.Count} 个文件，{WorkPoints.Calendar.ChinaTime.Of(manifest.MadeAt):yyyy-MM-dd HH:mm} 由{manifest.MadeBy}归档。");
            return ExitCodes.Done;
        });
    }

    private static Command Restore(TimeProvider time)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "归档包" };
        return LedgerOptions.Verb("restore", "把归档包恢复到没有这份工作要点的台账", [file], time, async (parsed, session, stop) =>
        {
            await using var content = SourceFiles.Open(parsed.GetRequiredValue(file));
            var manifest = await ArchiveRestore.RunAsync(session.Store, session.Part<IByteStore>(), content, session.Act, stop);
            Console.WriteLine($"已恢复《{manifest.Title}》（{manifest.PlanId:N}），{manifest.Files.Count} 个文件。");
            return ExitCodes.Done;
        });
    }
}
