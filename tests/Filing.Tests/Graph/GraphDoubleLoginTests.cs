using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>The double gives tokens as the sign-in service's documents say.</summary>
public sealed class GraphDoubleLoginTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("client_secret", null, 200, "")]
    [InlineData("client_secret", "wrong", 401, "AADSTS7000215")]
    [InlineData("client_secret", "", 401, "AADSTS7000216")]
    [InlineData("client_id", "other", 400, "AADSTS700016")]
    [InlineData("scope", "https://graph.microsoft.com/Files.Read", 400, "AADSTS1002012")]
    [InlineData("grant_type", "password", 400, "AADSTS70003")]
    public async Task A_secret_gets_a_token(string field, string? value, int status, string error)
    {
        await using var graph = await GraphDouble.StartAsync();
        var options = new GraphDoubleOptions();
        var form = Form(options);
        form["client_secret"] = options.Secret;
        form[field] = value ?? form[field];

        var (answer, json) = await PostAsync(graph, options.Tenant, form);

        Assert.Equal((HttpStatusCode)status, answer);
        if (error.Length == 0)
            Assert.Equal(("Bearer", graph.Token, 3599), ((string)json["token_type"]!, (string)json["access_token"]!, (int)json["expires_in"]!));
        else
            Assert.StartsWith(error + ": ", (string)json["error_description"]!, StringComparison.Ordinal);
        Assert.Equal(HostKind.Login, Assert.Single(graph.Requests).Host);
        Assert.Empty(graph.Violations);
    }

    [Fact]
    public async Task A_signed_assertion_gets_a_token_and_a_forged_one_does_not()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=filing", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var options = new GraphDoubleOptions { ClientCertificatePem = certificate.ExportCertificatePem() };
        await using var graph = await GraphDouble.StartAsync(options);
        var form = Form(options);
        form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        form["client_assertion"] = Assertion(graph, options, certificate, key);

        var (good, _) = await PostAsync(graph, options.Tenant, form);
        form["client_assertion"] = form["client_assertion"][..^8] + "AAAAAAAA";
        var (bad, error) = await PostAsync(graph, options.Tenant, form);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (good, bad));
        Assert.StartsWith("AADSTS700027", (string)error["error_description"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_describes_itself()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var http = Trusting(graph);
        var tenant = new GraphDoubleOptions().Tenant;

        var configuration = await http.GetFromJsonAsync<JsonObject>(new Uri(graph.Login, $"/{tenant}/v2.0/.well-known/openid-configuration"), Stop);
        var (status, error) = await PostAsync(graph, "other", Form(new()));

        Assert.Equal(new Uri(graph.Login, $"/{tenant}/oauth2/v2.0/token").AbsoluteUri, (string)configuration!["token_endpoint"]!);
        Assert.NotNull(configuration["authorization_endpoint"]);
        Assert.NotNull(configuration["issuer"]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("AADSTS90002", (string)error["error_description"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_managed_identity_gets_a_token_by_its_header()
    {
        await using var graph = await GraphDouble.StartAsync();
        using var http = new HttpClient();
        var address = $"{graph.ManagedIdentity}?resource=https%3A%2F%2Fgraph.microsoft.com&api-version=2019-08-01";

        using var none = await http.GetAsync(new Uri(address), Stop);
        http.DefaultRequestHeaders.Add("X-IDENTITY-HEADER", graph.ManagedIdentityHeader);
        var json = await http.GetFromJsonAsync<JsonObject>(new Uri(address), Stop);
        using var other = await http.GetAsync(new Uri(address + "&client_id=other"), Stop);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest), (none.StatusCode, other.StatusCode));
        Assert.Equal((graph.Token, "https://graph.microsoft.com", "Bearer"), ((string)json!["access_token"]!, (string)json["resource"]!, (string)json["token_type"]!));
        Assert.True(long.Parse((string)json["expires_on"]!, null) > DateTimeOffset.UtcNow.ToUnixTimeSeconds());
    }

    private static Dictionary<string, string> Form(GraphDoubleOptions options) => new()
    {
        ["client_id"] = options.Client,
        ["scope"] = "https://graph.microsoft.com/.default",
        ["grant_type"] = "client_credentials",
    };

    private static string Assertion(GraphDouble graph, GraphDoubleOptions options, X509Certificate2 certificate, RSA key)
    {
        var header = Url(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["alg"] = "PS256", ["typ"] = "JWT", ["x5t#S256"] = Url(SHA256.HashData(certificate.RawData)) }));
        var claims = Url(JsonSerializer.SerializeToUtf8Bytes(new
        {
            aud = new Uri(graph.Login, $"/{options.Tenant}/oauth2/v2.0/token").AbsoluteUri,
            iss = options.Client,
            sub = options.Client,
            exp = DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeSeconds(),
        }));
        return $"{header}.{claims}.{Url(key.SignData(Encoding.ASCII.GetBytes($"{header}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pss))}";
    }

    private static string Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static async Task<(HttpStatusCode Status, JsonObject Json)> PostAsync(GraphDouble graph, string tenant, Dictionary<string, string> form)
    {
        using var http = Trusting(graph);
        using var content = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri(graph.Login, $"/{tenant}/oauth2/v2.0/token"), content, Stop);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!);
    }

    /// <summary>A client that trusts the double's own certificate and no other.</summary>
    private static HttpClient Trusting(GraphDouble graph)
    {
        var trusted = X509Certificate2.CreateFromPem(graph.LoginCertificatePem);
        return new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new()
            {
                CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { trusted }, RevocationMode = X509RevocationMode.NoCheck },
            },
        });
    }
}
