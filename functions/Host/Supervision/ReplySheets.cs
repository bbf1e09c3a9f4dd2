using System.IO.Compression;
using YiyuanSafety.Drafting.Collecting;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Supervision;

/// <summary>The workbooks that bodies fill in, one for each.</summary>
internal static class ReplySheets
{
    /// <summary>What a body is asked, with what it said last.</summary>
    /// <exception cref="LedgerException">The body has no task.</exception>
    public static ReplySheet Of(PlanProgress progress, string body, DateOnly? replyBy)
    {
        var rows = progress.Parts.Where(one => one.Part.Body == body).Select(one => Row(one.Task, one.Part)).ToList();
        return rows.Count > 0
            ? new ReplySheet(progress.Plan.Title, body, progress.Today, replyBy, progress.Request.Profile.Office.Called, rows)
            : throw new LedgerException(LedgerCodes.NotFound, $"“{body}”没有任务。请核对单位全称。");
    }

    /// <summary>Name of a body's workbook.</summary>
    public static string NameOf(PlanProgress progress, string body) => FileNames.Safe($"{body} 任务进展填报表 {progress.Today:yyyyMMdd}") + ".xlsx";

    /// <summary>Writes the workbooks of all bodies that have a task, numbered in the order of the directory.</summary>
    public static void WriteAll(PlanProgress progress, DateOnly? replyBy, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, true);
        foreach (var (body, name) in All(progress))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            ReplyWorkbook.Write(Of(progress, body, replyBy), entry);
        }
    }

    /// <summary>The bodies that have a task, each with the name of its workbook.</summary>
    public static IEnumerable<(string Body, string Name)> All(PlanProgress progress)
    {
        var digits = Math.Max(2, progress.Bodies.Count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length);
        return progress.Bodies.Where(body => progress.Parts.Any(one => one.Part.Body == body))
            .Select((body, index) => (body, (index + 1).ToString("D" + digits, System.Globalization.CultureInfo.InvariantCulture) + " " + NameOf(progress, body)));
    }

    private static ReplyRow Row(TaskProgress task, PartProgress part)
    {
        var role = StandingWords.Of(part.Role);
        return new ReplyRow(
            RowKey.Of(task.Id, part.Body), task.Task.Id, task.Task.Title, task.Task.Text,
            part.Group.Length > 0 && part.Group != part.Body ? $"{role}（{part.Group}）" : role,
            part.Standing.Open is { } due ? StandingWords.Of(due) : "")
        {
            LastState = part.Standing.Last is null && part.Standing.State != Standing.Overdue ? null : StateOf(part.Standing.State),
            LastProgress = part.Standing.Last?.Progress ?? "",
            LastOn = part.Standing.Last?.On,
        };
    }

    private static ReplyState StateOf(Standing state) => state switch
    {
        Standing.NotStarted => ReplyState.NotStarted,
        Standing.InProgress => ReplyState.UnderWay,
        Standing.Done => ReplyState.Done,
        Standing.Overdue => ReplyState.Overdue,
        _ => ReplyState.NotConcerned,
    };
}
