using System.CommandLine;
using YiyuanSafety.Drafting.Collecting;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.Host.Supervision;

namespace YiyuanSafety.Host.Cli.Cycle;

/// <summary><c>collect make</c> and <c>collect read FILE…</c>: workbooks go out to the bodies and come back.</summary>
internal static class CollectCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(TimeProvider time) => new("collect", "收集进展：给每个单位做一份填报表，读回交来的表") { Make(time), Read(time) };

    private static Command Make(TimeProvider time)
    {
        var output = new Option<DirectoryInfo>("--out") { Description = "填报表写到哪个文件夹", HelpName = "文件夹", Required = true };
        var body = new Option<string?>("--body") { Description = "只做一个单位的（全称）", HelpName = "单位" };
        var replyBy = new Option<DateOnly?>("--reply-by") { Description = "要求哪天前交回，印在表上", HelpName = "日期" };
        return LedgerOptions.Verb("make", "做填报表，一个单位一份（.xlsx）", [output, body, replyBy], time, async (parsed, session, stop) =>
        {
            var progress = await session.Part<ProgressReader>().LoadAsync((await session.PlanAsync(stop)).Id, stop);
            var folder = parsed.GetRequiredValue(output);
            var only = parsed.GetValue(body);
            var files = only is { Length: > 0 } ? [(Body: only, Name: ReplySheets.NameOf(progress, only))] : ReplySheets.All(progress).ToList();
            foreach (var (one, name) in files)
            {
                var sheet = ReplySheets.Of(progress, one, parsed.GetValue(replyBy));
                OutputFolder.Guarded(name, () =>
                {
                    folder.Create();
                    WholeFile.Write(Path.Combine(folder.FullName, name), stream => ReplyWorkbook.Write(sheet, stream));
                    return name;
                });
            }

            Console.WriteLine($"已做好 {files.Count} 份填报表，在“{folder.FullName}”。");
            return ExitCodes.Done;
        });
    }

    private static Command Read(TimeProvider time)
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "交回的填报表（.xlsx 或 .xls），改过名、调过行的也行", Arity = ArgumentArity.OneOrMore };
        var apply = new Option<bool>("--apply") { Description = "登记进台账；不写则只看会有什么变化" };
        var strict = new Option<bool>("--strict") { Description = "有放不进去的内容时，退出码为 1" };
        return LedgerOptions.Verb("read", "读交回的填报表", [files, apply, strict], time, async (parsed, session, stop) =>
        {
            var plan = await session.PlanAsync(stop);
            var isApplied = parsed.GetValue(apply);
            var (code, doubts) = (ExitCodes.Done, 0);
            foreach (var file in parsed.GetRequiredValue(files))
            {
                // One file that cannot be read does not keep the others from it.
                code = Math.Max(code, await Guarded.RunOneAsync(async () =>
                {
                    await using var ledger = session.Store.Open();
                    var read = await session.Part<CollectDesk>().ReadAsync(ledger, plan.Id, file.Name, SourceFiles.Bytes(file), "", session.Act, stop);
                    if (isApplied)
                        await ledger.SaveChangesAsync(stop);
                    Print(read, isApplied);
                    doubts += read.Doubts.Count;
                }));
            }

            if (!isApplied)
                Console.WriteLine("以上只是预览，什么都没有登记。加 --apply 登记。");
            return code == ExitCodes.Done && doubts > 0 && parsed.GetValue(strict) ? ExitCodes.FindingsUnderStrict : code;
        });
    }

    private static string Effect(CollectedChange change) => change is { LaterOn: { } later } && change.Before == change.After
        ? $"不改变当前状态（{StandingWords.Of(change.After)}）：已有 {later:yyyy-MM-dd} 的填报"
        : $"{StandingWords.Of(change.Before)} → {StandingWords.Of(change.After)}";

    private static void Print(CollectedFile file, bool isApplied)
    {
        Console.WriteLine($"{file.File}：{(isApplied ? "登记" : "会登记")} {file.Changes.Count} 条，早已登记 {file.Known} 条，没有填的 {file.Blank} 行，放不进去的 {file.Doubts.Count} 处。");
        foreach (var change in file.Changes)
        {
            var percent = change.Entry.Percent is { } number ? $" {number}%" : "";
            Console.WriteLine($"  {change.Place}  {change.Task.Task.Id}  {change.Entry.Body}  填报{StandingWords.Of(change.Entry.State)}{percent}  {Effect(change)}  {change.Entry.On:yyyy-MM-dd}  {change.Entry.Progress.ReplaceLineEndings(" ")}");
        }

        foreach (var doubt in file.Doubts)
            Screen.Warn(doubt.Code, $"{doubt.Place}：{doubt.Message}（{doubt.Text.ReplaceLineEndings(" ")}）");
    }
}
