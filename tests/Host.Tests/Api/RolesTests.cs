using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>Every endpoint with every role, and the rows that a reader sees.</summary>
public sealed class RolesTests
{
    private static readonly string[] Callers = ["", .. Roles.All];

    /// <summary>Every operation of the committed description with every caller.</summary>
    public static TheoryData<string, string, string> Calls()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (path, operations) in Description()["paths"]?.AsObject() ?? [])
        {
            foreach (var (method, _) in operations?.AsObject() ?? [])
            {
                foreach (var caller in Callers)
                    data.Add(method.ToUpperInvariant(), path, caller);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task An_endpoint_answers_its_role_and_higher_ones_alone(string method, string path, string caller)
    {
        var service = await KeyedService.Shared.Value;
        var operation = Description()["paths"]?[path]?[method.ToLowerInvariant()];
        var needed = operation?["x-role"]?.ToString();
        using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{id}", path.EndsWith("/settle", StringComparison.Ordinal) ? "0" : Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{kind}", "notice", StringComparison.Ordinal));
        if (method is "POST" or "PATCH")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, operation?["requestBody"]?["content"]?.AsObject().First().Key ?? "application/json");
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        }

        if (caller.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.Keys[caller]);
        using var answer = await service.Service.Client.SendAsync(request, TestService.Stop);
        var expected = needed is null ? "pass" : caller.Length == 0 ? "401" : Roles.AtLeast(needed).Contains(caller) ? "pass" : "403";
        var status = (int)answer.StatusCode;
        Assert.Equal(expected, status is 401 or 403 ? $"{status}" : "pass");
        Assert.True(status < 500, $"{status}");
        if (status >= 400)
            Assert.NotEmpty(TestService.Text(JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestService.Stop)), "code"));
    }

    [Fact]
    public async Task A_reader_sees_the_rows_of_its_own_body()
    {
        await using var keyed = await KeyedService.StartAsync();
        var service = keyed.Service;
        keyed.CallAs(Roles.Drafter);
        var plan = await service.ImportSampleAsync();
        await service.DraftAsync(new { plan });
        var all = TestService.Items(await service.GetAsync($"tasks?plan={plan}&limit=500"));
        var papers = TestService.Items(await service.GetAsync($"documents?plan={plan}&limit=500"));

        keyed.CallAs(Roles.Reader);
        var own = TestService.Items(await service.GetAsync($"tasks?plan={plan}&limit=500"));
        Assert.InRange(own.Count, 1, all.Count - 1);
        var ids = own.Select(task => TestService.Text(task, "id")).ToHashSet(StringComparer.Ordinal);
        foreach (var task in all)
        {
            var mine = ids.Contains(TestService.Text(task, "id"));
            if ((task["parties"]?.AsArray() ?? []).Any(party => TestService.Text(party, "body") == KeyedService.Body))
                Assert.True(mine);
            await service.GetAsync($"tasks/{TestService.Text(task, "id")}", mine ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        }

        var matrix = await service.GetAsync($"plans/{plan}/matrix");
        Assert.Equal(own.Select(task => TestService.Text(task, "number")), (matrix["tasks"]?.AsArray() ?? []).Select(task => TestService.Text(task, "number")));
        var seen = TestService.Items(await service.GetAsync($"documents?plan={plan}&limit=500"));
        Assert.All(seen, paper => Assert.Contains(TestService.Text(paper, "body"), new[] { "", KeyedService.Body }));
        Assert.Contains(seen, paper => TestService.Text(paper, "body") == KeyedService.Body);
        Assert.DoesNotContain(seen, paper => TestService.Text(paper, "kind") == "ledger");
        var hidden = papers.First(paper => TestService.Text(paper, "kind") == "ledger");
        await service.GetAsync($"documents/{TestService.Text(hidden, "id")}/file", HttpStatusCode.NotFound);
        using var zip = new System.IO.Compression.ZipArchive(await service.Client.GetStreamAsync($"plans/{plan}/documents.zip", TestService.Stop));
        Assert.Equal(seen.Select(paper => TestService.Text(paper, "path")).Order(), zip.Entries.Select(entry => entry.FullName).Order());
    }

    private static JsonNode Description() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(TestService.Root(), "addin", "src", "api", "openapi.json"))) ?? throw new InvalidOperationException();
}
