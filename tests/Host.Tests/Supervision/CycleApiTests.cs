using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Host.Tests.Api;
using YiyuanSafety.Ledger.Records;
using static YiyuanSafety.Host.Tests.Supervision.CycleSteps;

namespace YiyuanSafety.Host.Tests.Supervision;

/// <summary>Reports, states and letters through the API, on both stores.</summary>
public sealed class CycleApiTests
{
    // 8 o'clock in the evening in China, on a Monday.
    private readonly ManualTime _time = new(new DateTimeOffset(2021, 6, 28, 12, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Reports_make_states_and_states_make_figures(string store)
    {
        await using var service = await StartAsync(store);
        var (plan, task) = await PlanAsync(service, "2021-06-30");
        var part = Assert.Single(await PartsAsync(service, plan, task));
        Assert.Equal(("notStarted", "2021-06-30", "printed"), (TestService.Text(part, "state"), TestService.Text(part, "due"), TestService.Text(part, "dueBasis")));
        var before = await service.GetAsync($"plans/{plan}/progress");

        var report = new { reports = new[] { new { taskId = task, body = "县应急局", state = "inProgress", percent = 40, progress = "已排查12家" } } };
        Assert.Equal("1", TestService.Text(await service.PostAsync($"plans/{plan}/reports", report), "added"));
        Assert.Equal("1", TestService.Text(await service.PostAsync($"plans/{plan}/reports", report), "known"));
        _time.Advance(TimeSpan.FromDays(3));
        part = Assert.Single(await PartsAsync(service, plan, task));
        Assert.Equal(("overdue", "1", "40", "已排查12家"), (TestService.Text(part, "state"), TestService.Text(part, "daysLate"), TestService.Text(part, "percent"), TestService.Text(part, "progress")));

        var evidence = await UploadAsync(service, "现场照片.jpg", "picture");
        var done = new { reports = new[] { new { taskId = task, body = "县应急局", state = "done", on = "2021-06-30", progress = "全部完成", evidence } } };
        await service.PostAsync($"plans/{plan}/reports", done);
        part = Assert.Single(await PartsAsync(service, plan, task));
        Assert.Equal(("done", "100", ""), (TestService.Text(part, "state"), TestService.Text(part, "percent"), TestService.Text(part, "due")));
        var after = await service.GetAsync($"plans/{plan}/progress");
        Assert.Equal(Count(before, "done") + 1, Count(after, "done"));
        Assert.Equal(Count(before, "total"), Count(after, "total"));
        var trend = after["figures"]?["trend"]?.AsArray();
        Assert.Equal(["2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30", "2021-05-31", "2021-06-30", "2021-07-01"], trend?.Select(point => TestService.Text(point, "day")));
        Assert.Equal("1", trend?[5]?["counts"]?["done"]?.ToString());

        var history = TestService.Items(await service.GetAsync($"tasks/{task}/reports"));
        Assert.Equal(["done", "inProgress"], history.Select(one => TestService.Text(one, "state")));
        Assert.Equal("picture", await service.Client.GetStringAsync($"reports/{TestService.Text(history[0], "id")}/evidence", TestService.Stop));
        await service.PostAsync($"reports/{TestService.Text(history[0], "id")}/retract", new { reason = "照片不对" });
        Assert.Equal("overdue", TestService.Text(Assert.Single(await PartsAsync(service, plan, task)), "state"));
    }

    [Fact]
    public async Task What_cannot_be_reported_is_refused_and_nothing_is_written()
    {
        await using var service = await StartAsync();
        var (plan, task) = await PlanAsync(service, "2021-06-30");
        object Report(string body = "县应急局", string state = "done", string? on = null, int? percent = null, object? evidence = null, string? id = null) =>
            new { reports = new[] { new { taskId = id ?? task, body, state, on, percent, progress = "", evidence } } };

        await service.PostAsync($"plans/{plan}/reports", Report(body: "县档案馆"), HttpStatusCode.BadRequest);
        await service.PostAsync($"plans/{plan}/reports", Report(on: "2021-06-29"), HttpStatusCode.BadRequest);
        await service.PostAsync($"plans/{plan}/reports", Report(percent: 50), HttpStatusCode.BadRequest);
        await service.PostAsync($"plans/{plan}/reports", Report(id: Guid.NewGuid().ToString()), HttpStatusCode.NotFound);
        await service.PostAsync($"plans/{plan}/reports", Report(evidence: new { name = "a", hash = new string('a', 64), length = 1 }), HttpStatusCode.NotFound);
        await service.PostAsync($"plans/{plan}/reports", Report(evidence: new { name = "a", hash = "../../etc/passwd", length = 1 }), HttpStatusCode.NotFound);
        await service.PostAsync($"plans/{plan}/reports", new { reports = Array.Empty<object>() }, HttpStatusCode.BadRequest);

        await using var ledger = service.Store.Open();
        Assert.Equal(0, await ledger.Reports.CountAsync(TestService.Stop));
    }

    [Fact]
    public async Task The_name_of_evidence_is_a_name_and_no_path()
    {
        await using var service = await StartAsync();
        var (plan, task) = await PlanAsync(service, "2021-06-30");
        var uploaded = await UploadAsync(service, "a.jpg", "picture");
        object Report(string name) => new
        {
            reports = new[] { new { taskId = task, body = "县应急局", state = "inProgress", progress = name, evidence = new { name, hash = TestService.Text(uploaded, "hash"), length = 7 } } },
        };

        await service.PostAsync($"plans/{plan}/reports", Report("../../../etc/cron.d/evil.jpg"));
        await service.PostAsync($"plans/{plan}/reports", Report(@"..\..\现场.jpg"));
        await service.PostAsync($"plans/{plan}/reports", Report("佐证/.."), HttpStatusCode.BadRequest);

        Assert.Equal(["evil.jpg", "现场.jpg"], TestService.Items(await service.GetAsync($"tasks/{task}/reports")).Select(report => TestService.Text(report, "evidenceName")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_letter_goes_its_way_from_proposal_to_close(string store)
    {
        await using var service = await StartAsync(store);
        var (plan, task) = await PlanAsync(service, "2021-06-30");
        await MuteAsync(service, plan, task);
        Assert.Equal(["reminder 县应急局"], await ProposalsAsync(service, plan));

        // Reminded on 28 June; five working days on is 5 July.
        var reminder = await LetterAsync(service, await PrepareAsync(service, plan));
        Assert.Equal(("drafted", "reminder", ""), (TestService.Text(reminder, "state"), TestService.Text(reminder, "step"), TestService.Text(reminder, "number")));
        Assert.Empty(await ProposalsAsync(service, plan));
        await EndAsync(service, await service.PostAsync("letters/issue", new { letters = new[] { TestService.Text(reminder, "id") } }, HttpStatusCode.Accepted));
        reminder = await LetterAsync(service, plan);
        Assert.Equal(("issued", "源安办函〔2021〕1号", "2021-06-28", "2021-07-05"), (TestService.Text(reminder, "state"), TestService.Text(reminder, "number"), TestService.Text(reminder, "issuedOn"), TestService.Text(reminder, "replyBy")));

        // Late: pressed for, and the letter cites the reminder.
        _time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(["supervision 县应急局"], await ProposalsAsync(service, plan));
        var letter = await LetterAsync(service, await PrepareAsync(service, plan));
        var id = TestService.Text(letter, "id");
        await service.PostAsync($"letters/{id}/reply", new { }, HttpStatusCode.Conflict);
        await EndAsync(service, await service.PostAsync("letters/issue", new { letters = new[] { id } }, HttpStatusCode.Accepted));
        await service.PostAsync("letters/issue", new { letters = new[] { id } }, HttpStatusCode.Conflict);
        letter = await LetterAsync(service, plan);
        Assert.Equal(("issued", "源安办函〔2021〕2号", "2021-07-08"), (TestService.Text(letter, "state"), TestService.Text(letter, "number"), TestService.Text(letter, "replyBy")));
        Assert.Contains("源安办函〔2021〕1号", await WordsAsync(service, letter), StringComparison.Ordinal);
        Assert.Contains("2021年7月8日", await WordsAsync(service, letter), StringComparison.Ordinal);

        // No answer in time: under public watch, by the committee.
        _time.Advance(TimeSpan.FromDays(8));
        Assert.Equal("true", TestService.Text(await LetterAsync(service, plan), "isLate"));
        Assert.Equal(["listed 县应急局"], await ProposalsAsync(service, plan));
        var listed = await LetterAsync(service, await PrepareAsync(service, plan));
        await EndAsync(service, await service.PostAsync("letters/issue", new { letters = new[] { TestService.Text(listed, "id") } }, HttpStatusCode.Accepted));
        listed = await LetterAsync(service, plan);
        Assert.Equal(("源安委发〔2021〕8号", "2021-07-23"), (TestService.Text(listed, "number"), TestService.Text(listed, "replyBy")));

        // The answer settles the letters and the task.
        var file = await UploadAsync(service, "复函.docx", "reply");
        listed = await service.PostAsync($"letters/{TestService.Text(listed, "id")}/reply", new { text = "已全部完成", file, done = new[] { task } });
        Assert.Equal(("closed", "2021-07-09", "2021-07-09"), (TestService.Text(listed, "state"), TestService.Text(listed, "repliedOn"), TestService.Text(listed, "closedOn")));
        Assert.Equal("done", TestService.Text(Assert.Single(await PartsAsync(service, plan, task)), "state"));
        Assert.Equal("reply", await service.Client.GetStringAsync($"letters/{TestService.Text(listed, "id")}/reply", TestService.Stop));
        await service.PostAsync($"letters/{TestService.Text(listed, "id")}/withdraw", new { reason = "x" }, HttpStatusCode.Conflict);
        Assert.Empty(await ProposalsAsync(service, plan));
    }

    [Fact]
    public async Task A_draft_that_presses_for_what_was_reported_meanwhile_is_not_issued()
    {
        await using var service = await StartAsync();
        var (plan, task) = await PlanAsync(service, "2021-06-20");
        await MuteAsync(service, plan, task);
        var letter = await LetterAsync(service, await PrepareAsync(service, plan));
        await service.PostAsync($"plans/{plan}/reports", new { reports = new[] { new { taskId = task, body = "县应急局", state = "done", progress = "完成" } } });
        var refusal = await service.PostAsync("letters/issue", new { letters = new[] { TestService.Text(letter, "id") } }, HttpStatusCode.Conflict);
        Assert.Contains("已经反馈", TestService.Text(refusal, "detail"), StringComparison.Ordinal);
        await using var ledger = service.Store.Open();
        Assert.Equal(0, await ledger.Numbers.CountAsync(TestService.Stop));
    }

    [Fact]
    public async Task A_draft_that_somebody_typed_in_is_issued_without_the_words_only_when_that_is_said()
    {
        var share = Directory.CreateTempSubdirectory("share-");
        try
        {
            await using var service = await TestService.StartAsync("sqlite", settings => settings with { Drives = [new DriveSettings("共享", share.FullName, null, WhenOther.Number)] }, services => services.AddSingleton<TimeProvider>(_time));
            var (plan, task) = await PlanAsync(service, "2021-06-30");
            await MuteAsync(service, plan, task);
            var letter = await LetterAsync(service, await PrepareAsync(service, plan));
            var paper = $"documents/{TestService.Text(letter, "documentId")}/file";
            var typed = WordFile.Edited(await service.Client.GetByteArrayAsync(paper, TestService.Stop), "县应急局", "县应急局领导");
            await EndAsync(service, await service.PostFileAsync("papers/filing?drive=共享&folder=函", typed, HttpStatusCode.Accepted));

            var letters = new[] { TestService.Text(letter, "id") };
            var refused = await service.PostAsync("letters/issue", new { letters }, HttpStatusCode.Conflict);
            Assert.Equal("hand-edited", TestService.Text(refused, "code"));
            Assert.Equal(("drafted", ""), (TestService.Text(await LetterAsync(service, plan), "state"), TestService.Text(await LetterAsync(service, plan), "number")));

            await EndAsync(service, await service.PostAsync("letters/issue", new { letters, replaceHandEdits = true }, HttpStatusCode.Accepted));
            letter = await LetterAsync(service, plan);
            Assert.Equal(("issued", "源安办函〔2021〕1号"), (TestService.Text(letter, "state"), TestService.Text(letter, "number")));
            Assert.DoesNotContain("县应急局领导", await WordsAsync(service, letter), StringComparison.Ordinal);
            Assert.Contains("县应急局领导", WordFile.Text(await service.Client.GetByteArrayAsync(paper + "?revision=2", TestService.Stop)), StringComparison.Ordinal);
        }
        finally
        {
            share.Delete(true);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_program_prepares_drafts_keeps_them_right_and_issues_nothing(string store)
    {
        await using var service = await StartAsync(store);
        var (plan, task) = await PlanAsync(service, "2021-06-30");
        await MuteAsync(service, plan, task);
        await SweepAsync(service);
        await SweepAsync(service);
        var reminder = await LetterAsync(service, plan);
        Assert.Equal(("drafted", "reminder", LetterDesk.Program), (TestService.Text(reminder, "state"), TestService.Text(reminder, "step"), TestService.Text(reminder, "by")));

        // When the day has passed the reminder is of no use: it makes room for a letter that presses.
        _time.Advance(TimeSpan.FromDays(3));
        await SweepAsync(service);
        await SweepAsync(service);
        Assert.Equal(["supervision drafted", "reminder withdrawn"], (await LettersAsync(service, plan)).Select(letter => $"{TestService.Text(letter, "step")} {TestService.Text(letter, "state")}"));

        // Reported in time: nothing is left to be sent.
        await service.PostAsync($"plans/{plan}/reports", new { reports = new[] { new { taskId = task, body = "县应急局", state = "done", progress = "完成" } } });
        await SweepAsync(service);
        Assert.All(await LettersAsync(service, plan), letter => Assert.Equal("withdrawn", TestService.Text(letter, "state")));
        await using var ledger = service.Store.Open();
        Assert.Equal(0, await ledger.Numbers.CountAsync(TestService.Stop));
        Assert.Equal(0, await ledger.Papers.CountAsync(paper => paper.State == PaperState.Issued, TestService.Stop));
    }

    [Fact]
    public async Task What_a_person_prepared_is_left_alone_by_the_program()
    {
        await using var service = await StartAsync();
        var (plan, task) = await PlanAsync(service, "2021-06-30");
        await MuteAsync(service, plan, task);
        await PrepareAsync(service, plan);
        _time.Advance(TimeSpan.FromDays(3));
        await SweepAsync(service);
        Assert.Equal(["supervision drafted", "reminder drafted"], (await LettersAsync(service, plan)).Select(letter => $"{TestService.Text(letter, "step")} {TestService.Text(letter, "state")}"));
    }

    private Task<TestService> StartAsync(string store = "sqlite") => TestService.StartAsync(store, null, services => services.AddSingleton<TimeProvider>(_time));
}
