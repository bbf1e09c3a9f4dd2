using System.Net;
using System.Net.Sockets;
using System.Text;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Tests.Triggers;

/// <summary>The triggers in the whole service, behind sign-in, limits and headers.</summary>
public sealed class WholeServiceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("service-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(true);
    }

    [Fact]
    public async Task Under_Azure_Functions_the_host_calls_without_a_key_and_without_a_limit()
    {
        var port = FreePort();
        await using var app = ServiceHost.Build(Settings(port));
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        for (var i = 0; i < 30; i++)
        {
            using var answer = await PostAsync(client);
            await TriggerServer.AssertJsonAsync(answer);
            Assert.Equal((HttpStatusCode.OK, "{}"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
        }

        using var api = await client.GetAsync("/api/v1/plans", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    [Fact]
    public async Task Alone_there_are_no_triggers()
    {
        await using var app = ServiceHost.Build(Settings(null) with { Urls = "http://127.0.0.1:0" });
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var answer = await PostAsync(client);

        Assert.False(answer.IsSuccessStatusCode);
    }

    private ServiceSettings Settings(int? port) => new()
    {
        Store = new ServiceStoreOptions(_folder.FullName, null),
        FunctionsPort = port,
        Access = new AccessSettings { Mode = SignIn.Key, UnderFunctions = port is not null, RateLimit = new RateSettings { PerMinute = 10, Burst = 5 } },
    };

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client)
    {
        using var body = new StringContent(Payloads.Queue(Payloads.Message(Guid.NewGuid())), Encoding.UTF8, "application/json");
        return await client.PostAsync("/Jobs", body, Stop);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
