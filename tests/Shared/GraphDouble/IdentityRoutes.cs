using System.Globalization;
using System.Text.Json.Nodes;

namespace YiyuanSafety.Tests.Graph;

/// <summary>The managed identity of an App Service.</summary>
internal sealed class IdentityRoutes(World world)
{
    public const string Path = "/msi/token";

    /// <summary>What X-IDENTITY-HEADER must be.</summary>
    public string Header { get; } = Guid.NewGuid().ToString("N");

    public Reply Handle(Incoming request)
    {
        if (request.Method != "GET" || request.Path != Path)
            throw new Breach("There is no such route.");
        var query = Query.Read(request.QueryText, "resource", "api-version", "client_id", "principal_id", "object_id", "mi_res_id");
        if (request.Http.Request.Headers["X-IDENTITY-HEADER"] != Header)
            return new Reply(401, new JsonObject { ["statusCode"] = 401, ["message"] = "The X-IDENTITY-HEADER is missing or not valid." });
        if (query["api-version"] != "2019-08-01" || query["resource"] is not { Length: > 0 } resource)
            return new Reply(400, new JsonObject { ["statusCode"] = 400, ["message"] = "resource or api-version is missing or not supported." });
        if (query["client_id"] is { } client && client != world.Options.Client)
            return new Reply(400, new JsonObject { ["statusCode"] = 400, ["message"] = $"No User Assigned or Delegated Managed Identity found for specified ClientId {client}." });
        return new Reply(200, new JsonObject
        {
            ["access_token"] = world.Token,
            ["client_id"] = world.Options.Client,
            ["expires_on"] = DateTimeOffset.UtcNow.AddHours(24).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["token_type"] = "Bearer",
        });
    }
}
