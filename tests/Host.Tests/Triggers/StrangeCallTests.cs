using System.Net;
using System.Text;
using YiyuanSafety.Host.Triggers;

namespace YiyuanSafety.Host.Tests.Triggers;

/// <summary>Whatever comes, the answer is JSON: an empty one makes the host wait until it kills the process.</summary>
public sealed class StrangeCallTests
{
    private static readonly string[] Functions = ["Jobs", "JobsPoison", "Inbox", "Deadlines"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Garbage_is_answered_with_JSON()
    {
        await using var server = await TriggerServer.StartAsync();
        var good = Payloads.Queue(Payloads.Message(Guid.NewGuid()));
        string[] bodies =
        [
            "", " ", "null", "1", "[]", "\"\"", "{}", "{", "garbage", "\0", "{\"Data\":null}", "{\"Data\":{\"msg\":null},\"Metadata\":[]}", "{\"Data\":[],\"Metadata\":7}",
            "{\"Data\":{\"msg\":\"\\ud800\",\"blob\":\"\\ud800\"},\"Metadata\":{\"name\":\"\\ud800\"}}",
            "{\"Data\":{\"msg\":\"\\\"\\\\ud800\\\"\",\"blob\":\"\\\"\\\\ud800\\\"\"},\"Metadata\":{\"name\":\"\\\"\\\\ud800\\\"\"}}",
            new string('[', 100_000), string.Concat(Enumerable.Repeat("{\"Data\":", 5_000)), "{\"Data\":{\"msg\":" + Payloads.Quoted(new string('[', 100_000)) + "}}",
            .. Enumerable.Range(0, good.Length / 7).Select(cut => good[..(cut * 7)]),
        ];

        foreach (var function in Functions)
        {
            foreach (var body in bodies)
            {
                using var answer = await server.PostAsync(function, body);
                await TriggerServer.AssertJsonAsync(answer);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, string.Join('\n', server.Logs.Lines));
            }
        }
    }

    [Fact]
    public async Task Calls_with_any_byte_changed_are_answered_with_JSON()
    {
        await using var server = await TriggerServer.StartAsync();
        var random = new Random(7);
        foreach (var function in Functions)
        {
            var good = Encoding.UTF8.GetBytes(function switch
            {
                "Inbox" => Payloads.Blob("要点.txt", Encoding.UTF8.GetBytes("要点")),
                "Deadlines" => Payloads.Timer,
                _ => Payloads.Queue(Payloads.Message(Guid.NewGuid())),
            });
            for (var i = 0; i < 150; i++)
            {
                var body = (byte[])good.Clone();
                for (var change = random.Next(1, 4); change > 0; change--)
                    body[random.Next(body.Length)] = (byte)random.Next(256);
                using var answer = await server.PostAsync(function, new MemoryStream(body));
                await TriggerServer.AssertJsonAsync(answer);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, string.Join('\n', server.Logs.Lines));
            }
        }
    }

    [Fact]
    public async Task A_huge_call_is_not_read_to_its_end()
    {
        await using var server = await TriggerServer.StartAsync();

        foreach (var function in Functions)
        {
            using var answer = await server.PostAsync(function, "{\"Data\":{\"msg\":\"" + new string('a', 8 * 1024 * 1024));
            await TriggerServer.AssertJsonAsync(answer);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("X-Forwarded-Host: safety.example.cn")]
    [InlineData("X-Forwarded-For: 10.1.2.3")]
    [InlineData("X-Original-For: 10.1.2.3")]
    public async Task A_request_that_the_host_passes_on_for_somebody_calls_no_trigger(string header)
    {
        await using var server = await TriggerServer.StartAsync();
        var job = await server.OrderImportAsync("");

        using var answer = await server.PostAsync("JobsPoison", Payloads.Queue(Payloads.Message(job)), header);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(Ledger.Records.JobState.Queued, (await server.JobAsync(job)).State);
    }

    [Fact]
    public async Task A_ledger_that_is_gone_asks_for_another_call()
    {
        await using var server = await TriggerServer.StartAsync();
        await server.ReadyAsync();
        await using (var ledger = server.Store.Open())
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
                ledger.Database, "DROP TABLE job_items; DROP TABLE jobs; DROP TABLE audit; DROP TABLE answered_calls", Stop);
        }

        foreach (var (function, body) in new[] { ("Jobs", Payloads.Queue(Payloads.Message(Guid.NewGuid()))), ("Inbox", Payloads.Blob("a.txt", [1])), ("Deadlines", Payloads.Timer) })
        {
            using var answer = await server.PostAsync(function, body);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            await TriggerServer.AssertJsonAsync(answer);
        }
    }

    [Theory]
    [InlineData("""{"Metadata":{"name":"\"a\""}}""", "a")]
    [InlineData("""{"Metadata":{"Name":"a"}}""", "a")]
    [InlineData("""{"metadata":{"name":7}}""", "7")]
    [InlineData("""{"metadata":{"name":"{\"x\":1}"}}""", """{"x":1}""")]
    [InlineData("""{"metadata":{"name":{"x":1}}}""", null)]
    [InlineData("""{"metadata":{}}""", null)]
    [InlineData("{}", null)]
    public async Task Metadata_is_read_as_JSON_in_a_string_or_plain(string call, string? name)
    {
        using var invocation = await Invocation.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(call)), 1000, Stop);

        Assert.Equal(name, invocation.Word("name"));
    }

    [Fact]
    public async Task Properties_inside_a_string_are_looked_into()
    {
        using var invocation = await Invocation.ReadAsync(new MemoryStream("""{"Metadata":{"Properties":"{\"etag\":\"\\\"0x1\\\"\"}"}}"""u8.ToArray()), 1000, Stop);

        Assert.Equal("0x1", invocation.Word("Properties", "ETag"));
    }
}
