using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>Making, downloading, numbering and withdrawing papers.</summary>
public sealed class DocumentsTests
{
    private static readonly string[] Missing = ["99.9"];

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task All_papers_are_made_once_and_come_down_as_they_were_made(string store)
    {
        await using var service = await TestService.StartAsync(store);
        var plan = await service.ImportSampleAsync();
        var job = await service.DraftAsync(new { plan });
        Assert.Equal(("done", "34", "34", "0"), (TestService.Text(job, "state"), TestService.Text(job, "done"), TestService.Text(job, "total"), TestService.Text(job, "failed")));
        var first = TestService.Items(await service.GetAsync($"documents?plan={plan}&limit=500"));
        Assert.Equal(34, first.Count);
        foreach (var paper in first)
        {
            var file = await service.Client.GetByteArrayAsync($"documents/{TestService.Text(paper, "id")}/file", TestService.Stop);
            Assert.Equal(TestService.Text(paper, "hash"), Convert.ToHexStringLower(SHA256.HashData(file)));
        }

        Assert.Equal("done", TestService.Text(await service.DraftAsync(new { plan }), "state"));
        var second = TestService.Items(await service.GetAsync($"documents?plan={plan}&limit=500"));
        Assert.Equal(first.Select(Mark).Order(), second.Select(Mark).Order());

        await using var zipped = new MemoryStream(await service.Client.GetByteArrayAsync($"plans/{plan}/documents.zip", TestService.Stop));
        using var zip = new ZipArchive(zipped);
        Assert.Equal(first.Select(paper => TestService.Text(paper, "path")).Order(), zip.Entries.Select(entry => entry.FullName).Order());
        static string Mark(JsonNode paper) => $"{paper["id"]} {paper["revision"]} {paper["hash"]}";
    }

