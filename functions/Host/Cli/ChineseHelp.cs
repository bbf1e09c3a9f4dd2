using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace YiyuanSafety.Host.Cli;

/// <summary>
/// Help and parse errors in Chinese. The library's own translations need culture data, which the program does without
/// so that it starts on a machine that has none.
/// </summary>
internal sealed class ChineseHelp(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly (string English, string Chinese)[] Headings =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Arguments:", "参数："), ("Options:", "选项："), ("Commands:", "命令："),
        ("[command]", "[命令]"), ("[options]", "[选项]"), ("(REQUIRED)", "（必填）"),
        ("Show help and usage information", "显示帮助"), ("Show version information", "显示版本"),
    ];

    /// <summary>Makes a command line speak Chinese.</summary>
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is HelpAction action)
                option.Action = new ChineseHelp(action);
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        using var text = new StringWriter();
        var output = parseResult.InvocationConfiguration.Output;
        parseResult.InvocationConfiguration.Output = text;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        var chinese = text.ToString();
        foreach (var (english, translation) in Headings)
            chinese = chinese.Replace(english, translation, StringComparison.Ordinal);
        output.Write(chinese);
        return code;
    }

    /// <summary>A parse error in Chinese, told from what was typed.</summary>
    public static IEnumerable<string> Errors(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command.Name;
        foreach (var token in parsed.UnmatchedTokens.Take(1))
            yield return $"不认识“{token}”。请核对拼写，或运行 yiyuan-safety --help 查看用法。";
        foreach (var error in parsed.Errors)
        {
            if (error.Message.EndsWith('。'))
                yield return error.Message;
            else if (error.SymbolResult is System.CommandLine.Parsing.OptionResult option)
                yield return $"选项 {option.Option.Name} 的值缺少或有误。";
            else if (parsed.UnmatchedTokens.Count == 0)
                yield return parsed.CommandResult.Command is RootCommand ? "没有指定命令。运行 yiyuan-safety --help 查看可用的命令。" : Missing(parsed, command);
        }
    }

    private static string Missing(ParseResult parsed, string command)
    {
        if (parsed.CommandResult.Command.Subcommands is { Count: > 0 } verbs)
            return $"{command} 后面要写 {string.Join(" 或 ", verbs.Select(verb => verb.Name))}。";
        var missing = parsed.CommandResult.Command.Arguments.Where(argument => parsed.GetResult(argument) is null or { Tokens.Count: 0 }).Select(argument => argument.Name)
            .Concat(parsed.CommandResult.Command.Options.Where(option => option.Required && parsed.GetResult(option) is null).Select(option => option.Name));
        return $"{command} 缺少必填的 {string.Join("、", missing)}。";
    }
}
