using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>A field that templates of a kind may use.</summary>
/// <param name="Name">Name in snake_case, such as <c>issue_number</c>.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Sample">A sample value.</param>
/// <param name="Property">The property behind it.</param>
/// <param name="Item">Type of the elements where the field is a list, of the record where it is one; else null.</param>
/// <param name="IsList">Whether the field is a list.</param>
public sealed record TemplateField(string Name, string Meaning, string Sample, PropertyInfo Property, Type? Item, bool IsList);

/// <summary>The fields of the draft model, read from its <see cref="FieldAttribute"/>s.</summary>
public static class TemplateFields
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<TemplateField>> Known = new();

    /// <summary>The fields of a record, in the order of its properties.</summary>
    public static IReadOnlyList<TemplateField> Of(Type model) => Known.GetOrAdd(model, static type =>
    [
        .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let field = property.GetCustomAttribute<FieldAttribute>()
           where field is not null
           let element = Element(property.PropertyType)
           select new TemplateField(Snake(property.Name), field.Meaning, field.Sample, property, element ?? (IsRecord(property.PropertyType) ? property.PropertyType : null), element is not null),
    ]);

    private static bool IsRecord(Type type) => type.Namespace == typeof(TemplateFields).Namespace?.Replace(".Templating", ".Papers", StringComparison.Ordinal) && !type.IsEnum
        || type.GetProperties().Any(property => property.IsDefined(typeof(FieldAttribute), false));

    private static Type? Element(Type type) =>
        type == typeof(string)
            ? null
            : type.GetInterfaces().Append(type).FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
