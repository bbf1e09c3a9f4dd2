using System.Net;
using System.Net.Http.Json;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Tests.Access;

/// <summary>Where nobody signs in, only the person at the machine gets in, and no foreign page in their browser.</summary>
public sealed class LocalUserTests
{
    [Theory]
    [InlineData("GET", true, "")]
    [InlineData("POST", true, "")]
    [InlineData("POST", true, "User-Agent: curl/8.5.0")]
    [InlineData("GET", true, "Host: localhost:{port}")]
    [InlineData("GET", true, "Host: [::1]:{port}")]
    [InlineData("GET", true, "Host: LOCALHOST")]
    [InlineData("GET", false, "Host: evil.example:{port}")]
    [InlineData("GET", false, "Host: localhost.evil.example:{port}")]
    [InlineData("GET", false, "Host: 127.0.0.1.nip.io:{port}")]
    [InlineData("GET", false, "Host: 192.168.1.5:{port}")]
    [InlineData("POST", false, "Host: evil.example:{port}|Origin: http://evil.example:{port}|Sec-Fetch-Site: same-origin")]
    [InlineData("POST", true, "Origin: http://127.0.0.1:{port}")]
    [InlineData("POST", true, "Sec-Fetch-Site: same-origin|Origin: http://127.0.0.1:{port}")]
    [InlineData("POST", false, "Origin: http://evil.example")]
    [InlineData("POST", false, "Origin: null")]
    [InlineData("POST", false, "Origin: http://localhost:{port}")]
    [InlineData("POST", false, "Origin: http://127.0.0.1:1")]
    [InlineData("POST", false, "Origin: https://127.0.0.1:{port}")]
    [InlineData("POST", false, "Sec-Fetch-Site: cross-site|Origin: http://127.0.0.1:{port}")]
    [InlineData("POST", false, "Sec-Fetch-Site: same-site")]
    [InlineData("POST", false, "Sec-Fetch-Site: none")]
    [InlineData("POST", false, "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate")]
    [InlineData("GET", false, "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: no-cors")]
    [InlineData("GET", false, "Sec-Fetch-Site: same-site|Sec-Fetch-Mode: cors")]
    [InlineData("GET", false, "Origin: http://evil.example")]
    [InlineData("GET", true, "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate")]
    [InlineData("GET", true, "Sec-Fetch-Site: none")]
    [InlineData("POST", false, "User-Agent: Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko")]
    [InlineData("POST", true, "User-Agent: Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko|X-Requested-With: yiyuan-safety")]
    [InlineData("GET", false, "Test-Remote: 192.168.1.5")]
    [InlineData("GET", true, "Test-Remote: ::ffff:127.0.0.1")]
    [InlineData("GET", false, "Test-Remote: ::ffff:192.168.1.5")]
    [InlineData("GET", false, "X-Forwarded-For: 127.0.0.1")]
    [InlineData("GET", false, "Forwarded: for=127.0.0.1")]
    [InlineData("GET", false, "Via: 1.1 proxy")]
    public async Task Only_requests_of_the_person_at_the_machine_pass(string method, bool passes, string headers)
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings());
        var sent = headers.Replace("{port}", $"{server.Address.Port}", StringComparison.Ordinal).Split('|', StringSplitOptions.RemoveEmptyEntries);
        using var response = await server.SendAsync(new HttpMethod(method), "/api/administrator", sent);
        if (passes)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(new Seen("本机用户", Roles.Administrator, "", "local"), await response.Content.ReadFromJsonAsync<Seen>(TestContext.Current.CancellationToken));
        }
        else
        {
            Assert.Equal((HttpStatusCode.Unauthorized, "sign-in-needed"), (response.StatusCode, await response.CodeAsync()));
        }
    }

    [Fact]
    public async Task A_believed_proxy_makes_nobody_the_person_at_the_machine()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { TrustedProxies = [IPNetwork.Parse("127.0.0.1/32")] });
        using var response = await server.GetAsync("/api/reader", "X-Forwarded-For: 127.0.0.2");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Under_Azure_Functions_nobody_is_the_person_at_the_machine()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { UnderFunctions = true });
        using var response = await server.GetAsync("/api/reader");
        Assert.Equal((HttpStatusCode.Unauthorized, "sign-in-needed"), (response.StatusCode, await response.CodeAsync()));
    }

    [Fact]
    public async Task Where_callers_sign_in_the_machine_itself_is_no_reason_to_let_them_in()
    {
        await using var server = await AccessServer.StartAsync(new AccessSettings { Mode = SignIn.Key });
        using var response = await server.GetAsync("/api/reader");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
