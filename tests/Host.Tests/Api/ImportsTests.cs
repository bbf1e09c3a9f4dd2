using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>Bringing documents in, what is to be checked in them, and corrections.</summary>
public sealed class ImportsTests
{
    private const string Head = "沂源县2021年安全生产工作要点\n\n一、压实责任\n\n";
    private const string First = "1.建立清单。6月底前建立“一企一策”清单。（县应急局牵头，县公安局负责）\n";
    private const string Second = "2.开展培训。组织企业负责人培训。（县教育和体育局负责）\n";

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task The_same_file_again_changes_nothing(string store)
    {
        await using var service = await TestService.StartAsync(store);
        var plan = await service.ImportSampleAsync();
        var again = await service.ImportAsync(await File.ReadAllBytesAsync(TestService.Sample("yiyuan-2021-numbered.docx"), TestService.Stop), "又一次.docx");
        Assert.Equal(plan, TestService.Text(again, "planId"));
        Assert.True(again["result"]?["isRepeat"]?.GetValue<bool>());
        Assert.Single(TestService.Items(await service.GetAsync("plans")));
        Assert.Equal(60, (await service.GetAsync($"tasks?plan={plan}"))["total"]?.GetValue<int>());
    }

    [Fact]
    public async Task A_revision_keeps_changes_and_closes()
    {
        await using var service = await TestService.StartAsync();
        var first = await service.ImportAsync(Bytes(Head + First + Second), "要点.txt");
        var plan = TestService.Text(first, "planId");
        var before = TestService.Items(await service.GetAsync($"tasks?plan={plan}"));
        Assert.Equal(2, before.Count);

        const string Changed = "1.建立清单。9月底前建立“一企一策”清单。（县应急局牵头，县公安局负责）\n";
        const string Added = "2.检查隐患。每月检查一次。（县交通运输局负责）\n";
        var second = await service.ImportAsync(Bytes(Head + Changed + Added), "修订.txt", $"&plan={plan}");
        Assert.Equal(plan, TestService.Text(second, "planId"));
        Assert.Equal((1, 1, 1), (Count("added"), Count("changed"), Count("closed")));
        var kept = await service.GetAsync($"tasks/{TestService.Text(before[0], "id")}");
        Assert.Contains("9月底前", TestService.Text(kept, "text"), StringComparison.Ordinal);
        var gone = await service.GetAsync($"tasks/{TestService.Text(before[1], "id")}");
        Assert.Equal("closed", TestService.Text(gone, "state"));
        Assert.Equal(2, (await service.GetAsync($"imports?plan={plan}"))["total"]?.GetValue<int>());
        Assert.Equal(2, (await service.GetAsync($"plans/{plan}"))["revision"]?.GetValue<int>());
        int Count(string member) => second["result"]?[member]?.GetValue<int>() ?? -1;
    }

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task A_doubtful_body_is_corrected_everywhere_and_kept_as_an_alias(string store)
    {
        await using var service = await TestService.StartAsync(store);
        var plan = await service.ImportSampleAsync();
        var import = TestService.Items(await service.GetAsync($"imports?plan={plan}"))[0];
        var finding = Assert.Single(TestService.Items(await service.GetAsync($"imports/{TestService.Text(import, "id")}/findings")));
        var mention = TestService.Text(finding["doubt"], "mention");
        var body = finding["doubt"]?["suggestions"]?[0]?.ToString();
        Assert.Equal(("县综合行政管理局", "县综合行政执法局"), (mention, body));
        Assert.Contains(mention, TestService.Text(finding, "source"), StringComparison.Ordinal);

        var done = await service.PostAsync($"plans/{plan}/corrections", new { mention, body, keepAlias = true });
        Assert.Equal("{\"tasks\":1,\"findings\":1,\"aliasKept\":true}", done.ToJsonString());
        Assert.NotEmpty(TestService.Text(TestService.Items(await service.GetAsync($"imports/{TestService.Text(import, "id")}/findings"))[0], "settledBy"));
        Assert.Equal(0, (await service.GetAsync($"plans/{plan}"))["openFindings"]?.GetValue<int>());
        var directory = await service.GetAsync("directory");
        Assert.Contains(directory["bodies"]?.AsArray() ?? [], one => TestService.Text(one, "name") == body && (one?["aliases"]?.AsArray() ?? []).Any(alias => alias?.ToString() == mention));

        // The alias is used from now on: the same text has no doubt any more.
        var revised = await service.ImportAsync(await File.ReadAllBytesAsync(TestService.Sample("yiyuan-2021.txt"), TestService.Stop), "文本.txt", $"&plan={plan}");
        Assert.Equal("done", TestService.Text(revised, "state"));
        Assert.Equal(0, (await service.GetAsync($"plans/{plan}"))["openFindings"]?.GetValue<int>());
        await service.PostAsync($"plans/{plan}/corrections", new { mention = "没有这样写的", body }, HttpStatusCode.NotFound);
        await service.PostAsync($"plans/{Guid.NewGuid()}/corrections", new { mention, body }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_source_comes_back_as_it_went_in()
    {
        await using var service = await TestService.StartAsync();
        var plan = await service.ImportSampleAsync();
        var import = TestService.Items(await service.GetAsync($"imports?plan={plan}"))[0];
        Assert.Equal(
            await File.ReadAllBytesAsync(TestService.Sample("yiyuan-2021-numbered.docx"), TestService.Stop),
            await service.Client.GetByteArrayAsync($"imports/{TestService.Text(import, "id")}/source", TestService.Stop));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 broken", "坏.docx")]
    [InlineData("MZ\u0090\u0000\u0003", "程序.exe")]
    [InlineData("", "空.txt")]
    public async Task A_file_that_cannot_be_read_fails_with_a_sentence_and_leaves_nothing(string content, string name)
    {
        await using var service = await TestService.StartAsync();
        var job = await service.ImportAsync(Encoding.Latin1.GetBytes(content), name);
        Assert.Equal("failed", TestService.Text(job, "state"));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", TestService.Text(job, "error"));
        Assert.Empty(TestService.Items(await service.GetAsync("plans")));
    }

    [Theory]
    [InlineData("imports")]
    [InlineData("imports?name=")]
    [InlineData("imports?name=%0A")]
    [InlineData("imports?name=..%2F..%2F")]
    public async Task A_file_needs_a_name(string path)
    {
        await using var service = await TestService.StartAsync();
        using var body = new ByteArrayContent(Bytes(Head + First));
        body.Headers.ContentType = new("application/octet-stream");
        using var answer = await service.Client.PostAsync(path, body, TestService.Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_over_the_limit_is_not_taken_whether_it_tells_its_length_or_not(bool tells)
    {
        await using var service = await TestService.StartAsync(change: settings => settings with { Limits = new() { MaxUploadBytes = 100_000 } });
        using var request = new HttpRequestMessage(HttpMethod.Post, "imports?name=a.txt") { Content = new ByteArrayContent(new byte[200_000]) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Headers.TransferEncodingChunked = !tells;
        using var answer = await service.Client.SendAsync(request, TestService.Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("too-large", TestService.Text(JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestService.Stop)), "code"));
        Assert.Empty(TestService.Items(await service.GetAsync("jobs")));
    }

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task The_same_call_again_or_at_the_same_moment_is_carried_out_once(string store)
    {
        await using var service = await TestService.StartAsync(store);
        var jobs = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "imports?name=a.txt") { Content = new ByteArrayContent(Bytes(Head + First)) };
            request.Content.Headers.ContentType = new("application/octet-stream");
            request.Headers.Add("Idempotency-Key", "k1");
            using var answer = await service.Client.SendAsync(request, TestService.Stop);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            return TestService.Text(JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestService.Stop)), "id");
        }));
        Assert.Single(jobs.Distinct());
        Assert.Single(TestService.Items(await service.GetAsync("jobs")));

        using var other = new HttpRequestMessage(HttpMethod.Post, "imports?name=b.txt") { Content = new ByteArrayContent(Bytes(Head + Second)) };
        other.Content.Headers.ContentType = new("application/octet-stream");
        other.Headers.Add("Idempotency-Key", "k1");
        using var refused = await service.Client.SendAsync(other, TestService.Stop);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
