using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Tests;

public sealed class JobTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => Some.Act.At;

    public static TheoryData<string> Stores => TestLedger.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_job_is_taken_by_one_worker(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        for (var i = 0; i < 20; i++)
            await AddAsync(on);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            var mine = new List<Guid>();
            while (await JobBoard.TakeNextAsync(on.Store, $"w{worker}", Now, Lease, Stop) is { } job)
                mine.Add(job.Id);
            return mine;
        }));

        Assert.Equal(20, taken.Sum(mine => mine.Count));
        Assert.Equal(20, taken.SelectMany(mine => mine).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_job_whose_worker_is_gone_is_taken_over_and_the_old_worker_learns_it(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var id = await AddAsync(on);
        await JobBoard.TakeNextAsync(on.Store, "old", Now, Lease, Stop);

        Assert.Null(await JobBoard.TakeNextAsync(on.Store, "new", Now, Lease, Stop));
        var later = Now + Lease + Lease;
        Assert.Equal(id, (await JobBoard.TakeNextAsync(on.Store, "new", later, Lease, Stop))?.Id);

        Assert.False(await JobBoard.KeepAsync(on.Store, id, "old", later + Lease, "通知", Stop));
        Assert.False(await JobBoard.EndAsync(on.Store, id, "old", later, "", "", Stop));
        Assert.True(await JobBoard.KeepAsync(on.Store, id, "new", later + Lease, "通知", Stop));
        Assert.True(await JobBoard.EndAsync(on.Store, id, "new", later, "", "", Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_job_that_kills_every_worker_fails_in_the_end(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var id = await AddAsync(on);
        var now = Now;
        for (var i = 0; i < JobBoard.MostAttempts; i++, now += Lease + Lease)
            Assert.NotNull(await JobBoard.TakeNextAsync(on.Store, "w", now, Lease, Stop));

        Assert.Null(await JobBoard.TakeNextAsync(on.Store, "w", now, Lease, Stop));

        var job = await JobAsync(on, id);
        Assert.Equal(JobState.Failed, job.State);
        Assert.Contains("每次都中断", job.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_failed_item_fails_the_job_at_its_end_and_only_it_is_tried_again(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var id = await AddAsync(on, "一", "二", "三");
        await JobBoard.TakeNextAsync(on.Store, "w", Now, Lease, Stop);
        await ItemAsync(on, id, 0, JobState.Done, "");
        await ItemAsync(on, id, 1, JobState.Failed, "模板有误。");
        await ItemAsync(on, id, 2, JobState.Done, "");
        await JobBoard.EndAsync(on.Store, id, "w", Now, "", "", Stop);

        Assert.Equal((JobState.Failed, "3项中有1项没有做成，可以重试。"), await StateAsync(on, id));
        await JobBoard.RetryAsync(on.Store, id, Stop);

        var again = await JobBoard.TakeNextAsync(on.Store, "w", Now, Lease, Stop);
        Assert.Equal([JobState.Done, JobState.Queued, JobState.Done], again?.Items.Select(item => item.State));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_running_job_is_stopped_by_its_worker_and_a_waiting_one_at_once(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var (running, waiting) = (await AddAsync(on, "一", "二"), await AddAsync(on, "三"));
        await JobBoard.TakeAsync(on.Store, running, "w", Now, Lease, Stop);
        await ItemAsync(on, running, 0, JobState.Done, "");
        foreach (var id in new[] { running, waiting })
            await JobBoard.CancelAsync(on.Store, id, Now, Stop);

        Assert.Equal(JobState.Cancelled, (await StateAsync(on, waiting)).State);
        Assert.False(await JobBoard.KeepAsync(on.Store, running, "w", Now + Lease, "", Stop));
        await JobBoard.EndAsync(on.Store, running, "w", Now, "", "", Stop);
        var job = await JobAsync(on, running);
        Assert.Equal(JobState.Cancelled, job.State);
        Assert.Equal([JobState.Done, JobState.Cancelled], job.Items.OrderBy(item => item.Ordinal).Select(item => item.State));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_job_is_there_only_with_what_asked_for_it(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        await using (var ledger = on.Store.Open())
        {
            await using var transaction = await ledger.Database.BeginTransactionAsync(Stop);
            JobBoard.Add(ledger, "draft", Guid.Empty, "{}", [], Some.Act);
            await ledger.SaveChangesAsync(Stop);
            await transaction.RollbackAsync(Stop);
        }

        Assert.Null(await JobBoard.TakeNextAsync(on.Store, "w", Now, Lease, Stop));
    }

    private static async Task<Guid> AddAsync(TestLedger on, params string[] items)
    {
        await using var ledger = on.Store.Open();
        var job = JobBoard.Add(ledger, "draft", Guid.Empty, "{}", items.Select(item => (item, "{}")), Some.Act);
        await ledger.SaveChangesAsync(Stop);
        return job.Id;
    }

    private static async Task ItemAsync(TestLedger on, Guid id, int ordinal, JobState state, string error)
    {
        await using var ledger = on.Store.Open();
        await JobBoard.EndItemAsync(ledger, id, ordinal, state, error, null, Stop);
        await ledger.SaveChangesAsync(Stop);
    }

    private static async Task<Job> JobAsync(TestLedger on, Guid id)
    {
        await using var ledger = on.Store.Open();
        return await ledger.Jobs.Include(job => job.Items).SingleAsync(job => job.Id == id, Stop);
    }

    private static async Task<(JobState State, string Error)> StateAsync(TestLedger on, Guid id)
    {
        var job = await JobAsync(on, id);
        return (job.State, job.Error);
    }
}
