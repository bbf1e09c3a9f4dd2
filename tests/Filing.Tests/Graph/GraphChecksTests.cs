using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Graph;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>The check of a library tries all that filing needs, says who can grant what is missing, and leaves nothing behind.</summary>
public sealed class GraphChecksTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("归档")]
    public async Task All_of_it_works_and_nothing_is_left(string root)
    {
        await using var test = await GraphCase.BeginAsync();

        var checks = await test.Drive(root).CheckAsync(Stop);

        Assert.All(checks, check => Assert.True(check.Outcome == CheckOutcome.Works, $"{check.Name}: {check.Message}"));
        Assert.Equal(10, checks.Count);
        Assert.Empty(test.Graph.Library.Files());
        Assert.Equal(0, test.Graph.Library.EmptySessions);
        test.AssertClean();
    }

    [Fact]
    public async Task Missing_columns_and_links_do_not_keep_papers_from_being_filed()
    {
        await using var test = await GraphCase.BeginAsync(new GraphDoubleOptions { Columns = [], CanShare = false, Quota = 50 << 20 });

        var checks = await test.Drive().CheckAsync(Stop);

        Assert.DoesNotContain(checks, check => check.Outcome == CheckOutcome.Fails);
        Assert.Equal(["填写栏目", "生成单位内部的共享链接", "剩余空间"], checks.Where(check => check.Outcome == CheckOutcome.Missing).Select(check => check.Name));
        Assert.Contains("“文号”、“文种”", string.Concat(checks.Select(check => check.Message)), StringComparison.Ordinal);
        test.AssertClean();
    }

    [Theory]
    [InlineData(Access.Read, "新建文件夹、写入文件")]
    [InlineData(Access.None, "登录并打开文档库")]
    public async Task What_is_not_granted_is_named_with_who_can_grant_it(Access access, string name)
    {
        await using var test = await GraphCase.BeginAsync(new GraphDoubleOptions { Access = access });

        var checks = await test.Drive().CheckAsync(Stop);

        var fails = Assert.Single(checks, check => check.Outcome == CheckOutcome.Fails);
        Assert.Equal(name, fails.Name);
        Assert.Contains("管理员", fails.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("租户编号", "应用编号")]
    [InlineData("../common", "应用编号")]
    public async Task Settings_that_were_copied_from_the_manual_are_told_and_no_crash(string tenant, string client)
    {
        using var drive = new GraphDrive(new GraphSettings { Site = new Uri("https://contoso.sharepoint.com/sites/anwei"), Tenant = tenant, Client = client, Secret = "密钥" }, new FastTime());

        var fails = Assert.Single(await drive.CheckAsync(Stop));

        Assert.Equal(CheckOutcome.Fails, fails.Outcome);
        Assert.Contains($"“{tenant}”", fails.Message, StringComparison.Ordinal);
        Assert.Equal(DriveCodes.Invalid, (await Assert.ThrowsAsync<DriveException>(() => drive.FoldersAsync("", Stop))).Code);
    }

    [Fact]
    public async Task A_network_that_fails_in_the_middle_is_an_outcome_and_no_crash()
    {
        await using var test = await GraphCase.BeginAsync();
        test.Graph.Faults = request => request.Index > 3 ? Fault.ServerError : Fault.None;

        Assert.Contains(await test.Drive().CheckAsync(Stop), check => check.Outcome == CheckOutcome.Fails);
    }
}
