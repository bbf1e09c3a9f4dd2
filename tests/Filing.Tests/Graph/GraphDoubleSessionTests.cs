using System.Net;
using System.Text;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>The double takes files in fragments as Graph's documents say.</summary>
public sealed class GraphDoubleSessionTests
{
    private const int Step = 320 * 1024;
    private static readonly byte[] Large = [.. Enumerable.Range(0, (2 * Step) + 100).Select(i => (byte)(i * 7))];

    [Fact]
    public async Task A_session_is_begun_asked_and_finished()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);

        var session = await client.Session("大.pdf");
        var address = session.Text("uploadUrl");
        var first = await client.Fragment(address, Large, 0, Step - 1);
        var status = await client.SendTo(HttpMethod.Get, new Uri(address), null, token: null);
        var second = await client.Fragment(address, Large, Step, (2 * Step) - 1);
        Assert.Equal((1, 0), (graph.Library.EmptySessions, graph.Library.Files().Count));
        var last = await client.Fragment(address, Large, 2 * Step, Large.Length - 1);
        var after = await client.SendTo(HttpMethod.Get, new Uri(address), null, token: null);

        Assert.NotEqual(graph.Endpoint.Authority, new Uri(address).Authority);
        Assert.True(DateTimeOffset.Parse(session.Text("expirationDateTime"), null) > DateTimeOffset.UtcNow);
        Assert.Equal(HttpStatusCode.Accepted, first.Status);
        Assert.Equal([$"{Step}-"], Ranges(first));
        Assert.Equal((HttpStatusCode.OK, first.Json!.ToJsonString()), (status.Status, status.Json!.ToJsonString()));
        Assert.Equal([$"{2 * Step}-"], Ranges(second));
        Assert.Equal((HttpStatusCode.Created, "大.pdf"), (last.Status, last.Text("name")));
        Assert.Equal(Large, graph.Library.Files()["大.pdf"]);
        Assert.Equal((HttpStatusCode.NotFound, "itemNotFound"), (after.Status, after.Code));
        Assert.Equal(0, graph.Library.EmptySessions);
        Assert.Empty(graph.Violations);
    }

    [Fact]
    public async Task The_example_of_the_documents_is_answered_alike()
    {
        await using var graph = await GraphDouble.StartAsync(new() { ClosedRanges = true });
        using var client = new PlainGraph(graph);
        var address = (await client.Session("大.pdf")).Text("uploadUrl");

        // 26 of 128 bytes: the documents show it, and forbid it below; the double holds with what they forbid.
        var short26 = await client.Fragment(address, new byte[128], 0, 25);
        var step = await client.Fragment(address, new byte[Step + 128], 0, Step - 1);

        Assert.Equal(HttpStatusCode.BadRequest, short26.Status);
        Assert.Single(graph.Violations);
        Assert.Equal([$"{Step}-{Step + 127}"], Ranges(step));
    }

    [Fact]
    public async Task Fragments_come_in_order_and_once()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        var address = (await client.Session("大.pdf")).Text("uploadUrl");

        var early = await client.Fragment(address, Large, Step, (2 * Step) - 1);
        await client.Fragment(address, Large, 0, Step - 1);
        var twice = await client.Fragment(address, Large, 0, Step - 1);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, early.Status);
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, "invalidRange"), (twice.Status, twice.Code));
        Assert.Equal([$"{Step}-"], Ranges(await client.SendTo(HttpMethod.Get, new Uri(address), null, token: null)));
        Assert.Empty(graph.Violations);
    }

    [Fact]
    public async Task What_a_fragment_must_not_be_is_a_violation()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        var address = new Uri((await client.Session("大.pdf")).Text("uploadUrl"));
        var ranged = new ByteArrayContent(Large, 0, Step);
        ranged.Headers.TryAddWithoutValidation("Content-Range", $"bytes 0-{Step}/{Large.Length}");
        var huge = new byte[60 << 20];

        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendTo(HttpMethod.Put, address, new ByteArrayContent(Large), token: null)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendTo(HttpMethod.Put, address, ranged, token: null)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Fragment(address.AbsoluteUri, huge, 0, huge.Length - 1)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendTo(HttpMethod.Get, address, null, graph.Token)).Status);
        Assert.Equal(4, graph.Violations.Count);
        Assert.Equal(1, graph.TokensElsewhere);
    }

    [Fact]
    public async Task A_session_is_deleted_or_expires()
    {
        var time = new FastTime();
        await using var graph = await GraphDouble.StartAsync(new() { Time = time, SessionLifetime = TimeSpan.FromMinutes(15) });
        using var client = new PlainGraph(graph);
        var first = new Uri((await client.Session("一.pdf")).Text("uploadUrl"));
        var second = new Uri((await client.Session("二.pdf")).Text("uploadUrl"));

        Assert.Equal((2, 2), (graph.Library.EmptySessions, graph.MostAtOnce));
        Assert.Equal(HttpStatusCode.NoContent, (await client.SendTo(HttpMethod.Delete, first, null, token: null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.SendTo(HttpMethod.Delete, first, null, token: null)).Status);
        time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("itemNotFound", (await client.Fragment(second.AbsoluteUri, Large, 0, Step - 1)).Code);
        Assert.Equal(0, graph.Library.EmptySessions);
    }

    [Fact]
    public async Task A_conflict_shows_with_the_last_byte_and_the_session_stays()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        byte[] small = [1, 2, 3];
        var known = await client.Put("旧.pdf", "旧");
        var fresh = (await client.Session("新.pdf", "fail")).Text("uploadUrl");
        var replacing = (await client.Session("旧.pdf", ifMatch: known.Text("eTag"))).Text("uploadUrl");
        graph.Library.Write("新.pdf", [9]);
        graph.Library.Write("旧.pdf", [9]);

        var taken = await client.Fragment(fresh, small, 0, 2);
        var changed = await client.Fragment(replacing, small, 0, 2);

        Assert.Equal((HttpStatusCode.Conflict, "nameAlreadyExists"), (taken.Status, taken.Code));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "resourceModified"), (changed.Status, changed.Code));
        Assert.Equal(2, graph.Library.EmptySessions);
        Assert.Empty(Ranges(await client.SendTo(HttpMethod.Get, new Uri(fresh), null, token: null)));
        Assert.All(graph.Library.Files().Values, bytes => Assert.Equal([9], bytes));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await client.Session("旧.pdf", ifMatch: known.Text("eTag"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await client.Session("旧.pdf", "fail")).Status);
    }

    [Fact]
    public async Task A_session_for_more_than_fits_is_not_begun()
    {
        await using var graph = await GraphDouble.StartAsync(new() { Quota = 100 });
        using var client = new PlainGraph(graph);

        var full = await client.Post(client.At("一.pdf", "createUploadSession"), """{"item":{"fileSize":101,"name":"一.pdf"}}""");

        Assert.Equal(((HttpStatusCode)507, "quotaLimitReached"), (full.Status, full.Code));
        Assert.Equal(0, graph.Library.EmptySessions);
    }

    [Fact]
    public async Task Contents_need_not_be_kept()
    {
        await using var graph = await GraphDouble.StartAsync(new() { KeepBytes = false });
        await using var keeping = await GraphDouble.StartAsync();
        using var client = new PlainGraph(graph);
        keeping.Library.Write("大.pdf", Large);
        var address = (await client.Session("大.pdf")).Text("uploadUrl");

        await client.Fragment(address, Large, 0, Step - 1);
        var done = await client.Fragment(address, Large, Step, Large.Length - 1);

        Assert.Equal(HttpStatusCode.Created, done.Status);
        Assert.Empty(graph.Library.Files()["大.pdf"]);
        Assert.Equal(keeping.Library.Facts()["大.pdf"].QuickXorHash, graph.Library.Facts()["大.pdf"].QuickXorHash);
        Assert.Equal(Large.Length, graph.Library.Facts()["大.pdf"].Length);
    }

    [Fact]
    public async Task Empty_content_has_an_empty_hash_and_length_counts()
    {
        await using var graph = await GraphDouble.StartAsync();
        graph.Library.Write("空.txt", []);
        graph.Library.Write("字.txt", Encoding.ASCII.GetBytes("a"));

        // By hand: 'a' lies on the first byte, the length 1 on the twelfth from the end on.
        var one = new byte[20];
        (one[0], one[12]) = ((byte)'a', 1);
        Assert.Equal(Convert.ToBase64String(new byte[20]), graph.Library.Facts()["空.txt"].QuickXorHash);
        Assert.Equal(Convert.ToBase64String(one), graph.Library.Facts()["字.txt"].QuickXorHash);
    }

    private static IEnumerable<string> Ranges(Answer answer) => answer.Json!["nextExpectedRanges"]!.AsArray().Select(one => (string)one!);
}
