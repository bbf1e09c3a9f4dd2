using System.Net.Http.Headers;
using System.Security.Cryptography;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>A service that wants keys, with a key for each role.</summary>
internal sealed class KeyedService(TestService service, IReadOnlyDictionary<string, string> keys) : IAsyncDisposable
{
    public const string Body = "县教育和体育局";

    public static Lazy<Task<KeyedService>> Shared { get; } = new(StartAsync);

    public TestService Service => service;

    public IReadOnlyDictionary<string, string> Keys => keys;

    public static async Task<KeyedService> StartAsync()
    {
        var service = await TestService.StartAsync(change: settings => settings with { Access = settings.Access with { Mode = SignIn.Key } });
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var ledger = service.Store.Open();
        foreach (var role in Roles.All)
        {
            var order = new KeyOrder($"{role} 张三", role, role == Roles.Reader ? Body : "");
            keys[role] = (await AccessKeys.AddAsync(ledger, order, RandomNumberGenerator.Fill, new Act("测试", DateTimeOffset.UnixEpoch), TestService.Stop)).Text;
        }

        return new KeyedService(service, keys);
    }

    /// <summary>From now on the client calls with the key of the role.</summary>
    public void CallAs(string role) => service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", keys[role]);

    public ValueTask DisposeAsync() => service.DisposeAsync();
}
