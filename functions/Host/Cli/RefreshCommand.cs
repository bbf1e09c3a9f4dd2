using System.CommandLine;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Sources;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>refresh FILE… --tasks tasks.json</c>: brings papers up to date without touching what people typed.</summary>
internal static class RefreshCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "要更新的公文（.docx），可以写多个", Arity = ArgumentArity.OneOrMore };
        var tasks = new Option<FileInfo>("--tasks") { Description = "最新的任务（draft 或 extract --json 写出的 tasks.json）", HelpName = "任务文件", Required = true };
        var output = new Option<DirectoryInfo?>("--out") { Description = "更新后的公文另存到这个文件夹；不指定则就地更新，原件改名留存", HelpName = "文件夹" };
        var take = new Option<string>("--take") { Description = "这些部分即使有人改过也换成新内容，如 任务分工表", HelpName = "部分" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只看各部分的状态，不写文件" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出各部分的状态和内容" };
        var directory = SharedOptions.Directory();
        var profile = SharedOptions.Profile();
        var templates = SharedOptions.Templates();
        var command = new Command("refresh", "用最新的任务更新已生成的公文；有人改过的部分不动，逐一列出") { files, tasks, output, take, dryRun, json, directory, profile, templates };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var document = SourceFiles.Tasks(parsed.GetRequiredValue(tasks));
            var run = new Run(
                county => SourceFiles.Again(county, document, parsed.GetValue(directory), parsed.GetValue(profile)),
                Shipped.Templates(parsed.GetValue(templates)),
                (parsed.GetValue(take) ?? "").Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                parsed.GetValue(output),
                parsed.GetValue(dryRun));

            // One bad file does not keep the others from being refreshed.
            var outcomes = parsed.GetRequiredValue(files).Select(file => Guarded.Run(() => run.Refresh(file))).ToList();
            if (parsed.GetValue(json))
                RefreshReport.WriteJson(run.Results);
            else
                RefreshReport.Print(run.Results, parsed.GetValue(dryRun));
            return outcomes.Max();
        }));
        return command;
    }

    private sealed class Run(
        Func<string, PaperRequest> again, PaperTemplates templates, string[] take, DirectoryInfo? output, bool isDry)
    {
        public List<RefreshedPaper> Results { get; } = [];

        public int Refresh(FileInfo file)
        {
            var docx = SourceFiles.Bytes(file);
            var result = Named(file, () =>
            {
                var record = PaperRefresh.Record(docx);
                return (record.Revision, Result: PaperRefresh.Run(docx, again(record.County), templates, Names(record)));
            });
            var kept = isDry ? null : Save(file, docx, result.Revision, result.Result);
            Results.Add(new RefreshedPaper(file, result.Revision, result.Result, kept));
            return result.Result.Regions.Any(region => RefreshReport.NeedsAPerson(region)) ? ExitCodes.FindingsUnderStrict : ExitCodes.Done;
        }

        private string? Save(FileInfo file, byte[] docx, int revision, RefreshResult result)
        {
            if (output is not null)
            {
                output.Create();
                OutputFolder.Guarded(file.Name, () =>
                {
                    WholeFile.Write(Path.Combine(output.FullName, file.Name), result.Write ?? (stream => stream.Write(docx)));
                    return 0;
                });
                return null;
            }

            return result.Write is null ? null : OutputFolder.Guarded(file.Name, () =>
                WholeFile.Replace(file.FullName, $"{Path.GetFileNameWithoutExtension(file.Name)} 第{revision}版{file.Extension}", result.Write));
        }

        // People write the titles that they see; the report in JSON has the names.
        private List<string> Names(PaperRecord record) =>
            [.. record.Regions.Where(region => take.Contains(region.Name) || take.Contains(region.Title)).Select(region => region.Name)];

        private static T Named<T>(FileInfo file, Func<T> act)
        {
            try
            {
                return act();
            }
            catch (PaperFileException e)
            {
                throw new PaperFileException(e.Code, $"“{file.Name}”：{e.Message}", e);
            }
            catch (UnknownTaskException e)
            {
                throw new PaperFileException(e.Code, $"“{file.Name}”所针对的任务在新的任务文件里没有了：{e.Message}", e);
            }
        }
    }
}

/// <summary>A paper that was refreshed.</summary>
/// <param name="File">The paper.</param>
/// <param name="Revision">Its revision before.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Kept">Where the old one is kept; null where nothing was replaced.</param>
internal sealed record RefreshedPaper(FileInfo File, int Revision, RefreshResult Result, string? Kept);
