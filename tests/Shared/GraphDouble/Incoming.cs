using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace YiyuanSafety.Tests.Graph;

/// <summary>A request on its way through the double.</summary>
/// <param name="Http">The request itself.</param>
/// <param name="Seen">What is written down of it.</param>
/// <param name="Path">Its path as sent.</param>
/// <param name="QueryText">Its query as sent, without ?.</param>
internal sealed record Incoming(HttpContext Http, SeenRequest Seen, string Path, string QueryText)
{
    private const int Piece = 1 << 16;

    public string Method => Seen.Method;

    /// <summary>The body as a JSON object.</summary>
    /// <exception cref="Breach">It is none, or has none of its kind.</exception>
    public async Task<JsonObject> JsonAsync(bool mayBeEmpty, params string[] known)
    {
        using var memory = new MemoryStream();
        await Http.Request.Body.CopyToAsync(memory, Http.RequestAborted);
        if (memory.Length == 0 && mayBeEmpty)
            return [];
        if (Http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw new Breach($"The body is sent as '{Http.Request.ContentType}', not as application/json.");
        try
        {
            var json = JsonNode.Parse(Encoding.UTF8.GetString(memory.ToArray())) as JsonObject ?? throw new Breach("The body is no JSON object.");
            if (known.Length > 0)
                Know(json, known);
            return json;
        }
        catch (JsonException)
        {
            throw new Breach("The body is no JSON.");
        }
    }

    /// <summary>Refuses properties of a body that are not known.</summary>
    public static void Know(JsonObject json, params string[] known)
    {
        if (json.Select(static one => one.Key).FirstOrDefault(name => name != "@odata.type" && !known.Contains(name)) is { } unknown)
            throw new Breach($"The body's property '{unknown}' is not known here.");
    }

    /// <summary>A string of a body.</summary>
    public static string? Text(JsonObject json, string name) => json[name] switch
    {
        null => null,
        var value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw new Breach($"The body's property '{name}' is no string."),
    };

    /// <summary>An object of a body.</summary>
    public static JsonObject? Object(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonObject value => value,
        _ => throw new Breach($"The body's property '{name}' is no object."),
    };

    /// <summary>What to do about a taken name.</summary>
    public static string Conflict(string? text, string otherwise) =>
        text switch { null => otherwise, "fail" or "replace" or "rename" => text, _ => throw new Breach($"conflictBehavior '{text}' is not known.") };

    /// <summary>The body, added to a hash on the way and kept or not.</summary>
    /// <param name="ring">The hash.</param>
    /// <param name="keep">Whether the bytes are wanted.</param>
    /// <param name="most">How much there may be.</param>
    /// <exception cref="Breach">There is more.</exception>
    public async Task<byte[]?> ReadAsync(QuickXorRing ring, bool keep, long most)
    {
        using var memory = keep ? new MemoryStream((int)Math.Min(Http.Request.ContentLength ?? 0, most)) : null;
        var buffer = new byte[Piece];
        long length = 0;
        for (var read = await NextAsync(buffer); read > 0; read = await NextAsync(buffer))
        {
            length += read;
            if (length > most)
                throw new Breach($"The body is longer than {most} bytes.");
            ring.Add(buffer.AsSpan(0, read));
            memory?.Write(buffer, 0, read);
        }

        return memory is null ? null : memory.Length == memory.Capacity ? memory.GetBuffer() : memory.ToArray();
    }

    /// <summary>Reads half of the body, and lets it lie.</summary>
    public async Task ReadHalfAsync()
    {
        var buffer = new byte[Piece];
        var half = (Http.Request.ContentLength ?? Piece) / 2;
        while (half > 0 && await Http.Request.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(half, Piece)), Http.RequestAborted) is > 0 and var read)
            half -= read;
    }

    /// <summary>Reads the body to its end.</summary>
    public Task DrainAsync() => Http.Request.Body.CopyToAsync(Stream.Null, Http.RequestAborted);

    private ValueTask<int> NextAsync(byte[] buffer) => Http.Request.Body.ReadAsync(buffer, Http.RequestAborted);
}
