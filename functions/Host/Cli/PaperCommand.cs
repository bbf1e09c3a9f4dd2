using System.CommandLine;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Host.Office;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.WorkPoints;


namespace YiyuanSafety.Host.Cli;

/// <summary><c>paper KIND --data ORDER.json --out FILE.docx</c>: one paper of any kind, to order.</summary>
internal static class PaperCommand
{
    private static readonly PaperKind[] NeedsTasks =
        [PaperKind.Notice, PaperKind.TaskSheet, PaperKind.WideTaskSheet, PaperKind.SupervisionLetter, PaperKind.ReminderLetter];

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = "文种：" + string.Join("、", PaperKinds.All.Select(row => row.Name)) };
        var data = new Option<FileInfo>("--data") { Description = "公文内容（JSON，写法见 templates/order.schema.json）", HelpName = "内容文件", Required = true };
        var from = new Option<FileInfo?>("--from") { Description = "所依据的工作要点文件", HelpName = "工作要点" };
        var tasks = new Option<FileInfo?>("--tasks") { Description = "或者已读出的任务（tasks.json）", HelpName = "任务文件" };
        var output = new Option<FileInfo>("--out") { Description = "要写出的公文（.docx）", HelpName = "文件", Required = true };
        var pdf = new Option<bool>("--pdf") { Description = "另出一份 PDF（需要 LibreOffice）" };
        var directory = SharedOptions.Directory();
        var profile = SharedOptions.Profile();
        var templates = SharedOptions.Templates();
        var command = new Command("paper", "按给定的内容生成一份公文：通知、函、清单、通报、纪要") { kind, data, from, tasks, output, pdf, directory, profile, templates };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var row = PaperKinds.Find(parsed.GetRequiredValue(kind))
                ?? throw OrderException.Of($"没有“{parsed.GetRequiredValue(kind)}”这个文种。可用的有：{string.Join("、", PaperKinds.All.Select(one => one.Name))}。");
            var order = SourceFiles.Order(parsed.GetRequiredValue(data), row.Kind);
            if (NeedsTasks.Contains(row.Kind) && parsed.GetValue(from) is null && parsed.GetValue(tasks) is null)
                throw OrderException.Of($"{row.Name}的内容来自工作要点。请用 --from 指定工作要点文件，或用 --tasks 指定 tasks.json。");
            var request = Request(parsed.GetValue(from), parsed.GetValue(tasks), parsed.GetValue(directory), parsed.GetValue(profile));
            var draft = new PaperDrafts(request).Of(order);
            var template = Shipped.Templates(parsed.GetValue(templates))[row.Kind];
            var target = parsed.GetRequiredValue(output);
            void Write(Stream stream) => PaperSeal.Write(template, draft, order, request, stream);
            OutputFolder.Guarded(target.Name, () =>
            {
                target.Directory?.Create();
                WholeFile.Write(target.FullName, Write);
                return target;
            });
            Console.WriteLine($"已生成{row.Name}“{target.FullName}”。");
            return !parsed.GetValue(pdf) || PdfMaking.Run([PdfCommand.Beside(target, Write)]) ? ExitCodes.Done : ExitCodes.UnwritableOutput;
        }));
        return command;
    }

    // Minutes and the like rest on no work points.
    private static PaperRequest Request(FileInfo? from, FileInfo? tasks, FileInfo? directory, FileInfo? profile)
    {
        if (from is not null)
        {
            var understood = SourceFiles.Understand(from, directory);
            return new PaperRequest(understood.Document, understood.Directory, SourceFiles.Profile(profile, understood));
        }

        var document = tasks is null ? new WorkPointsDocument(new DocumentInfo("", null, null, null), [], [], [], []) : SourceFiles.Tasks(tasks);
        var home = Shipped.Profile().Region;
        var county = document.Document.Issuer is { } issuer && !issuer.StartsWith(home, StringComparison.Ordinal) ? "" : home;
        return SourceFiles.Again(county, document, directory, profile);
    }
}
