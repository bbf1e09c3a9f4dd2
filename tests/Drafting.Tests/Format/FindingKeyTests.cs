using YiyuanSafety.Drafting.Format;

namespace YiyuanSafety.Drafting.Tests.Format;

/// <summary>Single findings: named, found in the text, repaired alone.</summary>
public sealed class FindingKeyTests
{
    [Fact]
    public void A_finding_is_repaired_alone_and_the_others_stay()
    {
        var docx = Spoilt();
        var before = TypedPaperTests.Check(docx);
        Assert.True(before.Findings.Count(finding => finding.Fixable) > 1, GoodPapers.Lines(before));
        Assert.Equal(before.Findings.Count, before.Findings.Select(finding => finding.Key).Distinct().Count());
        Assert.Equal(before.Findings.Select(finding => finding.Key), TypedPaperTests.Check(docx).Findings.Select(finding => finding.Key));
        foreach (var finding in before.Findings.Where(finding => finding.Fixable))
        {
            using var output = new MemoryStream();
            var outcome = FormatFixer.Fix(new MemoryStream(docx), output, new CheckOptions(), null, [finding.Key, "没有"]);

            Assert.Equal(1, outcome.Repaired);
            Assert.Equal(
                before.Findings.Select(one => one.Key).Where(key => key != finding.Key),
                TypedPaperTests.Check(output.ToArray()).Findings.Select(one => one.Key));
        }
    }

    [Fact]
    public void A_name_of_nothing_repairs_nothing()
    {
        using var output = new MemoryStream();
        var docx = Spoilt();

        var outcome = FormatFixer.Fix(new MemoryStream(docx), output, new CheckOptions(), null, ["C-03-000000000000"]);

        Assert.Equal((0, outcome.Before.Findings.Count), (outcome.Repaired, outcome.After.Findings.Count));
    }

    [Fact]
    public void A_place_gives_the_words_by_which_it_is_found()
    {
        var findings = TypedPaperTests.Check(Spoilt()).Findings;

        Assert.Contains(findings, finding => finding.Place is { Paragraph: > 0, First: "清水县安全生产委员会" });
        Assert.All(findings.Where(finding => finding.Place.First.Length > 0), finding => Assert.Contains(finding.Place.First, finding.Place.Text, StringComparison.Ordinal));
    }

    private static byte[] Spoilt()
    {
        var paper = TypedPapers.Notice();
        paper["title"].Font("黑体");
        paper["note1"].Set("spacing", ("line", "700"));
        return paper.Bytes();
    }
}
