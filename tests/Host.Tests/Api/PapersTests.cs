using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>The document that is open in Word: what paper it is, what has become old in it.</summary>
public sealed class PapersTests
{
    private const string NextYear = "沂源县2022年安全生产工作要点\n\n一、压实责任\n\n1.建立清单。6月底前建立“一企一策”清单。（县应急局牵头，县公安局负责）\n";

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task A_paper_is_known_again_and_its_regions_are_told_apart(string store)
    {
        await using var service = await TestService.StartAsync(store);
        var plan = await service.ImportSampleAsync();
        var (id, notice) = await NoticeAsync(service, plan);

        var fresh = await service.PostFileAsync("papers/inspect", notice);
        Assert.Equal((plan, 0, "false"), (TestService.Text(fresh, "plan"), List(fresh, "plans").Count, TestService.Text(fresh, "outsideChanged")));
        var head = fresh["paper"];
        Assert.Equal(("notice", "通知", "1", "沂源县", "2021", id), (TestService.Text(head, "kind"), TestService.Text(head, "kindName"), TestService.Text(head, "revision"), TestService.Text(head, "county"), TestService.Text(head, "year"), TestService.Text(head, "documentId")));
        Assert.Contains("关于印发", TestService.Text(head, "title"), StringComparison.Ordinal);
        Assert.Equal("basis current 1, allocation current 1", States(fresh, "regions"));

        await RetitleAsync(service, plan);
        var edited = WordFile.Edited(notice, "认真抓好贯彻落实", "务必抓好贯彻落实");
        var seen = await service.PostFileAsync("papers/inspect", edited);
        Assert.Equal("basis edited 1, allocation outdated 1", States(seen, "regions"));
        var allocation = List(seen, "regions")[1];
        Assert.Contains("改过的标题", TestService.Text(allocation, "now"), StringComparison.Ordinal);
        Assert.Equal(TestService.Text(allocation, "before"), TestService.Text(allocation, "text"));
        Assert.Equal($"ys:1:{TestService.Text(head, "identity")}:allocation", TestService.Text(allocation, "tag"));

        // Nothing of it is stored.
        Assert.Equal("1", TestService.Text(await service.GetAsync($"documents/{id}"), "revision"));
    }

    [Fact]
    public async Task An_update_brings_what_Word_is_to_put_in_and_leaves_what_was_typed()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        var notice = WordFile.Edited((await NoticeAsync(service, plan)).Docx, "认真抓好贯彻落实", "务必抓好贯彻落实");
        await RetitleAsync(service, plan);

        var all = await service.PostFileAsync("papers/update", notice);
        var change = List(all, "changes").Single();
        Assert.Equal(("allocation", "2"), (TestService.Text(change, "name"), TestService.Text(all, "revision")));
        Assert.Contains("改过的标题", TestService.Text(change, "text"), StringComparison.Ordinal);
        Assert.DoesNotContain("改过的标题", TestService.Text(change, "was"), StringComparison.Ordinal);
        WordFile.AssertValid(change["ooxml"]);
        Assert.StartsWith("<paper id=", TestService.Text(all, "record"), StringComparison.Ordinal);
        Assert.Equal("basis edited 1", States(all, "left"));

        var one = await service.PostFileAsync("papers/update?region=basis", notice);
        Assert.Equal(("", "basis edited 1, allocation outdated 1", "1"), (States(one, "changes"), States(one, "left"), TestService.Text(one, "revision")));
        var taken = await service.PostFileAsync($"papers/update?region=allocation&region=basis&take=basis&plan={plan}", notice);
        Assert.Equal(["basis", "allocation"], List(taken, "changes").Select(each => TestService.Text(each, "name")));
        Assert.Contains("务必", TestService.Text(List(taken, "changes")[0], "was"), StringComparison.Ordinal);
        Assert.Empty(List(taken, "left"));

