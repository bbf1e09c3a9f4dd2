using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Host.Tests.Api;
using YiyuanSafety.Ledger;
using static YiyuanSafety.Host.Tests.Supervision.CycleSteps;

namespace YiyuanSafety.Host.Tests.Supervision;

/// <summary>Letters are issued on a day that fits: theirs, the number's and the answer's.</summary>
public sealed class IssueDayTests
{
    private readonly ManualTime _time = new(new DateTimeOffset(2021, 6, 28, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_day_to_come_takes_no_number_and_another_year_only_when_it_is_meant()
    {
        await using var service = await StartAsync();
        var (plan, letters) = await DraftedAsync(service, "2021-06-20");

        Assert.Contains("还没有到", TestService.Text(await service.PostAsync("letters/issue", new { letters, on = "2021-06-29" }, HttpStatusCode.BadRequest), "detail"), StringComparison.Ordinal);
        await service.PostAsync("letters/issue", new { letters, on = "2022-01-05" }, HttpStatusCode.BadRequest);
        Assert.Contains("2020 年的文号", TestService.Text(await service.PostAsync("letters/issue", new { letters, on = "2020-12-30" }, HttpStatusCode.BadRequest), "detail"), StringComparison.Ordinal);
        Assert.Empty(TestService.Items(await service.GetAsync("numbers")));

        await EndAsync(service, await service.PostAsync("letters/issue", new { letters, on = "2020-12-30", otherYear = true }, HttpStatusCode.Accepted));
        Assert.Equal("源安办函〔2020〕1号", TestService.Text(await LetterAsync(service, plan), "number"));
    }

    [Fact]
    public async Task A_reminder_of_what_is_late_by_now_is_not_issued()
    {
        await using var service = await StartAsync();
        var (_, letters) = await DraftedAsync(service, "2021-06-30");
        _time.Advance(TimeSpan.FromDays(3));

        var refusal = await service.PostAsync("letters/issue", new { letters }, HttpStatusCode.Conflict);

        Assert.Contains("该发督办函", TestService.Text(refusal, "detail"), StringComparison.Ordinal);
        Assert.Empty(TestService.Items(await service.GetAsync("numbers")));
    }

    [Fact]
    public async Task Years_without_known_holidays_are_told_of_up_to_the_last_day_for_an_answer()
    {
        // The shipped calendar ends with 2026.
        _time.Advance(new DateTimeOffset(2026, 12, 30, 2, 0, 0, TimeSpan.Zero) - _time.GetUtcNow());
        await using var service = await StartAsync();
        var text = "沂源县2026年安全生产工作要点\n一、工作重点\n1.开展检查，11月底前完成。（县应急局负责）\n";
        var plan = TestService.Text(await service.ImportAsync(Encoding.UTF8.GetBytes(text), "a.txt"), "planId");
        Assert.Equal("[2027]", (await service.GetAsync($"plans/{plan}/progress"))["unknownYears"]?.ToJsonString());
        await PrepareAsync(service, plan);

        await using var ledger = service.Store.Open();
        var letter = await ledger.Letters.SingleAsync(TestService.Stop);
        var desk = service.Part<LetterDesk>();
        var job = await desk.IssueAsync(ledger, [letter.Id], new IssueTerms(new DateOnly(2026, 12, 30), null, null), new Act("王五", _time.GetUtcNow()), TestService.Stop);
        Assert.Equal([2027], desk.UnknownYears(job));
        job = await desk.IssueAsync(ledger, [letter.Id], new IssueTerms(new DateOnly(2026, 12, 1), null, null), new Act("王五", _time.GetUtcNow()), TestService.Stop);
        Assert.Empty(desk.UnknownYears(job));
    }

    private Task<TestService> StartAsync() => TestService.StartAsync("sqlite", null, services => services.AddSingleton<TimeProvider>(_time));
}
