using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Host.Filings;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>Filing the document that is open in Word.</summary>
public sealed class PaperFilingTests : IDisposable
{
    private const string Where = "drive=共享&folder=安委办";
    private readonly DirectoryInfo _share = Directory.CreateTempSubdirectory("share-");

    public void Dispose() => _share.Delete(true);

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task A_paper_of_the_ledger_is_filed_as_its_newest_revision_with_what_was_typed(string store)
    {
        await using var service = await StartAsync(store);
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan, number = true, orders = new[] { new { kind = "notice", date = "2021-03-05" } } });
        var id = TestService.Text(TestService.Items(await service.GetAsync($"documents?plan={plan}")).Single(), "id");
        var docx = WordFile.Edited(await service.Client.GetByteArrayAsync($"documents/{id}/file", TestService.Stop), "认真抓好贯彻落实", "务必抓好贯彻落实");

        var preview = TestService.Items(await service.PostFileAsync($"papers/filing/preview?{Where}&name=随便", docx)).Single();
        Assert.Equal((id, "new"), (TestService.Text(preview, "documentId"), TestService.Text(preview, "step")));
        Assert.Contains("〔2021〕8号", TestService.Text(preview, "place"), StringComparison.Ordinal);
        Assert.Empty(Files());
        Assert.Equal("1", TestService.Text(await service.GetAsync($"documents/{id}"), "revision"));

        var job = await service.EndAsync(await service.PostFileAsync($"papers/filing?{Where}", docx, HttpStatusCode.Accepted));
        Assert.Equal(("done", "2", plan), (TestService.Text(job, "state"), TestService.Text(job, "done"), TestService.Text(job, "planId")));
        Assert.Equal(id, TestService.Text(TestService.Items(await service.GetAsync($"jobs/{TestService.Text(job, "id")}/items"))[0], "documentId"));
        Assert.Equal(["安委办/2021年/发文登记簿.xlsx", TestService.Text(preview, "place")], Files());
        Assert.Equal(docx, await File.ReadAllBytesAsync(Path.Combine(_share.FullName, TestService.Text(preview, "place")), TestService.Stop));
        var filed = TestService.Items(await service.GetAsync($"filings?document={id}")).Single();
        Assert.Equal(("2", "true"), (TestService.Text(filed, "revision"), TestService.Text(filed, "isRegistered")));
        await using (var ledger = service.Store.Open())
            Assert.Single(await ledger.Audit.Where(entry => entry.Action == "paper.edit" && entry.Subject == Guid.Parse(id)).ToListAsync(TestService.Stop));

        // The very same again is neither a revision nor a file; a refresh keeps what was typed.
        await service.EndAsync(await service.PostFileAsync($"papers/filing?{Where}", docx, HttpStatusCode.Accepted));
        Assert.Equal((2, "2"), (Files().Count, TestService.Text(await service.GetAsync($"documents/{id}"), "revision")));
        var task = TestService.Items(await service.GetAsync($"tasks?plan={plan}"))[0];
        await service.SendAsync(HttpMethod.Patch, $"tasks/{TestService.Text(task, "id")}", new { reason = "改", title = "改过的标题" }, HttpStatusCode.OK, ("If-Match", $"\"{task["version"]}\""));
        await service.EndAsync(await service.PostAsync("documents/refresh", new { plan }, HttpStatusCode.Accepted));
        var newest = WordFile.Text(await service.Client.GetByteArrayAsync($"documents/{id}/file", TestService.Stop));
        Assert.Contains("务必抓好贯彻落实", newest, StringComparison.Ordinal);
        Assert.Contains("改过的标题", newest, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task What_was_typed_is_not_made_away_with_unless_somebody_agrees(string store)
    {
        await using var service = await StartAsync(store);
        var plan = await service.ImportSampleAsync();
        var notice = new { kind = "notice", date = "2021-03-05" };
        await service.DraftAsync(new { plan, orders = new[] { notice } });
        var made = TestService.Items(await service.GetAsync($"documents?plan={plan}")).Single();
        var id = TestService.Text(made, "id");
        Assert.Equal("false", TestService.Text(made, "isHandEdited"));
        var typed = WordFile.Edited(await service.Client.GetByteArrayAsync($"documents/{id}/file", TestService.Stop), "认真抓好贯彻落实", "务必抓好贯彻落实");
        await service.EndAsync(await service.PostFileAsync($"papers/filing?{Where}", typed, HttpStatusCode.Accepted));

        // Neither anew nor with a number; and no number is lost over it.
        foreach (var refused in new[]
        {
            await service.PostAsync("documents", new { plan, orders = new[] { notice } }, HttpStatusCode.Conflict),
            await service.PostAsync("documents", new { plan, number = true, orders = new[] { notice } }, HttpStatusCode.Conflict),
            await service.PostAsync($"documents/{id}/number", null, HttpStatusCode.Conflict),
        })
        {
            Assert.Equal("hand-edited", TestService.Text(refused, "code"));
            Assert.Contains("手工改过的版本", TestService.Text(refused, "detail"), StringComparison.Ordinal);
        }

        Assert.Empty(TestService.Items(await service.GetAsync("numbers")));

        // Of all papers only this one is not made.
        var all = await service.DraftAsync(new { plan, number = true });
        Assert.Equal(("failed", "1"), (TestService.Text(all, "state"), TestService.Text(all, "failed")));
        var left = TestService.Items(await service.GetAsync($"jobs/{TestService.Text(all, "id")}/items?limit=500")).Where(item => TestService.Text(item, "state") == "failed");
        Assert.Contains("手工改过的版本", TestService.Text(Assert.Single(left), "error"), StringComparison.Ordinal);
        var kept = await service.GetAsync($"documents/{id}");
        Assert.Equal(("true", "2", ""), (TestService.Text(kept, "isHandEdited"), TestService.Text(kept, "revision"), TestService.Text(kept, "number")));

        // A refresh keeps what was typed, and so it is still typed afterwards.
        var task = TestService.Items(await service.GetAsync($"tasks?plan={plan}"))[0];
        await service.SendAsync(HttpMethod.Patch, $"tasks/{TestService.Text(task, "id")}", new { reason = "改", title = "改过的标题" }, HttpStatusCode.OK, ("If-Match", $"\"{task["version"]}\""));
        await service.EndAsync(await service.PostAsync("documents/refresh", new { plan }, HttpStatusCode.Accepted));
        var refreshed = await service.GetAsync($"documents/{id}");
        Assert.Equal(("true", "3"), (TestService.Text(refreshed, "isHandEdited"), TestService.Text(refreshed, "revision")));
        await service.PostAsync($"documents/{id}/number", null, HttpStatusCode.Conflict);

        // Who agrees gets it; what was typed is an earlier revision.
        await service.EndAsync(await service.PostAsync($"documents/{id}/number?replaceHandEdits=true", null, HttpStatusCode.Accepted));
        var numbered = await service.GetAsync($"documents/{id}");
        Assert.Equal(("false", "4"), (TestService.Text(numbered, "isHandEdited"), TestService.Text(numbered, "revision")));
        Assert.NotEmpty(TestService.Text(numbered, "number"));
        Assert.Contains("务必抓好贯彻落实", WordFile.Text(await service.Client.GetByteArrayAsync($"documents/{id}/file?revision=2", TestService.Stop)), StringComparison.Ordinal);
        Assert.DoesNotContain("务必抓好贯彻落实", WordFile.Text(await service.Client.GetByteArrayAsync($"documents/{id}/file", TestService.Stop)), StringComparison.Ordinal);
        await service.EndAsync(await service.PostFileAsync($"papers/filing?{Where}", typed, HttpStatusCode.Accepted));
        Assert.Equal("done", TestService.Text(await service.DraftAsync(new { plan, orders = new[] { notice }, replaceHandEdits = true }), "state"));
    }

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task Any_other_document_is_filed_as_it_is(string store)
    {
        await using var service = await StartAsync(store);
        var docx = await File.ReadAllBytesAsync(TestService.Sample("yiyuan-2021-typed.docx"), TestService.Stop);
        foreach (var isFirst in new[] { true, false })
        {
            // An office may file before it has any work points.
            var plan = isFirst ? "" : await service.ImportSampleAsync();
            var query = $"{Where}&name=工作要点{(plan.Length > 0 ? "&plan=" + plan : "")}";
            var preview = TestService.Items(await service.PostFileAsync($"papers/filing/preview?{query}", docx)).Single();
            Assert.Equal((Guid.Empty.ToString(), "工作要点.docx", plan.Length > 0 ? "same" : "new"), (TestService.Text(preview, "documentId"), TestService.Text(preview, "name"), TestService.Text(preview, "step")));
            var job = await service.EndAsync(await service.PostFileAsync($"papers/filing?{query}", docx, HttpStatusCode.Accepted));
            Assert.Equal(("done", plan.Length > 0 ? plan : Guid.Empty.ToString()), (TestService.Text(job, "state"), TestService.Text(job, "planId")));
            Assert.Equal(2, Files().Count);
            var filed = TestService.Items(await service.GetAsync($"filings?hash={Convert.ToHexStringLower(SHA256.HashData(docx))}")).Single();
            Assert.Equal((TestService.Text(preview, "place"), ""), (TestService.Text(filed, "place"), TestService.Text(filed, "documentId")));
        }

        Assert.Empty(TestService.Items(await service.GetAsync("documents")));
    }

    [Fact]
    public async Task A_document_into_which_a_paper_was_put_is_filed_as_itself_and_leaves_the_paper_alone()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        var notice = new { kind = "notice", date = "2021-03-05" };
        await service.DraftAsync(new { plan, number = true, orders = new[] { notice } });
        var id = TestService.Text(TestService.Items(await service.GetAsync($"documents?plan={plan}")).Single(), "id");
        var paper = await service.Client.GetByteArrayAsync($"documents/{id}/file", TestService.Stop);

        // As the pane does it: the paper's text at the cursor, and its record as a part of somebody's own document.
        var record = TestService.Text(await service.PostAsync("drafts/fragment", new { plan, order = notice }), "record");
        var minutes = WordFile.Edited(paper, WordFile.Text(paper, WordFile.Record), record, WordFile.Record);
        var query = $"{Where}&name=会议材料";
        var preview = TestService.Items(await service.PostFileAsync($"papers/filing/preview?{query}", minutes)).Single();
        Assert.Equal((Guid.Empty.ToString(), "会议材料.docx"), (TestService.Text(preview, "documentId"), TestService.Text(preview, "name")));
        await service.EndAsync(await service.PostFileAsync($"papers/filing?{query}", minutes, HttpStatusCode.Accepted));
        var document = await service.GetAsync($"documents/{id}");
        Assert.Equal(("1", "false"), (TestService.Text(document, "revision"), TestService.Text(document, "isHandEdited")));
        Assert.Equal(paper, await service.Client.GetByteArrayAsync($"documents/{id}/file", TestService.Stop));
        Assert.Empty(TestService.Items(await service.GetAsync($"filings?document={id}")));

        // Its regions are brought up to date all the same, and stay those of a fragment.
        Assert.Equal(plan, TestService.Text(await service.PostFileAsync("papers/inspect", minutes), "plan"));
        Assert.Contains("fragment=\"true\"", TestService.Text(await service.PostFileAsync("papers/update", minutes), "record"), StringComparison.Ordinal);
        Assert.Equal("done", TestService.Text(await service.DraftAsync(new { plan, orders = new[] { notice } }), "state"));
    }

    [Fact]
    public async Task The_same_call_again_is_one_job()
    {
        await using var service = await StartAsync();
        service.Client.DefaultRequestHeaders.Add("Idempotency-Key", "eins");
        var docx = await File.ReadAllBytesAsync(TestService.Sample("yiyuan-2021-typed.docx"), TestService.Stop);
        var first = await service.PostFileAsync($"papers/filing?{Where}", docx, HttpStatusCode.Accepted);
        var second = await service.PostFileAsync($"papers/filing?{Where}", docx, HttpStatusCode.Accepted);
        Assert.Equal(TestService.Text(first, "id"), TestService.Text(second, "id"));
        await service.PostFileAsync("papers/filing?drive=共享", docx, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_PDF_goes_beside_where_it_is_asked_for()
    {
        await using var service = await StartAsync();
        if ((await service.GetAsync("info"))["hasPdf"]?.GetValue<bool>() != true)
            Assert.Skip("没有 LibreOffice，不能转换。");
        var docx = await File.ReadAllBytesAsync(TestService.Sample("yiyuan-2021-typed.docx"), TestService.Stop);
        var job = await service.EndAsync(await service.PostFileAsync($"papers/filing?{Where}&name=要点&withPdf=true", docx, HttpStatusCode.Accepted));
        Assert.Equal("done", TestService.Text(job, "state"));
        Assert.Single(Files(), file => file.EndsWith(".pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_must_not_or_cannot_be_filed_is_told_and_leaves_nothing()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan, orders = new[] { new { kind = "notice" } } });
        var id = TestService.Text(TestService.Items(await service.GetAsync($"documents?plan={plan}")).Single(), "id");
        var docx = await service.Client.GetByteArrayAsync($"documents/{id}/file", TestService.Stop);
        var secret = WordFile.Edited(docx, "<w:body>", "<w:body><w:p><w:r><w:t>机密★1年</w:t></w:r></w:p>");
        var loose = WordFile.Edited(secret, $"id=\"{TestService.Text(await service.GetAsync($"documents/{id}"), "identity")}\"", "id=\"000000000000\"", WordFile.Record);
        var jobs = (await service.GetAsync("jobs"))["total"]?.GetValue<int>();
        foreach (var path in new[] { "papers/filing/preview", "papers/filing" })
        {
            await AssertAsync($"{path}?{Where}", secret, HttpStatusCode.BadRequest, "paper-classified");
            await AssertAsync($"{path}?{Where}", loose, HttpStatusCode.BadRequest, "paper-classified");
            await AssertAsync($"{path}?drive=没有", docx, HttpStatusCode.NotFound, "drive-not-found");
            await AssertAsync($"{path}?{Where}&plan={Guid.NewGuid()}", docx, HttpStatusCode.NotFound, "not-found");
            await AssertAsync($"{path}?folder=甲", docx, HttpStatusCode.BadRequest, "request-invalid");
            await AssertAsync($"{path}?{Where}", "不是文档"u8.ToArray(), HttpStatusCode.UnprocessableEntity, null);
        }

        await AssertAsync("papers/filing/preview?drive=共享&folder=../外面", docx, HttpStatusCode.BadRequest, "drive-invalid");
        await service.PostAsync($"documents/{id}/withdraw", new { reason = "发错了" });
        foreach (var path in new[] { "papers/filing/preview", "papers/filing" })
            await AssertAsync($"{path}?{Where}", docx, HttpStatusCode.Conflict, "wrong-state");
        Assert.Empty(Files());
        Assert.Equal(jobs, (await service.GetAsync("jobs"))["total"]?.GetValue<int>());
        Assert.Equal("1", TestService.Text(await service.GetAsync($"documents/{id}"), "revision"));

        async Task AssertAsync(string path, byte[] file, HttpStatusCode status, string? code)
        {
            JsonNode problem = await service.PostFileAsync(path, file, status);
            Assert.NotEmpty(TestService.Text(problem, "detail"));
            if (code is not null)
                Assert.Equal(code, TestService.Text(problem, "code"));
        }
    }

    private Task<TestService> StartAsync(string store = "sqlite") =>
        TestService.StartAsync(store, settings => settings with { Drives = [new DriveSettings("共享", _share.FullName, null, WhenOther.Number)] });

    private List<string> Files() => [.. Directory.EnumerateFiles(_share.FullName, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_share.FullName, file).Replace('\\', '/')).Where(file => file != ".yiyuan-lock").Order(StringComparer.Ordinal)];
}
