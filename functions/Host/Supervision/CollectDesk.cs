using YiyuanSafety.Drafting.Collecting;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Supervision;

/// <summary>A report that a returned workbook brings.</summary>
/// <param name="Entry">The report.</param>
/// <param name="Task">The task.</param>
/// <param name="Before">Where the part stands before it.</param>
/// <param name="Place">The cell in which its answer begins.</param>
internal sealed record CollectedChange(ReportEntry Entry, TaskProgress Task, Standing Before, string Place);

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
        var placing = new AnswerPlacing(progress, name, body, read.MadeOn);
        var (changes, doubts) = (new List<CollectedChange>(), read.Unplaced.Select(doubt => new CollectedDoubt(doubt.Place.ToString(), doubt.Text, doubt.Code, doubt.Message)).ToList());
        foreach (var answer in read.Answers)
        {
            var (change, doubt) = placing.Place(answer);
            if (change is not null)
                changes.Add(change);
            if (doubt is not null)
                doubts.Add(doubt);
        }

        var added = await Reporting.AddAsync(ledger, planId, changes.ConvertAll(change => change.Entry), act, cancellation);
        var prints = added.Select(report => report.Print).ToHashSet(StringComparer.Ordinal);
        var fresh = changes.FindAll(change => prints.Contains(change.Entry.Print()));
        return new CollectedFile(name, fresh, doubts, changes.Count - fresh.Count, read.Blank);
    }
}
