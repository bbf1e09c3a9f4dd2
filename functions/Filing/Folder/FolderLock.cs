using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Folder;

/// <summary>
/// Keeps programs of this kind from replacing files of a drive at the same moment: between looking and renaming nothing else may come. The
/// system lets go of it when a program ends, however it ends.
/// </summary>
internal static class FolderLock
{
    private const string Name = ".yiyuan-lock";
    private const UnixFileMode Everybody =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private const int MostTries = 600;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether a file name is the lock's.</summary>
    public static bool Is(string name) => name == Name;

    /// <summary>Waits until it is free, and takes it until the answer is disposed of.</summary>
    /// <exception cref="DriveException">It is another account's and may not be opened.</exception>
    /// <exception cref="IOException">It is not free after half a minute.</exception>
    public static async Task<IDisposable> TakeAsync(string root, TimeProvider time, CancellationToken cancellation)
    {
        // It stays there: removing it would let two programs hold two files of one name.
        var path = Path.Combine(root, Name);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                Open(path);
                return held;
            }
            catch (UnauthorizedAccessException e) when (File.Exists(path))
            {
                throw new DriveException(DriveCodes.Denied, $"没有权限打开归档用的锁文件“{path}”，它是另一个账户建的。请让共享文件夹的管理员删除它，或给运行本程序的账户读写它的权限，然后重试。", e);
            }
            catch (IOException) when (attempt < MostTries && File.Exists(path))
            {
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }

    // Whoever files next may be another account: the lock holds nothing, and everybody may take it.
    private static void Open(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            File.SetAttributes(path, FileAttributes.Hidden);
            return;
        }

        try
        {
            if (File.GetUnixFileMode(path) != Everybody)
                File.SetUnixFileMode(path, Everybody);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // Another account's, or a share that has no such modes: it could be opened all the same.
        }
    }
}
