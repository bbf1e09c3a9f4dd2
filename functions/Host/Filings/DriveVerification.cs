using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Folder;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Ledger.Filings;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Filings;

/// <summary>How a file on a drive stands to the ledger.</summary>
internal enum FiledState
{
    /// <summary>It lies there as it was filed.</summary>
    Good,

    /// <summary>It is gone.</summary>
    Missing,

    /// <summary>Somebody changed it.</summary>
    Changed,

    /// <summary>Somebody else put it there.</summary>
    Foreign,
}

/// <summary>A file of a drive, or one that should be there.</summary>
/// <param name="Place">Where.</param>
/// <param name="State">How it stands.</param>
/// <param name="Filed">Its filing; null for a foreign file.</param>
internal sealed record VerifiedFile(string Place, FiledState State, FiledFile? Filed);

/// <summary>Walks a drive and compares it with the ledger.</summary>
internal static class DriveVerification
{
    private const int AtOnce = 6;

    /// <summary>Compares; filed files first, by place, then foreign ones.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="drive">The drive.</param>
    /// <param name="contentOf">The content that was filed, where it is at hand: a drive may have written additions of its own into a file.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<IReadOnlyList<VerifiedFile>> RunAsync(
        LedgerStore store, NamedDrive drive, Func<FiledFile, CancellationToken, Task<DriveContent?>> contentOf, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var filed = await FilingShelf.OnAsync(ledger, drive.Name, cancellation);
        var registers = filed.Select(file => file.Register).ToHashSet(Placement.Names);
        var there = new Dictionary<string, DriveFile>(Placement.Names);
        await foreach (var file in drive.Drive.ListAsync("", cancellation))
            there[file.Place] = file;
        var verified = new VerifiedFile[filed.Count];
        await Parallel.ForAsync(0, filed.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, stop) =>
            verified[i] = new VerifiedFile(filed[i].Place, there.TryGetValue(filed[i].Place, out var found) ? await StateAsync(drive.Drive, filed[i], found, contentOf, stop) : FiledState.Missing, filed[i]));
        foreach (var file in filed)
            there.Remove(file.Place);

        // Registers are everybody's; marks of open files come and go.
        var foreign = there.Keys.Where(place => !registers.Contains(place) && !OpenMark.Is(Path.GetFileName(place)));
        return [.. verified, .. foreign.Order(StringComparer.Ordinal).Select(place => new VerifiedFile(place, FiledState.Foreign, null))];
    }

    private static async Task<FiledState> StateAsync(
        IDrive drive, FiledFile filed, DriveFile found, Func<FiledFile, CancellationToken, Task<DriveContent?>> contentOf, CancellationToken cancellation)
    {
        if (found.Version.Length == 0)
        {
            if (await drive.StatAsync(filed.Place, cancellation) is not { } now)
                return FiledState.Missing;
            found = now;
        }

        if (found.Version == filed.DriveVersion)
            return FiledState.Good;
        return await contentOf(filed, cancellation) is { } content && await drive.HoldsAsync(found, content, cancellation) ? FiledState.Good : FiledState.Changed;
    }
}
