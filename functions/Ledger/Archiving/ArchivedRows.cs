using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace YiyuanSafety.Ledger.Archiving;

/// <summary>
/// Rows as lines of JSON, by the columns that the ledger's model gives them: a new column is archived without a change here. Keys that the
/// store hands out are left out, since nothing refers to them.
/// </summary>
internal static class ArchivedRows
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <summary>A row as one line.</summary>
    public static string Write(LedgerContext ledger, object row)
    {
        var line = new JsonObject();
        foreach (var property in Columns(ledger, row.GetType()))
            line[property.Name] = JsonSerializer.SerializeToNode(Access(property).GetValue(row), property.ClrType, Options);
        return line.ToJsonString(Options);
    }

    /// <summary>Reads a line. A column that the line lacks keeps its usual value.</summary>
    /// <exception cref="ArchiveException">It is no row of that type, or has a column that this program does not know.</exception>
    public static T Read<T>(LedgerContext ledger, string line, string place)
        where T : class
    {
        try
        {
            var values = JsonNode.Parse(line)?.AsObject() ?? throw new JsonException("null");
            var columns = Columns(ledger, typeof(T)).ToDictionary(property => property.Name, StringComparer.Ordinal);
            var row = (T)(Activator.CreateInstance(typeof(T), nonPublic: true) ?? throw new InvalidOperationException($"{typeof(T)} cannot be made."));
            foreach (var (name, value) in values)
            {
                if (!columns.TryGetValue(name, out var property))
                    throw new ArchiveException($"归档包的“{place}”里有本程序不认识的项“{name}”，可能是更新的程序做的。请用更新的程序恢复。");
                Access(property).SetValue(row, value.Deserialize(property.ClrType, Options));
            }

            return row;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or TargetInvocationException)
        {
            throw new ArchiveException($"归档包的“{place}”里有一行读不懂，归档包可能损坏。请换一份备份。", e);
        }
    }

    private static IEnumerable<IProperty> Columns(DbContext ledger, Type type) =>
        (ledger.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type} is no row.")).GetProperties()
        .Where(property => !(property.IsPrimaryKey() && property.ClrType == typeof(long)));

    private static PropertyInfo Access(IProperty property) => property.PropertyInfo ?? throw new InvalidOperationException($"{property} has no member.");
}
