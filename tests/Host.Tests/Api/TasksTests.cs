using System.Net;
using System.Text.Json.Nodes;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>Finding, paging and editing tasks over HTTP, on both stores.</summary>
public sealed class TasksTests
{
    private static readonly string[] Searched = ["title", "text", "responsibility"];

    public static TheoryData<string, string> SortsOnBothStores()
    {
        var data = new TheoryData<string, string>();
        foreach (var store in new[] { "sqlite", "postgres" })
        {
            foreach (var sort in new[] { "number", "-number", "due", "-due" })
                data.Add(store, sort);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(SortsOnBothStores))]
    public async Task Pages_put_together_are_the_whole_list_in_order(string store, string sort)
    {
        await using var service = await TestService.StartAsync(store);
        var plan = await service.ImportSampleAsync();

        // Some days that are equal, some missing: what the order must cope with.
        var tasks = TestService.Items(await service.GetAsync($"tasks?plan={plan}&limit=500"));
        foreach (var (task, i) in tasks.Take(12).Select((task, i) => (task, i)))
            await EditAsync(service, task, new { reason = "测试", deadlines = new[] { new { text = "时限", due = $"2021-0{1 + (i % 3)}-15" } } });
        var whole = TestService.Items(await service.GetAsync($"tasks?plan={plan}&sort={sort}&limit=500")).ConvertAll(task => TestService.Text(task, "id"));
        Assert.Equal(tasks.Count, whole.Distinct().Count());

        List<string> pieces = [];
        for (var cursor = ""; cursor is not null;)
        {
            var page = await service.GetAsync($"tasks?plan={plan}&sort={sort}&limit=7&cursor={cursor}");
            Assert.Equal(whole.Count, page["total"]?.GetValue<int>());
            pieces.AddRange(TestService.Items(page).Select(task => TestService.Text(task, "id")));
            cursor = page["next"]?.GetValue<string>();
        }

        Assert.Equal(whole, pieces);
        var dues = TestService.Items(await service.GetAsync($"tasks?plan={plan}&sort={sort}&limit=500"))
            .ConvertAll(task => task["deadlines"]?.AsArray().Select(deadline => deadline?["due"]?.ToString()).Where(due => due is not null).Min() ?? "9999");
        if (sort == "due")
            Assert.Equal(dues.Order(StringComparer.Ordinal), dues);
    }

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task Every_filter_keeps_what_it_asks_for_and_nothing_else(string store)
    {
        await using var service = await TestService.StartAsync(store);
        var plan = await service.ImportSampleAsync();
        var all = TestService.Items(await service.GetAsync($"tasks?plan={plan}&limit=500"));
        Assert.Equal(60, all.Count);
        await AssertAsync($"body={Uri.EscapeDataString("县应急局")}", task => Parties(task).Any(party => TestService.Text(party, "body") == "县应急局"));
        await AssertAsync($"body={Uri.EscapeDataString("县应急局")}&role=lead", task => Parties(task).Any(party => TestService.Text(party, "body") == "县应急局" && TestService.Text(party, "role") == "lead"));
        await AssertAsync("role=responsible", task => Parties(task).Any(party => TestService.Text(party, "role") == "responsible"));
        var section = TestService.Text(all[20], "section");
        await AssertAsync($"section={Uri.EscapeDataString(section)}", task => TestService.Text(task, "section") == section);
        await AssertAsync($"q={Uri.EscapeDataString("企业 安全")}", task => Has(task, "企业") && Has(task, "安全"));
        Assert.Empty(TestService.Items(await service.GetAsync($"tasks?plan={plan}&state=closed")));
        Assert.Empty(TestService.Items(await service.GetAsync($"tasks?plan={Guid.NewGuid()}")));

        async Task AssertAsync(string query, Func<JsonNode, bool> isWanted)
        {
            var expected = all.Where(isWanted).Select(task => TestService.Text(task, "number")).ToList();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, TestService.Items(await service.GetAsync($"tasks?plan={plan}&limit=500&{query}")).Select(task => TestService.Text(task, "number")));
        }
    }

    [Theory]
    [InlineData("sort=title")]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    [InlineData("cursor=zzz")]
    [InlineData("role=boss")]
    [InlineData("role=1")]
    [InlineData("dueFrom=yesterday")]
    [InlineData("plan=12")]
    public async Task A_question_that_cannot_be_understood_is_told(string query)
    {
        await using var service = await TestService.StartAsync();
        var problem = await service.GetAsync($"tasks?{query}", HttpStatusCode.BadRequest);
        Assert.EndsWith("invalid", TestService.Text(problem, "code"), StringComparison.Ordinal);

        // What is wrong and what to do, not just that something is.
        Assert.Matches(@"^(?!请求不对).*\p{IsCJKUnifiedIdeographs}.*。$", TestService.Text(problem, "detail"));
        Assert.NotEmpty(TestService.Text(problem, "requestId"));
    }

    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task A_stale_edit_gets_the_current_state_and_can_be_sent_again(string store)
    {
        await using var service = await TestService.StartAsync(store);
        var task = TestService.Items(await service.GetAsync($"tasks?plan={await service.ImportSampleAsync()}"))[0];
        var path = $"tasks/{TestService.Text(task, "id")}";
        var seen = ("If-Match", $"\"{TestService.Text(task, "version")}\"");
        var edited = await service.SendAsync(HttpMethod.Patch, path, new { reason = "领导批示", title = "新标题" }, HttpStatusCode.OK, seen);
        Assert.Equal("新标题", TestService.Text(edited, "title"));

        var stale = await service.SendAsync(HttpMethod.Patch, path, new { reason = "另一人", title = "另一标题" }, HttpStatusCode.PreconditionFailed, seen);
        Assert.Equal("stale", TestService.Text(stale, "code"));
        Assert.Equal("新标题", TestService.Text(stale["current"], "title"));
        var again = ("If-Match", $"\"{TestService.Text(stale["current"], "version")}\"");
        await service.SendAsync(HttpMethod.Patch, path, new { reason = "另一人", title = "另一标题" }, HttpStatusCode.OK, again);

        var history = TestService.Items(await service.GetAsync(path + "/history"));
        Assert.Equal(["另一人", "领导批示"], history.Where(entry => TestService.Text(entry, "reason").Length > 0).Select(entry => TestService.Text(entry, "reason")));
        Assert.Contains("新标题", TestService.Text(history[0], "before"), StringComparison.Ordinal);
        Assert.Contains("另一标题", TestService.Text(history[0], "after"), StringComparison.Ordinal);
        Assert.Equal("本机用户", TestService.Text(history[0], "by"));
    }

    [Fact]
    public async Task An_edit_needs_a_version_a_reason_and_known_members()
    {
        await using var service = await TestService.StartAsync();
        var task = TestService.Items(await service.GetAsync($"tasks?plan={await service.ImportSampleAsync()}"))[0];
        var path = $"tasks/{TestService.Text(task, "id")}";
        var seen = ("If-Match", $"\"{TestService.Text(task, "version")}\"");
        await service.SendAsync(HttpMethod.Patch, path, new { reason = "理由", title = "新" }, (HttpStatusCode)428);
        await service.SendAsync(HttpMethod.Patch, path, new { reason = " ", title = "新" }, HttpStatusCode.BadRequest, seen);
        await service.SendAsync(HttpMethod.Patch, path, new { title = "新" }, HttpStatusCode.BadRequest, seen);
        await service.SendAsync(HttpMethod.Patch, path, new { reason = "理由", titel = "新" }, HttpStatusCode.BadRequest, seen);
        await service.SendAsync(HttpMethod.Patch, path, new { reason = "理由", parties = new[] { new { role = "boss", mention = "甲", body = "甲", isGroup = false } } }, HttpStatusCode.BadRequest, seen);
        await service.SendAsync(HttpMethod.Patch, $"tasks/{Guid.NewGuid()}", new { reason = "理由", title = "新" }, HttpStatusCode.NotFound, seen);
        Assert.Equal(TestService.Text(task, "version"), TestService.Text(await service.GetAsync(path), "version"));
    }

    private static async Task EditAsync(TestService service, JsonNode task, object edit) => await service.SendAsync(
        HttpMethod.Patch, $"tasks/{TestService.Text(task, "id")}", edit, HttpStatusCode.OK, ("If-Match", $"\"{TestService.Text(task, "version")}\""));

    private static IEnumerable<JsonNode> Parties(JsonNode task) => (task["parties"]?.AsArray() ?? []).OfType<JsonNode>();

    private static bool Has(JsonNode task, string word) =>
        Searched.Any(member => TestService.Text(task, member).Contains(word, StringComparison.Ordinal));
}
