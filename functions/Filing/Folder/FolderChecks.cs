using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Folder;

/// <summary>Tries everything that filing into a folder needs.</summary>
internal static class FolderChecks
{
    private const long Least = 100L << 20;

    /// <summary>Tries it, in the order in which one thing needs the other; after the first that fails the rest cannot work.</summary>
    public static async Task<IReadOnlyList<DriveCheck>> RunAsync(string root, FolderDrive drive, CancellationToken cancellation)
    {
        var probe = $".归档检查-{Guid.NewGuid():N}/检查.txt";
        var checks = new List<DriveCheck>();
        DriveFile? first = null;
        var works = await TryAsync(checks, "打开归档文件夹", () => drive.FoldersAsync("", cancellation))
            && await TryAsync(checks, "新建文件夹、写入文件", async () => first = await drive.PutAsync(Put(probe, "一", null), cancellation))
            && await TryAsync(checks, "改写文件", () => drive.PutAsync(Put(probe, "二", first?.Version), cancellation));
        var folder = Path.Combine(root, Path.GetDirectoryName(probe) ?? "");
        if (works || Directory.Exists(folder))
        {
            await TryAsync(checks, "删除文件", () =>
            {
                Directory.Delete(folder, recursive: true);
                return Task.FromResult(true);
            });
        }

        if (works)
            checks.Add(Room(root));
        return checks;
    }

    private static async Task<bool> TryAsync<T>(List<DriveCheck> checks, string name, Func<Task<T>> act)
    {
        try
        {
            await act();
            checks.Add(new DriveCheck(name, CheckOutcome.Works, ""));
            return true;
        }
        catch (DriveException e)
        {
            checks.Add(new DriveCheck(name, CheckOutcome.Fails, e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            checks.Add(new DriveCheck(name, CheckOutcome.Fails, "检查用的文件删不掉。请让共享文件夹的管理员给运行本程序的账户“更改”权限，并手工删除以“.归档检查”开头的文件夹。"));
        }

        return false;
    }

    private static DriveCheck Room(string root)
    {
        try
        {
            var free = new DriveInfo(root).AvailableFreeSpace;
            return free >= Least
                ? new DriveCheck("剩余空间", CheckOutcome.Works, "")
                : new DriveCheck("剩余空间", CheckOutcome.Missing, $"只剩 {free >> 20} MB。请腾出空间，以免归档中途写满。");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Windows tells the room of drive letters only, not of \\server\share.
            return new DriveCheck("剩余空间", CheckOutcome.Missing, "这个位置查不到剩余空间，不影响归档。");
        }
    }

    private static DrivePut Put(string place, string text, string? replaces) => new(place, DriveContent.Of(System.Text.Encoding.UTF8.GetBytes(text)), replaces);
}
