using System.Text.Json;

namespace YiyuanSafety.Host.Storage;

/// <summary>
/// What a message about a job says: <c>{"job":"…"}</c>. Azure Functions mixes the properties of a message with its own ones; this name is none
/// of those.
/// </summary>
internal static class JobMessage
{
    private const string Property = "job";

    /// <summary>The message of a job.</summary>
    public static string Write(Guid job) => $$"""{"{{Property}}":"{{job:D}}"}""";

    /// <summary>The job of a message; null where the message is none of ours.</summary>
    public static Guid? Read(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(Property, out var job)
                && job.ValueKind == JsonValueKind.String
                && job.TryGetGuid(out var id)
                    ? id
                    : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half of a character pair passes the parser and is refused only when the text is asked for.
            return null;
        }
    }
}
