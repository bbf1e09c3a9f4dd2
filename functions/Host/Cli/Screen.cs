using Spectre.Console;

namespace YiyuanSafety.Host.Cli;

/// <summary>Where messages go: results to standard output, everything else to standard error.</summary>
internal static class Screen
{
    /// <summary>Standard error, coloured where it is a terminal.</summary>
    public static IAnsiConsole Error { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Whether a person watches: progress is shown only then.</summary>
    public static bool IsWatched => !Console.IsErrorRedirected && !Console.IsOutputRedirected;

    /// <summary>Something that a person should know although the work was done.</summary>
    public static void Warn(string code, string message)
    {
        if (Console.IsErrorRedirected)
            Console.Error.WriteLine($"注意：{message} [{code}]");
        else
            Error.MarkupLine($"[yellow]注意：[/]{Markup.Escape(message)} [grey][[{Markup.Escape(code)}]][/]");
    }

    /// <summary>An error: its sentence, and its stable code in brackets.</summary>
    public static void Fail(string code, string message)
    {
        if (Console.IsErrorRedirected)
            Console.Error.WriteLine($"错误：{message} [{code}]");
        else
            Error.MarkupLine($"[red]错误：[/]{Markup.Escape(message)} [grey][[{Markup.Escape(code)}]][/]");
    }
}
