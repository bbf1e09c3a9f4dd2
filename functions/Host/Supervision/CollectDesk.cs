using YiyuanSafety.Drafting.Collecting;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Supervision;

/// <summary>A report that a returned workbook brings.</summary>
/// <param name="Entry">The report.</param>
/// <param name="Task">The task.</param>
/// <param name="Before">Where the part stands before it.</param>
/// <param name="After">Where the part stands with it: what is reported is not always what comes of it.</param>
/// <param name="LaterOn">The day of the report that counts after it; null where it is the last one itself.</param>
/// <param name="Place">The cell in which its answer begins.</param>
internal sealed record CollectedChange(ReportEntry Entry, TaskProgress Task, Standing Before, Standing After, DateOnly? LaterOn, string Place);

/// <summary>Something in a workbook that a person must look at.</summary>
/// <param name="Place">The cell.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">A Chinese sentence: what is wrong, what to do.</param>
internal sealed record CollectedDoubt(string Place, string Text, string Code, string Message);

/// <summary>What a returned workbook comes to.</summary>
/// <param name="File">Its name.</param>
/// <param name="Changes">New reports, in the order of the workbook.</param>
/// <param name="Doubts">What could not be placed; nothing of it is in the changes.</param>
/// <param name="Known">How many reports the ledger has already.</param>
/// <param name="Blank">How many rows have no answer.</param>
internal sealed record CollectedFile(string File, IReadOnlyList<CollectedChange> Changes, IReadOnlyList<CollectedDoubt> Doubts, int Known, int Blank);

/// <summary>Reads returned workbooks against a plan. Reading the same one twice changes nothing, and the order of several does not matter.</summary>
internal sealed class CollectDesk(ProgressReader reader)
{
    /// <summary>Reads a workbook and enters what is new into a unit of work; whoever only looks does not save it.</summary>
    /// <param name="ledger">The unit of work.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="body">The only body that may be reported on; empty for any.</param>
    /// <param name="act">Who brings it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="LedgerException">No such plan.</exception>
    /// <exception cref="WorkPoints.Reading.UnreadableSourceException">The file is refused.</exception>
    public async Task<CollectedFile> ReadAsync(LedgerContext ledger, Guid planId, string name, ReadOnlyMemory<byte> file, string body, Act act, CancellationToken cancellation)
    {
        var progress = await reader.LoadAsync(ledger, planId, cancellation);
        var read = ReplyReader.Read(file, name);
        var (placed, doubts) = new AnswerPlacing(progress, name, body, read.MadeOn).Place(read);
        var added = (await Reporting.AddAsync(ledger, planId, placed.ConvertAll(one => one.Entry), act, cancellation)).ToDictionary(report => report.Print, StringComparer.Ordinal);
        var told = progress.Reports.ToLookup(report => (report.TaskId, report.Body));
        var changes = placed.Where(one => added.ContainsKey(one.Entry.Print()))
            .Select(one => Change(one, added[one.Entry.Print()], told[(one.Task.Id, one.Part.Body)], progress.Today)).ToList();
        return new CollectedFile(name, changes, doubts, placed.Count - changes.Count, read.Blank);
    }

    private static CollectedChange Change(PlacedAnswer placed, TaskReport report, IEnumerable<TaskReport> told, DateOnly today)
    {
        var after = Standings.Of(placed.Task.Dues, told.Append(report), today);
        var later = after.Last is { } last && last != report ? last.On : (DateOnly?)null;
        return new CollectedChange(placed.Entry, placed.Task, placed.Part.Standing.State, after.State, later, placed.Place);
    }
}
