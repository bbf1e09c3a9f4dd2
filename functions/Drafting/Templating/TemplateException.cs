namespace YiyuanSafety.Drafting.Templating;

/// <summary>A template can't be compiled or rendered; says everything that is wrong with it at once.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Makes the exception.</summary>
    public TemplateException(IReadOnlyList<TemplateProblem> problems, Exception? inner = null)
        : base(Text(problems), inner) => Problems = problems;

    /// <summary>All problems found, in the order of the document.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; }

    /// <summary>Stable code of the first problem.</summary>
    public string Code => Problems[0].Code;

    internal static TemplateException OfFile(string file, string code, string message, string part = "", Exception? inner = null) =>
        new([new TemplateProblem(code, file, part, 0, "", "", message)], inner);

    private static string Text(IReadOnlyList<TemplateProblem> problems)
    {
        var file = problems.Count > 0 ? problems[0].File : "";
        return $"模板“{file}”有 {problems.Count} 处问题：{string.Join(" ", problems.Select(p => p.ToString()))}";
    }
}
