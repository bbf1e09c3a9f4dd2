using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Sheets;

/// <summary>任务台账: a workbook with all tasks on the first sheet and a sheet per body after it.</summary>
public static class LedgerWorkbook
{
    private const string Title = "任务台账";

    /// <summary>Writes the workbook as .xlsx.</summary>
    /// <param name="document">The understood work-points document.</param>
    /// <param name="bodies">The bodies that have anything to do.</param>
    /// <param name="output">Where the file goes; left open.</param>
    public static void Write(WorkPointsDocument document, IReadOnlyList<BodyDuties> bodies, Stream output)
    {
        var findings = document.Findings
            .Where(finding => finding.Task is not null)
            .ToLookup(finding => finding.Task, StringComparer.Ordinal);
        var all = Table(Title, LedgerColumns.All, document.Tasks.Select(task => new LedgerRow(task, "", [.. findings[task.Id]])));
        var each = bodies.Select(body => Table(body.Body, LedgerColumns.OfBody, body.Duties
            .Select(duty => new LedgerRow(duty.Task, LedgerColumns.Part(duty), [.. findings[duty.Task.Id]]))));
        TableWorkbook.Write(Title, each.Prepend(all), output);
    }

    private static SheetTable Table(string name, IReadOnlyList<LedgerColumn> columns, IEnumerable<LedgerRow> rows) => new(
        name,
        [.. columns.Select(column => new SheetColumn(column.Name, column.Width, column.Centred))],
        rows.Select(row => columns.Select(column => column.Value(row)).ToList()));
}
