using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Access;
using IPNetwork = System.Net.IPNetwork;

namespace YiyuanSafety.Host.Tests.Access;

/// <summary>Only a trusted proxy's word about the caller's address counts.</summary>
public sealed class ForwardedTests
{
    [Theory]
    [InlineData("", "10.1.1.1", "203.0.113.9", "10.1.1.1 http")]
    [InlineData("", "127.0.0.1", "203.0.113.9", "127.0.0.1 http")]
    [InlineData("10.0.0.0/24", "10.1.1.1", "203.0.113.9", "10.1.1.1 http")]
    [InlineData("10.0.0.0/24", "127.0.0.1", "203.0.113.9", "127.0.0.1 http")]
    [InlineData("10.0.0.0/24", "10.0.0.7", "203.0.113.9", "203.0.113.9 https")]
    [InlineData("10.0.0.0/24", "::ffff:10.0.0.7", "203.0.113.9", "203.0.113.9 https")]
    [InlineData("10.0.0.0/24", "10.0.0.7", "1.2.3.4, 203.0.113.9", "203.0.113.9 https")]
    [InlineData("10.0.0.0/24", "10.0.0.7", "203.0.113.9, 10.0.0.8", "203.0.113.9 https")]
    public async Task Headers_count_from_a_trusted_proxy_alone(string trusted, string remote, string forwarded, string seen)
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key, TrustedProxies = Networks(trusted) });
        Assert.Equal(seen, await FromAsync(server, remote, forwarded));
    }

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9 https")]
    [InlineData("10.1.1.1", "10.1.1.1 http")]
    public async Task Under_Azure_Functions_its_host_on_this_machine_is_believed(string remote, string seen)
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key, UnderFunctions = true });
        Assert.Equal(seen, await FromAsync(server, remote, "203.0.113.9"));
    }

    [Fact]
    public async Task The_framework_switch_that_believes_everybody_changes_nothing()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key }, builder =>
            builder.Services.Configure<ForwardedHeadersOptions>(options =>
            {
                // What ASPNETCORE_FORWARDEDHEADERS_ENABLED does.
                options.ForwardedHeaders = ForwardedHeaders.All;
                options.KnownIPNetworks.Clear();
                options.KnownProxies.Clear();
            }));
        Assert.Equal("10.1.1.1 http", await FromAsync(server, "10.1.1.1", "203.0.113.9"));
    }

    private static async Task<string> FromAsync(AccessServer server, string remote, string forwarded)
    {
        using var response = await server.GetAsync(
            "/api/from", $"{AccessServer.RemoteHeader}: {remote}", $"X-Forwarded-For: {forwarded}", "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static List<IPNetwork> Networks(string text) => text.Length > 0 ? [IPNetwork.Parse(text)] : [];
}