        // With the record that came with it, the paper is current when Word has done so.
        var table = TestService.Text(change, "text");
        Assert.Contains(table.Split('\n')[^1], TestService.Text(all, "record"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task A_paper_that_the_ledger_does_not_have_is_reckoned_by_its_county_and_year(string store)
    {
        await using var service = await TestService.StartAsync(store);
        var plan = await service.ImportSampleAsync();
        var sheet = await DraftAsync(service, plan, new { kind = "taskSheet", body = "县公安局" });

        var seen = await service.PostFileAsync("papers/inspect", sheet);
        Assert.Equal((plan, "", "县公安局"), (TestService.Text(seen, "plan"), TestService.Text(seen["paper"], "documentId"), seen["paper"]?["bodies"]?[0]?.ToString()));
        Assert.All(List(seen, "regions"), region => Assert.Equal("current", TestService.Text(region, "state")));

        await using var other = await TestService.StartAsync(store);
        var none = await other.PostFileAsync("papers/inspect", sheet);
        Assert.Equal(("", 0, 0), (TestService.Text(none, "plan"), List(none, "plans").Count, List(none, "regions").Count));
        var next = TestService.Text(await other.ImportAsync(Encoding.UTF8.GetBytes(NextYear), "要点.txt"), "planId");
        var choice = List(await other.PostFileAsync("papers/inspect", sheet), "plans").Single();
        Assert.Equal((next, "2022"), (TestService.Text(choice, "id"), TestService.Text(choice, "year")));
        Assert.Equal("paper-without-plan", TestService.Text(await other.PostFileAsync("papers/update", sheet, HttpStatusCode.UnprocessableEntity), "code"));
        Assert.Equal("paper-other-year", TestService.Text(await other.PostFileAsync($"papers/inspect?plan={next}", sheet, HttpStatusCode.UnprocessableEntity), "code"));
        Assert.Equal("paper-other-year", TestService.Text(await other.PostFileAsync($"papers/update?plan={next}", sheet, HttpStatusCode.UnprocessableEntity), "code"));
    }

    [Fact]
    public async Task A_letter_tells_its_bodies_and_what_became_of_its_task()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        var task = TestService.Items(await service.GetAsync($"tasks?plan={plan}"))[0];
        var letter = await DraftAsync(service, plan, new { kind = "supervisionLetter", tasks = new[] { TestService.Text(task, "number") } });

        Assert.NotEmpty((await service.PostFileAsync("papers/inspect", letter))["paper"]?["bodies"]?.AsArray() ?? []);
        var gone = WordFile.Edited(letter, $"\"{TestService.Text(task, "number")}\"", "\"99.9\"", WordFile.Record);
        foreach (var path in new[] { "papers/inspect", "papers/update" })
        {
            var problem = await service.PostFileAsync(path, gone, HttpStatusCode.UnprocessableEntity);
            Assert.Equal("task-unknown", TestService.Text(problem, "code"));
            Assert.Contains("99.9", TestService.Text(problem, "detail"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_no_paper_of_ours_is_told()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        var notice = (await NoticeAsync(service, plan)).Docx;
        var source = await File.ReadAllBytesAsync(TestService.Sample("yiyuan-2021-typed.docx"), TestService.Stop);

        var stranger = await service.PostFileAsync("papers/inspect", source);
        Assert.Equal(("", "", 0), (TestService.Text(stranger, "paper"), TestService.Text(stranger, "plan"), List(stranger, "regions").Count));
        Assert.Equal("paper-without-record", await CodeAsync("papers/update", source));
        foreach (var path in new[] { "papers/inspect", "papers/update" })
        {
            Assert.Equal("paper-not-word", await CodeAsync(path, "不是文档"u8.ToArray()));
            Assert.Equal("paper-not-word", await CodeAsync(path, []));
            Assert.Equal("paper-not-word", await CodeAsync(path, notice[..^100]));
            Assert.Equal("paper-record-damaged", await CodeAsync(path, WordFile.Edited(notice, "revision=\"1\"", "revision=\"一\"", WordFile.Record)));
            Assert.Equal("paper-record-damaged", await CodeAsync(path, WordFile.Edited(notice, "\"Notice\"", "\"Ledger\"", WordFile.Record)));
            Assert.Equal("not-found", TestService.Text(await service.PostFileAsync($"{path}?plan={Guid.NewGuid()}", notice, HttpStatusCode.NotFound), "code"));
            await service.PostFileAsync($"{path}?plan=12", notice, HttpStatusCode.BadRequest);
            await service.PostFileAsync(path, notice, HttpStatusCode.UnsupportedMediaType, "text/plain");
        }

        async Task<string> CodeAsync(string path, byte[] docx)
        {
            var problem = await service.PostFileAsync(path, docx, HttpStatusCode.UnprocessableEntity);
            Assert.EndsWith("。", TestService.Text(problem, "detail"), StringComparison.Ordinal);
            return TestService.Text(problem, "code");
        }
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_not_taken()
    {
        await using var service = await TestService.StartAsync(change: settings => settings with { Limits = new() { MaxUploadBytes = 1000 }, Drives = [new("共享", "/tmp", null, YiyuanSafety.Filing.Places.WhenOther.Number)] });
        foreach (var path in new[] { "papers/inspect", "papers/update", "papers/check", "papers/fix", "papers/filing/preview?drive=共享", "papers/filing?drive=共享" })
            Assert.Equal("too-large", TestService.Text(await service.PostFileAsync(path, new byte[2000], HttpStatusCode.RequestEntityTooLarge), "code"));
    }

    [Fact]
    public async Task The_layout_is_checked_and_repaired_one_by_one_or_all_at_once()
    {
        await using var service = await TestService.StartAsync();
        var docx = await File.ReadAllBytesAsync(TestService.Sample("yiyuan-2021-typed.docx"), TestService.Stop);
        var report = await service.PostFileAsync("papers/check?name=要点", docx);
        var findings = List(report, "findings");
        Assert.Equal(findings.Count, int.Parse(TestService.Text(report, "errors"), null) + int.Parse(TestService.Text(report, "warnings"), null));
        Assert.Equal(findings.Count, findings.Select(finding => TestService.Text(finding, "key")).Distinct().Count());
        Assert.All(findings, finding => Assert.NotEmpty(TestService.Text(finding, "place")));
        Assert.Contains(findings, finding => TestService.Text(finding, "paragraph").Length > 0 && TestService.Text(finding, "text").Length > 0);
        var fixable = findings.Where(finding => TestService.Text(finding, "fixable") == "true").Select(finding => TestService.Text(finding, "key")).ToList();
        Assert.True(fixable.Count > 2);

        var (one, count) = await FixAsync($"papers/fix?name=要点&key={fixable[0]}&key=没有");
        Assert.Equal("1", count);
        var left = List(await service.PostFileAsync("papers/check", one), "findings").ConvertAll(finding => TestService.Text(finding, "key"));
        Assert.DoesNotContain(fixable[0], left);
        Assert.Contains(fixable[^1], left);
        Assert.Equal("0", (await FixAsync("papers/fix?key=没有")).Repaired);

        var (all, _) = await FixAsync("papers/fix?track=true");
        Assert.DoesNotContain(List(await service.PostFileAsync("papers/check", all), "findings"), finding => TestService.Text(finding, "fixable") == "true");
        Assert.Contains("w:author=\"本机用户\"", WordFile.Text(all), StringComparison.Ordinal);
        foreach (var path in new[] { "papers/check", "papers/fix" })
            Assert.NotEmpty(TestService.Text(await service.PostFileAsync(path, "不是文档"u8.ToArray(), HttpStatusCode.UnprocessableEntity), "code"));

        async Task<(byte[] Docx, string Repaired)> FixAsync(string path)
        {
            using var answer = await service.SendFileAsync(path, docx);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadAsByteArrayAsync(TestService.Stop), answer.Headers.GetValues("X-Repaired").Single());
        }
    }

    private static async Task<(string Id, byte[] Docx)> NoticeAsync(TestService service, string plan)
    {
        await service.DraftAsync(new { plan, orders = new[] { new { kind = "notice" } } });
        var id = TestService.Text(TestService.Items(await service.GetAsync($"documents?plan={plan}")).Single(), "id");
        return (id, await service.Client.GetByteArrayAsync($"documents/{id}/file", TestService.Stop));
    }

    private static async Task<byte[]> DraftAsync(TestService service, string plan, object order)
    {
        using var answer = await service.Client.PostAsync("drafts/file", System.Net.Http.Json.JsonContent.Create(new { plan, order }), TestService.Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestService.Stop);
    }

    private static async Task RetitleAsync(TestService service, string plan)
    {
        var task = TestService.Items(await service.GetAsync($"tasks?plan={plan}"))[0];
        await service.SendAsync(HttpMethod.Patch, $"tasks/{TestService.Text(task, "id")}", new { reason = "改", title = "改过的标题" }, HttpStatusCode.OK, ("If-Match", $"\"{task["version"]}\""));
    }

    private static List<JsonNode> List(JsonNode node, string member) => [.. (node[member]?.AsArray() ?? []).OfType<JsonNode>()];

    private static string States(JsonNode node, string member) =>
        string.Join(", ", List(node, member).Select(region => $"{region["name"]} {region["state"]} {region["places"]}"));
}
