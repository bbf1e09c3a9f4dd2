using System.Runtime.InteropServices;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Folder;

namespace YiyuanSafety.Filing.Tests.Folder;

/// <summary>Folders in which another account filed before. The tests run as root, which may do everything: some act as nobody.</summary>
public sealed class OtherAccountTests : IDisposable
{
    private const uint Nobody = 65534;
    private readonly ScratchFolder _scratch = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_lock_can_be_taken_by_every_account()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows 上权限随文件夹继承。");
        await new FolderDrive(_scratch.Path, TimeProvider.System).CheckAsync(Stop);
        OpenToAll(_scratch.Path);

        AsNobody(() => FolderLock.TakeAsync(_scratch.Path, TimeProvider.System, Stop).GetAwaiter().GetResult().Dispose());
    }

    [Fact]
    public void A_lock_that_may_not_be_taken_is_named()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows 上权限随文件夹继承。");
        var path = _scratch.At(".yiyuan-lock");
        File.WriteAllText(path, "");
        Allow(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        OpenToAll(_scratch.Path);

        DriveException? error = null;
        AsNobody(() => error = Assert.Throws<DriveException>(() => FolderLock.TakeAsync(_scratch.Path, TimeProvider.System, Stop).GetAwaiter().GetResult()));

        Assert.Equal(DriveCodes.Denied, error?.Code);
        Assert.Contains(path, error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_account_left_over_keeps_nobody_from_filing()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows 上权限随文件夹继承。");
        var old = _scratch.At(".yiyuan-0.part");
        File.WriteAllText(old, "半份");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-3));
        Allow(_scratch.Path, UnixFileMode.StickyBit | (UnixFileMode)0b111_111_111);

        AsNobody(() => LeftOver.Sweep(_scratch.Path, DateTimeOffset.UtcNow));

        Assert.True(File.Exists(old));
    }

    [Fact]
    public void A_folder_that_may_not_be_looked_into_is_told_and_the_others_are_listed()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows 上权限随文件夹继承。");
        foreach (var folder in new[] { "人事", "公文" })
        {
            Directory.CreateDirectory(_scratch.At(folder));
            File.WriteAllText(_scratch.At($"{folder}/函.docx"), "一");
            OpenToAll(_scratch.At(folder));
        }

        Allow(_scratch.At("人事"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        OpenToAll(_scratch.Path);

        DriveListing? listing = null;
        AsNobody(() => listing = FolderListing.Of(_scratch.Path, "", Stop));

        Assert.Equal(["公文/函.docx"], listing?.Files);
        Assert.Equal(["人事"], listing?.Unreadable);
    }

    private static void OpenToAll(string path) => Allow(path, (UnixFileMode)0b111_111_111);

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    // Only what the thread does on files is nobody's; it is the test's own thread, which ends.
    private static void AsNobody(Action act)
    {
        Exception? failed = null;
        var thread = new Thread(() =>
        {
            var before = SetFileUser(Nobody);
            try
            {
                act();
            }
            catch (Exception e)
            {
                failed = e;
            }
            finally
            {
                _ = SetFileUser((uint)before);
            }
        });
        thread.Start();
        thread.Join();
        if (failed is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failed);
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileUser(uint user);
}
