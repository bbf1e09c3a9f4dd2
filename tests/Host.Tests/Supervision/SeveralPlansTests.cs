using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Host.Tests.Api;

namespace YiyuanSafety.Host.Tests.Supervision;

/// <summary>A county may have several plans of a year; only those that a later year's has followed are let go.</summary>
public sealed class SeveralPlansTests
{
    [Theory]
    [InlineData("2021 2021", "2021 2021")]
    [InlineData("2020 2021 2021", "2021 2021")]
    [InlineData("2020", "2020")]
    [InlineData("2019", "")]
    [InlineData("2020 none", "2020 none")]
    public async Task All_plans_of_the_newest_year_are_watched(string years, string watched)
    {
        var time = new ManualTime(new DateTimeOffset(2021, 12, 28, 1, 0, 0, TimeSpan.Zero));
        await using var service = await TestService.StartAsync("sqlite", null, services => services.AddSingleton<TimeProvider>(time));
        foreach (var (year, index) in years.Split(' ').Select((year, index) => (year, index)))
        {
            var title = year == "none" ? "沂源县安全生产专项工作要点" : $"沂源县{year}年安全生产工作要点";
            var text = $"{title}\n一、工作重点\n1.开展第{index}次检查，每月25日前报送。（县应急局负责）\n";
            Assert.Equal("done", TestService.Text(await service.ImportAsync(Encoding.UTF8.GetBytes(text), $"{index}.txt"), "state"));
        }

        await service.Part<DeadlineWatch>().RunAsync(time.GetUtcNow(), TestService.Stop);

        await using var ledger = service.Store.Open();
        var pressed = await ledger.Letters.Select(letter => letter.PlanId).Distinct().ToListAsync(TestService.Stop);
        var plans = await ledger.Plans.OrderBy(plan => plan.Year ?? 9999).ToListAsync(TestService.Stop);
        var noted = await ledger.Audit.Where(entry => entry.Action == DeadlineWatch.Near || entry.Action == DeadlineWatch.Passed).Select(entry => entry.Subject).ToListAsync(TestService.Stop);
        var tasks = await ledger.Tasks.Where(task => noted.Contains(task.Id)).Select(task => task.PlanId).Distinct().ToListAsync(TestService.Stop);
        Assert.Equal(watched, string.Join(' ', plans.Where(plan => pressed.Contains(plan.Id) || tasks.Contains(plan.Id)).Select(plan => plan.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none")));
    }
}
