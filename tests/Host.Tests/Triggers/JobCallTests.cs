using System.Net;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Triggers;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Tests.Triggers;

public sealed class JobCallTests
{
    private const string Plan = "清水县2021年安全生产工作要点\n一、压实责任\n（一）落实企业主体责任。开展检查。（县应急局负责）\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("seen")]
    [InlineData("documented")]
    [InlineData("object")]
    [InlineData("lower-case")]
    public async Task The_job_of_a_message_is_carried_out_however_the_host_writes_it(string way)
    {
        await using var server = await TriggerServer.StartAsync();
        var job = await server.OrderImportAsync(Plan);
        var message = Payloads.Message(job);

        await server.DoneAsync("Jobs", way switch
        {
            "seen" => Payloads.Queue(message),
            "documented" => Payloads.DocumentedQueue(message),
            "object" => $$$"""{"Data":{"msg":{{{message}}}},"Metadata":{}}""",
            _ => $$$"""{"extra":[1],"data":{"MSG":{{{Payloads.Quoted(Payloads.Quoted(message))}}}},"metadata":null}""",
        });

        var row = await server.JobAsync(job);
        Assert.Equal((JobState.Done, ""), (row.State, row.Error));
        Assert.Contains("\"added\":1", row.Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_carried_out_once()
    {
        await using var server = await TriggerServer.StartAsync();
        var job = await server.OrderImportAsync(Plan);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(job)))));
        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(job)));

        var row = await server.JobAsync(job);
        Assert.Equal((JobState.Done, 1), (row.State, row.Attempts));
    }

    [Fact]
    public async Task A_job_that_no_repetition_mends_fails_with_a_reason_and_the_message_is_done_with()
    {
        await using var server = await TriggerServer.StartAsync();
        var job = await server.OrderImportAsync("");

        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(job)));

        var row = await server.JobAsync(job);
        Assert.Equal(JobState.Failed, row.State);
        Assert.Contains("没有任何文字内容", row.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain text 绝密内容")]
    [InlineData("""{"id":1,"t":"绝密内容"}""")]
    [InlineData("""{"job":"绝密内容"}""")]
    [InlineData("")]
    public async Task A_message_that_names_no_job_is_passed_over_and_nothing_of_it_is_logged(string message)
    {
        await using var server = await TriggerServer.StartAsync();

        await server.DoneAsync("Jobs", Payloads.Queue(message));
        await server.DoneAsync("JobsPoison", Payloads.Queue(message));

        Assert.Equal(2, server.Logs.Lines.Count(line => line.Contains("Warning", StringComparison.Ordinal) && line.Contains("names no job", StringComparison.Ordinal)));
        Assert.DoesNotContain(server.Logs.Lines, line => line.Contains("绝密内容", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_about_a_job_that_is_not_there_is_done_with()
    {
        await using var server = await TriggerServer.StartAsync();

        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(Guid.NewGuid())));
        await server.DoneAsync("JobsPoison", Payloads.Queue(Payloads.Message(Guid.NewGuid())));

        Assert.Empty(await server.JobsAsync());
    }

    [Fact]
    public async Task Files_that_do_not_answer_ask_for_another_call_which_then_finds_the_job_free()
    {
        var broken = new BreakingBytes();
        await using var server = await TriggerServer.StartAsync(replace: services => services.AddSingleton<IByteStore>(broken));
        var job = await server.OrderImportAsync(Plan);
        broken.Error = new Azure.RequestFailedException(503, "busy");

        using (var answer = await server.PostAsync("Jobs", Payloads.Queue(Payloads.Message(job))))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            await TriggerServer.AssertJsonAsync(answer);
        }

        Assert.Equal(JobState.Queued, (await server.JobAsync(job)).State);
        broken.Error = null;
        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(job), count: 2));
        Assert.Equal(JobState.Done, (await server.JobAsync(job)).State);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_JSON_and_logged_and_in_the_end_given_up()
    {
        var broken = new BreakingBytes();
        await using var server = await TriggerServer.StartAsync(replace: services => services.AddSingleton<IByteStore>(broken));
        var job = await server.OrderImportAsync(Plan);
        broken.Error = new NotSupportedException("a fault");

        for (var i = 1; i <= TriggerEndpoints.MostDeliveries; i++)
        {
            using var answer = await server.PostAsync("Jobs", Payloads.Queue(Payloads.Message(job), count: i));
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            await TriggerServer.AssertJsonAsync(answer);
        }

        Assert.Contains(server.Logs.Lines, line => line.Contains("Error", StringComparison.Ordinal) && line.Contains("a fault", StringComparison.Ordinal));
        await server.DoneAsync("JobsPoison", Payloads.Queue(Payloads.Message(job), "JobsPoison"));
        var row = await server.JobAsync(job);
        Assert.Equal(JobState.Failed, row.State);
        Assert.Contains("试了 5 次", row.Error, StringComparison.Ordinal);
        Assert.EndsWith("。", row.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_somebody_works_on_is_not_given_up_and_one_that_has_ended_stays_as_it_is()
    {
        await using var server = await TriggerServer.StartAsync();
        var (alive, done) = (await server.AddJobAsync(DateTimeOffset.UtcNow), await server.AddJobAsync(DateTimeOffset.UtcNow));
        await JobBoard.TakeAsync(server.Store, alive, "w", DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1), Stop);
        await JobBoard.CancelAsync(server.Store, done, DateTimeOffset.UtcNow, Stop);

        await server.DoneAsync("JobsPoison", Payloads.Queue(Payloads.Message(alive)));
        await server.DoneAsync("JobsPoison", Payloads.Queue(Payloads.Message(done)));

        Assert.Equal((JobState.Running, JobState.Cancelled), ((await server.JobAsync(alive)).State, (await server.JobAsync(done)).State));
    }

    [Fact]
    public async Task A_job_whose_time_is_over_is_announced_again()
    {
        await using var server = await TriggerServer.StartAsync(replace: services => services.AddSingleton<TimeProvider>(new LeapingTime()));
        var plan = await PlanAsync(server);
        var job = await server.AddJobAsync(DateTimeOffset.UtcNow, row => row.Items.Add(new JobItem { Ordinal = 0, Name = "通知", Request = "{}" }), plan);

        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(job)));

        Assert.Equal([job], server.Announced);
        Assert.Equal(JobState.Queued, (await server.JobAsync(job)).State);
    }

    private static async Task<Guid> PlanAsync(TriggerServer server)
    {
        var import = await server.OrderImportAsync(Plan);
        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(import)));
        return (await server.JobAsync(import)).PlanId;
    }

    // Each look at the clock is an hour after the last.
    private sealed class LeapingTime : TimeProvider
    {
        private long _hours;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(Interlocked.Increment(ref _hours));
    }

    private sealed class BreakingBytes : IByteStore
    {
        private readonly Dictionary<string, byte[]> _kept = [];

        public Exception? Error { get; set; }

        public async Task<(string Hash, long Length)> PutAsync(Stream content, CancellationToken cancellation)
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, cancellation);
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(copy.ToArray()));
            _kept[hash] = copy.ToArray();
            return (hash, copy.Length);
        }

        public Task<Stream?> OpenAsync(string hash, CancellationToken cancellation) =>
            Error is { } error ? Task.FromException<Stream?>(error) : Task.FromResult<Stream?>(_kept.TryGetValue(hash, out var bytes) ? new MemoryStream(bytes) : null);

        public Task<string?> TroubleAsync(CancellationToken cancellation) => Task.FromResult<string?>(null);
    }
}
