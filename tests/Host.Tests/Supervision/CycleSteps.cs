using System.Net;
using System.Text.Json.Nodes;
using YiyuanSafety.Host.Tests.Api;
using YiyuanSafety.Host.Work;

namespace YiyuanSafety.Host.Tests.Supervision;

/// <summary>Single steps of the cycle, as the page takes them.</summary>
internal static class CycleSteps
{
    // The sample, with one task that is the emergency bureau's alone and due on a day.
    public static async Task<(string Plan, string Task)> PlanAsync(TestService service, string due)
    {
        var plan = await service.ImportSampleAsync();
        var task = TestService.Items(await service.GetAsync($"tasks?plan={plan}&limit=1"))[0];
        var edit = new
        {
            reason = "测试",
            parties = new[] { new { role = "lead", mention = "", body = "县应急局", isGroup = false } },
            deadlines = new[] { new { text = "限期", due } },
        };
        await service.SendAsync(HttpMethod.Patch, $"tasks/{TestService.Text(task, "id")}", edit, HttpStatusCode.OK, ("If-Match", $"\"{task["version"]}\""));
        return (plan, TestService.Text(task, "id"));
    }

    // Everything else is reported as done, so that one task is left to press for.
    public static async Task MuteAsync(TestService service, string plan, string task)
    {
        var others = new List<object>();
        for (var cursor = ""; ;)
        {
            var page = await service.GetAsync($"plans/{plan}/parts?limit=500&cursor={cursor}");
            others.AddRange(TestService.Items(page).Where(part => TestService.Text(part, "taskId") != task)
                .Select(part => new { taskId = TestService.Text(part, "taskId"), body = TestService.Text(part, "body"), state = "notApplicable", progress = "测试" }));
            cursor = TestService.Text(page, "next");
            if (cursor.Length == 0)
                break;
        }

        await service.PostAsync($"plans/{plan}/reports", new { reports = others });
    }

    public static async Task<List<JsonNode>> PartsAsync(TestService service, string plan, string task) => TestService.Items(await service.GetAsync($"plans/{plan}/parts?task={task}"));

    public static async Task<List<string>> ProposalsAsync(TestService service, string plan) =>
        [.. TestService.Items(await service.GetAsync($"plans/{plan}/letters/proposals")).Select(one => $"{TestService.Text(one, "step")} {TestService.Text(one, "body")}")];

    public static async Task<string> PrepareAsync(TestService service, string plan)
    {
        await EndAsync(service, await service.PostAsync($"plans/{plan}/letters", new { }, HttpStatusCode.Accepted));
        return plan;
    }

    public static async Task EndAsync(TestService service, JsonNode job)
    {
        var end = await service.EndAsync(job);
        Assert.True(TestService.Text(end, "state") == "done", end.ToJsonString());
    }

    public static async Task<List<JsonNode>> LettersAsync(TestService service, string plan) => TestService.Items(await service.GetAsync($"plans/{plan}/letters"));

    // The newest one.
    public static async Task<JsonNode> LetterAsync(TestService service, string plan) => (await LettersAsync(service, plan))[0];

    public static async Task<string> WordsAsync(TestService service, JsonNode letter)
    {
        var docx = await service.Client.GetByteArrayAsync($"documents/{TestService.Text(letter, "documentId")}/file", TestService.Stop);
        return WordFile.Text(docx);
    }

    public static async Task<JsonNode> UploadAsync(TestService service, string name, string content)
    {
        using var body = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        body.Headers.ContentType = new("application/octet-stream");
        using var answer = await service.Client.PostAsync($"evidence?name={Uri.EscapeDataString(name)}", body, TestService.Stop);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestService.Stop)) ?? "";
    }

    public static async Task SweepAsync(TestService service)
    {
        await service.Part<Sweep>().RunAsync(TestService.Stop);

        // The drafts are made before anybody looks.
        foreach (var job in TestService.Items(await service.GetAsync("jobs")))
            await EndAsync(service, job);
    }

    public static int Count(JsonNode progress, string state) => int.Parse(progress["figures"]?["parts"]?[state]?.ToString() ?? "", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A plan with one task that is open, due on a day, and the letters that are drafted about it.</summary>
    public static async Task<(string Plan, string[] Letters)> DraftedAsync(TestService service, string due)
    {
        var (plan, task) = await PlanAsync(service, due);
        await MuteAsync(service, plan, task);
        await PrepareAsync(service, plan);
        return (plan, [.. (await LettersAsync(service, plan)).Select(letter => TestService.Text(letter, "id"))]);
    }
}
