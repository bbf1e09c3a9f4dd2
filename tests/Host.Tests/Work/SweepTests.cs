using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Host.Tests.Api;
using YiyuanSafety.Host.Work;

namespace YiyuanSafety.Host.Tests.Work;

/// <summary>The sweep on both stores; what it does in detail is tested where Azure Functions calls it.</summary>
public sealed class SweepTests
{
    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task Swept_twice_and_by_several_at_once_each_day_is_written_down_once(string store)
    {
        // The first of July: both days have passed.
        var time = new ManualTime(new DateTimeOffset(2021, 7, 1, 0, 0, 0, TimeSpan.Zero));
        await using var service = await TestService.StartAsync(store, null, services => services.AddSingleton<TimeProvider>(time));
        var plan = await service.ImportSampleAsync();
        var edited = new List<string>();
        foreach (var task in TestService.Items(await service.GetAsync($"tasks?plan={plan}&limit=3")))
        {
            edited.Add(TestService.Text(task, "id"));
            var edit = new { reason = "测试", deadlines = new[] { new { text = "3月底前", due = "2021-03-31" }, new { text = "6月底前", due = "2021-06-30" } } };
            await service.SendAsync(HttpMethod.Patch, $"tasks/{TestService.Text(task, "id")}", edit, System.Net.HttpStatusCode.OK, ("If-Match", $"\"{task["version"]}\""));
        }

        var sweep = service.Part<Sweep>();
        await sweep.RunAsync(TestService.Stop);
        var first = await EntriesAsync(service);
        var own = first.FindAll(entry => edited.Exists(task => entry.Contains(task, StringComparison.Ordinal)));
        Assert.Equal(6, own.Count);
        Assert.All(own, entry => Assert.StartsWith(DeadlineWatch.Passed, entry, StringComparison.Ordinal));

        // Where several look at the same moment, the store may turn all but one away; they come again.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await sweep.RunAsync(TestService.Stop);
            }
            catch (Exception e) when (e is DbUpdateException or System.Data.Common.DbException or InvalidOperationException)
            {
                // Told and tried again by whoever calls.
            }
        })));
        Assert.Equal(first, await EntriesAsync(service));
    }

    private static async Task<List<string>> EntriesAsync(TestService service)
    {
        await using var ledger = service.Store.Open();
        var entries = await ledger.Audit.AsNoTracking().Where(entry => entry.Action == DeadlineWatch.Passed || entry.Action == DeadlineWatch.Near).ToListAsync(TestService.Stop);
        return [.. entries.Select(entry => $"{entry.Action} {entry.Subject} {entry.After}").Order(StringComparer.Ordinal)];
    }
}
