using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Host.Filings;

namespace YiyuanSafety.Host.Tests.Filings;

/// <summary>Comparing a drive with the ledger.</summary>
public sealed class VerificationTests
{
    [Fact]
    public async Task What_cannot_be_read_is_told_and_what_lies_behind_a_link_is_found()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows 上普通账户不能建符号链接。");
        using var test = await DeskCase.BeginAsync();
        var plans = await test.FileAsync([DeskCase.Paper("甲", "甲的函", "", "a"), DeskCase.Paper("乙", "乙的函", "", "b"), DeskCase.Paper("丙", "丙的函", "", "c", "2022")]);

        // The year was moved to another disk, somebody made a folder of one paper, and others put things there.
        Directory.Move(At("2022年"), At("别的盘"));
        Directory.CreateSymbolicLink(At("2022年"), At("别的盘"));
        File.Delete(At(plans[1].Place));
        Directory.CreateDirectory(At(plans[1].Place));
        File.WriteAllText(At("外来.txt"), "别人的");
        File.CreateSymbolicLink(At("打不开.docx"), "/proc/self/mem");
        File.WriteAllText(At("2021年/.~lock.发文登记簿.xlsx#"), "");

        var files = await DriveVerification.RunAsync(test.Store, test.Drive, static (_, _) => Task.FromResult<DriveContent?>(null), DeskCase.Stop);

        var filed = files.Where(file => file.Filed is not null).ToDictionary(file => file.Place, file => file.State);
        Assert.Equal([FiledState.Good, FiledState.Unreadable, FiledState.Good], plans.Select(plan => filed[plan.Place]));
        Assert.Contains(("外来.txt", FiledState.Foreign), files.Select(file => (file.Place, file.State)));
        Assert.DoesNotContain(files, file => file.Place.Contains(".~lock", StringComparison.Ordinal));

        string At(string place) => Path.Combine(test.Share, place);
    }
}
