using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Folder;

/// <summary>Tries again what a share failed at for a moment, and says in a sentence what it goes on failing at.</summary>
/// <param name="root">The folder.</param>
/// <param name="time">For waiting between tries.</param>
internal sealed class ShareRetry(string root, TimeProvider time)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    // Windows' numbers come in the low 16 bits of an HRESULT, Linux's as they are.
    private static readonly HashSet<int> FullOnWindows = [39, 112, 1295];
    private static readonly HashSet<int> FullOnLinux = [28, 122];
    private static readonly HashSet<int> BusyOnWindows = [32, 33];
    private const int ReadOnlyOnWindows = 19;
    private const int ReadOnlyOnLinux = 30;
    private const int WindowsErrors = unchecked((int)0x80070000);

    /// <summary>Runs something.</summary>
    /// <param name="place">What it is about.</param>
    /// <param name="act">Does it; done again it comes to the same.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="DriveException">It goes on failing, or trying again cannot help.</exception>
    public async Task<T> RunAsync<T>(string place, Func<Task<T>> act, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (UnauthorizedAccessException e)
            {
                throw new DriveException(DriveCodes.Denied, $"没有权限读写“{Shown(place)}”。请让共享文件夹的管理员给运行本程序的账户“更改”权限。", e);
            }
            catch (PathTooLongException e)
            {
                throw new DriveException(DriveCodes.Invalid, $"“{Shown(place)}”的路径太长。请把归档文件夹设在更浅的位置。", e);
            }
            catch (IOException e) when (Final(e, place) is { } told)
            {
                throw told;
            }
            catch (IOException e)
            {
                if (attempt == Pauses.Length)
                    throw Told(e, place);
            }

            await Task.Delay(Pauses[attempt], time, cancellation);
        }
    }

    private DriveException? Final(IOException error, string place)
    {
        if (Is(error, FullOnWindows, FullOnLinux))
            return new DriveException(DriveCodes.Full, $"归档文件夹“{root}”所在的磁盘满了，“{place}”没有写入。请腾出空间后重试。", error);
        return Is(error, [ReadOnlyOnWindows], [ReadOnlyOnLinux])
            ? new DriveException(DriveCodes.Denied, $"归档文件夹“{root}”是只读的，“{place}”没有写入。请让管理员改为可写，或另选归档位置。", error)
            : null;
    }

    private DriveException Told(IOException error, string place)
    {
        if (!Directory.Exists(root))
            return new DriveException(DriveCodes.Unreachable, $"归档文件夹“{root}”找不到，可能共享没有连上或已改名。请在本机打开它试试，连上后重试。", error);
        return Is(error, BusyOnWindows, [])
            ? new DriveException(DriveCodes.Busy, $"“{Shown(place)}”正被人打开着，不能写入。请关闭后重试。", error)
            : new DriveException(DriveCodes.Unreachable, $"读写“{Shown(place)}”失败（{error.Message.TrimEnd('.')}），可能是网络不稳。请稍后重试。", error);
    }

    private string Shown(string place) => place.Length > 0 ? place : root;

    private static bool Is(IOException error, HashSet<int> windows, HashSet<int> linux) => (error.HResult & WindowsErrors) == WindowsErrors && error.HResult < 0
        ? windows.Contains(error.HResult & 0xFFFF)
        : linux.Contains(error.HResult);
}
