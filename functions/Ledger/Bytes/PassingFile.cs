namespace YiyuanSafety.Ledger.Bytes;

/// <summary>A file for what is too large for memory and is of use only until it was handed on.</summary>
public static class PassingFile
{
    /// <summary>An empty file that nobody else can open and that is gone when it is closed, or when the process ends.</summary>
    public static FileStream Open() => new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
