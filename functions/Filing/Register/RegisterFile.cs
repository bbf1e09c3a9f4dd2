using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Register;

/// <summary>The register where it lies on a drive.</summary>
public static class RegisterFile
{
    private const int MostTries = 20;

    /// <summary>Adds lines to the register on a drive. Where somebody changes it at the same moment, the lines are added to what it is then.</summary>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="DriveException">Somebody has it open, it cannot be read, or the drive would not.</exception>
    public static async Task<bool> AddAsync(IDrive drive, string place, IReadOnlyList<RegisterLine> lines, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var there = await drive.StatAsync(place, cancellation);
            if (RegisterBook.Add(there is null ? null : await drive.ReadAsync(place, cancellation), lines) is not { } changed)
                return false;
            try
            {
                await drive.PutAsync(new DrivePut(place, DriveContent.Of(changed), there?.Version), cancellation);
                return true;
            }
            catch (DriveException e) when (e.Code is DriveCodes.Occupied or DriveCodes.Changed && attempt < MostTries)
            {
                // Read again: what they wrote stays, the lines come behind it.
            }
            catch (DriveException e) when (e.Code == DriveCodes.Busy)
            {
                throw new DriveException(DriveCodes.Busy, $"发文登记簿“{place}”正被人打开着，公文已归档，但还没有登记。请关闭登记簿后重试。", e);
            }
        }
    }
}
