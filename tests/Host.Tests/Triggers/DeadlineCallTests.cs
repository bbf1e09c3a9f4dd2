using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Tests.Triggers;

public sealed class DeadlineCallTests
{
    private readonly ManualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _time.GetUtcNow();

    [Fact]
    public async Task Jobs_that_wait_or_whose_worker_is_gone_are_announced_again_and_no_others()
    {
        await using var server = await StartAsync();
        var old = await server.AddJobAsync(Now.AddMinutes(-5));
        var fresh = await server.AddJobAsync(Now);
        var (alive, gone) = (await server.AddJobAsync(Now.AddMinutes(-4)), await server.AddJobAsync(Now.AddMinutes(-3)));
        await JobBoard.TakeAsync(server.Store, alive, "w", Now, TimeSpan.FromMinutes(1), Stop);
        await JobBoard.TakeAsync(server.Store, gone, "w", Now.AddMinutes(-3), TimeSpan.FromMinutes(1), Stop);
        await JobBoard.CancelAsync(server.Store, await server.AddJobAsync(Now.AddMinutes(-9)), Now, Stop);

        await server.DoneAsync("Deadlines", Payloads.Timer);

        Assert.Equal([old, gone], server.Announced);
        Assert.NotEqual(fresh, alive);
    }

    [Fact]
    public async Task Answers_are_forgotten_after_a_day()
    {
        await using var server = await StartAsync();
        await server.ReadyAsync();
        await using (var ledger = server.Store.Open())
        {
            ledger.AnsweredCalls.Add(new AnsweredCall { Key = "old", Asked = "", At = Now.AddHours(-25) });
            ledger.AnsweredCalls.Add(new AnsweredCall { Key = "young", Asked = "", At = Now.AddHours(-23) });
            await ledger.SaveChangesAsync(Stop);
        }

        await server.DoneAsync("Deadlines", Payloads.Timer);

        await using var after = server.Store.Open();
        Assert.Equal(["young"], await after.AnsweredCalls.Select(call => call.Key).ToListAsync(Stop));
    }

    [Fact]
    public async Task Days_that_come_near_or_have_passed_are_written_down_once_each()
    {
        // In China it is 5 March, 16 o'clock.
        await using var server = await StartAsync();
        var task = await TaskAsync(server, new(2021, 3, 4), new(2021, 3, 5), new(2021, 3, 12), new(2021, 3, 13), null);

        await server.DoneAsync("Deadlines", Payloads.Timer);
        await server.DoneAsync("Deadlines", Payloads.Timer);
        Assert.Equal(["deadline.passed 2021-03-04", "deadline.near 2021-03-05", "deadline.near 2021-03-12"], await DaysAsync(server, task));

        // Eight hours on it is the 6th there, while it is the 5th in Greenwich.
        _time.Advance(TimeSpan.FromHours(8));
        await server.DoneAsync("Deadlines", Payloads.Timer);
        Assert.Equal(["deadline.passed 2021-03-05", "deadline.near 2021-03-13"], (await DaysAsync(server, task)).Skip(3));
    }

    [Fact]
    public async Task A_task_that_a_revision_dropped_has_no_days()
    {
        await using var server = await StartAsync();
        var task = await TaskAsync(server, new DateOnly(2021, 3, 4));
        await using (var ledger = server.Store.Open())
        {
            (await ledger.Tasks.SingleAsync(Stop)).State = TaskState.Closed;
            await ledger.SaveChangesAsync(Stop);
        }

        await server.DoneAsync("Deadlines", Payloads.Timer);

        Assert.Empty(await DaysAsync(server, task));
    }

    [Fact]
    public async Task Sweeps_at_the_same_moment_come_to_one()
    {
        await using var server = await StartAsync();
        var task = await TaskAsync(server, new DateOnly(2021, 3, 4));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.DoneAsync("Deadlines", Payloads.Timer)));

        Assert.Single(await DaysAsync(server, task));
    }

    private Task<TriggerServer> StartAsync() => TriggerServer.StartAsync(replace: services => services.AddSingleton<TimeProvider>(_time));

    private static async Task<Guid> TaskAsync(TriggerServer server, params DateOnly?[] days)
    {
        await server.ReadyAsync();
        await using var ledger = server.Store.Open();
        var task = new WorkTask("1.1", "1", 1, "", "", "开展检查", "县应急局负责", [new Party(PartyRole.Lead, "县应急局", "县应急局", BodyKind.Department, false)])
        {
            Deadlines = [.. days.Select(day => new Deadline("限期", day))],
        };
        var document = new WorkPointsDocument(new DocumentInfo("清水县2021年安全生产工作要点", null, null, 2021), [], [task], [], []);
        var act = new Act("测试", DateTimeOffset.UnixEpoch);
        await Importer.ImportAsync(ledger, Guid.NewGuid(), true, document, new SourceFile("要点.docx", new string('a', 64), 1), "清水县", act, Stop);
        return await ledger.Tasks.Select(one => one.Id).SingleAsync(Stop);
    }

    private static async Task<List<string>> DaysAsync(TriggerServer server, Guid task)
    {
        await using var ledger = server.Store.Open();
        return await ledger.Audit.Where(entry => entry.Subject == task && (entry.Action == DeadlineWatch.Near || entry.Action == DeadlineWatch.Passed)).OrderBy(entry => entry.Id)
            .Select(entry => entry.Action + " " + entry.After).ToListAsync(Stop);
    }
}
