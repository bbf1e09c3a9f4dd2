namespace YiyuanSafety.Drafting.Templating;

/// <summary>One fault of a template, told to the person who edits it.</summary>
/// <param name="Code">Stable code, such as <c>template-unknown-field</c>.</param>
/// <param name="File">File name of the template.</param>
/// <param name="Paragraph">Paragraph of the part, from 1; 0 where the fault concerns the whole file.</param>
/// <param name="ParagraphText">Text of that paragraph.</param>
/// <param name="Tag">The tag, braces included; empty where the fault concerns no tag.</param>
/// <param name="Message">A Chinese sentence: what is wrong and what to do.</param>
public sealed record TemplateProblem(string Code, string File, int Paragraph, string ParagraphText, string Tag, string Message)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Paragraph > 0 ? FormattableString.Invariant($"{File} 第 {Paragraph} 段 {Tag}：{Message}") : $"{File}：{Message}";
}

/// <summary>A template that cannot be used; all its faults at once.</summary>
public sealed class TemplateException(IReadOnlyList<TemplateProblem> problems, Exception? inner = null)
    : Exception(string.Join('\n', problems), inner)
{
    /// <summary>The faults, at least one.</summary>
    public IReadOnlyList<TemplateProblem> Problems => problems;

    /// <summary>Stable code of the first fault.</summary>
    public string Code => problems[0].Code;
}
