using YiyuanSafety.Drafting.Templating.Fields;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>A field that a template may use.</summary>
/// <param name="Name">As written in a template; a list's element fields are written after the list's name and [].</param>
/// <param name="Meaning">What it says, in Chinese.</param>
/// <param name="Sample">A sample value.</param>
/// <param name="IsList">Whether it is walked with for.</param>
public sealed record TemplateField(string Name, string Meaning, string Sample, bool IsList);

/// <summary>Lists the fields of a draft model.</summary>
public static class TemplateFields
{
    private const int Deepest = 6;

    /// <summary>All fields, nested ones behind their record, in the order of declaration.</summary>
    public static IReadOnlyList<TemplateField> Of(Type model)
    {
        var fields = new List<TemplateField>();
        Add(model, "", [], fields);
        return fields;
    }

    private static void Add(Type type, string prefix, IReadOnlyList<Type> around, List<TemplateField> fields)
    {
        if (around.Contains(type) || around.Count > Deepest)
            return;
        foreach (var field in RecordShape.Of(type).Fields)
        {
            var element = RecordShape.ElementOf(field.Type);
            var name = prefix + field.Name;
            fields.Add(new TemplateField(name, field.Field.Meaning, field.Field.Sample, element is not null));
            Add(element ?? field.Type, element is null ? name + "." : name + "[].", [.. around, type], fields);
        }
    }
}
