using System.Collections;
using Scriban.Runtime;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>Hands a draft to Scriban field by field; templates see nothing else of .NET.</summary>
internal static class DraftObject
{
    /// <summary>The draft's fields as a script object.</summary>
    public static ScriptObject Of(object draft)
    {
        var script = new ScriptObject();
        foreach (var field in TemplateFields.Of(draft.GetType()))
            script.SetValue(field.Name, Value(field.Property.GetValue(draft)), true);
        return script;
    }

    private static object? Value(object? value) => value switch
    {
        null or string or bool or int or long or decimal or double => value,
        IEnumerable list => List(list),
        _ when TemplateFields.Of(value.GetType()).Count > 0 => Of(value),
        _ => value.ToString(),
    };

    private static ScriptArray List(IEnumerable list)
    {
        var array = new ScriptArray();
        foreach (var item in list)
            array.Add(Value(item));
        return array;
    }
}
