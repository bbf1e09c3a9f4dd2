using System.Net;
using System.Text.Json.Nodes;
using YiyuanSafety.Host.Api.Description;
using YiyuanSafety.Host.Cli;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>What the service says of itself: OpenAPI, its page, health, problems of addresses that are not there.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public async Task The_committed_description_and_table_are_those_of_this_program()
    {
        var text = await OpenApiCommand.DescribeAsync(TestService.Stop);
        Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(TestService.Root(), "addin", "src", "api", "openapi.json"), TestService.Stop));
        Assert.Equal(ApiTable.Of(Parsed(text)), await File.ReadAllTextAsync(Path.Combine(TestService.Root(), "docs", "api.md"), TestService.Stop));
    }

    [Fact]
    public async Task Every_operation_tells_what_it_does_for_whom_and_how_it_fails()
    {
        var description = Parsed(await OpenApiCommand.DescribeAsync(TestService.Stop));
        Assert.StartsWith("3.1", TestService.Text(description, "openapi"), StringComparison.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, operations) in description["paths"]?.AsObject() ?? [])
        {
            foreach (var (method, operation) in operations?.AsObject() ?? [])
            {
                Assert.True(names.Add(TestService.Text(operation, "operationId")), path);
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", TestService.Text(operation, "summary"));
                Assert.NotEmpty(operation?["tags"]?.AsArray() ?? []);
                var responses = operation?["responses"]?.AsObject() ?? [];
                Assert.All(responses.Where(response => response.Key[0] is '4' or '5'), response => Assert.NotNull(response.Value?["content"]?["application/problem+json"]));
                if (path != "/api/v1/info")
                    Assert.NotEmpty(TestService.Text(operation, "x-role"));
                if (method == "patch")
                    Assert.Contains("412", responses.Select(response => response.Key));
            }
        }
    }

    [Fact]
    public async Task The_page_to_browse_needs_nothing_from_elsewhere()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Client.GetAsync("/api/docs/", TestService.Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestService.Stop);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", answer.Headers.GetValues("Content-Security-Policy").Single().Split(';').Single(part => part.Contains("script-src", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("3.1.1", TestService.Text(await service.GetAsync("openapi.json"), "openapi"));
    }

    [Theory]
    [InlineData("GET", "nothing", HttpStatusCode.NotFound, "not-found")]
    [InlineData("DELETE", "tasks", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("GET", "tasks/12", HttpStatusCode.NotFound, "not-found")]
    [InlineData("POST", "Jobs", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    public async Task An_address_that_is_not_there_is_a_problem_like_any_other(string method, string path, HttpStatusCode status, string code)
    {
        await using var service = await TestService.StartAsync();
        var problem = await service.SendAsync(new HttpMethod(method), path, null, status);
        Assert.Equal(code, TestService.Text(problem, "code"));
        Assert.NotEmpty(TestService.Text(problem, "requestId"));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", TestService.Text(problem, "detail"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/api/health/live")]
    [InlineData("/api/health/ready")]
    public async Task A_healthy_service_says_so(string path)
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal("healthy", TestService.Text(await service.GetAsync(path), "status"));
    }

    [Fact]
    public async Task A_service_whose_files_cannot_be_written_is_alive_and_not_ready()
    {
        await using var service = await TestService.StartAsync(parts: services =>
            services.Add(new(typeof(YiyuanSafety.Ledger.Bytes.IByteStore), new YiyuanSafety.Ledger.Bytes.FolderBytes("/dev/null/files"))));
        await service.GetAsync("/health/live");
        var ready = await service.GetAsync("/health/ready", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("unhealthy", TestService.Text(ready, "status"));
        Assert.NotEqual("ok", TestService.Text(ready["parts"], "bytes"));
        Assert.Equal("ok", TestService.Text(ready["parts"], "store"));
    }

    private static JsonNode Parsed(string text) => JsonNode.Parse(text) ?? throw new InvalidOperationException();
}
