using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace YiyuanSafety.Tests.Graph;

/// <summary>The query of a request: only what a route knows is let in.</summary>
internal sealed partial class Query
{
    private static readonly string[] ItemProperties =
    [
        "id", "name", "size", "eTag", "cTag", "webUrl", "createdDateTime", "lastModifiedDateTime", "createdBy", "lastModifiedBy", "fileSystemInfo",
        "file", "folder", "root", "package", "deleted", "shared", "sharepointIds", "parentReference", "description", "webDavUrl", "publication",
        ItemJson.DownloadUrl, "content.downloadUrl",
    ];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Properties of a driveItem that can be selected.</summary>
    public static IReadOnlyList<string> OfItem => ItemProperties;

    /// <summary>Properties of a drive, a site, a column.</summary>
    public static IReadOnlyList<string> OfOthers { get; } =
    [
        "id", "name", "displayName", "description", "driveType", "webUrl", "quota", "createdDateTime", "lastModifiedDateTime", "root", "siteCollection", "owner",
        "columnGroup", "enforceUniqueValues", "hidden", "indexed", "readOnly", "required", "text", "choice", "dateTime", "number", "boolean", "lookup", "personOrGroup",
        "eTag", "contentType", "size",
    ];

    /// <summary>Reads a query.</summary>
    /// <exception cref="Breach">It is badly written, or says what the route does not know.</exception>
    public static Query Read(string text, params ReadOnlySpan<string> known)
    {
        var query = new Query();
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            var name = Target.Unescape(pair[0]);
            if (!known.Contains(name))
                throw new Breach($"The query parameter '{name}' is not known here.");
            if (!query._values.TryAdd(name, pair.Length == 2 ? Target.Unescape(pair[1].Replace('+', ' ')) : ""))
                throw new Breach($"The query parameter '{name}' is there twice.");
        }

        return query;
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>How many entries a page may have.</summary>
    public int Top(int most)
    {
        if (this["$top"] is not { } text)
            return most;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top > 0 ? Math.Min(top, most) : throw new Breach($"$top={text} is no number.");
    }

    /// <summary>Whether the item's list values are asked for with it, and which of them; null for not at all.</summary>
    public ExpandedFields? Fields()
    {
        if (this["$expand"] is not { Length: > 0 } text)
            return null;
        var match = Expand().Match(text);
        if (!match.Success)
            throw new Breach($"$expand={text} is not known here.");
        return new ExpandedFields(match.Groups["fields"].Success, match.Groups["names"] is { Success: true, Value: var names } ? names.Split(',') : null);
    }

    /// <summary>Leaves what was selected.</summary>
    /// <exception cref="Breach">Something that is not known was selected.</exception>
    public JsonObject Select(JsonObject json, IReadOnlyList<string> known, params ReadOnlySpan<string> always)
    {
        if (this["$select"] is not { } text)
            return json;
        var names = text.Split(',');
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new Breach($"Could not find a property named '{unknown}'.");
        foreach (var name in json.Select(static one => one.Key).ToList())
        {
            if (!names.Contains(name) && !always.Contains(name))
                json.Remove(name);
        }

        return json;
    }

    /// <summary>The part of the query that the address of the next page keeps.</summary>
    public string Kept() =>
        string.Concat(_values.Where(static one => one.Key is "$select" or "$expand" or "$top").Select(static one => $"&{one.Key}={Uri.EscapeDataString(one.Value)}"));

    [GeneratedRegex(@"^listItem(\((?<fields>\$expand=fields(\(\$select=(?<names>[^()]+)\))?)\))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Expand();
}

/// <summary>How an item's list values are asked for.</summary>
/// <param name="All">Whether the values are shown, or only the list item.</param>
/// <param name="Names">Which; null for all.</param>
internal sealed record ExpandedFields(bool All, IReadOnlyList<string>? Names);
