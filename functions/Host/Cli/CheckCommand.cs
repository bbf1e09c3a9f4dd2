using System.CommandLine;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Sources;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>check FILE.docx [--json] [--profile FILE] [--fix OUT.docx] [--track]</c>: the layout against GB/T 9704-2012.</summary>
internal static class CheckCommand
{
    private const string Author = "沂源安全格式检查";

    /// <summary>The verb.</summary>
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "要检查的公文（.docx）" };
        var json = new Option<bool>("--json") { Description = "输出 JSON" };
        var profile = new Option<FileInfo?>("--profile") { Description = "单位设置（字体名称、是否盖章等，JSON）", HelpName = "设置文件" };
        var fix = new Option<FileInfo?>("--fix") { Description = "把能修的格式修好，另存为这个文件；不改动任何文字", HelpName = "新文件" };
        var track = new Option<bool>("--track") { Description = "与 --fix 同用：修改以修订方式留痕，可在 Word 中逐条接受或拒绝" };
        var command = new Command("check", "检查公文格式是否符合 GB/T 9704—2012《党政机关公文格式》") { file, json, profile, fix, track };
        command.Validators.Add(result =>
        {
            if (result.GetValue(track) && result.GetValue(fix) is null)
                result.AddError("--track 要与 --fix 同用。请加上 --fix 和新文件名。");
        });
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var source = parsed.GetRequiredValue(file);
            var options = Options(source, parsed.GetValue(profile));
            var (report, repaired) = parsed.GetValue(fix) is { } target
                ? Fix(source, target, options, parsed.GetValue(track) ? new TrackedBy(Author, time.GetUtcNow()) : null)
                : (Check(source, options), (int?)null);
            if (parsed.GetValue(json))
            {
                using var output = Console.OpenStandardOutput();
                FormatReportJson.Write(report, repaired, output);
                output.WriteByte((byte)'\n');
            }
            else
            {
                CheckScreen.Print(report, repaired, parsed.GetValue(fix));
            }

            return report.Errors > 0 ? ExitCodes.FindingsUnderStrict : ExitCodes.Done;
        }));
        return command;
    }

    private static CheckOptions Options(FileInfo source, FileInfo? profileFile)
    {
        if (profileFile is null)
            return new CheckOptions { File = source.Name };
        try
        {
            using var stream = profileFile.OpenRead();
            var profile = Profile.Load(stream);
            return new CheckOptions { File = source.Name, Fonts = profile.Fonts, Seal = profile.Seal };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProfileException($"单位设置“{profileFile.Name}”打不开。请核对文件名和读取权限。", e);
        }
    }

    private static FormatReport Check(FileInfo source, CheckOptions options)
    {
        using var stream = SourceFiles.Open(source);
        return FormatChecker.Check(stream, options);
    }

    private static (FormatReport Report, int? Repaired) Fix(FileInfo source, FileInfo target, CheckOptions options, TrackedBy? track)
    {
        using var stream = SourceFiles.Open(source);
        if (target.Exists || Directory.Exists(target.FullName))
            throw new OutputException("output-exists", $"“{target.Name}”已经存在，没有覆盖。请换一个文件名。");
        using var repaired = new MemoryStream();
        var outcome = FormatFixer.Fix(stream, repaired, options, track);
        try
        {
            target.Directory?.Create();
            using var output = new FileStream(target.FullName, FileMode.CreateNew);
            repaired.WriteTo(output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException("output-unwritable", $"“{target.FullName}”写不进去。请核对文件夹的写入权限和磁盘空间。", e);
        }

        return (outcome.After, outcome.Repaired);
    }
}
