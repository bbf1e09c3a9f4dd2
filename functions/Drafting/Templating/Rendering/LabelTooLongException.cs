namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>A content control's label grew beyond what Word accepts; told to the user as a <see cref="TemplateException"/>.</summary>
internal sealed class LabelTooLongException(int length) : Exception($"{length} > {Longest}")
{
    /// <summary>The characters that Word accepts in w:tag and w:alias.</summary>
    public const int Longest = 64;

    /// <summary>The label's length in characters.</summary>
    public int Length => length;
}
