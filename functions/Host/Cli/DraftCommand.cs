using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Report;
using YiyuanSafety.Host.Office;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>draft FILE --out DIR</c>: all papers of a document.</summary>
internal static class DraftCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = SharedOptions.File();
        var output = new Option<DirectoryInfo>("--out") { Description = "输出文件夹；再次运行只替换自己生成的文件", HelpName = "文件夹", Required = true };
        var supervise = new Option<string>("--supervise") { Description = "为这些任务各写一份督办函，如 14.3,19.1", HelpName = "任务编号" };
        var remind = new Option<string>("--remind") { Description = "为这些任务各写一份提醒函", HelpName = "任务编号" };
        var wide = new Option<bool>("--landscape") { Description = "任务清单用横排" };
        var slip = new Option<bool>("--reply-slip") { Description = "任务清单后附办理情况回执" };
        var urgency = new Option<string>("--urgency") { Description = "紧急程度：特急 或 加急", HelpName = "程度" };
        var directory = SharedOptions.Directory();
        var profile = SharedOptions.Profile();
        var templates = SharedOptions.Templates();
        var date = new Option<string>("--date") { Description = "成文日期，如 2021-03-01；不指定则留空待填", HelpName = "日期" };
        var replyBy = new Option<string>("--reply-by") { Description = "督办函的反馈期限，如 2021-03-20；不指定则留空待填", HelpName = "日期" };
        var pdf = new Option<bool>("--pdf") { Description = "每份公文另出一份 PDF（需要 LibreOffice）" };
        var strict = SharedOptions.Strict();
        foreach (var option in new[] { date, replyBy })
        {
            option.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string>() is { } text && !TryDate(text, out _))
                    result.AddError($"“{text}”不是日期。请写成 2021-03-01 的样子。");
            });
        }

        var command = new Command("draft", "生成通知（附任务分工表）、各单位任务清单、督办函、提醒函、任务台账和报告") { file, output, supervise, remind, wide, slip, urgency, directory, profile, templates, date, replyBy, pdf, strict };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var understood = SourceFiles.Understand(parsed.GetRequiredValue(file), parsed.GetValue(directory));
            var request = new PaperRequest(understood.Document, understood.Directory, SourceFiles.Profile(parsed.GetValue(profile), understood))
            {
                Date = TryDate(parsed.GetValue(date), out var day) ? day : null,
                ReplyBy = TryDate(parsed.GetValue(replyBy), out var last) ? last : null,
                Supervised = Ids(parsed.GetValue(supervise)),
                Reminded = Ids(parsed.GetValue(remind)),
                WideSheets = parsed.GetValue(wide),
                ReplySlip = parsed.GetValue(slip) ? true : null,
                Elements = new PaperElements { Urgency = parsed.GetValue(urgency) ?? "" },
            };
            var papers = PaperSet.Of(request, Shipped.Templates(parsed.GetValue(templates))).ToList();
            var folder = OutputFolder.Open(parsed.GetRequiredValue(output));
            Write(folder, papers, understood);
            var isWhole = !parsed.GetValue(pdf) || WritePdfs(folder, papers);
            folder.Finish();
            Tell(folder, request, parsed.GetRequiredValue(output));
            return papers.Count == 0 ? ExitCodes.UnreadableInput
                : isWhole ? Strictness.ExitCode(understood.Document, parsed.GetValue(strict))
                : ExitCodes.UnwritableOutput;
        }));
        return command;
    }

    private static void Write(OutputFolder folder, List<Paper> papers, Understood understood)
    {
        if (!Screen.IsWatched)
        {
            WriteAll(static () => { });
            return;
        }

        Screen.Error.Progress().AutoClear(true).Start(context =>
        {
            var progress = context.AddTask("正在生成", maxValue: papers.Count + 2);
            WriteAll(() => progress.Increment(1));
        });

        void WriteAll(Action step)
        {
            try
            {
                Parallel.ForEach(papers, paper =>
                {
                    folder.Write(paper.Path, paper.Write);
                    step();
                });
            }
            catch (AggregateException e) when (e.InnerExceptions is [var first, ..])
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
            }

            folder.Write("tasks.json", stream => WorkPointsJson.Write(understood.Document, stream));
            step();
            folder.Write("report.html", stream => HtmlReport.Write(understood.Document, understood.Directory, stream));
            step();
        }
    }

    private static bool WritePdfs(OutputFolder folder, List<Paper> papers)
    {
        var documents = papers.Where(paper => paper.Kind != PaperKind.Ledger).ToList();
        try
        {
            return PdfMaking.Run(
                [.. documents.Select(paper => new PdfRequest(paper.Path, paper.Write, pdf => folder.Write(Path.ChangeExtension(paper.Path, ".pdf"), stream =>
                {
                    using var content = pdf.OpenRead();
                    content.CopyTo(stream);
                })))]);
        }
        catch (OfficeException e)
        {
            // The papers themselves are there and stay.
            Screen.Fail(e.Code, e.Message);
            return false;
        }
    }

    private static void Tell(OutputFolder folder, PaperRequest request, DirectoryInfo output)
    {
        if (request.Document.Tasks.Count == 0)
            Screen.Warn("no-tasks", "没有从文件中读出任务，所以没有生成公文，只写了读取结果。请核对文件中的责任分工后再生成。");
        else if (ReferenceEquals(request.Profile, Drafting.Papers.Profile.Empty))
            Screen.Warn("no-profile", "没有单位设置，公文中的发文机关、发文机关代字、印发机关等留空待填。可用 --profile 指定单位设置文件。");
        Console.WriteLine($"已生成 {folder.Count} 个文件，在“{output.FullName}”。先看 report.html。");
        foreach (var (wanted, taken) in folder.Moved)
            Console.WriteLine($"“{wanted}”已有别人改过或放入的同名文件，没有覆盖；本次的另存为“{taken}”。");
        var check = request.Document.Findings.Count(finding => finding.Severity != Severity.Info);
        if (check > 0)
            Console.WriteLine($"有 {check} 处需要核对，见 report.html 中的“问题提示”。");
    }

    private static string[] Ids(string? text) =>
        (text ?? "").Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool TryDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-M-d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
