using System.CommandLine;
using System.Text;
using YiyuanSafety.Host.Cli.Cycle;

namespace YiyuanSafety.Host.Cli;

/// <summary>The verbs of the program.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program and gives its exit code.</summary>
    public static int Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var root = new RootCommand("沂源安全：把一年的安全生产工作要点读成“谁、做什么、何时完成”，并生成通知、任务清单、督办函和台账。")
        {
            ExtractCommand.Create(),
            DraftCommand.Create(),
            PaperCommand.Create(),
            RefreshCommand.Create(),
            PdfCommand.Create(),
            CheckCommand.Create(TimeProvider.System),
            TemplateCommand.Create(),
            FileCommand.Create(TimeProvider.System),
            DriveCommand.Create(TimeProvider.System),
            PlanCommand.Create(TimeProvider.System),
            StatusCommand.Create(TimeProvider.System),
            ReportCommand.Create(TimeProvider.System),
            CollectCommand.Create(TimeProvider.System),
            LetterCommand.Create(TimeProvider.System),
            NumberCommand.Create(TimeProvider.System),
            ReportingCommands.Bulletin(TimeProvider.System),
            ReportingCommands.Export(TimeProvider.System),
            ReportingCommands.Archive(TimeProvider.System),
            ServeCommand.Create(),
            KeyCommand.Create(TimeProvider.System),
            ManifestCommand.Create(),
            OpenApiCommand.Create(),
        };
        ChineseHelp.Install(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not ChineseHelp)
        {
            foreach (var error in ChineseHelp.Errors(parsed).Distinct())
                Screen.Fail("wrong-use", error);
            Console.Error.WriteLine("用法见：yiyuan-safety --help");
            return ExitCodes.WrongUse;
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
