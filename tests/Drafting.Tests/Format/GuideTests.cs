using System.Runtime.CompilerServices;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Format.Rules;

namespace YiyuanSafety.Drafting.Tests.Format;

public class GuideTests
{
    [Fact]
    public void The_guide_lists_every_rule_as_it_is_and_says_rightly_whether_it_can_be_repaired()
    {
        var repairable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, name, what) in RuleTests.All.Select(row => row.Data))
        {
            var paper = TypedPaperTests.Make(name);
            RuleTests.Spoil(id, name, what)(paper);
            foreach (var finding in TypedPaperTests.Check(paper.Bytes()).Findings.Where(finding => finding.Fixable))
                repairable.UnionWith(RuleTable.All.Where(rule => rule.Id == finding.RuleId && finding.Message.Contains($"：{rule.Says}。现为", StringComparison.Ordinal)).Select(Row));
        }

        var rows = RuleTable.All.Select(rule => Row(rule) + (repairable.Contains(Row(rule)) ? " 能 |" : " 不能 |")).Distinct().ToList();
        var guide = File.ReadAllLines(Guide()).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Length > 4 && char.IsAsciiLetterUpper(line[2])).ToList();
        Assert.Equal(rows, guide);
    }

    private static string Row(Rule rule) =>
        $"| {rule.Id} | {(rule.Clause.Length > 0 ? rule.Clause : "—")} | {FormatReportJson.Word(rule.Strength)} | {rule.Says} |";

    private static string Guide([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", "..", "docs", "checker.md"));
}
