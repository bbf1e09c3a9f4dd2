using System.CommandLine;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Templating;
using YiyuanSafety.Host.Sources;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>template check FILE</c> and <c>template fields KIND</c>: for the person who edits a template.</summary>
internal static class TemplateCommand
{
    /// <summary>The verb.</summary>
    public static Command Create() => new("template", "检查自己改的 Word 模板，或列出模板里可以用的字段") { Check(), Fields() };

    private static Command Check()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "模板文件（.docx）" };
        var kind = new Option<string>("--kind") { Description = $"模板的种类：{Names}；文件名与自带模板相同时不必写", HelpName = "种类" };
        var command = new Command("check", "一次列出模板里的所有问题：没有的字段、没写完的标签、放错位置的 if 和 for") { file, kind };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var path = parsed.GetRequiredValue(file);
            var asked = parsed.GetValue(kind);
            if (PaperKinds.Find(asked ?? path.Name) is not { } row)
            {
                return asked is not null ? Unknown(asked)
                    : Wrong("template-kind-unknown", $"从文件名“{path.Name}”看不出是哪种模板。请加上 --kind，种类有：{Names}。");
            }

            using var stream = SourceFiles.Open(path);
            return Tell(path.Name, row, TemplateCheck.Of(stream, path.Name, row.Model));
        }));
        return command;
    }

    private static Command Fields()
    {
        var kind = new Argument<string>("KIND") { Description = $"模板的种类：{Names}" };
        var json = new Option<bool>("--json") { Description = "输出 JSON（名称、含义、例子、是否列表、下级字段）" };
        var command = new Command("fields", "列出一种模板可以用的字段、含义和例子") { kind, json };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(kind);
            if (PaperKinds.Find(name) is not { } row)
                return Unknown(name);
            if (parsed.GetValue(json))
            {
                using var output = Console.OpenStandardOutput();
                TemplateFieldsPage.WriteJson(row, output);
            }
            else
            {
                TemplateFieldsPage.Print(row, Console.Out);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static string Names => string.Join("、", PaperKinds.All.Select(row => $"{row.Name}（{row.Id}）"));

    private static int Unknown(string name) => Wrong("template-kind-unknown", $"没有“{name}”这种模板。种类有：{Names}。");

    private static int Wrong(string code, string message)
    {
        Screen.Fail(code, message);
        return ExitCodes.WrongUse;
    }

    private static int Tell(string file, WordKind kind, IReadOnlyList<TemplateProblem> problems)
    {
        if (problems.Count == 0)
        {
            Console.WriteLine($"“{file}”可以用作{kind.Name}的模板，没有发现问题。");
            return ExitCodes.Done;
        }

        if (problems[0].Code is TemplateCodes.NotAWordFile or TemplateCodes.TooLarge && problems[0].Paragraph == 0)
        {
            Screen.Fail(problems[0].Code, $"“{file}”：{problems[0].Message}");
            return ExitCodes.UnreadableInput;
        }

        Console.WriteLine($"“{file}”按{kind.Name}的模板检查，有 {problems.Count} 处问题：");
        foreach (var problem in problems)
        {
            Console.WriteLine($"{problem} [{problem.Code}]");
            if (problem.ParagraphText.Length > 0)
                Console.WriteLine($"    这一段的文字：{problem.ParagraphText.ReplaceLineEndings(" ")}");
        }

        Console.WriteLine($"可以用的字段见：yiyuan-safety template fields {kind.Name}");
        return ExitCodes.FindingsUnderStrict;
    }
}
