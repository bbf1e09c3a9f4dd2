using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YiyuanSafety.Host.Api.Answers;

namespace YiyuanSafety.Host.Triggers;

/// <summary>
/// A call of the Azure Functions host that is not a passed-on request: <c>{"Data":{binding: value},"Metadata":{…}}</c>. The host writes many
/// values as JSON inside a string, some of them twice over, and not alike in all its versions; so both ways are read, names in any case, and
/// what is not known is passed over.
/// </summary>
internal sealed class Invocation : IDisposable
{
    private readonly JsonDocument _document;

    private Invocation(JsonDocument document) => _document = document;

    /// <summary>Reads a call.</summary>
    /// <param name="body">The request's body, of unknown length.</param>
    /// <param name="most">How many bytes are taken at most.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvocationException">It cannot be understood, now or ever.</exception>
    public static async Task<Invocation> ReadAsync(Stream body, long most, CancellationToken cancellation)
    {
        try
        {
            var document = await JsonDocument.ParseAsync(new LimitedStream(body, most), cancellationToken: cancellation);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new Invocation(document);
            document.Dispose();
            throw new InvocationException("not an object", false);
        }
        catch (JsonException)
        {
            // Its message may quote the content, which belongs into no log.
            throw new InvocationException("not JSON", false);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new InvocationException("too large", true);
        }
    }

    /// <summary>The text that a binding gives, such as the message of a queue; null where there is none.</summary>
    public string? Text(string binding) => Data(binding) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? Said(Inner(value) is { ValueKind: JsonValueKind.String } inner ? inner : value)
        : value.GetRawText();

    /// <summary>The bytes that a binding gives, such as the content of a blob; null where there are none.</summary>
    public byte[]? Bytes(string binding)
    {
        if (Data(binding) is not { ValueKind: JsonValueKind.String } value)
            return null;
        return Base64(value) ?? (Inner(value) is { ValueKind: JsonValueKind.String } inner ? Base64(inner) : null);
    }

    /// <summary>A value of the metadata as text, such as the name of a blob; null where there is none.</summary>
    /// <param name="path">Names from the outside in.</param>
    public string? Word(params ReadOnlySpan<string> path)
    {
        var at = Find(_document.RootElement, "Metadata");
        foreach (var name in path)
            at = at is { } outer ? Find(outer.ValueKind == JsonValueKind.String ? Inner(outer) ?? outer : outer, name) : null;
        if (at is not { } value)
            return null;
        var plain = value.ValueKind == JsonValueKind.String ? Inner(value) ?? value : value;
        return plain.ValueKind switch
        {
            JsonValueKind.String => Said(plain),
            JsonValueKind.Number => plain.GetRawText(),
            _ => value.ValueKind == JsonValueKind.String ? Said(value) : null,
        };
    }

    /// <summary>Lets go of the memory.</summary>
    public void Dispose() => _document.Dispose();

    private JsonElement? Data(string binding) =>
        Find(_document.RootElement, "Data") is { } data && Find(data, binding) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private static JsonElement? Find(JsonElement outer, string name)
    {
        if (outer.ValueKind != JsonValueKind.Object)
            return null;
        if (outer.TryGetProperty(name, out var exact))
            return exact;
        foreach (var property in outer.EnumerateObject())
        {
            if (string.Equals(Said(() => property.Name), name, StringComparison.OrdinalIgnoreCase))
                return property.Value;
        }

        return null;
    }

    // The JSON inside a string; null where there is none.
    private static JsonElement? Inner(JsonElement text)
    {
        try
        {
            using var inner = JsonDocument.Parse(Said(text) ?? "");
            return inner.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Plain text.
            return null;
        }
    }

    private static string? Said(JsonElement text) => Said(text.GetString);

    private static byte[]? Base64(JsonElement text) => Said(() => text.TryGetBytesFromBase64(out var bytes) ? bytes : null);

    // Bytes that are no characters pass the parser and are refused only when the text is asked for.
    private static T? Said<T>(Func<T?> value)
        where T : class
    {
        try
        {
            return value();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>A call that cannot be understood, however often it is made.</summary>
/// <param name="reason">In a few words without anything of the content.</param>
/// <param name="isTooLarge">Whether it is only too large.</param>
internal sealed class InvocationException(string reason, bool isTooLarge) : Exception(reason)
{
    /// <summary>Whether it is only too large.</summary>
    public bool IsTooLarge => isTooLarge;
}
