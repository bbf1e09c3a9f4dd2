using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>One paper, looked at or inserted before it is a document of the ledger.</summary>
public sealed class DraftsTests
{
    private static readonly string[] Missing = ["99.9"];

    [Fact]
    public async Task A_paper_is_shown_line_by_line_and_nothing_is_stored_or_numbered()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        var task = TestService.Text(TestService.Items(await service.GetAsync($"tasks?plan={plan}"))[0], "number");

        var outline = await service.PostAsync("drafts/outline", new { plan, number = true, order = new { kind = "supervisionLetter", tasks = new[] { task }, date = "2021-03-05" } });
        Assert.Equal(($"{task} 督办函.docx", "督办函", "true"), (TestService.Text(outline, "name"), TestService.Text(outline, "kindName"), TestService.Text(outline, "bearsNumber")));
        var lines = (outline["lines"]?.AsArray() ?? []).OfType<JsonNode>().ToList();
        Assert.Equal(TestService.Text(outline, "title"), Line("title"));
        Assert.EndsWith("：", Line("addressee"), StringComparison.Ordinal);
        Assert.NotEmpty(Line("text"));
        Assert.Contains("2021年3月5日", lines.Where(line => TestService.Text(line, "style") == "signature").Select(line => TestService.Text(line, "text")));

        var sheet = await service.PostAsync("drafts/outline", new { plan, order = new { kind = "taskSheet", body = "县公安局" } });
        Assert.Equal("false", TestService.Text(sheet, "bearsNumber"));
        Assert.Contains(sheet["lines"]?.AsArray() ?? [], line => TestService.Text(line, "style") == "table");
        Assert.Empty(TestService.Items(await service.GetAsync("documents")));
        Assert.Empty(TestService.Items(await service.GetAsync("numbers")));
        string Line(string style) => TestService.Text(lines.First(line => TestService.Text(line, "style") == style), "text");
    }

    [Fact]
    public async Task A_paper_comes_as_a_file_or_as_a_fragment_with_its_record()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        var request = new { plan, order = new { kind = "notice", date = "2021-03-05" } };

        using var answer = await service.Client.PostAsync("drafts/file", JsonContent.Create(request), TestService.Stop);
        var docx = await answer.Content.ReadAsByteArrayAsync(TestService.Stop);
        WordFile.AssertValid(docx);
        Assert.Equal("通知.docx", answer.Content.Headers.ContentDisposition?.FileNameStar);

        var fragment = await service.PostAsync("drafts/fragment", request);
        WordFile.AssertValid(fragment["ooxml"]);
        Assert.Equal(WordFile.Text(docx, WordFile.Record), TestService.Text(fragment, "record").Replace(" fragment=\"true\"", "", StringComparison.Ordinal));
        Assert.Contains("关于印发", TestService.Text(fragment, "title"), StringComparison.Ordinal);
        Assert.Contains("共同抓好落实。", TestService.Text(fragment, "text"), StringComparison.Ordinal);
        Assert.Contains(":allocation\"", TestService.Text(fragment, "ooxml"), StringComparison.Ordinal);
        Assert.DoesNotContain("sectPr", TestService.Text(fragment, "ooxml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_pages_are_shown_where_LibreOffice_is()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        var hasPdf = (await service.GetAsync("info"))["hasPdf"]?.GetValue<bool>() == true;
        var request = new { plan, order = new { kind = "taskSheet", body = "县公安局" } };
        Assert.Equal(hasPdf, (await service.PostAsync("drafts/outline", request))["hasPdf"]?.GetValue<bool>());
        using var answer = await service.Client.PostAsync("drafts/pdf", JsonContent.Create(request), TestService.Stop);
        Assert.Equal(hasPdf ? HttpStatusCode.OK : HttpStatusCode.NotImplemented, answer.StatusCode);
        if (hasPdf)
            Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestService.Stop)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outline")]
    [InlineData("pdf")]
    [InlineData("file")]
    [InlineData("fragment")]
    public async Task What_cannot_be_made_is_told(string what)
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        await AssertAsync(new { plan, order = new { kind = "ledger" } }, HttpStatusCode.Conflict, "wrong-state");
        await AssertAsync(new { plan = Guid.NewGuid(), order = new { kind = "notice" } }, HttpStatusCode.NotFound, "not-found");
        await AssertAsync(new { plan, order = new { kind = "supervisionLetter", tasks = Missing } }, HttpStatusCode.BadRequest, "task-unknown");
        await AssertAsync(new { plan, order = new { kind = "bulletin" } }, HttpStatusCode.BadRequest, "order-invalid");
        await AssertAsync(new { plan, order = new { kind = "notice", elements = new { classification = "机密" } } }, HttpStatusCode.BadRequest, "paper-classified");
        await AssertAsync(new { plan, order = new { kind = "poem" } }, HttpStatusCode.BadRequest, "request-invalid");
        await AssertAsync(new { plan }, HttpStatusCode.BadRequest, "request-invalid");

        // An office without 机关代字 hears of it before anything is made.
        const string Elsewhere = "清水县2022年安全生产工作要点\n\n一、压实责任\n\n1.建立清单。6月底前建立清单。（县应急局负责）\n";
        var other = TestService.Text(await service.ImportAsync(Encoding.UTF8.GetBytes(Elsewhere), "要点.txt"), "planId");
        await AssertAsync(new { plan = other, number = true, order = new { kind = "notice" } }, HttpStatusCode.BadRequest, "invalid");

        async Task AssertAsync(object request, HttpStatusCode status, string code) =>
            Assert.Equal(code, TestService.Text(await service.PostAsync($"drafts/{what}", request, status), "code"));
    }
}
