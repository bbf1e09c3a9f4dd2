using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Tests.Access;

/// <summary>Keys, tokens and signatures reach neither logs nor traces.</summary>
public sealed class LogTests
{
    [Theory]
    [InlineData("/api/tasks", "", "/api/tasks")]
    [InlineData("/api/tasks", "?", "/api/tasks")]
    [InlineData("/api/tasks", "?page=2&code=SECRET&q=a", "/api/tasks?page=2&code=***&q=a")]
    [InlineData("/api", "?CODE=SECRET&Key=SECRET&access_token=SECRET&SIG=SECRET", "/api?CODE=***&Key=***&access_token=***&SIG=***")]
    [InlineData("/api", "?c%6Fde=SECRET&%63ode=SECRET&+code=SECRET&code%20=SECRET&code%00=SECRET", "/api?c%6Fde=***&%63ode=***&+code=***&code%20=***&code%00=***")]
    [InlineData("/api", "?code=SECRET=SECRET&code=SECRET", "/api?code=***&code=***")]
    [InlineData("/api", "?code=SECRET%26x", "/api?code=***")]
    [InlineData("/api", "?code&=x&keys=1", "/api?code&=x&keys=1")]
    [InlineData("/api", "?q=ys_SECRET&ys_SECRET&a=1", "/api?q=***&***&a=1")]
    [InlineData("/api/keys/ys_SECRET/x", "", "/api/keys/***/x")]
    [InlineData("/a\r\nb", "", "/a%0D%0Ab")]
    public void An_address_is_logged_without_its_secrets(string path, string query, string expected) =>
        Assert.Equal(expected, LogPath.Of(new PathString(path), new QueryString(query)));

    [Fact]
    public async Task A_request_leaves_no_secret_in_the_logs()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key | SignIn.Oidc, Oidc = issuer.Settings });
        var key = await server.KeyAsync(Roles.Drafter);
        var token = issuer.Sign(issuer.Claims("drafter"));
        const string Query = "?code=SECRET&key=SECRET&access_token=SECRET&sig=SECRET&x=ys_SECRET";
        foreach (var credential in new[] { $"Bearer {key}", $"Bearer {token}", "Bearer ys_SECRETSECRETSECRETSECRETSECRETSECRETSECRETSEC", "Bearer SECRET.SECRET.SECRET", "Basic SECRET" })
        {
            foreach (var path in new[] { "/api/drafter", "/api/administrator", "/api/fault", "/api/nothing", "/page" })
                (await server.GetAsync(path + Query, $"Authorization: {credential}", "x-functions-key: SECRET", "Cookie: a=SECRET", $"Referer: http://a/?code=SECRET")).Dispose();
            (await server.GetAsync("/api/drafter" + Query, "X-Api-Key: SECRET")).Dispose();
        }

        var lines = server.Logs.Lines;
        Assert.Contains(lines, line => line.Contains("GET /api/drafter?code=***&key=***&access_token=***&sig=***&x=*** 200", StringComparison.Ordinal));
        foreach (var secret in new[] { "SECRET", key, KeyText.HashOf(key), token, token.Split('.')[1] })
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_leaves_no_secret_in_the_traces()
    {
        var (spans, port) = (new SpanCapture(), 0);
        await using (var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key }, builder => builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddProcessor(spans).AddAspNetCoreInstrumentation(options =>
            {
                options.Filter = RequestTraces.IsWanted;
                options.EnrichWithHttpRequest = RequestTraces.Enrich;
            }))))
        {
            port = server.Address.Port;
            var key = await server.KeyAsync(Roles.Drafter);
            (await server.GetAsync("/api/drafter?code=SECRET&page=2", $"X-Api-Key: {key}", "x-functions-key: SECRET")).Dispose();
            (await server.GetAsync("/api/fault?sig=SECRET", "Authorization: Bearer ys_SECRET")).Dispose();
            (await server.GetAsync("/health/live?code=SECRET")).Dispose();
        }

        // The framework's spans are those of the whole process, other tests included.
        var own = spans.Tags.Where(tags => tags.Contains($"[server.port, {port}]", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, own.Count);
        Assert.Contains(own, tags => tags.Contains("[url.query, code=***&page=2]", StringComparison.Ordinal) && tags.Contains("[url.path, /api/drafter]", StringComparison.Ordinal));
        Assert.DoesNotContain(own, tags => tags.Contains("SECRET", StringComparison.Ordinal));
    }

    private sealed class SpanCapture : BaseProcessor<Activity>
    {
        public ConcurrentQueue<string> Tags { get; } = new();

        public override void OnEnd(Activity data) =>
            Tags.Enqueue($"{data.DisplayName} {string.Join(' ', data.TagObjects)} {string.Join(' ', data.Events.SelectMany(one => one.Tags))}");
    }
}
