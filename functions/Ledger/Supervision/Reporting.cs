using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Editing;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Supervision;

/// <summary>A file that shows what a report says (佐证材料).</summary>
/// <param name="Name">Its name, or what the body calls it.</param>
/// <param name="Hash">SHA-256 by which the byte store has it; empty where only its name is known.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record Evidence(string Name, string Hash, long Length)
{
    /// <summary>No file.</summary>
    public static Evidence None { get; } = new("", "", 0);
}

/// <summary>What a body reports about its part in a task.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Body">Full name of the body.</param>
/// <param name="State">Where its part stands.</param>
/// <param name="On">The day that it tells of.</param>
public sealed record ReportEntry(Guid TaskId, string Body, ReportState State, DateOnly On)
{
    /// <summary>How much is done, 0 to 100; null where the body does not say.</summary>
    public int? Percent { get; init; }

    /// <summary>How far it is, in the body's words.</summary>
    public string Progress { get; init; } = "";

    /// <summary>What shows it.</summary>
    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>Who reports.</summary>
    public string Reporter { get; init; } = "";

    /// <summary>Milliseconds of the day at which a person typed it in; 0 for one collected from a workbook.</summary>
    public long Moment { get; init; }

    /// <summary>Where it came from.</summary>
    public string Source { get; init; } = "";

    /// <summary>SHA-256 of what it says, whoever brings it and from where: by it the same report twice is one.</summary>
    public string Print()
    {
        string[] parts =
        [
            TaskId.ToString("N"), Body, State.ToString(), On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Percent?.ToString(CultureInfo.InvariantCulture) ?? "", Progress, Evidence.Name, Evidence.Hash, Reporter, Moment.ToString(CultureInfo.InvariantCulture),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))));
    }
}

/// <summary>Enters reports into the ledger.</summary>
public static class Reporting
{
    /// <summary>The most characters of what a body says; the cell of a workbook holds no more.</summary>
    public const int LongestText = 32_767;

    private const int LongestName = 255;

    /// <summary>Looks at a report before it is entered.</summary>
    /// <param name="entry">The report.</param>
    /// <param name="today">The day on which it is entered: nobody reports what has not happened.</param>
    /// <exception cref="LedgerException">A value that a report cannot have.</exception>
    public static void Check(ReportEntry entry, DateOnly today)
    {
        if (entry.Body.Length == 0)
            throw Wrong("没有写明填报的单位。");
        if (entry.Percent is < 0 or > 100)
            throw Wrong("完成进度应在 0 至 100 之间。");
        if (entry.State == ReportState.Done && entry.Percent is not (null or 100))
            throw Wrong($"状态是“已完成”，进度却是 {entry.Percent}%。请核对，改为“推进中”或 100%。");
        if (entry.State == ReportState.NotStarted && entry.Percent is > 0)
            throw Wrong($"状态是“未开展”，进度却是 {entry.Percent}%。请核对，改为“推进中”或 0%。");
        if (entry.State == ReportState.NotApplicable && entry.Progress.Length == 0)
            throw Wrong("状态是“不涉及”的，请在进展情况里写明原因。");
        if (entry.On > today)
            throw Wrong($"填报日期 {entry.On:yyyy-MM-dd} 还没有到。请核对。");
        if (entry.Progress.Length > LongestText || entry.Reporter.Length > LongestName || entry.Evidence.Name.Length > LongestName)
            throw Wrong($"进展情况最多 {LongestText} 个字，填报人和佐证材料的名称最多 {LongestName} 个字。请精简。");
    }

    /// <summary>Enters reports into a unit of work, which the caller saves; those that are there already are left out.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="planId">The plan; all tasks belong to it.</param>
    /// <param name="entries">The reports, looked at before.</param>
    /// <param name="act">Who enters them.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The new ones.</returns>
    public static async Task<IReadOnlyList<TaskReport>> AddAsync(LedgerContext ledger, Guid planId, IReadOnlyList<ReportEntry> entries, Act act, CancellationToken cancellation)
    {
        var rows = entries.Select(entry => Row(planId, entry, act)).DistinctBy(row => row.Print, StringComparer.Ordinal).ToList();
        var prints = rows.ConvertAll(row => row.Print);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in prints.Chunk(500))
            known.UnionWith(await ledger.Reports.AsNoTracking().Where(report => some.Contains(report.Print)).Select(report => report.Print).ToListAsync(cancellation));
        var fresh = rows.FindAll(row => !known.Contains(row.Print));
        ledger.Reports.AddRange(fresh);
        foreach (var row in fresh)
        {
            var after = AuditJson.Of(new { row.Body, row.State, row.Percent, row.Progress, Evidence = row.EvidenceName, row.Reporter, row.On, row.Source });
            ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "task.report", Subject = row.TaskId, After = after });
        }

        return fresh;
    }

    /// <summary>Takes a report back in a unit of work, which the caller saves. It stays in the history, and the one before it counts again.</summary>
    /// <exception cref="LedgerException">No such report, no reason, or it is taken back already.</exception>
    public static async Task<TaskReport> RetractAsync(LedgerContext ledger, Guid id, string reason, Act act, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw Wrong("撤销填报要写明原因。");
        var report = await ledger.Reports.SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "没有这条填报，可能列表已过时。请刷新后重试。");
        if (report.RetractedAt is not null)
            throw new LedgerException(LedgerCodes.WrongState, "这条填报已经撤销。");
        (report.RetractedAt, report.RetractedBecause) = (act.At, reason);
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "task.retract", Subject = report.TaskId, Reason = reason, Before = AuditJson.Of(new { report.Id, report.Body, report.State, report.Percent, report.On }) });
        return report;
    }

    private static TaskReport Row(Guid planId, ReportEntry entry, Act act) => new()
    {
        Id = act.NewId(),
        PlanId = planId,
        TaskId = entry.TaskId,
        Body = entry.Body,
        State = entry.State,
        Percent = entry.Percent,
        Progress = entry.Progress,
        EvidenceName = entry.Evidence.Name,
        EvidenceHash = entry.Evidence.Hash,
        EvidenceLength = entry.Evidence.Length,
        Reporter = entry.Reporter,
        On = entry.On,
        Moment = entry.Moment,
        Print = entry.Print(),
        Source = entry.Source,
        At = act.At,
        By = act.By,
    };

    private static LedgerException Wrong(string message) => new(LedgerCodes.Invalid, message);
}
