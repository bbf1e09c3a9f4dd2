using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Host.Tests.Api;
using YiyuanSafety.Host.Work;

namespace YiyuanSafety.Host.Tests.Supervision;

/// <summary>
/// A year on the sample, in a common year and in a leap year, with the clock set around the ends of months, the leap day and the last
/// midnight: import, allocation, three rounds of messy workbooks, reminder, letters, answers, bulletin, archive, restore.
/// </summary>
public sealed class YearTests
{
    private const string Safety = "县应急局";
    private const string Housing = "县住房和城乡建设局";
    private const string Traffic = "县交通运输局";
    private static readonly string[] Next = ["抓紧收尾。"];

    [Theory]
    [InlineData(2021, "2021-02-28", "2021-05-06")]
    [InlineData(2024, "2024-02-29", "2024-05-07")]
    public async Task A_year_of_supervision(int year, string endOfFebruary, string replyOverMayDay)
    {
        var time = new ManualTime(new DateTimeOffset(year, 1, 10, 1, 0, 0, TimeSpan.Zero));
        await using var service = await TestService.StartAsync("sqlite", null, services => services.AddSingleton<TimeProvider>(time));
        var cycle = new Cycle(service, time);

        // January: the document comes in and is handed out.
        var plan = await cycle.ImportAsync(year);
        var papers = await service.DraftAsync(new { plan, date = $"{year}-01-10" });
        Assert.Equal("done", TestService.Text(papers, "state"));
        Assert.Equal("34", TestService.Text(await service.GetAsync($"documents?plan={plan}&limit=1"), "total"));
        var all = await cycle.CountAsync("total");
        Assert.Equal(all, await cycle.CountAsync("notStarted"));

        // Three tasks are followed; all others are put aside, so that every figure below is exact.
        var (a, b, c) = (await cycle.SetAsync(0, Safety, "2月底前", endOfFebruary), await cycle.SetAsync(1, Housing, "6月底前", $"{year}-06-30"), await cycle.SetAsync(2, Traffic, "每月25日前", null));
        await cycle.MuteAsync([a, b, c]);
        all = await cycle.CountAsync("total");
        Assert.Equal((all - 3, 0, 3), (await cycle.CountAsync("notApplicable"), await cycle.CountAsync("overdue"), await cycle.CountAsync("notStarted")));

        // The last second of February, and the next one.
        cycle.Set($"{endOfFebruary}T23:59:59");
        Assert.Equal("notStarted 0", await cycle.StandsAsync(a));
        cycle.Set($"{year}-03-01T00:00:00");
        Assert.Equal("overdue 1", await cycle.StandsAsync(a));
        Assert.Equal($"overdue {(year == 2024 ? 36 : 35)}", await cycle.StandsAsync(c));

        // First round: rows moved, a renamed file, a key lost, a day typed as text.
        var sheet = await cycle.SheetAsync(Safety);
        Assert.Equal((1, 0), await cycle.CollectAsync(Reply.Fill(sheet, (Cycle.RowOf(sheet, a), "正在推进", "50%", "已排查一半", $"{year}.3.1"))));
        sheet = await cycle.SheetAsync(Housing);
        Assert.Equal((1, 0), await cycle.CollectAsync(Reply.Change(Reply.Fill(sheet, (Cycle.RowOf(sheet, b), "推进中", "０.３", "已部署", "3月1日")), (row, _) => row.GetCell(1)?.SetCellValue("")), "新建 工作表(1).xlsx"));
        sheet = await cycle.SheetAsync(Traffic);
        Assert.Equal((1, 0), await cycle.CollectAsync(Reply.Fill(sheet, (Cycle.RowOf(sheet, c), "√", null, "本月已检查", $"{year}年3月1日"))));
        Assert.Equal(("overdue 1", "inProgress 0", "inProgress 0"), (await cycle.StandsAsync(a), await cycle.StandsAsync(b), await cycle.StandsAsync(c)));
        Assert.Equal((1, 2, 0), (await cycle.CountAsync("overdue"), await cycle.CountAsync("inProgress"), await cycle.CountAsync("done")));

        // Pressed for, with five working days; no answer; under public watch.
        Assert.Equal([$"supervision {Safety}"], await cycle.ProposalsAsync());
        await cycle.PrepareAndIssueAsync();
        Assert.Equal(($"源安办函〔{year}〕1号", $"{year}-03-08"), await cycle.NewestLetterAsync("number", "replyBy"));
        cycle.Set($"{year}-03-08T23:59:59");
        Assert.Empty(await cycle.ProposalsAsync());
        cycle.Set($"{year}-03-09T00:00:00");
        Assert.Equal([$"listed {Safety}"], await cycle.ProposalsAsync());
        await cycle.PrepareAndIssueAsync();

        // The work points themselves bear 7号 of that series.
        Assert.Equal($"源安委发〔{year}〕8号", (await cycle.NewestLetterAsync("number", "replyBy")).Item1);

        // Second round: done at last, and the letters are answered.
        cycle.Set($"{year}-04-10T10:00:00");
        sheet = await cycle.SheetAsync(Safety);
        Assert.Equal((1, 0), await cycle.CollectAsync(Reply.Fill(sheet, (Cycle.RowOf(sheet, a), "已办结", "100", "全部完成", $"{year}-4-9"))));
        await cycle.ReplyAllAsync("已完成整改");
        Assert.Equal("done 0", await cycle.StandsAsync(a));
        Assert.Equal(2, await cycle.CountLettersAsync("closed"));

        // The program reminds of the 25th by itself, as a draft; a person issues it.
        cycle.Set($"{year}-04-19T09:00:00");
        await cycle.SweepAsync();
        await cycle.SweepAsync();
        Assert.Equal(("reminder", "drafted"), await cycle.NewestLetterAsync("step", "state"));
        await cycle.IssueAsync();
        Assert.Equal($"源安办函〔{year}〕2号", (await cycle.NewestLetterAsync("number", "replyBy")).Item1);
        cycle.Set($"{year}-04-25T23:59:59");
        Assert.Equal("inProgress 0", await cycle.StandsAsync(c));
        cycle.Set($"{year}-04-26T00:00:00");
        Assert.Equal("overdue 1", await cycle.StandsAsync(c));
        await cycle.SweepAsync();
        await cycle.IssueAsync();
        Assert.Equal(($"源安办函〔{year}〕3号", replyOverMayDay), await cycle.NewestLetterAsync("number", "replyBy"));
        cycle.Set($"{year}-04-30T09:00:00");
        await cycle.ReplyAllAsync("4月已检查", c);
        Assert.Equal("inProgress 0", await cycle.StandsAsync(c));

        // Third round: two sheets read twice and in the other order.
        cycle.Set($"{year}-06-25T18:00:00");
        sheet = Reply.Fill(await cycle.SheetAsync(Housing), (Cycle.RowOf(await cycle.SheetAsync(Housing), b), "完成", null, "@完成", "６月２５日"));
        var other = Reply.Fill(await cycle.SheetAsync(Traffic), (Cycle.RowOf(await cycle.SheetAsync(Traffic), c), "已完成", null, "6月已检查", null));
        Assert.Equal((1, 0), await cycle.CollectAsync(other));
        Assert.Equal((1, 0), await cycle.CollectAsync(sheet));
        Assert.Equal((0, 0), await cycle.CollectAsync(other));
        Assert.Equal((0, 0), await cycle.CollectAsync(sheet));
        Assert.Equal((2, 1, 0, all - 3), (await cycle.CountAsync("done"), await cycle.CountAsync("inProgress"), await cycle.CountAsync("overdue"), await cycle.CountAsync("notApplicable")));

        // Half of the year: the bulletin tells the figures, and keeps to the standard.
        cycle.Set($"{year}-07-01T08:00:00");
        await cycle.EndAsync(await service.PostAsync($"plans/{plan}/bulletin", new { on = $"{year}-07-01", ranked = true, requirements = Next, number = true }, HttpStatusCode.Accepted));
        var bulletin = TestService.Items(await service.GetAsync($"documents?plan={plan}&kind=progress-bulletin"))[0];
        Assert.Equal($"源安委办发〔{year}〕1号", TestService.Text(bulletin, "number"));
        var docx = await service.Client.GetByteArrayAsync($"documents/{TestService.Text(bulletin, "id")}/file", TestService.Stop);
        Assert.Contains("已完成2", new string([.. WordFile.Text(docx).Where(letter => !char.IsWhiteSpace(letter))]).Replace("</w:t></w:r><w:r><w:t>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var checkedPaper = await service.PostFileAsync("papers/check?name=a.docx", docx);
        Assert.True(TestService.Text(checkedPaper, "errors") == "0", checkedPaper.ToJsonString());

        // The last second of the year, and the first of the next.
        cycle.Set($"{year}-12-31T23:59:59");
        Assert.Equal("overdue 159", await cycle.StandsAsync(c));
        cycle.Set($"{year + 1}-01-01T00:00:00");
        Assert.Equal("overdue 160", await cycle.StandsAsync(c));
        await cycle.SweepAsync();
        Assert.Equal(("supervision", "drafted"), await cycle.NewestLetterAsync("step", "state"));

        // Into the cupboard and back, on another machine, whose limit for a single file is smaller: everything is there, and numbers go on.
        var archive = await service.Client.GetByteArrayAsync($"plans/{plan}/archive.zip", TestService.Stop);
        await using var fresh = await TestService.StartAsync(
            change: settings => settings with { Limits = new() { MaxUploadBytes = archive.Length / 2 } }, parts: services => services.AddSingleton<TimeProvider>(time));
        await fresh.PostFileAsync("archives", archive, type: "application/octet-stream");
        foreach (var path in new[] { $"plans/{plan}/progress", $"plans/{plan}/parts?limit=500", $"plans/{plan}/letters?limit=500", $"documents?plan={plan}&limit=500", $"tasks?plan={plan}&limit=500", $"numbers?limit=500" })
            Assert.Equal((await service.GetAsync(path)).ToJsonString(), (await fresh.GetAsync(path)).ToJsonString());
        Assert.Equal(docx, await fresh.Client.GetByteArrayAsync($"documents/{TestService.Text(bulletin, "id")}/file", TestService.Stop));
        var again = new Cycle(fresh, time) { Plan = plan };
        await again.IssueAsync();
        Assert.Equal($"源安办函〔{year + 1}〕1号", (await again.NewestLetterAsync("number", "replyBy")).Item1);
    }

    /// <summary>The steps of the cycle, as a person takes them.</summary>
    private sealed class Cycle(TestService service, ManualTime time)
    {
        public string Plan { get; set; } = "";

        public void Set(string china) => time.Advance(DateTimeOffset.Parse(china + "+08:00", CultureInfo.InvariantCulture) - time.GetUtcNow());

        public async Task<string> ImportAsync(int year)
        {
            var text = (await File.ReadAllTextAsync(TestService.Sample("yiyuan-2021.txt"), TestService.Stop)).Replace("2021", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            var job = await service.ImportAsync(Encoding.UTF8.GetBytes(text), "要点.txt");
            Assert.Equal("done", TestService.Text(job, "state"));
            Plan = TestService.Text(job, "planId");
            Assert.Equal("60", TestService.Text(await service.GetAsync($"tasks?plan={Plan}&limit=1"), "total"));
            return Plan;
        }

        public async Task<string> SetAsync(int index, string body, string text, string? due)
        {
            var task = TestService.Items(await service.GetAsync($"tasks?plan={Plan}&limit=3"))[index];
            var edit = new { reason = "测试", parties = new[] { new { role = "lead", mention = "", body, isGroup = false } }, deadlines = new[] { new { text, due } } };
            await service.SendAsync(HttpMethod.Patch, $"tasks/{TestService.Text(task, "id")}", edit, HttpStatusCode.OK, ("If-Match", $"\"{task["version"]}\""));
            return TestService.Text(task, "id");
        }

        public async Task MuteAsync(string[] followed)
        {
            var others = new List<object>();
            for (string? cursor = ""; cursor is not null;)
            {
                var page = await service.GetAsync($"plans/{Plan}/parts?limit=500&cursor={cursor}");
                others.AddRange(TestService.Items(page).Where(part => !followed.Contains(TestService.Text(part, "taskId")))
                    .Select(part => new { taskId = TestService.Text(part, "taskId"), body = TestService.Text(part, "body"), state = "notApplicable", progress = "不在此测试" }));
                cursor = page["next"]?.ToString();
            }

            await service.PostAsync($"plans/{Plan}/reports", new { reports = others });
        }

        public async Task<int> CountAsync(string state) =>
            int.Parse((await service.GetAsync($"plans/{Plan}/progress"))["figures"]?["parts"]?[state]?.ToString() ?? "", CultureInfo.InvariantCulture);

        public async Task<string> StandsAsync(string task)
        {
            var part = Assert.Single(TestService.Items(await service.GetAsync($"plans/{Plan}/parts?task={task}")));
            return $"{TestService.Text(part, "state")} {TestService.Text(part, "daysLate")}";
        }

        public Task<byte[]> SheetAsync(string body) => service.Client.GetByteArrayAsync($"plans/{Plan}/collect?body={Uri.EscapeDataString(body)}", TestService.Stop);

        // The row of a task in a sheet, by its hidden key.
        public static int RowOf(byte[] sheet, string task)
        {
            var at = -1;
            Reply.Change(sheet, (row, index) => at = row.GetCell(1)?.ToString()?.StartsWith(task.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal) == true ? index : at);
            return at;
        }

        public async Task<(int Changes, int Doubts)> CollectAsync(byte[] file, string name = "回复.xlsx")
        {
            var read = await service.PostFileAsync($"plans/{Plan}/collect?name={Uri.EscapeDataString(name)}&apply=true", file, type: "application/octet-stream");
            return (read["changes"]?.AsArray().Count ?? -1, read["unplaced"]?.AsArray().Count ?? -1);
        }

        public async Task<List<string>> ProposalsAsync() =>
            [.. TestService.Items(await service.GetAsync($"plans/{Plan}/letters/proposals")).Select(one => $"{TestService.Text(one, "step")} {TestService.Text(one, "body")}")];

        public async Task PrepareAndIssueAsync()
        {
            await EndAsync(await service.PostAsync($"plans/{Plan}/letters", new { }, HttpStatusCode.Accepted));
            await IssueAsync();
        }

        // All drafts.
        public async Task IssueAsync()
        {
            var drafts = TestService.Items(await service.GetAsync($"plans/{Plan}/letters?state=drafted")).ConvertAll(letter => TestService.Text(letter, "id"));
            await EndAsync(await service.PostAsync("letters/issue", new { letters = drafts }, HttpStatusCode.Accepted));
        }

        public async Task<(string, string)> NewestLetterAsync(string one, string other)
        {
            var letter = TestService.Items(await service.GetAsync($"plans/{Plan}/letters"))[0];
            return (TestService.Text(letter, one), TestService.Text(letter, other));
        }

        public async Task<int> CountLettersAsync(string state) => TestService.Items(await service.GetAsync($"plans/{Plan}/letters?state={state}")).Count;

        public async Task ReplyAllAsync(string text, params string[] done)
        {
            foreach (var letter in TestService.Items(await service.GetAsync($"plans/{Plan}/letters?state=issued")))
            {
                var settled = done.Where(task => letter["matters"]?.AsArray().Any(matter => TestService.Text(matter, "taskId") == task) == true);
                Assert.Equal("closed", TestService.Text(await service.PostAsync($"letters/{TestService.Text(letter, "id")}/reply", new { text, done = settled }), "state"));
            }
        }

        public async Task SweepAsync()
        {
            await service.Part<Sweep>().RunAsync(TestService.Stop);
            foreach (var job in TestService.Items(await service.GetAsync("jobs?state=queued")).Concat(TestService.Items(await service.GetAsync("jobs?state=running"))))
                await EndAsync(job);
        }

        public async Task EndAsync(JsonNode job)
        {
            var end = await service.EndAsync(job);
            Assert.True(TestService.Text(end, "state") == "done", end.ToJsonString());
        }
    }
}
