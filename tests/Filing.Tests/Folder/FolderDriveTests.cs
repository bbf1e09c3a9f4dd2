using System.Text;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Folder;

namespace YiyuanSafety.Filing.Tests.Folder;

public sealed class FolderDriveTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly FastTime _time = new();
    private readonly FolderDrive _drive;

    public FolderDriveTests() => _drive = new FolderDrive(_scratch.Path, _time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_file_is_put_with_its_folders_and_found_again()
    {
        var put = await _drive.PutAsync(Contents.Put("2021年/通知/一.docx", "内容"), Stop);

        Assert.Equal(put, await _drive.StatAsync("2021年/通知/一.docx", Stop));
        Assert.Equal("2021年/通知/一.docx", put.Place);
        Assert.True(await _drive.HoldsAsync(put, Contents.Of("内容"), Stop));
        Assert.False(await _drive.HoldsAsync(put, Contents.Of("内客"), Stop));
        Assert.Equal(["2021年/通知/一.docx"], _scratch.Files());
    }

    [Fact]
    public async Task Nothing_is_overwritten_that_was_not_meant()
    {
        var first = await _drive.PutAsync(Contents.Put("一.docx", "旧"), Stop);

        Assert.Equal(DriveCodes.Occupied, await FailsAsync(Contents.Put("一.docx", "新")));
        File.WriteAllText(_scratch.At("一.docx"), "有人改过");
        Assert.Equal(DriveCodes.Changed, await FailsAsync(Contents.Put("一.docx", "新", first.Version)));
        Assert.Equal("有人改过", File.ReadAllText(_scratch.At("一.docx")));
        Assert.Single(_scratch.Files());
    }

    [Fact]
    public async Task What_was_meant_is_replaced()
    {
        var first = await _drive.PutAsync(Contents.Put("一.docx", "旧"), Stop);
        var second = await _drive.PutAsync(Contents.Put("一.docx", "新", first.Version), Stop);

        Assert.Equal("新", File.ReadAllText(_scratch.At("一.docx")));
        Assert.NotEqual(first.Version, second.Version);
        Assert.Single(_scratch.Files());
    }

    [Fact]
    public async Task Capital_and_small_letters_are_one_name_on_any_disk()
    {
        Directory.CreateDirectory(_scratch.At("Reports"));
        File.WriteAllText(_scratch.At("Reports/Plan A.docx"), "有人的");

        Assert.Equal("Reports/Plan A.docx", (await _drive.StatAsync("reports/plan a.docx", Stop))?.Place);
        Assert.Equal(DriveCodes.Occupied, await FailsAsync(Contents.Put("REPORTS/PLAN A.DOCX", "新")));
        Assert.Equal("Reports/plan b.docx", (await _drive.PutAsync(Contents.Put("reports/plan b.docx", "新"), Stop)).Place);
        Assert.Equal(["Reports"], await _drive.FoldersAsync("", Stop));
    }

    [Fact]
    public async Task A_share_that_is_away_is_waited_for_and_then_told()
    {
        var drive = new FolderDrive(_scratch.At("没有挂载"), _time);

        var error = await Assert.ThrowsAsync<DriveException>(() => drive.PutAsync(Contents.Put("一.docx", "新"), Stop));

        Assert.Equal(DriveCodes.Unreachable, error.Code);
        Assert.True(_time.Waited > TimeSpan.FromSeconds(5));
        Assert.False(Directory.Exists(_scratch.At("没有挂载")), "A root that is not there must not be made: it may be a share that is not mounted.");
    }

    [Fact]
    public async Task A_content_that_breaks_off_leaves_nothing()
    {
        var broken = Contents.Of("内容") with { OpenAsync = _ => Task.FromResult<Stream>(new BreakingStream(Encoding.UTF8.GetBytes("内"))) };
        var wrong = Contents.Of("内容") with { OpenAsync = _ => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes("别的"))) };

        foreach (var content in new[] { broken, wrong })
            await Assert.ThrowsAsync<DriveException>(() => _drive.PutAsync(Contents.Put("一.docx", "") with { Content = content }, Stop));

        Assert.Empty(_scratch.Files());
    }

    [Fact]
    public async Task What_a_killed_program_left_goes_when_it_is_old_and_is_never_shown()
    {
        var left = _scratch.At(".yiyuan-0123456789abcdef0123456789abcdef.part");
        File.WriteAllText(left, "半个");
        File.SetLastWriteTimeUtc(left, _time.GetUtcNow().UtcDateTime);

        await _drive.PutAsync(Contents.Put("一.docx", "一"), Stop);
        Assert.True(File.Exists(left), "It may be another program's that is writing now.");
        Assert.Equal(["一.docx"], await PlacesAsync());

        _time.Advance(TimeSpan.FromHours(3));
        await _drive.PutAsync(Contents.Put("二.docx", "二"), Stop);
        Assert.False(File.Exists(left));
    }

    [Theory]
    [InlineData("~$发文登记簿.xlsx", "发文登记簿.xlsx")]
    [InlineData("~$于报送情况的通知.docx", "关于报送情况的通知.docx")]
    public async Task A_file_that_somebody_has_open_is_left_alone(string mark, string name)
    {
        var first = await _drive.PutAsync(Contents.Put(name, "旧"), Stop);
        File.WriteAllText(_scratch.At(mark), "");

        Assert.Equal(DriveCodes.Busy, await FailsAsync(Contents.Put(name, "新", first.Version)));
        Assert.Equal("旧", File.ReadAllText(_scratch.At(name)));
    }

    [Theory]
    [InlineData("../外面.docx")]
    [InlineData("一/../../外面.docx")]
    [InlineData("C:/外面.docx")]
    [InlineData("一\\二.docx")]
    public async Task Places_do_not_lead_out_of_the_folder(string place)
    {
        Assert.Equal(DriveCodes.Invalid, await FailsAsync(Contents.Put(place, "新")));
        Assert.Empty(_scratch.Files());
    }

    [Fact]
    public async Task A_path_that_Word_cannot_open_is_refused()
    {
        var deep = string.Join('/', Enumerable.Repeat(new string('长', 60), 4)) + "/一.docx";

        Assert.Equal(DriveCodes.Invalid, await FailsAsync(Contents.Put(deep, "新")));
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_file_is_told()
    {
        Directory.CreateDirectory(_scratch.At("一.docx"));

        Assert.Equal(DriveCodes.Invalid, await FailsAsync(Contents.Put("一.docx", "新")));
    }

    [Fact]
    public async Task Of_many_who_take_a_name_one_has_it()
    {
        var tries = Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            try
            {
                await _drive.PutAsync(Contents.Put("同名.docx", $"第{i}个"), Stop);
                return i;
            }
            catch (DriveException e) when (e.Code == DriveCodes.Occupied)
            {
                return -1;
            }
        }));

        var winner = Assert.Single(await Task.WhenAll(tries), i => i >= 0);
        Assert.Equal($"第{winner}个", File.ReadAllText(_scratch.At("同名.docx")));
        Assert.Single(_scratch.Files());
    }

    [Fact]
    public async Task Of_many_who_replace_a_file_none_undoes_the_others_unseen()
    {
        var version = (await _drive.PutAsync(Contents.Put("登记.txt", ""), Stop)).Version;
        var drive = new FolderDrive(_scratch.Path, TimeProvider.System);
        async Task AppendAsync(int line)
        {
            while (true)
            {
                var there = await drive.StatAsync("登记.txt", Stop);
                var text = await File.ReadAllTextAsync(_scratch.At("登记.txt"), Stop);
                try
                {
                    await drive.PutAsync(Contents.Put("登记.txt", text + line + "\n", there?.Version), Stop);
                    return;
                }
                catch (DriveException e) when (e.Code is DriveCodes.Changed or DriveCodes.Occupied)
                {
                    // Again, on what it is now.
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 12).Select(line => Task.Run(() => AppendAsync(line))));

        Assert.NotEqual("", version);
        Assert.Equal(Enumerable.Range(0, 12), File.ReadAllLines(_scratch.At("登记.txt")).Select(int.Parse).Order());
    }

    [Fact]
    public async Task A_file_that_breaks_off_while_it_is_read_is_told()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("只有 Linux 上有能打开却读不出的文件。");
        File.CreateSymbolicLink(_scratch.At("发文登记簿.xlsx"), "/proc/self/mem");

        var error = await Assert.ThrowsAsync<DriveException>(() => _drive.ReadAsync("发文登记簿.xlsx", Stop));

        Assert.Equal(DriveCodes.Unreachable, error.Code);
        Assert.Contains("发文登记簿.xlsx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_says_what_works_and_leaves_nothing()
    {
        var checks = await _drive.CheckAsync(Stop);

        Assert.All(checks, check => Assert.Equal(CheckOutcome.Works, check.Outcome));
        Assert.Empty(_scratch.Files());
        Assert.Empty(Directory.EnumerateDirectories(_scratch.Path));
    }

    private async Task<string> FailsAsync(DrivePut put) => (await Assert.ThrowsAsync<DriveException>(() => _drive.PutAsync(put, Stop))).Code;

    private async Task<IReadOnlyList<string>> PlacesAsync() => (await _drive.ListAsync("", Stop)).Files;

    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("The network name is no longer available.");
    }
}
