using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace YiyuanSafety.Drafting.Templating.Fields;

/// <summary>Lets Scriban read the fields of draft records, and nothing else of any .NET object.</summary>
internal sealed class DraftAccess : IObjectAccessor
{
    /// <summary>The one instance; it has no state.</summary>
    public static DraftAccess Instance { get; } = new();

    /// <inheritdoc />
    public bool HasIndexer => false;

    /// <inheritdoc />
    public Type? IndexType => null;

    /// <inheritdoc />
    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var field = RecordShape.Of(target.GetType()).Find(member);
        value = field?.Read(target);
        return field is not null;
    }

    /// <inheritdoc />
    public bool HasMember(TemplateContext context, SourceSpan span, object value, string member) =>
        RecordShape.Of(value.GetType()).Find(member) is not null;

    /// <inheritdoc />
    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 0;

    /// <inheritdoc />
    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => [];

    /// <inheritdoc />
    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    /// <inheritdoc />
    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    /// <inheritdoc />
    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
}
