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

    /// <summary>It cannot be read, or the program may not look into it.</summary>
    Unreadable,

    /// <summary>A later filing of the same paper lies elsewhere; this one is still there.</summary>
    Superseded,
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

    /// <summary>Compares; filed files first, by place, then the others.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="drive">The drive.</param>
    /// <param name="contentOf">The content that was filed, where it is at hand: a drive may have written additions of its own into a file.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<IReadOnlyList<VerifiedFile>> RunAsync(
        LedgerStore store, NamedDrive drive, Func<FiledFile, CancellationToken, Task<DriveContent?>> contentOf, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var filed = await FilingShelf.OnAsync(ledger, drive.Name, cancellation);
        var before = (await FilingShelf.LeftAsync(ledger, drive.Name, cancellation)).ToHashSet(Placement.Names);
        var listing = await drive.Drive.ListAsync("", cancellation);
        var verified = new VerifiedFile[filed.Count];
        await Parallel.ForAsync(0, filed.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, stop) =>
            verified[i] = new VerifiedFile(filed[i].Place, await StateAsync(drive.Drive, filed[i], contentOf, stop), filed[i]));

        // Registers are everybody's; marks of open files come and go.
        var known = filed.SelectMany(file => new[] { file.Place, file.Register }).ToHashSet(Placement.Names);
        var others = listing.Files.Where(place => !known.Contains(place) && !OpenMark.Is(Path.GetFileName(place)))
            .Select(place => new VerifiedFile(place, before.Contains(place) ? FiledState.Superseded : FiledState.Foreign, null));
        return [.. verified, .. others.OrderBy(file => file.Place, StringComparer.Ordinal), .. listing.Unreadable.Select(place => new VerifiedFile(place, FiledState.Unreadable, null))];
    }

    // Asked for by its place: it may lie behind a link, or in a folder that cannot be listed.
    private static async Task<FiledState> StateAsync(
        IDrive drive, FiledFile filed, Func<FiledFile, CancellationToken, Task<DriveContent?>> contentOf, CancellationToken cancellation)
    {
        try
        {
            if (await drive.StatAsync(filed.Place, cancellation) is not { } found)
                return FiledState.Missing;
            if (found.Version == filed.DriveVersion)
                return FiledState.Good;
            return await contentOf(filed, cancellation) is { } content && await drive.HoldsAsync(found, content, cancellation) ? FiledState.Good : FiledState.Changed;
        }
        catch (DriveException e) when (e.Code is DriveCodes.Denied or DriveCodes.Busy or DriveCodes.Invalid or DriveCodes.Occupied)
        {
            return FiledState.Unreadable;
        }
    }
}
