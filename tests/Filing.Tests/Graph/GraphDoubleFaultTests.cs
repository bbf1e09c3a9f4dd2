using System.Net;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>What goes wrong in the double goes wrong as it would on a network.</summary>
public sealed class GraphDoubleFaultTests
{
    private const int Step = 320 * 1024;

    [Theory]
    [InlineData(Fault.Throttle, 429, "activityLimitReached", 2)]
    [InlineData(Fault.Unavailable, 503, "serviceNotAvailable", 1)]
    [InlineData(Fault.ServerError, 500, "generalException", null)]
    public async Task It_says_that_it_cannot_now(Fault fault, int status, string code, int? retryAfter)
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        graph.Faults = seen => seen.Index == 0 ? fault : Fault.None;

        var answer = await client.Put("一.txt", "内容");

        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, answer.Code));
        Assert.Equal(retryAfter, (int?)answer.Message.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Empty(graph.Library.Files());
        Assert.Equal(HttpStatusCode.Created, (await client.Put("一.txt", "内容")).Status);
        Assert.Equal([status, 201], graph.Requests.Select(one => one.Status));
    }

    [Theory]
    [InlineData(Fault.DropBefore, 0)]
    [InlineData(Fault.DropAfter, 1)]
    [InlineData(Fault.HalfBody, 0)]
    public async Task The_connection_breaks(Fault fault, int files)
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        graph.Faults = _ => fault;

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Put("一.txt", new string('字', 400_000)));

        Assert.Equal(files, graph.Library.Files().Count);
        Assert.Equal(0, Assert.Single(graph.Requests).Status);
    }

    [Theory]
    [InlineData(Fault.Hang, 0)]
    [InlineData(Fault.HangAfter, 1)]
    public async Task It_never_answers(Fault fault, int files)
    {
        await using var graph = await GraphDouble.StartAsync();
        using var http = new HttpClient();
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        graph.Faults = _ => fault;
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{graph.Endpoint}/drives/{graph.DriveId}/root:/a.txt:/content") { Content = new ByteArrayContent([1, 2]) };
        request.Headers.Authorization = new("Bearer", graph.Token);

        var answer = http.SendAsync(request, leave.Token);
        while (graph.Requests.Count == 0 || graph.Library.Files().Count < files)
            await Task.Yield();
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal(files, graph.Library.Files().Count);
    }

    [Fact]
    public async Task A_download_breaks_in_the_middle_and_goes_on()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        var content = new byte[1_000_000];
        Random.Shared.NextBytes(content);
        graph.Library.Write("大.bin", content);
        var address = new Uri((await client.Get(client.At("大.bin"))).Text("@microsoft.graph.downloadUrl"));
        graph.Faults = seen => seen is { Host: HostKind.Transfer, Index: 1 } ? Fault.HalfBody : Fault.None;

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendTo(HttpMethod.Get, address, null, token: null));
        using var http = new HttpClient();
        using var range = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new(500_000, null) } };
        using var rest = await http.SendAsync(range, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(content[500_000..], await rest.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_fragment_that_half_arrived_does_not_count()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        var whole = new byte[Step + 1];
        var address = (await client.Session("大.bin")).Text("uploadUrl");
        graph.Faults = seen => seen.Index switch { 1 => Fault.HalfBody, 3 => Fault.DropAfter, 5 => Fault.ExpireSession, _ => Fault.None };

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Fragment(address, whole, 0, Step - 1));
        Assert.Equal("0-", await Missing());
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Fragment(address, whole, 0, Step - 1));
        Assert.Equal($"{Step}-", await Missing());
        Assert.Equal(HttpStatusCode.NotFound, (await client.Fragment(address, whole, Step, Step)).Status);
        Assert.Empty(graph.Violations);

        async Task<string> Missing() => (string)(await client.SendTo(HttpMethod.Get, new Uri(address), null, token: null)).Json!["nextExpectedRanges"]![0]!;
    }

    [Fact]
    public async Task Many_write_at_once_and_one_of_them_wins()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => client.Put($"{i % 4}.txt", $"{i}", "?@microsoft.graph.conflictBehavior=fail")));

        Assert.Equal(4, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(36, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.All(graph.Library.Files().Keys, path => Assert.Single(graph.Library.Versions(path)));
        Assert.Equal(Enumerable.Range(0, 40), graph.Requests.Select(one => one.Index));
    }

    [Fact]
    public async Task It_ends_while_somebody_waits_for_an_answer()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        graph.Faults = _ => Fault.Hang;

        var waiting = client.Get(client.Drive);
        while (graph.Requests.Count == 0)
            await Task.Yield();
        await graph.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
    }
}
