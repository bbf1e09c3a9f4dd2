using System.Net;
using System.Text.Json.Nodes;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Host.Filings;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>Filing papers through the API.</summary>
public sealed class FilingTests : IDisposable
{
    private readonly DirectoryInfo _share = Directory.CreateTempSubdirectory("share-");

    public void Dispose() => _share.Delete(true);

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task What_is_shown_beforehand_is_what_is_written_once(string store)
    {
        await using var service = await StartAsync(store);
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan, date = "2021-03-01", number = true });
        var request = new { plan, drive = "共享", folder = "安委办" };

        var preview = TestService.Items(await service.PostAsync("filings/preview", request));
        Assert.Equal(34, preview.Count);
        Assert.All(preview, one => Assert.Equal("new", TestService.Text(one, "step")));
        Assert.Empty(Files());

        var job = await service.EndAsync(await service.PostAsync("filings", request, HttpStatusCode.Accepted));
        Assert.Equal(("done", "35", "0"), (TestService.Text(job, "state"), TestService.Text(job, "done"), TestService.Text(job, "failed")));
        Assert.Equal(preview.Select(one => TestService.Text(one, "place")).Append("安委办/2021年/发文登记簿.xlsx").Order(StringComparer.Ordinal), Files());
        Assert.Contains(Files(), file => file.StartsWith("安委办/2021年/通知/源安委发〔2021〕8号 ", StringComparison.Ordinal));

        var filings = TestService.Items(await service.GetAsync($"filings?plan={plan}&limit=500"));
        Assert.Equal(34, filings.Count);
        Assert.All(filings, filing => Assert.Equal("true", TestService.Text(filing, "isRegistered")));

        Assert.All(TestService.Items(await service.PostAsync("filings/preview", request)), one => Assert.Equal("same", TestService.Text(one, "step")));
        await service.EndAsync(await service.PostAsync("filings", request, HttpStatusCode.Accepted));
        Assert.Equal(35, Files().Count);
        Assert.Equal(34, TestService.Items(await service.GetAsync($"filings?plan={plan}&limit=500&replaced=true")).Count);
        Assert.All(TestService.Items(await service.PostAsync("drives/共享/verify?limit=500", null)), file => Assert.Equal("good", TestService.Text(file, "state")));
    }

    [Fact]
    public async Task A_newer_revision_goes_beside_or_over_the_older_one_as_the_drive_is_set()
    {
        foreach (var rule in new[] { WhenOther.Number, WhenOther.Version })
        {
            await using var service = await StartAsync(rule: rule);
            var plan = await service.ImportSampleAsync();
            await service.DraftAsync(new { plan });
            var notice = Notice(await service.GetAsync($"documents?plan={plan}&kind=notice"));
            var request = new { plan, drive = "共享", folder = $"{rule}", documents = new[] { TestService.Text(notice, "id") } };
            await service.EndAsync(await service.PostAsync("filings", request, HttpStatusCode.Accepted));
            await service.DraftAsync(new { plan, date = "2021-03-01" });
            var job = await service.EndAsync(await service.PostAsync("filings", request, HttpStatusCode.Accepted));

            Assert.Equal("done", TestService.Text(job, "state"));
            var papers = Files().Where(file => file.StartsWith($"{rule}/", StringComparison.Ordinal) && file.EndsWith(".docx", StringComparison.Ordinal)).ToList();
            var current = TestService.Items(await service.GetAsync($"filings?plan={plan}"));
            Assert.Equal(rule == WhenOther.Number ? 2 : 1, papers.Count);
            Assert.Equal(papers.Count, current.Count);
            Assert.Equal(2, TestService.Items(await service.GetAsync($"filings?plan={plan}&replaced=true")).Count);
            Assert.Equal(rule == WhenOther.Number ? "1" : "2", TestService.Text(current[0], "edition"));
        }
    }

    [Fact]
    public async Task A_withdrawn_paper_is_not_filed()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan });
        var notice = TestService.Text(Notice(await service.GetAsync($"documents?plan={plan}&kind=notice")), "id");
        await service.PostAsync($"documents/{notice}/withdraw", new { reason = "发错了" });

        await service.PostAsync("filings", new { plan, drive = "共享", documents = new[] { notice } }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_drive_would_not_do_is_told_item_by_item_and_tried_again()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan });
        var request = new { plan, drive = "共享" };
        await service.EndAsync(await service.PostAsync("filings", request, HttpStatusCode.Accepted));

        // Somebody has the register open.
        File.WriteAllText(Path.Combine(_share.FullName, "2021年", "~$发文登记簿.xlsx"), "");
        await service.DraftAsync(new { plan, date = "2021-03-01" });
        var job = await service.EndAsync(await service.PostAsync("filings", request, HttpStatusCode.Accepted));
        Assert.Equal(("failed", "1"), (TestService.Text(job, "state"), TestService.Text(job, "failed")));
        var failed = TestService.Items(await service.GetAsync($"jobs/{TestService.Text(job, "id")}/items?limit=500")).Single(item => TestService.Text(item, "state") == "failed");
        Assert.Contains("请关闭登记簿后重试", TestService.Text(failed, "error"), StringComparison.Ordinal);

        File.Delete(Path.Combine(_share.FullName, "2021年", "~$发文登记簿.xlsx"));
        Assert.Equal("done", TestService.Text(await service.EndAsync(await service.PostAsync($"jobs/{TestService.Text(job, "id")}/retry", null)), "state"));
        Assert.All(TestService.Items(await service.GetAsync($"filings?plan={plan}&limit=500")), filing => Assert.Equal("true", TestService.Text(filing, "isRegistered")));
    }

    [Fact]
    public async Task A_paper_that_is_filed_at_the_second_try_is_registered_too()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan });
        var request = new { plan, drive = "共享", documents = TestService.Items(await service.GetAsync($"documents?plan={plan}&limit=2")).Select(one => TestService.Text(one, "id")).ToArray() };
        var place = TestService.Text(TestService.Items(await service.PostAsync("filings/preview", request))[0], "place");
        Directory.CreateDirectory(Path.Combine(_share.FullName, place));
        var job = await service.EndAsync(await service.PostAsync("filings", request, HttpStatusCode.Accepted));
        Assert.Equal(("failed", "1"), (TestService.Text(job, "state"), TestService.Text(job, "failed")));

        Directory.Delete(Path.Combine(_share.FullName, place));
        Assert.Equal("done", TestService.Text(await service.EndAsync(await service.PostAsync($"jobs/{TestService.Text(job, "id")}/retry", null)), "state"));

        var filings = TestService.Items(await service.GetAsync($"filings?plan={plan}"));
        Assert.Equal(2, filings.Count);
        Assert.All(filings, filing => Assert.Equal("true", TestService.Text(filing, "isRegistered")));
    }

    [Fact]
    public async Task What_filed_papers_still_lack_is_shown_and_one_bad_place_keeps_no_other_from_it()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan });
        var documents = TestService.Items(await service.GetAsync($"documents?plan={plan}"))
            .Where(one => TestService.Text(one, "path").EndsWith(".docx", StringComparison.Ordinal)).Take(2).Select(one => TestService.Text(one, "id")).ToArray();
        var (request, withPdf) = (new { plan, drive = "共享", documents }, new { plan, drive = "共享", documents, withPdf = true });
        var place = TestService.Text(TestService.Items(await service.PostAsync("filings/preview", request))[0], "place");

        // The register cannot be read: the lines are owed.
        var register = Path.Combine(_share.FullName, "2021年", "发文登记簿.xlsx");
        Directory.CreateDirectory(Path.Combine(_share.FullName, "2021年"));
        File.WriteAllText(register, "不是工作簿");
        await service.EndAsync(await service.PostAsync("filings", request, HttpStatusCode.Accepted));
        Assert.All(await LookAsync(request), one => Assert.Equal(("same", "true", "早已归档，不再写；补登记"), one));

        File.Delete(register);
        await service.EndAsync(await service.PostAsync("filings", request, HttpStatusCode.Accepted));
        Assert.All(await LookAsync(request), one => Assert.Equal(("same", "false", "早已归档，不再写"), one));
        Assert.All(await LookAsync(withPdf), one => Assert.Equal(("same", "true", "早已归档，不再写；补归档 PDF"), one));

        // A folder lies where one paper belongs.
        var other = new { plan, drive = "共享", folder = "另一处", documents };
        Directory.CreateDirectory(Path.Combine(_share.FullName, "另一处", place));
        var shown = await LookAsync(other);
        Assert.Single(shown, one => one.Step == "new");
        Assert.Contains("是一个文件夹", Assert.Single(shown, one => one.Step.Length == 0).Message, StringComparison.Ordinal);

        async Task<List<(string Step, string Writes, string Message)>> LookAsync(object asked) =>
            TestService.Items(await service.PostAsync("filings/preview", asked)).ConvertAll(one => (TestService.Text(one, "step"), TestService.Text(one, "writes"), TestService.Text(one, "message")));
    }

    [Fact]
    public async Task Drives_folders_and_checks_are_shown_and_what_is_not_there_is_told()
    {
        await using var service = await StartAsync();
        _share.CreateSubdirectory("2020年/旧");

        Assert.Equal("共享", TestService.Text(TestService.Items(await service.GetAsync("drives")).Single(), "name"));
        Assert.Equal("2020年/旧", TestService.Text(TestService.Items(await service.GetAsync("drives/共享/folders?folder=2020年")).Single(), "path"));
        Assert.All(TestService.Items(await service.PostAsync("drives/共享/check", null)), check => Assert.Equal("works", TestService.Text(check, "outcome")));
        Assert.Equal("drive-not-found", TestService.Text(await service.GetAsync("drives/没有/folders", HttpStatusCode.NotFound), "code"));
        Assert.Equal("drive-invalid", TestService.Text(await service.GetAsync("drives/共享/folders?folder=../..", HttpStatusCode.BadRequest), "code"));
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan });
        await service.PostAsync("filings/preview", new { plan, drive = "共享", folder = "../外面" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_empty_folder_that_should_have_papers_is_a_share_that_is_not_mounted()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan });
        await service.EndAsync(await service.PostAsync("filings", new { plan, drive = "共享" }, HttpStatusCode.Accepted));
        Directory.Delete(Path.Combine(_share.FullName, "2021年"), true);

        var job = await service.EndAsync(await service.PostAsync("filings", new { plan, drive = "共享" }, HttpStatusCode.Accepted));

        Assert.Equal("failed", TestService.Text(job, "state"));
        Assert.Contains("共享没有连上", TestService.Text(job, "error"), StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    private static JsonNode Notice(JsonNode page) => TestService.Items(page).Single();

    private Task<TestService> StartAsync(string store = "sqlite", WhenOther rule = WhenOther.Number) =>
        TestService.StartAsync(store, settings => settings with { Drives = [new DriveSettings("共享", _share.FullName, null, rule)] });

    private List<string> Files() => [.. Directory.EnumerateFiles(_share.FullName, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_share.FullName, file).Replace('\\', '/')).Where(file => file != ".yiyuan-lock" && !file.Contains('~', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