    [Fact]
    public async Task A_changed_task_makes_a_new_revision_of_the_papers_that_tell_of_it()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan });

        // A task of named bodies alone: those of all departments stand in every paper.
        var task = TestService.Items(await service.GetAsync($"tasks?plan={plan}&limit=500"))
            .First(one => (one["parties"]?.AsArray() ?? []).All(party => party?["isGroup"]?.GetValue<bool>() == false));
        await service.SendAsync(HttpMethod.Patch, $"tasks/{TestService.Text(task, "id")}", new { reason = "改", title = "改过的标题" }, HttpStatusCode.OK, ("If-Match", $"\"{task["version"]}\""));
        await service.DraftAsync(new { plan });
        var papers = TestService.Items(await service.GetAsync($"documents?plan={plan}&limit=500"));
        var revised = papers.Where(paper => paper["revision"]?.GetValue<int>() == 2).ToList();
        Assert.InRange(revised.Count, 2, papers.Count - 1);
        Assert.Contains(revised, paper => TestService.Text(paper, "kind") == "ledger");

        // The earlier one is still there.
        var id = TestService.Text(revised[0], "id");
        Assert.NotEqual(
            await service.Client.GetByteArrayAsync($"documents/{id}/file?revision=1", TestService.Stop),
            await service.Client.GetByteArrayAsync($"documents/{id}/file", TestService.Stop));
        await service.GetAsync($"documents/{id}/file?revision=3", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_made_does_not_stop_the_others_and_can_be_tried_again()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        var job = await service.DraftAsync(new
        {
            plan,
            orders = new object[]
            {
                new { kind = "supervisionLetter", tasks = Missing },
                new { kind = "taskSheet", body = "县公安局" },
            },
        });
        Assert.Equal(("failed", "1", "1"), (TestService.Text(job, "state"), TestService.Text(job, "done"), TestService.Text(job, "failed")));
        var items = TestService.Items(await service.GetAsync($"jobs/{TestService.Text(job, "id")}/items"));
        Assert.Equal("failed done", string.Join(' ', items.Select(item => TestService.Text(item, "state"))));
        Assert.Contains("99.9", TestService.Text(items[0], "error"), StringComparison.Ordinal);
        var again = await service.EndAsync(await service.PostAsync($"jobs/{TestService.Text(job, "id")}/retry", new { }));
        Assert.Equal(("failed", "1"), (TestService.Text(again, "state"), TestService.Text(again, "done")));
        Assert.Single(TestService.Items(await service.GetAsync($"documents?plan={plan}")));
    }

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task Numbers_have_no_gap_and_voided_ones_stay_visible(string store)
    {
        await using var service = await TestService.StartAsync(store);
        var plan = await service.ImportSampleAsync();
        var tasks = TestService.Items(await service.GetAsync($"tasks?plan={plan}&limit=3")).ConvertAll(task => TestService.Text(task, "number"));
        var made = await service.DraftAsync(new { plan, number = true, date = "2021-03-05", replyBy = "2021-04-05", supervised = tasks });
        Assert.Equal("done", TestService.Text(made, "state"));
        var numbered = TestService.Items(await service.GetAsync($"documents?plan={plan}&limit=500")).Where(paper => TestService.Text(paper, "number").Length > 0).ToList();
        Assert.NotEmpty(numbered);
        var numbers = TestService.Items(await service.GetAsync("numbers"));

        // The work points bear 源安委发〔2021〕7号 themselves.
        foreach (var code in numbers.GroupBy(number => (TestService.Text(number, "code"), TestService.Text(number, "year"))))
            Assert.Equal(Enumerable.Range(code.Key.Item1 == "源安委发" ? 8 : 1, code.Count()), code.Select(number => number["serial"]?.GetValue<int>() ?? 0).Order());

        // A paper that has one keeps it however often it is made.
        await service.DraftAsync(new { plan, number = true, date = "2021-03-05", replyBy = "2021-04-05", supervised = tasks });
        Assert.Equal(numbers.Count, TestService.Items(await service.GetAsync("numbers")).Count);

        var taken = numbered[0];
        var path = $"documents/{TestService.Text(taken, "id")}/withdraw";
        var withdrawn = await service.PostAsync(path, new { reason = "写错了" }, HttpStatusCode.OK, ("Idempotency-Key", "w1"));

        // The connection broke before the answer came: the same call again gets it.
        Assert.Equal("withdrawn", TestService.Text(await service.PostAsync(path, new { reason = "写错了" }, HttpStatusCode.OK, ("Idempotency-Key", "w1")), "state"));
        Assert.Equal(("withdrawn", "写错了"), (TestService.Text(withdrawn, "state"), TestService.Text(withdrawn, "withdrawnBecause")));
        var voided = TestService.Items(await service.GetAsync("numbers")).Single(number => TestService.Text(number, "printed") == TestService.Text(taken, "number"));
        Assert.Equal("写错了", TestService.Text(voided, "voidedBecause"));
        await service.PostAsync($"documents/{TestService.Text(taken, "id")}/withdraw", new { reason = "又" }, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_paper_is_shown_as_pdf()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        if ((await service.GetAsync("info"))["hasPdf"]?.GetValue<bool>() != true)
            Assert.Skip("没有 LibreOffice，不能预览。");
        await service.DraftAsync(new { plan, orders = new[] { new { kind = "taskSheet", body = "县应急局" } } });
        var paper = TestService.Items(await service.GetAsync($"documents?plan={plan}"))[0];
        using var answer = await service.Client.GetAsync($"documents/{TestService.Text(paper, "id")}/preview", TestService.Stop);
        Assert.Equal(("application/pdf", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode));
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestService.Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_told_before_a_job_is_made()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        await service.PostAsync("documents", new { plan = Guid.NewGuid() }, HttpStatusCode.NotFound);
        await service.PostAsync("documents", new { plan, orders = Array.Empty<object>() }, HttpStatusCode.BadRequest);
        await service.PostAsync("documents", new { plan, orders = new[] { new { kind = "poem" } } }, HttpStatusCode.BadRequest);
        await service.PostAsync("documents", new { plan, date = "2021-02-30" }, HttpStatusCode.BadRequest);
        await service.PostAsync("documents", new { }, HttpStatusCode.BadRequest);
        await service.GetAsync($"plans/{plan}/documents.zip", HttpStatusCode.NotFound);
        Assert.Single(TestService.Items(await service.GetAsync("jobs")));
    }

    [Fact]
    public async Task A_refresh_brings_all_papers_of_a_plan_up_to_date()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan });
        var task = TestService.Items(await service.GetAsync($"tasks?plan={plan}"))[0];
        await service.SendAsync(HttpMethod.Patch, $"tasks/{TestService.Text(task, "id")}", new { reason = "改", title = "改过的标题" }, HttpStatusCode.OK, ("If-Match", $"\"{task["version"]}\""));
        var job = await service.EndAsync(await service.PostAsync("documents/refresh", new { plan }, HttpStatusCode.Accepted));
        Assert.Equal("done", TestService.Text(job, "state"));
        Assert.Contains(TestService.Items(await service.GetAsync($"documents?plan={plan}&limit=500")), paper => paper["revision"]?.GetValue<int>() == 2);
    }
}
