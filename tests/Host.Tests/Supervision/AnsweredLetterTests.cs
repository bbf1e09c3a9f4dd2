using System.Net;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Host.Tests.Api;
using static YiyuanSafety.Host.Tests.Supervision.CycleSteps;

namespace YiyuanSafety.Host.Tests.Supervision;

/// <summary>What follows when a body answers a letter: what later letters say of it, and what is pressed for next.</summary>
public sealed class AnsweredLetterTests
{
    private readonly ManualTime _time = new(new DateTimeOffset(2021, 6, 28, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task An_answer_that_leaves_tasks_open_closes_the_letter_only_when_that_is_said()
    {
        await using var service = await StartAsync();
        var (plan, letters) = await DraftedAsync(service, "2021-06-20");
        await EndAsync(service, await service.PostAsync("letters/issue", new { letters }, HttpStatusCode.Accepted));

        var replied = await service.PostAsync($"letters/{letters[0]}/reply", new { text = "已完成" });
        Assert.Equal(("replied", "true"), (TestService.Text(replied, "state"), TestService.Text(replied["matters"]?[0], "isOpen")));

        // The answer came on the day of the letter: the seven days until its reply day count from then.
        _time.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await ProposalsAsync(service, plan));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["listed 县应急局"], await ProposalsAsync(service, plan));

        Assert.Equal("closed", TestService.Text(await service.PostAsync($"letters/{letters[0]}/reply", new { text = "请予延期", closes = true }), "state"));
        Assert.Empty(await ProposalsAsync(service, plan));
        _time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(["supervision 县应急局"], await ProposalsAsync(service, plan));
    }

    [Fact]
    public async Task A_letter_says_of_the_reminder_what_is_true_on_its_own_day()
    {
        await using var service = await StartAsync();
        var (plan, letters) = await DraftedAsync(service, "2021-06-30");
        await EndAsync(service, await service.PostAsync("letters/issue", new { letters }, HttpStatusCode.Accepted));

        // Late on 1 July, while the answer to the reminder may come until 5 July.
        _time.Advance(TimeSpan.FromDays(3));
        await PrepareAsync(service, plan);
        var draft = await LetterAsync(service, plan);
        Assert.Contains("源安办函〔2021〕1号", await WordsAsync(service, draft), StringComparison.Ordinal);
        Assert.DoesNotContain("未收到", await WordsAsync(service, draft), StringComparison.Ordinal);

        // It comes before the letter goes out.
        await service.PostAsync($"letters/{letters[0]}/reply", new { text = "正在收尾" });
        await EndAsync(service, await service.PostAsync("letters/issue", new { letters = new[] { TestService.Text(draft, "id") } }, HttpStatusCode.Accepted));
        var words = await WordsAsync(service, await LetterAsync(service, plan));
        Assert.DoesNotContain("未收到", words, StringComparison.Ordinal);
        Assert.Contains("虽有反馈", words, StringComparison.Ordinal);
    }

    private Task<TestService> StartAsync() => TestService.StartAsync("sqlite", null, services => services.AddSingleton<TimeProvider>(_time));
}
