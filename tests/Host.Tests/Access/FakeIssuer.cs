using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Access;

namespace YiyuanSafety.Host.Tests.Access;

/// <summary>An OpenID Connect issuer on loopback, which signs whatever it is asked to.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    public const string Audience = "yiyuan-api";

    private const string KeyId = "k1";

    private readonly WebApplication _app;
    private readonly RSA _key;

    private FakeIssuer(WebApplication app, RSA key) => (_app, _key, Address) = (app, key, app.Urls.Single());

    public string Address { get; }

    public OidcSettings Settings => new() { Authority = new Uri(Address), Audiences = [Audience] };

    public static async Task<FakeIssuer> StartAsync()
    {
        var key = RSA.Create(2048);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", (HttpContext context) =>
        {
            var self = $"http://{context.Request.Host}";
            return Results.Json(new { issuer = self, jwks_uri = $"{self}/keys", authorization_endpoint = $"{self}/a", token_endpoint = $"{self}/t" });
        });
        app.MapGet("/keys", () =>
        {
            var open = key.ExportParameters(false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = KeyId, alg = "RS256", n = Text(open.Modulus), e = Text(open.Exponent) } } });
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new FakeIssuer(app, key);
    }

    /// <summary>A good token's claims; change them to make a bad one.</summary>
    public Dictionary<string, object> Claims(string role) => new()
    {
        ["iss"] = Address,
        ["aud"] = Audience,
        ["sub"] = "42",
        ["preferred_username"] = "zhaoliu@example.gov.cn",
        ["name"] = "赵六",
        ["roles"] = new[] { role },
        ["department"] = "县教体局",
        ["nbf"] = DateTimeOffset.UtcNow.AddMinutes(-10).ToUnixTimeSeconds(),
        ["exp"] = DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeSeconds(),
    };

    public string Sign(Dictionary<string, object> claims) => Sign(claims, _key);

    public static string Sign(Dictionary<string, object> claims, RSA key) =>
        Make("RS256", claims, bytes => key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>Signed with the published key as if it were a shared secret.</summary>
    public string SignWithPublicKey(Dictionary<string, object> claims) =>
        Make("HS256", claims, bytes => HMACSHA256.HashData(Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem()), bytes));

    /// <summary>Not signed at all.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="algorithm">What the token says of its signature.</param>
    public static string Unsigned(Dictionary<string, object> claims, string algorithm) => Make(algorithm, claims, static _ => []);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private static string Make(string algorithm, Dictionary<string, object> claims, Func<byte[], byte[]> sign)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(new { alg = algorithm, typ = "JWT", kid = KeyId });
        var signed = $"{Text(head)}.{Text(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Text(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Text(byte[]? bytes) => Base64Url.EncodeToString(bytes);
}
