using Scriban.Runtime;
using YiyuanSafety.Drafting.Templating.Fields;

namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>The fields of a draft as Scriban's global variables.</summary>
internal static class DraftScope
{
    /// <summary>A scope with the draft's values; read-only, shared by all parts of one rendering.</summary>
    public static ScriptObject Of(object draft)
    {
        var shape = RecordShape.Of(draft.GetType());
        var scope = new ScriptObject(shape.Fields.Count);
        foreach (var field in shape.Fields)
            scope[field.Name] = field.Read(draft);
        scope.IsReadOnly = true;
        return scope;
    }
}
