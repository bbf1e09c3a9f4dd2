using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Graph;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>What the library will not do is told in a sentence with its code, soon, and nothing was written.</summary>
public sealed class GraphRefusalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, GraphDoubleOptions, string> Refusals => new()
    {
        { DriveCodes.Full, new GraphDoubleOptions { Quota = 100 }, "配额" },
        { DriveCodes.Denied, new GraphDoubleOptions { Access = Access.Read }, "Sites.Selected" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_library_that_will_not_says_why_at_once(string code, GraphDoubleOptions options, string word)
    {
        foreach (var length in new[] { 200, 5 << 20 })
        {
            await using var test = await GraphCase.BeginAsync(options);

            var error = await Assert.ThrowsAsync<DriveException>(() => test.Drive().PutAsync(new DrivePut("函.pdf", Contents.Random(length, 1), null), Stop));

            Assert.Equal(code, error.Code);
            Assert.Contains(word, error.Message, StringComparison.Ordinal);
            Assert.Equal(TimeSpan.Zero, test.Time.Waited);
            Assert.Empty(test.Graph.Library.Files());
            test.AssertClean();
        }
    }

    [Theory]
    [InlineData(Fault.Throttle, DriveCodes.Throttled)]
    [InlineData(Fault.Unavailable, DriveCodes.Throttled)]
    [InlineData(Fault.ServerError, DriveCodes.Unreachable)]
    [InlineData(Fault.GatewayPage, DriveCodes.Unreachable)]
    [InlineData(Fault.DropBefore, DriveCodes.Unreachable)]
    public async Task A_service_that_goes_on_failing_is_given_up_after_a_bounded_time(Fault fault, string code)
    {
        await using var test = await GraphCase.BeginAsync();
        test.Graph.Faults = _ => fault;

        Assert.Equal(code, (await Assert.ThrowsAsync<DriveException>(() => test.Drive().PutAsync(Contents.Put("函.txt", "一"), Stop))).Code);

        Assert.InRange(test.Time.Waited, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(3));
        Assert.InRange(test.Graph.Requests.Count, 2, 10);
    }

    [Fact]
    public async Task What_the_service_asks_to_wait_is_waited()
    {
        await using var test = await GraphCase.BeginAsync();
        var asked = 0;
        test.Graph.Faults = _ => Interlocked.Increment(ref asked) <= 3 ? Fault.Throttle : Fault.None;

        await test.Drive().PutAsync(Contents.Put("函.txt", "一"), Stop);

        Assert.Equal(TimeSpan.FromSeconds(3 * 2), test.Time.Waited);
        test.AssertClean();
    }

    [Fact]
    public async Task A_file_that_somebody_has_open_is_left()
    {
        await using var test = await GraphCase.BeginAsync();
        var file = await test.Drive().PutAsync(Contents.Put("函.txt", "一"), Stop);
        test.Graph.Library.Lock("函.txt");

        Assert.Equal(DriveCodes.Busy, (await Assert.ThrowsAsync<DriveException>(() => test.Drive().PutAsync(Contents.Put("函.txt", "二", file.Version), Stop))).Code);

        test.Graph.Library.Unlock("函.txt");
        await test.Drive().PutAsync(Contents.Put("函.txt", "二", file.Version), Stop);
        test.AssertClean();
    }

    [Fact]
    public async Task A_sign_in_that_is_not_known_and_a_library_that_is_not_granted_are_told_apart()
    {
        await using var test = await GraphCase.BeginAsync();
        await using var closed = await GraphCase.BeginAsync(new GraphDoubleOptions { Access = Access.None });
        var settings = new GraphSettings { Endpoint = test.Graph.Endpoint, Drive = test.Graph.DriveId };
        using var stranger = new GraphDrive(settings, () => GraphAccount.Open(settings, new Stranger()), test.Time);

        var unknown = await Assert.ThrowsAsync<DriveException>(() => stranger.StatAsync("函.txt", Stop));
        var notGranted = await Assert.ThrowsAsync<DriveException>(() => closed.Drive().StatAsync("函.txt", Stop));
        var wrong = await Assert.ThrowsAsync<DriveException>(() => test.Open(settings with { Drive = "b!meiyou" }).StatAsync("函.txt", Stop));

        Assert.Equal(DriveCodes.Denied, unknown.Code);
        Assert.Contains("不认本程序的登录", unknown.Message, StringComparison.Ordinal);
        Assert.Contains(notGranted.Code, new[] { DriveCodes.Denied, DriveCodes.NotFound });
        Assert.Contains("授", notGranted.Message, StringComparison.Ordinal);
        Assert.Equal(DriveCodes.NotFound, wrong.Code);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_told_as_a_network_that_fails()
    {
        await using var test = await GraphCase.BeginAsync();
        var settings = new GraphSettings { Endpoint = new Uri("http://127.0.0.1:1/v1.0"), Drive = "b!x" };

        Assert.Equal(DriveCodes.Unreachable, (await Assert.ThrowsAsync<DriveException>(() => test.Open(settings).StatAsync("函.txt", Stop))).Code);
    }

    private sealed class Stranger : Azure.Core.TokenCredential
    {
        public override Azure.Core.AccessToken GetToken(Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) => new("somebody else's", DateTimeOffset.MaxValue);

        public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
