using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace YiyuanSafety.Tests.Graph;

/// <summary>The columns of a library and their values.</summary>
internal static class ListColumns
{
    private const int LongestText = 255;

    private static readonly LibraryColumn[] BuiltIn =
    [
        new("Title", "Title", ColumnType.Text),
        new("Modified", "Modified", ColumnType.DateTime, ReadOnly: true),
        new("ContentType", "ContentType", ColumnType.Text, ReadOnly: true),
    ];

    public static IEnumerable<LibraryColumn> All(GraphDoubleOptions options) => BuiltIn.Concat(options.Columns);

    /// <summary>A column as the list of columns shows it.</summary>
    public static JsonObject Definition(LibraryColumn column)
    {
        var json = new JsonObject
        {
            ["id"] = column.Internal,
            ["name"] = column.Internal,
            ["displayName"] = column.Name,
            ["columnGroup"] = "Custom Columns",
            ["description"] = "",
            ["enforceUniqueValues"] = false,
            ["hidden"] = false,
            ["indexed"] = false,
            ["readOnly"] = column.ReadOnly,
            ["required"] = false,
        };
        (string name, JsonObject facet) = column.Type switch
        {
            ColumnType.Choice => ("choice", new JsonObject
            {
                ["allowTextEntry"] = column.Choices.Count == 0,
                ["choices"] = new JsonArray([.. column.Choices.Select(static choice => JsonValue.Create(choice))]),
                ["displayAs"] = "dropDownMenu",
            }),
            ColumnType.DateTime => ("dateTime", new JsonObject { ["displayAs"] = "default", ["format"] = column.ReadOnly ? "dateTime" : "dateOnly" }),
            ColumnType.Note => ("text", new JsonObject { ["allowMultipleLines"] = true, ["appendChangesToExistingText"] = false, ["linesForEditing"] = 6, ["textType"] = "plain" }),
            _ => ("text", new JsonObject { ["allowMultipleLines"] = false, ["linesForEditing"] = 0, ["maxLength"] = LongestText }),
        };
        json[name] = facet;
        return json;
    }

    /// <summary>How a value's name is written: one that begins with _ is not recognised as it is.</summary>
    public static string WireName(string name) => name.StartsWith('_') ? "OData_" + name : name;

    /// <summary>All values of an item: the built-in ones, and the columns that have one.</summary>
    public static JsonObject Fields(Node node, GraphDoubleOptions options)
    {
        var json = new JsonObject
        {
            ["@odata.etag"] = node.ETag,
            ["id"] = node.ListId.ToString(CultureInfo.InvariantCulture),
            ["FileLeafRef"] = node.Name,
            ["ContentType"] = node.IsFolder ? "Folder" : "Document",
            ["Created"] = ItemJson.Date(node.Created),
            ["Modified"] = ItemJson.Date(node.Modified),
        };
        foreach (var column in All(options))
        {
            if (node.Columns.TryGetValue(column.Internal, out var value))
                json[WireName(column.Internal)] = column.Type == ColumnType.DateTime ? ItemJson.Date(Day(value)!.Value) : value;
        }

        return json;
    }

    /// <summary>The values that a request sets.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> Values(JsonObject body, GraphDoubleOptions options)
    {
        var columns = All(options).ToDictionary(column => WireName(column.Internal), StringComparer.Ordinal);
        var values = new List<KeyValuePair<string, string?>>();
        foreach (var (name, value) in body)
        {
            if (name == "@odata.type")
                continue;
            if (!columns.TryGetValue(name, out var column))
                throw GraphError.Invalid($"Field '{name}' is not recognized");
            if (column.ReadOnly)
                throw GraphError.Invalid($"Field '{name}' is read-only");
            if (value is not null && value.GetValueKind() != JsonValueKind.String)
                throw GraphError.Invalid($"Field '{name}' takes a string");
            values.Add(new(column.Internal, Checked(column, value?.GetValue<string>())));
        }

        return values;
    }

    private static string? Checked(LibraryColumn column, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        var fits = column.Type switch
        {
            ColumnType.Text => value.Length <= LongestText && !value.Contains('\n', StringComparison.Ordinal),
            ColumnType.Choice => column.Choices.Count == 0 || column.Choices.Contains(value),
            ColumnType.DateTime => Day(value) is not null,
            _ => true,
        };
        return fits ? value : throw GraphError.Invalid($"The value of field '{column.Internal}' is not valid");
    }

    private static DateTimeOffset? Day(string value) =>
        DateTimeOffset.TryParseExact(
            value,
            ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var day)
            ? day
            : null;
}
