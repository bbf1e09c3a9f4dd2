using System.Text.RegularExpressions;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Places;

/// <summary>What to do where another content lies at a place already.</summary>
public enum WhenOther
{
    /// <summary>The paper's own older content becomes an older version; anything else stays, and the paper goes beside it.</summary>
    Version,

    /// <summary>The paper goes beside it with a number behind its name: 名称 (2).docx.</summary>
    Number,
}

/// <summary>What filing does at a place.</summary>
public enum PlacingStep
{
    /// <summary>Writes a file where there is none.</summary>
    New,

    /// <summary>Writes nothing: this content lies there.</summary>
    Same,

    /// <summary>Writes a newer version of the paper over the one that the program filed and nobody changed.</summary>
    NewVersion,

    /// <summary>Writes beside a file that is somebody else's, was changed by somebody, or is to stay.</summary>
    Beside,

    /// <summary>Writes nothing: this content was filed there, and somebody worked on it since.</summary>
    EditedSince,
}

/// <summary>A filing of the same paper that the ledger knows and whose place no other filing took.</summary>
/// <param name="Place">Where it was filed.</param>
/// <param name="Hash">SHA-256 of what was filed.</param>
/// <param name="Version">The file's version on the drive when it had been filed.</param>
public sealed record EarlierFiling(string Place, string Hash, string Version);

/// <summary>A file to be placed.</summary>
/// <param name="Place">Where it belongs.</param>
/// <param name="Content">The file.</param>
/// <param name="Earlier">Earlier filings of the same paper on the drive.</param>
/// <param name="WhenOther">What to do where another content lies there.</param>
/// <param name="Columns">What a library shows beside it.</param>
public sealed record PlacingOrder(
    string Place, DriveContent Content, IReadOnlyList<EarlierFiling> Earlier, WhenOther WhenOther, IReadOnlyDictionary<string, string> Columns);

/// <summary>What is to be done.</summary>
/// <param name="Step">What.</param>
/// <param name="Place">Where.</param>
/// <param name="There">What lies there now; null for nothing.</param>
public sealed record Placing(PlacingStep Step, string Place, DriveFile? There);

/// <summary>What was done.</summary>
/// <param name="Step">What.</param>
/// <param name="File">The file as it lies on the drive.</param>
public sealed record Placed(PlacingStep Step, DriveFile File);

/// <summary>Places files once: the same content is not written twice, and nothing that somebody else wrote is overwritten.</summary>
public static partial class Placement
{
    private const int MostTries = 200;
    private const int MostAttempts = 20;

    /// <summary>Looks what would be done. Writes nothing.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="order">The file.</param>
    /// <param name="cancellation">Stops.</param>
    /// <param name="taken">Hashes of the files that are placed before this one, by their places; null for none.</param>
    /// <exception cref="DriveException">The drive does not answer.</exception>
    public static async Task<Placing> LookAsync(IDrive drive, PlacingOrder order, CancellationToken cancellation, IReadOnlyDictionary<string, string>? taken = null)
    {
        foreach (var earlier in order.Earlier.Where(one => one.Hash == order.Content.Hash && IsSameName(one.Place, order.Place)))
        {
            if (await drive.StatAsync(earlier.Place, cancellation) is not { } there)
                continue;
            var isUntouched = there.Version == earlier.Version || await drive.HoldsAsync(there, order.Content, cancellation);
            return new Placing(isUntouched ? PlacingStep.Same : PlacingStep.EditedSince, earlier.Place, there);
        }

        for (var number = 1; number <= MostTries; number++)
        {
            var place = SafePlace.Numbered(order.Place, number);
            if (taken is not null && taken.TryGetValue(place, out var hash))
            {
                if (hash == order.Content.Hash)
                    return new Placing(PlacingStep.Same, place, null);
                continue;
            }

            if (await drive.StatAsync(place, cancellation) is not { } there)
                return new Placing(number == 1 ? PlacingStep.New : PlacingStep.Beside, place, null);
            if (await drive.HoldsAsync(there, order.Content, cancellation))
                return new Placing(PlacingStep.Same, place, there);
            if (order.WhenOther == WhenOther.Version && order.Earlier.Any(one => Names.Equals(one.Place, place) && one.Version == there.Version))
                return new Placing(PlacingStep.NewVersion, place, there);
        }

        throw new DriveException(DriveCodes.Occupied, $"“{order.Place}”及其后的 {MostTries} 个编号都已有别的文件。请清理归档文件夹，或修改归档路径的格式。");
    }

    /// <summary>Places a file. Where somebody writes at the same moment it looks again.</summary>
    /// <exception cref="DriveException">The drive would not.</exception>
    public static async Task<Placed> PlaceAsync(IDrive drive, PlacingOrder order, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var placing = await LookAsync(drive, order, cancellation);
            if (placing is { Step: PlacingStep.EditedSince, There: { } edited })
                return new Placed(placing.Step, edited);
            if (placing is { Step: PlacingStep.Same, There: { } there })
                return new Placed(placing.Step, IsKnown(order, there) ? there : await drive.DescribeAsync(there, order.Content, order.Columns, cancellation));
            try
            {
                var file = await drive.PutAsync(new DrivePut(placing.Place, order.Content, placing.There?.Version), cancellation);
                return new Placed(placing.Step, await drive.DescribeAsync(file, order.Content, order.Columns, cancellation));
            }
            catch (DriveException e) when (e.Code is DriveCodes.Occupied or DriveCodes.Changed && attempt < MostAttempts)
            {
                // Somebody was faster: what lies there now decides.
            }
        }
    }

    /// <summary>Compares places as drives do: capital and small letters are one.</summary>
    public static StringComparer Names => StringComparer.OrdinalIgnoreCase;

    /// <summary>Whether two places are one but for the numbers behind their names.</summary>
    public static bool IsSameName(string numbered, string place) => Names.Equals(WithoutNumber().Replace(numbered, "."), WithoutNumber().Replace(place, "."));

    // A file that the ledger does not know was put by a filing that was cut off: it may lack what is shown beside it.
    private static bool IsKnown(PlacingOrder order, DriveFile there) => order.Earlier.Any(one => one.Version == there.Version && Names.Equals(one.Place, there.Place));

    [GeneratedRegex(@" \([0-9]{1,3}\)\.(?=[^./]*$)")]
    private static partial Regex WithoutNumber();
}
