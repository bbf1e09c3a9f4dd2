using System.Collections.Concurrent;
using System.Reflection;

namespace YiyuanSafety.Drafting.Templating.Fields;

/// <summary>A property that templates may read.</summary>
/// <param name="Name">snake_case name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Field">Meaning and sample.</param>
/// <param name="Read">Compiled getter.</param>
internal sealed record ShapeField(string Name, Type Type, FieldAttribute Field, Func<object, object?> Read);

/// <summary>The fields of one record type; compiled once.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();
    private readonly Dictionary<string, ShapeField> byName;

    private RecordShape(Type type)
    {
        Fields = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => (Property: p, Field: p.GetCustomAttribute<FieldAttribute>()))
            .Where(p => p.Field is not null && p.Property.GetIndexParameters().Length == 0)
            .Select(p => new ShapeField(FieldNames.SnakeCase(p.Property.Name), p.Property.PropertyType,
                p.Field ?? new FieldAttribute(""), Getter(type, p.Property)))];
        byName = Fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>All fields in the order of declaration.</summary>
    public IReadOnlyList<ShapeField> Fields { get; }

    /// <summary>The shape of a type; without fields for anything that is no draft record.</summary>
    public static RecordShape Of(Type type) => Known.GetOrAdd(type, t => new RecordShape(t));

    /// <summary>A field by name.</summary>
    public ShapeField? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The element type of a list type, or null for anything else (a text is no list).</summary>
    public static Type? ElementOf(Type type)
    {
        if (type == typeof(string))
            return null;
        if (type.IsArray)
            return type.GetElementType();
        return type.GetInterfaces().Prepend(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
    }

    // Delegates over the getters start much faster than compiled expression trees.
    private static Func<object, object?> Getter(Type type, PropertyInfo property)
    {
        if (type.IsValueType || property.GetMethod is not { } getter)
            return property.GetValue;
        var bind = typeof(RecordShape).GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static);
        return (Func<object, object?>?)bind?.MakeGenericMethod(type, property.PropertyType).Invoke(null, [getter]) ?? property.GetValue;
    }

    private static Func<object, object?> Bind<TRecord, TValue>(MethodInfo getter)
    {
        var read = getter.CreateDelegate<Func<TRecord, TValue>>();
        return target => read((TRecord)target);
    }
}
