using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NPOI.SS.UserModel;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Host.Tests.Api;

namespace YiyuanSafety.Host.Tests.Supervision;

/// <summary>What a row visibly says, what comes of it, and who is named for it: nothing is guessed and nothing passes unseen.</summary>
public sealed class AnswerTests
{
    private const string Body = "县应急局";
    private const int Number = 0;
    private const int Key = 1;
    private const int Words = 3;
    private const string Day = "2021-6-25";

    private static readonly string[] Told = ["number", "state", "before", "after", "laterOn"];

    private const string Document = """
        沂源县安全生产委员会
        关于印发《沂源县2021年安全生产工作要点》的通知
        源安委发〔2021〕7号

        沂源县2021年安全生产工作要点

        一、强化责任落实

        1.压实责任。5月底前完成责任清单修订。（县应急局牵头，县住房城乡建设局配合）
        2.每月调度。每月25日前报送工作进展。（县应急局负责）
        3.危化治理。6月20日前完成危化企业评估，指导企业整改。（县应急局牵头，县公安局配合，市生态环境局沂源分局指导）
        """;

    private readonly ManualTime _time = new(new DateTimeOffset(2021, 6, 28, 4, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("1.1", "每月25日前报送工作进展。")]
    [InlineData("2.1", "每月25日前报送工作进展。")]
    [InlineData("2.1", "5月底前完成责任清单修订。")]
    public async Task A_row_that_shows_another_task_than_its_hidden_key_is_listed(string number, string words)
    {
        await using var service = await StartAsync();
        var plan = await ImportAsync(service);
        var sorted = Edit(Reply.Fill(await SheetAsync(service, plan), (0, "已完成", null, "每月进展已报送", Day)), (0, Number, number), (0, Words, words));
        var read = await ReadAsync(service, plan, sorted);
        Assert.Empty(Items(read, "changes"));
        var doubt = Assert.Single(Items(read, "unplaced"));
        Assert.Equal(("reply-mismatch", "县应急局!H5"), (TestService.Text(doubt, "code"), TestService.Text(doubt, "place")));
        Assert.Contains("每月进展已报送", TestService.Text(doubt, "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keyed_row_and_one_with_its_number_alone_must_not_contradict_each_other()
    {
        await using var service = await StartAsync();
        var plan = await ImportAsync(service);
        var sheet = await SheetAsync(service, plan);
        byte[] Added(string state, string? percent, string progress) => Edit(
            Reply.Fill(sheet, (0, "已完成", null, "全部修订", Day), (1, state, percent, progress, Day)), (1, Key, ""), (1, Number, "1.1"), (1, Words, "5月底前完成责任清单修订。"));

        var read = await ReadAsync(service, plan, Added("推进中", "50", "还有三家没有修订"));
        Assert.Empty(Items(read, "changes"));
        Assert.Equal(["reply-conflict 县应急局!H5", "reply-conflict 县应急局!H6"], Codes(read));

        // One that was listed for its state contradicts as well; the same twice does not.
        Assert.Empty(Items(await ReadAsync(service, plan, Added("差不多了", null, "还差一点")), "changes"));
        Assert.Single(Items(await ReadAsync(service, plan, Added("已完成", null, "全部修订")), "changes"));
    }

    [Fact]
    public async Task A_copied_row_does_not_hide_behind_the_key_that_was_copied_along()
    {
        await using var service = await StartAsync();
        var plan = await ImportAsync(service);
        var filled = Reply.Fill(await SheetAsync(service, plan), (0, "已完成", null, "已报", Day), (1, "已完成", null, "已报", Day));
        var key = "";
        Reply.Change(filled, (row, index) => key = index == 0 ? row.GetCell(Key).StringCellValue : key);
        var read = await ReadAsync(service, plan, Edit(filled, (1, Key, key)));
        Assert.Equal("1.1", TestService.Text(Assert.Single(Items(read, "changes")), "number"));
        Assert.Equal(["reply-mismatch 县应急局!H6"], Codes(read));
    }

    [Fact]
    public async Task Words_alone_are_listed_a_percentage_tells_the_state_and_fillers_are_blank()
    {
        await using var service = await StartAsync();
        var plan = await ImportAsync(service);
        var sheet = await SheetAsync(service, plan);
        var read = await ReadAsync(service, plan, Reply.Fill(sheet, (0, "", null, "尚未开展，资金未到位", Day), (1, "/", null, "无", Day), (2, "", "40%", "—", Day)));
        Assert.Equal(["3.1 inProgress"], Items(read, "changes").Select(change => $"{TestService.Text(change, "number")} {TestService.Text(change, "state")}"));
        Assert.Equal("", TestService.Text(Items(read, "changes")[0], "progress"));
        Assert.Equal(["reply-no-state 县应急局!J5"], Codes(read));
        Assert.Equal("1", TestService.Text(read, "blank"));
    }

    [Fact]
    public async Task The_preview_shows_what_will_come_of_a_report()
    {
        await using var service = await StartAsync();
        var plan = await ImportAsync(service);
        var sheet = await SheetAsync(service, plan);
        _time.Advance(TimeSpan.FromDays(3));
        var task = TestService.Text(TestService.Items(await service.GetAsync($"tasks?plan={plan}&limit=1"))[0], "id");
        await service.PostAsync($"plans/{plan}/reports", new { reports = new[] { new { taskId = task, body = Body, state = "inProgress", progress = "电话里说还差两家" } } });

        // Without a day of its own, a row counts as of the day the sheet was made: before what was said on the telephone.
        var filled = Reply.Fill(sheet, (0, "已完成", null, "清单已修订印发", null), (2, "已完成", null, "已评估", null));
        var looked = await ReadAsync(service, plan, filled);
        Assert.Equal(
            ["1.1 done overdue overdue 2021-07-01", "3.1 done overdue done "],
            Items(looked, "changes").Select(one => string.Join(' ', Told.Select(name => TestService.Text(one, name)))));

        await ReadAsync(service, plan, filled, true);
        var parts = TestService.Items(await service.GetAsync($"plans/{plan}/parts?body={Uri.EscapeDataString(Body)}"));
        Assert.Equal(["1.1 overdue", "3.1 done"], parts.Select(part => $"{TestService.Text(part, "number")} {TestService.Text(part, "state")}").Where(one => !one.StartsWith("2.1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_bulletin_names_only_those_who_are_pressed_and_nobody_in_a_task_that_is_done()
    {
        await using var service = await StartAsync();
        var plan = await ImportAsync(service);
        await ReadAsync(service, plan, Reply.Fill(await SheetAsync(service, plan), (2, "已完成", null, "已评估", "2021-6-18")), true);
        var progress = await service.Part<ProgressReader>().LoadAsync(Guid.Parse(plan), TestService.Stop);
        var text = Bulletin(progress);
        Assert.Equal([$"1.1 {Body}", $"2.1 {Body}"], Late(text));
        Assert.Equal([(Body, 1, 2)], text.Bodies.Select(row => (row.Name, row.Counts.Done, row.Counts.Overdue)));
        Assert.Equal((1, 2), (text.Overall.Done, text.Overall.Overdue));
        Assert.Contains("配合、指导单位不计入", Assert.Single(text.Summary), StringComparison.Ordinal);

        // Where the profile presses cooperating bodies: those of tasks that are not done.
        var profile = progress.Request.Profile;
        var wide = Bulletin(progress with { Request = progress.Request with { Profile = profile with { Supervision = profile.Supervision with { PressesCooperating = true } } } });
        Assert.Equal(["1.1 县住房和城乡建设局", $"1.1 {Body}", $"2.1 {Body}"], Late(wide));
        Assert.DoesNotContain(wide.Bodies, row => row.Name is "县公安局" or "市生态环境局沂源分局");
    }

    private static ProgressText Bulletin(PlanProgress progress) => ProgressBulletins.Of(progress, new BulletinChoice(null, true, [])).Order.Progress ?? new();

    private static IEnumerable<string> Late(ProgressText text) => text.Overdue.Select(one => $"{one.Task} {one.Body}").Order(StringComparer.Ordinal);

    private Task<TestService> StartAsync() => TestService.StartAsync("sqlite", null, services => services.AddSingleton<TimeProvider>(_time));

    private static async Task<string> ImportAsync(TestService service) =>
        TestService.Text(await service.ImportAsync(Encoding.UTF8.GetBytes(Document), "要点.txt"), "planId");

    private static Task<byte[]> SheetAsync(TestService service, string plan) => service.Client.GetByteArrayAsync($"plans/{plan}/collect?body={Uri.EscapeDataString(Body)}", TestService.Stop);

    private static Task<JsonNode> ReadAsync(TestService service, string plan, byte[] file, bool apply = false) =>
        service.PostFileAsync($"plans/{plan}/collect?name=a.xlsx&apply={(apply ? "true" : "false")}", file, type: "application/octet-stream");

    private static byte[] Edit(byte[] file, params (int Row, int Column, string Text)[] cells) => Reply.Change(file, (row, index) =>
    {
        foreach (var (_, column, text) in cells.Where(cell => cell.Row == index))
            (row.GetCell(column) ?? row.CreateCell(column, CellType.String)).SetCellValue(text);
    });

    private static List<JsonNode> Items(JsonNode node, string name) => [.. (node[name]?.AsArray() ?? []).OfType<JsonNode>()];

    private static IEnumerable<string> Codes(JsonNode read) => Items(read, "unplaced").Select(doubt => $"{TestService.Text(doubt, "code")} {TestService.Text(doubt, "place")}");
}
