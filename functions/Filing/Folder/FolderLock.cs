namespace YiyuanSafety.Filing.Folder;

/// <summary>
/// Keeps programs of this kind from replacing files of a drive at the same moment: between looking and renaming nothing else may come. The
/// system lets go of it when a program ends, however it ends.
/// </summary>
internal static class FolderLock
{
    private const string Name = ".yiyuan-lock";
    private const int MostTries = 600;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether a file name is the lock's.</summary>
    public static bool Is(string name) => name == Name;

    /// <summary>Waits until it is free, and takes it until the answer is disposed of.</summary>
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
                if (OperatingSystem.IsWindows())
                    File.SetAttributes(path, FileAttributes.Hidden);
                return held;
            }
            catch (IOException) when (attempt < MostTries && File.Exists(path))
            {
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }
}
