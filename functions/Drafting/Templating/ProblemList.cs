using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>Gathers the problems of one part.</summary>
internal sealed class ProblemList(string file, string part)
{
    private const int Most = 200;
    private readonly List<TemplateProblem> problems = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<TemplateProblem> All => problems;

    /// <summary>Adds a problem of a tag.</summary>
    public void Add(string code, Tag tag, string message) =>
        Add(code, tag.Paragraph.Number, tag.Paragraph.Text, tag.Typed, message);

    /// <summary>Adds a problem of a paragraph, or of the whole part with number 0.</summary>
    public void Add(string code, int number, string text, string tag, string message)
    {
        var problem = new TemplateProblem(code, file, part, number, Short(text.Trim()), Short(tag), message);
        if (problems.Count < Most && !problems.Contains(problem))
            problems.Add(problem);
    }

    private static string Short(string text) => text.Length <= 120 ? text : text[..120] + "…";
}
