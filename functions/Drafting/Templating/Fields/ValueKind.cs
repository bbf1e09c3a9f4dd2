using YiyuanSafety.Drafting.Charts;

namespace YiyuanSafety.Drafting.Templating.Fields;

/// <summary>What is known of a value when a template is compiled.</summary>
internal abstract record ValueKind
{
    /// <summary>Nothing is known.</summary>
    public sealed record Any : ValueKind;

    /// <summary>A text, number, date or truth value.</summary>
    public sealed record Single : ValueKind;

    /// <summary>A record of the draft model.</summary>
    public sealed record Record(Type Type) : ValueKind;

    /// <summary>A list.</summary>
    public sealed record Many(ValueKind Element) : ValueKind;

    /// <summary>A figure, which only the body can show.</summary>
    public sealed record Chart : ValueKind;

    /// <summary>A group of functions: string, array …</summary>
    public sealed record Group(string Name, IReadOnlyList<string> Members) : ValueKind;

    /// <summary>A function.</summary>
    public sealed record Function(string Name) : ValueKind;

    /// <summary>The state of a loop: for.index …</summary>
    public sealed record Loop : ValueKind;

    /// <summary>The kind of a property's type.</summary>
    public static ValueKind Of(Type type)
    {
        if (type == typeof(ChartModel))
            return new Chart();
        if (RecordShape.ElementOf(type) is { } element)
            return new Many(Of(element));
        return RecordShape.Of(type).Fields.Count > 0 ? new Record(type) : new Single();
    }
}
