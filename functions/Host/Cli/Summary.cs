using Spectre.Console;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Cli;

/// <summary>An extraction as a person reads it on a terminal; plain lines where the output is piped.</summary>
internal static class Summary
{
    /// <summary>Prints head, outline or tasks, and findings.</summary>
    public static void Print(WorkPointsDocument document)
    {
        var info = document.Document;
        Console.WriteLine($"标题：{(info.Title.Length > 0 ? info.Title : "（未识别）")}");
        Console.WriteLine($"发文机关：{info.Issuer ?? "（未识别）"}　文号：{info.DocumentNumber ?? "（未识别）"}　年度：{info.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "（未识别）"}");
        Console.WriteLine();
        if (document.Tasks.Count == 0)
            PrintOutline(document);
        else
            PrintTasks(document);
        PrintFindings(document);
    }

    private static void PrintOutline(WorkPointsDocument document)
    {
        Console.WriteLine("提纲：");
        foreach (var heading in document.Outline)
            Console.WriteLine(new string(' ', 2 * heading.Level) + heading.Number + heading.Title);
        Console.WriteLine();
    }

    private static void PrintTasks(WorkPointsDocument document)
    {
        if (Console.IsOutputRedirected)
        {
            foreach (var task in document.Tasks)
                Console.WriteLine(string.Join('\t', task.Id, task.Title, task.Responsibility));
        }
        else
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns("编号", "任务", "牵头", "责任", "配合").ShowRowSeparators();
            foreach (var task in document.Tasks)
                table.AddRow(task.Id, Markup.Escape(task.Title), Names(task, PartyRole.Lead), Names(task, PartyRole.Responsible), Names(task, PartyRole.Cooperating));
            AnsiConsole.Write(table);
        }

        var bodies = document.Tasks.SelectMany(task => task.Parties).Where(party => party.Kind == BodyKind.Department).Select(party => party.Canonical).Distinct().Count();
        Console.WriteLine($"共 {document.Tasks.Count} 项任务，涉及 {bodies} 个单位。");
    }

    private static string Names(WorkTask task, PartyRole role) =>
        Markup.Escape(string.Join("、", task.Parties.Where(party => party.Role == role).Select(party => party.Canonical)));

    private static void PrintFindings(WorkPointsDocument document)
    {
        foreach (var finding in document.Findings)
        {
            var word = finding.Severity switch
            {
                Severity.Error => "错误",
                Severity.Warning => "请核对",
                _ => "说明",
            };
            Console.WriteLine($"{word}（{finding.Location}）：{finding.Message} [{finding.Code}]");
        }
    }
}
