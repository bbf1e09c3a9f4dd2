using System.Text.Json;
using System.Text.Json.Nodes;

namespace YiyuanSafety.Host.Tests.Triggers;

/// <summary>Calls as the Azure Functions host 4.1037 was seen to make them.</summary>
internal static class Payloads
{
    public const string Timer =
        """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"Deadlines","UtcNow":"2026-11-23T17:29:15.0148234Z","RandGuid":"c1731dee-6115-431c-bd2e-e330ceaed441"}}}""";

    public static string Message(Guid job) => $$"""{"job":"{{job}}"}""";

    /// <summary>A message of a queue: text inside JSON inside JSON, and the message's own properties mixed into the metadata.</summary>
    public static string Queue(string message, string function = "Jobs", int count = 1)
    {
        var metadata = new JsonObject
        {
            ["DequeueCount"] = Quoted(count),
            ["ExpirationTime"] = "2026-11-30T17:22:36+00:00",
            ["Id"] = Quoted("1"),
            ["InsertionTime"] = "2026-11-23T17:22:36+00:00",
            ["NextVisibleTime"] = "2026-11-23T17:32:37+00:00",
            ["PopReceipt"] = Quoted("MjNOb3YyMDI2MTc6MjI6MzcxZTc1"),
            ["sys"] = Sys(function),
            ["t"] = Quoted("€"),
        };
        return new JsonObject { ["Data"] = new JsonObject { ["msg"] = Quoted(message) }, ["Metadata"] = metadata }.ToJsonString();
    }

    /// <summary>The same as the documentation shows it: the text inside JSON once, the metadata plain.</summary>
    public static string DocumentedQueue(string message) => new JsonObject
    {
        ["Data"] = new JsonObject { ["msg"] = message },
        ["Metadata"] = new JsonObject { ["DequeueCount"] = 1, ["Id"] = "800ae4b3-bdd2-4c08-badd-f08e5a34b865", ["sys"] = Sys("Jobs") },
    }.ToJsonString();

    /// <summary>A blob.</summary>
    public static string Blob(string name, byte[] content, string etag = "\"0x227A219C9FF3040\"") => new JsonObject
    {
        ["Data"] = new JsonObject { ["blob"] = Convert.ToBase64String(content) },
        ["Metadata"] = new JsonObject
        {
            ["Uri"] = Quoted("http://127.0.0.1:10000/devstoreaccount1/inbox/" + Uri.EscapeDataString(name)),
            ["Properties"] = new JsonObject { ["Length"] = content.Length, ["ETag"] = etag, ["LastModified"] = "2026-11-23T17:29:06+00:00" },
            ["Metadata"] = new JsonObject(),
            ["name"] = Quoted(name),
            ["sys"] = Sys("Inbox"),
        },
    }.ToJsonString();

    /// <summary>The value as JSON in a string.</summary>
    public static string Quoted<T>(T value) => JsonSerializer.Serialize(value);

    private static JsonObject Sys(string function) => new() { ["MethodName"] = function, ["UtcNow"] = "2026-11-23T17:22:37.1531733Z", ["RandGuid"] = Guid.NewGuid().ToString() };
}
