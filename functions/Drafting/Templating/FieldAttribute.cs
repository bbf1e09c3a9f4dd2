namespace YiyuanSafety.Drafting.Templating;

/// <summary>Marks a property of the draft model as a field that templates may use.</summary>
/// <param name="meaning">What it says, in Chinese, for the person who edits a template.</param>
/// <param name="sample">A sample value as printed; empty for a list or a nested record.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string meaning, string sample = "") : Attribute
{
    /// <summary>What the field says.</summary>
    public string Meaning => meaning;

    /// <summary>A sample value.</summary>
    public string Sample => sample;
}
