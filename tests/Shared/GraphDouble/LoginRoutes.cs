using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace YiyuanSafety.Tests.Graph;

/// <summary>The sign-in service: tokens for an application with a secret or a signed assertion.</summary>
internal sealed class LoginRoutes(World world)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private string Authority => world.Login.GetLeftPart(UriPartial.Authority);

    public async Task<Reply> HandleAsync(Incoming request)
    {
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (request.Method, parts)
        {
            case ("GET", ["common", "discovery", "instance"]):
                return new Reply(200, new JsonObject
                {
                    ["tenant_discovery_endpoint"] = $"{Authority}/{world.Options.Tenant}/v2.0/.well-known/openid-configuration",
                    ["api-version"] = "1.1",
                    ["metadata"] = new JsonArray(new JsonObject
                    {
                        ["preferred_network"] = world.Login.Authority,
                        ["preferred_cache"] = world.Login.Authority,
                        ["aliases"] = new JsonArray(world.Login.Authority),
                    }),
                });
            case ("GET", [var tenant, "v2.0", ".well-known", "openid-configuration"]):
                return tenant == world.Options.Tenant ? new Reply(200, Configuration()) : UnknownTenant(tenant);
            case ("POST", [var tenant, "oauth2", "v2.0", "token"]):
                if (tenant != world.Options.Tenant)
                    return UnknownTenant(tenant);
                if (!request.Http.Request.HasFormContentType)
                    throw new Breach("The body is no form.");
                return Token(await request.Http.Request.ReadFormAsync(request.Http.RequestAborted));
            default:
                throw new Breach("There is no such route.");
        }
    }

    private JsonObject Configuration() => new()
    {
        ["token_endpoint"] = $"{Authority}/{world.Options.Tenant}/oauth2/v2.0/token",
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
        ["jwks_uri"] = $"{Authority}/{world.Options.Tenant}/discovery/v2.0/keys",
        ["response_modes_supported"] = new JsonArray("query", "fragment", "form_post"),
        ["subject_types_supported"] = new JsonArray("pairwise"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["response_types_supported"] = new JsonArray("code", "id_token", "code id_token", "id_token token"),
        ["scopes_supported"] = new JsonArray("openid", "profile", "email", "offline_access"),
        ["issuer"] = $"{Authority}/{world.Options.Tenant}/v2.0",
        ["authorization_endpoint"] = $"{Authority}/{world.Options.Tenant}/oauth2/v2.0/authorize",
        ["device_authorization_endpoint"] = $"{Authority}/{world.Options.Tenant}/oauth2/v2.0/devicecode",
        ["end_session_endpoint"] = $"{Authority}/{world.Options.Tenant}/oauth2/v2.0/logout",
    };

    private Reply Token(IFormCollection form)
    {
        if (form["grant_type"] != "client_credentials")
            return Error(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        var scope = form["scope"].ToString().Split(' ').FirstOrDefault(static one => one is not ("openid" or "profile" or "offline_access" or "")) ?? "";
        if (!scope.EndsWith("/.default", StringComparison.Ordinal))
            return Error(400, "invalid_scope", 1002012, $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.");
        if (form["client_id"] != world.Options.Client)
            return Error(400, "unauthorized_client", 700016, $"Application with identifier '{form["client_id"]}' was not found in the directory '{world.Options.Tenant}'.");
        if (form["client_assertion"].ToString() is { Length: > 0 } assertion)
        {
            if (form["client_assertion_type"] != AssertionType)
                return Error(400, "invalid_request", 900144, "The request body must contain the parameter: 'client_assertion_type'.");
            if (Fault(assertion) is { } fault)
                return Error(401, "invalid_client", 700027, $"Client assertion failed signature validation: {fault}");
        }
        else if (form["client_secret"].ToString().Length == 0)
        {
            return Error(401, "invalid_client", 7000216, "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.");
        }
        else if (form["client_secret"] != world.Options.Secret)
        {
            return Error(401, "invalid_client", 7000215, $"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{world.Options.Client}'.");
        }

        return new Reply(200, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["ext_expires_in"] = 3599, ["access_token"] = world.Token });
    }

    /// <summary>What is wrong with an assertion; null for nothing.</summary>
    private string? Fault(string assertion)
    {
        try
        {
            var parts = assertion.Split('.');
            if (parts.Length != 3)
                return "it has not three parts.";
            var header = JsonNode.Parse(Base64Url(parts[0]))!;
            var claims = JsonNode.Parse(Base64Url(parts[1]))!;
            var now = world.Options.Time.GetUtcNow().ToUnixTimeSeconds();
            if ((string?)claims["iss"] != world.Options.Client || (string?)claims["sub"] != world.Options.Client)
                return "issuer and subject are not the application.";
            if ((string?)claims["aud"] is not { } audience || !audience.StartsWith($"{Authority}/{world.Options.Tenant}/", StringComparison.OrdinalIgnoreCase))
                return "the audience is not this service.";
            // MSAL writes the number as a string.
            if (!long.TryParse(claims["exp"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var end) || end < now)
                return "it has expired.";
            if (world.Options.ClientCertificatePem is not { } pem)
                return null;
            using var certificate = X509Certificate2.CreateFromPem(pem);
            if ((string?)header["x5t#S256"] is { } print ? !Base64Url(print).AsSpan().SequenceEqual(SHA256.HashData(certificate.RawData)) : (string?)header["x5t"] is not { } old || !Base64Url(old).AsSpan().SequenceEqual(certificate.GetCertHash()))
                return "the thumbprint is that of another certificate.";
            using var key = certificate.GetRSAPublicKey()!;
            var padding = (string?)header["alg"] == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
            return key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url(parts[2]), HashAlgorithmName.SHA256, padding) ? null : "the signature does not fit.";
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return "it cannot be read.";
        }
    }

    private static byte[] Base64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    private Reply UnknownTenant(string tenant) => Error(400, "invalid_request", 90002, $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.");

    private Reply Error(int status, string error, int number, string text)
    {
        var (trace, correlation) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var at = world.Options.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new Reply(status, new JsonObject
        {
            ["error"] = error,
            ["error_description"] = $"AADSTS{number}: {text} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {at}",
            ["error_codes"] = new JsonArray(number),
            ["timestamp"] = at,
            ["trace_id"] = trace,
            ["correlation_id"] = correlation,
            ["error_uri"] = $"{Authority}/error?code={number}",
        });
    }
}
