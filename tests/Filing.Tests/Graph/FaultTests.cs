using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Graph;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Filing.Register;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>
/// Every fault at every request of every flow. Whatever happens: the paper lies there once and whole, its older version under it, its
/// columns filled, the register has its line once, other people's files are as they were, and nobody but Graph saw the token.
/// </summary>
public sealed class FaultTests
{
    private const string Place = "2021年/督办函/函.docx";
    private const string Large = "2021年/附件/图.pdf";
    private const string Register = "2021年/发文登记簿.xlsx";
    private static readonly Dictionary<string, string> Columns = new() { ["文号"] = "源安办函〔2021〕3号", ["文种"] = "督办函" };
    private static readonly DriveContent First = Contents.Docx("第一版");
    private static readonly DriveContent Second = Contents.Docx("第二版");
    private static readonly DriveContent Slices = Contents.Random(800_000, 7);
    private static readonly DriveContent OtherSlices = Contents.Random(700_000, 8);
    private static readonly RegisterLine Line = new("源安办函〔2021〕3号", "督办函", "关于督办的函", "县应急局", "2021-03-05", 1, "2021-03-05 09:30", "张三", Place, "");

    public static TheoryData<Flow, Fault> Cases => [.. from flow in Enum.GetValues<Flow>() from fault in Enum.GetValues<Fault>() where fault != Fault.None select new TheoryDataRow<Flow, Fault>(flow, fault)];

    public static TheoryData<Flow> Flows => [.. Enum.GetValues<Flow>()];

