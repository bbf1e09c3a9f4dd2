using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Supervision;

/// <summary>Takes down what people report about tasks.</summary>
internal sealed class ReportDesk(ProgressReader reader, IByteStore bytes, TimeProvider time)
{
    /// <summary>Enters reports in a unit of work, which the caller saves.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="entries">The reports.</param>
    /// <param name="body">The only body that may be reported on; empty for any.</param>
    /// <param name="act">Who enters them.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The new ones.</returns>
    /// <exception cref="LedgerException">A report on a task that the body has no part in, or with a value that it cannot have.</exception>
    public async Task<IReadOnlyList<TaskReport>> AddAsync(
        LedgerContext ledger, Guid planId, IReadOnlyList<ReportEntry> entries, string body, Act act, CancellationToken cancellation)
    {
        if (entries.Count == 0)
            throw new LedgerException(LedgerCodes.Invalid, "没有要登记的进展。");
        var progress = await reader.LoadAsync(ledger, planId, cancellation);
        foreach (var entry in entries)
        {
            var task = progress.Find(entry.TaskId);
            if (task is null || (body.Length > 0 && entry.Body != body))
                throw new LedgerException(LedgerCodes.NotFound, "没有这项任务，或者不是本单位的任务。请刷新后重试。");
            if (!task.Parts.Any(part => part.Body == entry.Body))
                throw new LedgerException(LedgerCodes.Invalid, $"任务 {task.Task.Id} 没有分给“{entry.Body}”。请核对单位全称。");
            Reporting.Check(entry, progress.Today);
            if (entry.Evidence.Hash.Length > 0)
                await CheckFileAsync(entry.Evidence, cancellation);
        }

        return await Reporting.AddAsync(ledger, planId, entries, act, cancellation);
    }

    /// <summary>The moment of a report that a person types in now.</summary>
    public long Moment() => (long)ChinaTime.Of(time.GetUtcNow()).TimeOfDay.TotalMilliseconds;

    /// <summary>Looks whether a file that a person names is there.</summary>
    /// <exception cref="LedgerException">It is not.</exception>
    public async Task CheckFileAsync(Evidence file, CancellationToken cancellation)
    {
        var isHash = file.Hash.Length == 64 && file.Hash.All(char.IsAsciiHexDigitLower);
        await using var content = isHash ? await bytes.OpenAsync(file.Hash, cancellation) : null;
        if (content is null)
            throw new LedgerException(LedgerCodes.NotFound, $"没有收到文件“{file.Name}”。请重新上传。");
    }
}
