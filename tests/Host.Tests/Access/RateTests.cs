using System.Net;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Tests.Access;

public sealed class RateTests
{
    private const string BadKey = "Authorization: Bearer ys_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    [Fact]
    public async Task A_caller_who_asks_too_often_has_to_wait_and_others_need_not()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key, RateLimit = new() { PerMinute = 1, Burst = 3 } });
        var (one, two) = ($"X-Api-Key: {await server.KeyAsync(Roles.Drafter, "一")}", $"X-Api-Key: {await server.KeyAsync(Roles.Drafter, "二")}");
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/api/drafter", one));

        using (var response = await server.GetAsync("/api/drafter", one))
        {
            Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-requests"), (response.StatusCode, await response.CodeAsync()));
            Assert.InRange(response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/api/drafter", two));
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/health/live", one));
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_counted_by_address()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key, RateLimit = new() { PerMinute = 1, Burst = 2 } });
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/page", "Test-Remote: 2001:db8::1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/page", "Test-Remote: 2001:db8::2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(server, "/page", "Test-Remote: 2001:db8::3"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/page", "Test-Remote: 2001:db8:0:1::1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/page", "Test-Remote: 10.1.1.1"));
    }

    [Fact]
    public async Task The_bucket_fills_at_the_rate_that_is_set()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key, RateLimit = new() { PerMinute = 1200, Burst = 5 } });
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 60; i++)
            answers.Add(await StatusAsync(server, "/page", "Test-Remote: 10.1.1.1"));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        await Task.Delay(TimeSpan.FromSeconds(0.5), TestContext.Current.CancellationToken);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/page", "Test-Remote: 10.1.1.1"));
    }

    [Fact]
    public async Task Failed_sign_ins_are_limited_by_address_and_good_callers_there_still_pass()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key, RateLimit = new() { FailuresPerMinute = 3 } });
        var good = $"X-Api-Key: {await server.KeyAsync(Roles.Drafter)}";
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/api/drafter", good));
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, "/api/drafter", BadKey));

        using (var response = await server.GetAsync("/api/drafter", BadKey))
        {
            Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-failures"), (response.StatusCode, await response.CodeAsync()));
            Assert.InRange(response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        }

        server.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/api/drafter", good));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, "/api/drafter", BadKey, "Test-Remote: 10.1.1.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, "/api/drafter"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/health/live", BadKey));
    }

    private static async Task<HttpStatusCode> StatusAsync(AccessServer server, string path, params string[] headers)
    {
        using var response = await server.GetAsync(path, headers);
        return response.StatusCode;
    }
}