    public enum Flow
    {
        NewPaper,
        NewVersion,
        LargeFile,
        LargeVersion,
        RegisterLine,
        Reading,
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task One_fault_at_any_request_loses_doubles_and_halves_nothing(Flow flow, Fault fault)
    {
        var requests = await CountAsync(flow);
        Assert.True(requests > 2);
        for (var at = 0; at < requests; at++)
        {
            await using var test = await PreparedAsync(flow);
            var (seen, target) = (0, at);
            test.Graph.Faults = _ => Interlocked.Increment(ref seen) - 1 == target ? fault : Fault.None;

            await RunAsync(flow, test.Drive(patience: Patience(fault), isSliced: true), Stop);

            Assert.True(seen > at, $"{flow} had no request {at}");
            test.Graph.Faults = null;
            await AssertAsync(flow, test, $"{fault} at request {at} of {flow}");
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Ended_at_any_request_and_begun_again_it_comes_to_the_same(Flow flow)
    {
        var requests = await CountAsync(flow);
        foreach (var (at, fault) in Enumerable.Range(0, requests).SelectMany(at => new[] { (at, Fault.DropBefore), (at, Fault.DropAfter) }))
        {
            await using var test = await PreparedAsync(flow);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var seen = 0;
            test.Graph.Faults = _ =>
            {
                if (Interlocked.Increment(ref seen) - 1 < at)
                    return Fault.None;
                ended.Cancel();
                return fault;
            };
            await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(flow, test.Drive(isSliced: true), ended.Token));

            test.Graph.Faults = null;
            await RunAsync(flow, test.Drive(isSliced: true), Stop);

            await AssertAsync(flow, test, $"ended with {fault} at request {at} of {flow}");
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_library_that_fails_again_and_again_in_any_order_is_got_through(Flow flow)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            await using var test = await PreparedAsync(flow);
            var random = new Random(seed);
            var all = new[] { Fault.DropBefore, Fault.DropAfter, Fault.Throttle, Fault.Unavailable, Fault.ServerError, Fault.ExpireSession, Fault.HalfBody };
            test.Graph.Faults = _ =>
            {
                lock (random)
                    return random.Next(3) == 0 ? all[random.Next(all.Length)] : Fault.None;
            };

            // Even a filing that is given up is finished by the next one.
            for (var attempt = 0; attempt < 10 && !await DoneAsync(flow, test.Drive(isSliced: true)); attempt++)
            {
            }

            test.Graph.Faults = null;
            await RunAsync(flow, test.Drive(isSliced: true), Stop);
            await AssertAsync(flow, test, $"seed {seed} of {flow}");
        }
    }

    private static async Task<bool> DoneAsync(Flow flow, GraphDrive drive)
    {
        try
        {
            await RunAsync(flow, drive, Stop);
            return true;
        }
        catch (DriveException)
        {
            return false;
        }
    }

    // Real seconds pass only where the server never answers.
    private static TimeSpan Patience(Fault fault) => fault is Fault.Hang or Fault.HangAfter ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromSeconds(60);

    private static async Task<int> CountAsync(Flow flow)
    {
        await using var test = await PreparedAsync(flow);
        var before = test.Graph.Requests.Count;
        await RunAsync(flow, test.Drive(isSliced: true), Stop);
        var requests = test.Graph.Requests.Count - before;
        await AssertAsync(flow, test, $"{flow} without a fault");
        return requests;
    }

    private static async Task<GraphCase> PreparedAsync(Flow flow)
    {
        var test = await GraphCase.BeginAsync();
        test.Graph.Library.Write("2021年/别人的.docx", await Contents.BytesAsync(Contents.Docx("别人的")));
        if (flow is Flow.NewVersion)
            await Placement.PlaceAsync(test.Drive(isSliced: true), new PlacingOrder(Place, First, [], WhenOther.Version, Columns), Stop);
        if (flow is Flow.LargeVersion)
            await test.Drive().PutAsync(new DrivePut(Large, OtherSlices, null), Stop);
        if (flow is Flow.RegisterLine)
            await RegisterFile.AddAsync(test.Drive(isSliced: true), Register, [Line with { Place = "别的.docx" }], Stop);
        if (flow is Flow.Reading)
            await test.Drive().PutAsync(new DrivePut(Place, First, null), Stop);
        return test;
    }

    private static async Task RunAsync(Flow flow, GraphDrive drive, CancellationToken stop)
    {
        switch (flow)
        {
            case Flow.NewPaper:
                await Placement.PlaceAsync(drive, new PlacingOrder(Place, Second, [], WhenOther.Version, Columns), stop);
                break;
            case Flow.NewVersion:
                // As the ledger knows it: what was filed first lies there still.
                var there = await drive.StatAsync(Place, stop);
                var earlier = there is not null && await drive.HoldsAsync(there, First, stop) ? [new EarlierFiling(Place, First.Hash, there.Version)] : Array.Empty<EarlierFiling>();
                await Placement.PlaceAsync(drive, new PlacingOrder(Place, Second, earlier, WhenOther.Version, Columns), stop);
                break;
            case Flow.LargeFile:
                await Placement.PlaceAsync(drive, new PlacingOrder(Large, Slices, [], WhenOther.Version, Columns), stop);
                break;
            case Flow.LargeVersion:
                if (await drive.StatAsync(Large, stop) is { } found && await drive.HoldsAsync(found, OtherSlices, stop))
                    await drive.PutAsync(new DrivePut(Large, Slices, found.Version), stop);
                break;
            case Flow.RegisterLine:
                await RegisterFile.AddAsync(drive, Register, [Line], stop);
                break;
            case Flow.Reading:
                Assert.Equal(2, (await drive.ListAsync("", stop)).Files.Count);
                Assert.True((await drive.ReadAsync(Place, stop))?.Length > 0);
                Assert.NotNull(await drive.LinkAsync(Place, stop));
                Assert.Equal(["2021年"], await drive.FoldersAsync("", stop));
                break;
        }
    }

    private static async Task AssertAsync(Flow flow, GraphCase test, string what)
    {
        test.AssertClean();
        var library = test.Graph.Library;
        var place = flow switch { Flow.LargeFile or Flow.LargeVersion => Large, Flow.RegisterLine => Register, _ => Place };
        Assert.True(library.Files().Keys.Order(StringComparer.Ordinal).SequenceEqual(new[] { place, "2021年/别人的.docx" }.Order(StringComparer.Ordinal)), $"{what}: {string.Join('、', library.Files().Keys)}");
        var content = flow switch { Flow.LargeFile or Flow.LargeVersion => Slices, Flow.Reading => First, Flow.RegisterLine => null, _ => Second };
        if (content is not null)
        {
            var drive = test.Drive();
            var file = await drive.StatAsync(place, Stop);
            Assert.True(file is not null && await drive.HoldsAsync(file, content, Stop), $"{what}: another content");
        }

        if (flow is Flow.NewPaper or Flow.NewVersion or Flow.LargeFile)
            Assert.True(library.Columns(place).GetValueOrDefault("文号") == Columns["文号"], $"{what}: columns");
        if (flow is Flow.NewVersion)
            Assert.True(Distinct(library, place).SequenceEqual(["第一版", "第二版"]), $"{what}: versions {string.Join('、', Distinct(library, place))}");
        if (flow is Flow.LargeVersion)
            Assert.True(library.Versions(place).Count == 2, $"{what}: {library.Versions(place).Count} versions");
        if (flow is Flow.RegisterLine)
            Assert.True(RegisterBook.Add(library.Files()[place], [Line, Line with { Place = "别的.docx" }]) is null && Lines(library.Files()[place]) == 2, $"{what}: register");
    }

    // The library writes columns into the file, which is a version of its own with the same text.
    private static List<string> Distinct(LibraryState library, string place) => [.. library.Versions(place).Select(Contents.TextOfDocx).Aggregate(new List<string>(), (texts, text) =>
    {
        if (texts.LastOrDefault() != text)
            texts.Add(text);
        return texts;
    })];

    private static int Lines(byte[] register)
    {
        var workbook = new NPOI.XSSF.UserModel.XSSFWorkbook(new MemoryStream(register, false));
        return workbook.GetSheetAt(0).LastRowNum;
    }
}
