using System.CommandLine;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>extract FILE [--json]</c>: what the document says, on the screen or as JSON.</summary>
internal static class ExtractCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var file = SharedOptions.File();
        var json = new Option<bool>("--json") { Description = "输出 JSON（任务、责任主体、时限、问题提示）" };
        var directory = SharedOptions.Directory();
        var strict = SharedOptions.Strict();
        var command = new Command("extract", "读取工作要点，列出任务、责任单位和需要核对的问题") { file, json, directory, strict };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var understood = SourceFiles.Understand(parsed.GetRequiredValue(file), parsed.GetValue(directory));
            if (parsed.GetValue(json))
            {
                using var output = Console.OpenStandardOutput();
                WorkPointsJson.Write(understood.Document, output);
                output.WriteByte((byte)'\n');
            }
            else
            {
                Summary.Print(understood.Document);
            }

            return Strictness.ExitCode(understood.Document, parsed.GetValue(strict));
        }));
        return command;
    }
}

/// <summary>What --strict makes of findings.</summary>
internal static class Strictness
{
    /// <summary>1 where strict and a person must act before the papers go out; else 0.</summary>
    public static int ExitCode(WorkPointsDocument document, bool strict) =>
        strict && document.Findings.Any(finding => finding.Severity != Severity.Info) ? ExitCodes.FindingsUnderStrict : ExitCodes.Done;
}
