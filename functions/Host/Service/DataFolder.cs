using YiyuanSafety.Host.Output;

namespace YiyuanSafety.Host.Service;

/// <summary>A data folder that one service has to itself: two of them would carry out the same jobs.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream held) => _lock = held;

    /// <summary>Takes the folder. The system lets go of it by itself when the process ends, however it ends.</summary>
    /// <param name="folder">The folder; it is there already.</param>
    /// <exception cref="OutputException">Another service has it, or it cannot be written.</exception>
    public static DataFolder Take(string folder)
    {
        try
        {
            return new DataFolder(new FileStream(Path.Combine(folder, "service.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new OutputException("data-unwritable", $"数据文件夹“{folder}”不能写入。请核对权限，或用 --data 指定另一个文件夹。", e);
        }
        catch (IOException e)
        {
            throw new OutputException("data-in-use", $"数据文件夹“{folder}”正被另一个运行中的服务使用。请直接打开那个服务的网址；要另开一个，请用 --data 指定另一个文件夹。", e);
        }
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => _lock.Dispose();
}
