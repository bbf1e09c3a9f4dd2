using System.Globalization;
using Microsoft.Graph.Drives.Item.List.Columns;
using Microsoft.Graph.Drives.Item.List.Items.Item.Fields;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>The library's columns, such as 文号 and 主送, and what they say of a file. Columns that the library lacks are left out.</summary>
internal sealed class GraphColumns(GraphLibrary library)
{
    /// <summary>What of an item is asked for to see its columns.</summary>
    public const string Select = GraphLibrary.Select + "&$expand=listItem($expand=fields)";

    // A single line of text takes no more.
    private const int LongestLine = 255;

    private const int DayLength = 10;

    private IReadOnlyDictionary<string, ColumnDefinition>? _columns;

    /// <summary>The columns that can be written, by the names that people see.</summary>
    public async Task<IReadOnlyDictionary<string, ColumnDefinition>> KnownAsync(CancellationToken cancellation)
    {
        if (_columns is { } known)
            return known;
        var columns = new Dictionary<string, ColumnDefinition>(StringComparer.OrdinalIgnoreCase);
        for (var page = await library.AddressAsync(cancellation) + "/list/columns?$select=name,displayName,readOnly,text,choice,dateTime"; page is not null;)
        {
            var address = page;
            var found = await library.Calls.RunAsync("文档库的栏目", stop => new ColumnsRequestBuilder(address, library.Requests).GetAsync(cancellationToken: stop), cancellation);
            foreach (var column in (found?.Value ?? []).Where(column => column is { ReadOnly: not true, Name.Length: > 0, DisplayName.Length: > 0 }))
                columns.TryAdd(column.DisplayName ?? "", column);
            page = found?.OdataNextLink;
        }

        return _columns = columns;
    }

    /// <summary>Writes what the columns say of a file, where they do not say it already.</summary>
    /// <param name="place">The file.</param>
    /// <param name="item">The file with its columns as it was seen: where it is another by now, nothing is written.</param>
    /// <param name="values">What is to be shown, by the names of the columns.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="DriveException">The library does not answer.</exception>
    public async Task<ColumnsWritten> WriteAsync(string place, DriveItem item, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        try
        {
            var known = await KnownAsync(cancellation);
            var wanted = values.Where(value => known.ContainsKey(value.Key)).Select(value => (Column: known[value.Key], Value: ValueOf(known[value.Key], value.Value))).ToList();
            if (wanted.TrueForAll(one => Says(item.ListItem?.Fields, one.Column, one.Value)))
                return ColumnsWritten.Nothing;
            var address = $"{await library.AddressAsync(cancellation)}/items/{item.Id}/listItem/fields";
            var tag = item.ListItem?.ETag ?? item.ETag ?? "*";
            await library.Calls.RunAsync(place, stop =>
            {
                var body = new FieldValueSet { AdditionalData = wanted.ToDictionary(one => WireName(one.Column), one => one.Value is { } text ? (object)text : new UntypedNull()) };
                return new FieldsRequestBuilder(address, library.Requests).PatchAsync(body, request => request.Headers.Add("If-Match", tag), stop);
            }, cancellation);
            return ColumnsWritten.Done;
        }
        catch (DriveException e) when (e.Code is DriveCodes.Changed or DriveCodes.Busy or DriveCodes.Occupied)
        {
            // Somebody works on it, or the library itself does for a moment, or an earlier try of this request did it: looked at again.
            return ColumnsWritten.Meanwhile;
        }
        catch (DriveException e) when (e.Code is DriveCodes.Denied or DriveCodes.Invalid or DriveCodes.NotFound)
        {
            // The paper itself is filed; that its columns cannot be written is what the drive's check tells.
            return ColumnsWritten.Nothing;
        }
    }

    /// <summary>Whether the columns of a file say this.</summary>
    public async Task<bool> SayAsync(string place, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        var known = await KnownAsync(cancellation);
        var item = await library.FindAsync(place, cancellation, Select);
        return values.All(value => known.TryGetValue(value.Key, out var column) && Says(item?.ListItem?.Fields, column, ValueOf(column, value.Value)));
    }

    private static string? ValueOf(ColumnDefinition column, string value) => column switch
    {
        { DateTime: not null } => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value + "T00:00:00Z" : null,
        { Text.AllowMultipleLines: not true } when value.Length > LongestLine => value[..(LongestLine - 1)] + "…",
        _ => value,
    };

    // Graph shows a name that begins with _ as it is, and takes it only in the manner of SharePoint's own interface.
    private static string WireName(ColumnDefinition column) => column.Name is { } name && name.StartsWith('_') ? "OData_" + name : column.Name ?? "";

    private static bool Says(FieldValueSet? fields, ColumnDefinition column, string? value)
    {
        object? found = null;
        _ = fields?.AdditionalData.TryGetValue(WireName(column), out found) is true || fields?.AdditionalData.TryGetValue(column.Name ?? "", out found) is true;
        DateTimeOffset? hour = found switch
        {
            DateTimeOffset date => date,
            DateTime date => new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc)),
            _ => null,
        };
        if (hour is not { } at)
            return (found?.ToString() ?? "") == (value ?? "");

        // A day without an hour comes back as midnight somewhere; a text that looks like a day is read as one.
        return value is { Length: >= DayLength } && DateTimeOffset.TryParse(value[..DayLength] + "T00:00:00Z", CultureInfo.InvariantCulture, out var day)
            && (at - day).Duration() <= TimeSpan.FromHours(14);
    }
}

/// <summary>What became of writing columns.</summary>
internal enum ColumnsWritten
{
    /// <summary>They said it already, or the library does not let them be written.</summary>
    Nothing,

    /// <summary>They were written.</summary>
    Done,

    /// <summary>The file was busy or changed at that moment.</summary>
    Meanwhile,
}
