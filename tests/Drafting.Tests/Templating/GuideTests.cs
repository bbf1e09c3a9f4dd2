using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Templating;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

/// <summary>What docs/templates.md shows is tried: each fenced example in it compiles, prints or fails as it says.</summary>
public sealed partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Find()).ReplaceLineEndings("\n");

    [Fact]
    public void Each_example_of_a_template_has_no_problems()
    {
        var examples = Fences("模板");
        Assert.True(examples.Count >= 7, $"{examples.Count} examples");
        foreach (var (kind, lines) in examples)
            Assert.Empty(Check(kind, lines));
    }

    [Fact]
    public void Each_way_of_writing_prints_what_the_guide_says()
    {
        var lines = Fences("写法").SelectMany(f => f.Lines).Select(line => line.Split(" => ")).ToList();
        Assert.True(lines.Count >= 8, $"{lines.Count} lines");
        foreach (var line in lines)
            Assert.Equal([line[1]], Paragraphs(RenderBody(P(line[0]))));
    }

    [Fact]
    public void Each_message_is_the_one_that_the_check_gives()
    {
        var examples = Fences("提示");
        Assert.True(examples.Count >= 5, $"{examples.Count} examples");
        foreach (var (kind, lines) in examples)
            Assert.Contains(lines[1], Check(kind, [lines[0]]).Select(p => p.ToString()));
    }

    private static IReadOnlyList<TemplateProblem> Check(string kind, IReadOnlyList<string> lines) =>
        TemplateCheck.Of(new MemoryStream(Docx(Body(lines))), "例.docx", PaperKinds.Find(kind)?.Model ?? throw new ArgumentException(kind));

    // A line is a paragraph; lines that begin with | are rows of a table.
    private static string Body(IReadOnlyList<string> lines)
    {
        var body = "";
        var rows = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line.StartsWith('|'))
            {
                rows.Add(TextRow([.. line.Trim('|').Split('|').Select(cell => cell.Trim())]));
                continue;
            }
            if (rows.Count > 0)
                body += Table([.. rows]);
            rows.Clear();
            body += P(line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
        }
        return body;
    }

    private static List<(string Kind, IReadOnlyList<string> Lines)> Fences(string what) =>
        [.. Fence().Matches(Guide).Where(m => m.Groups["what"].Value == what)
            .Select(m => (m.Groups["kind"].Value, (IReadOnlyList<string>)m.Groups["lines"].Value.TrimEnd('\n').Split('\n')))];

    [GeneratedRegex("^```(?<what>\\S+) ?(?<kind>\\S*)\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    private static string Find([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", "..", "docs", "templates.md");
}
