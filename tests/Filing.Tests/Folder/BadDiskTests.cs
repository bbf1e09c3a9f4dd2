using System.Diagnostics;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Folder;
using YiyuanSafety.Filing.Places;

namespace YiyuanSafety.Filing.Tests.Folder;

/// <summary>Disks that are full or read-only, as real small file systems in a mount namespace's reach: they need the rights to mount.</summary>
public sealed class BadDiskTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly string _mount;
    private readonly FolderDrive _drive;

    public BadDiskTests()
    {
        _mount = _scratch.At("盘");
        Directory.CreateDirectory(_mount);
        _drive = new FolderDrive(_mount, new FastTime());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Run("umount", _mount);
        _scratch.Dispose();
    }

    [Fact]
    public async Task A_full_disk_is_told_and_every_file_on_it_is_whole()
    {
        Mount("size=1m");
        var content = new byte[40 * 1024];
        Random.Shared.NextBytes(content);
        var filed = 0;
        DriveException? error = null;
        for (var i = 0; error is null && i < 100; i++)
        {
            try
            {
                await _drive.PutAsync(new DrivePut($"{i}.docx", DriveContent.Of(content), null), Stop);
                filed++;
            }
            catch (DriveException e)
            {
                error = e;
            }
        }

        Assert.Equal(DriveCodes.Full, error?.Code);
        Assert.InRange(filed, 10, 25);
        Assert.Equal(filed, Directory.GetFiles(_mount, "*.docx").Length);
        Assert.All(Directory.GetFiles(_mount, "*.docx"), file => Assert.Equal(content, File.ReadAllBytes(file)));

        // Room again: what is left is filed without touching the others.
        File.Delete(Path.Combine(_mount, "0.docx"));
        var order = new PlacingOrder("再来.docx", DriveContent.Of(content), [], WhenOther.Number, new Dictionary<string, string>());
        Assert.Equal(PlacingStep.New, (await Placement.PlaceAsync(_drive, order, Stop)).Step);
    }

    [Fact]
    public async Task A_full_disk_leaves_the_old_file_when_it_should_be_replaced()
    {
        Mount("size=256k");
        var first = await _drive.PutAsync(new DrivePut("一.docx", DriveContent.Of(new byte[150 * 1024]), null), Stop);

        var error = await Assert.ThrowsAsync<DriveException>(() =>
            _drive.PutAsync(new DrivePut("一.docx", DriveContent.Of([.. Enumerable.Repeat((byte)1, 150 * 1024)]), first.Version), Stop));

        Assert.Equal(DriveCodes.Full, error.Code);
        Assert.Equal(first.Version, (await _drive.StatAsync("一.docx", Stop))?.Version);
        Assert.Equal([Path.Combine(_mount, "一.docx")], Directory.GetFiles(_mount).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_read_only_share_is_told()
    {
        Mount("size=1m,ro");

        var error = await Assert.ThrowsAsync<DriveException>(() => _drive.PutAsync(Contents.Put("一.docx", "新"), Stop));

        Assert.Equal(DriveCodes.Denied, error.Code);
        Assert.Contains("只读", error.Message, StringComparison.Ordinal);
        Assert.Contains(await _drive.CheckAsync(Stop), check => check.Outcome == CheckOutcome.Fails && check.Message.Contains("只读", StringComparison.Ordinal));
    }

    private void Mount(string options) => Assert.True(Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", _mount), "A small disk cannot be mounted; run the tests as root.");

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
