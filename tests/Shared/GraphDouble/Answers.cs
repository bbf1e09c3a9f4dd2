using System.Text.Json.Nodes;

namespace YiyuanSafety.Tests.Graph;

/// <summary>An answer that is to be sent.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON; null for none.</param>
internal sealed record Reply(int Status, JsonObject? Body = null)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A content instead of JSON.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }
}

/// <summary>Graph would not: answered as an error.</summary>
internal class GraphError(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Further headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static GraphError Invalid(string message) => new(400, "invalidRequest", message);

    public static GraphError NotFound() => new(404, "itemNotFound", "The resource could not be found.");

    public static GraphError NoSession() => new(404, "itemNotFound", "The upload session was not found.");

    public static GraphError NameTaken() => new(409, "nameAlreadyExists", "The specified item name already exists.");

    public static GraphError Changed() => new(412, "resourceModified", "ETag does not match current item's value.");

    public static GraphError Locked() => new(423, "resourceLocked", "The resource you are attempting to access is locked.");

    public static GraphError Denied() => new(403, "accessDenied", "Access denied.");

    public static GraphError Full() => new(507, "quotaLimitReached", "Insufficient space available.");

    public static GraphError AlreadyReceived() => new(416, "invalidRange", "The fragment overlaps what was received, or leaves a gap.");
}

/// <summary>The client broke the documented contract: kept among the violations and answered 400.</summary>
internal sealed class Breach(string message) : GraphError(400, "invalidRequest", message);

/// <summary>JSON bodies of errors.</summary>
internal static class ErrorJson
{
    public static JsonObject Of(string code, string message, string request, string clientRequest, DateTimeOffset at) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["innerError"] = new JsonObject
            {
                ["date"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", null),
                ["request-id"] = request,
                ["client-request-id"] = clientRequest,
            },
        },
    };
}
