namespace YiyuanSafety.Drafting.Tests.Format;

public class OwnPapersTests
{
    // What the data forces: the issue number is open until the paper is issued, and the source has half-width commas.
    private static readonly HashSet<string> Forced = ["B-06", "I-05"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_paper_of_the_sample_keeps_every_rule(bool seal)
    {
        var papers = GoodPapers.OfSample(profile => profile with { Seal = seal, CopyTo = ["县委办公室", "县政府办公室"] }).ToList();
        Assert.True(papers.Count > 40);
        var faults = new List<string>();
        foreach (var paper in papers)
        {
            var report = GoodPapers.Checked(paper);
            Assert.Equal("A", report.PageProfile);
            faults.AddRange(report.Findings.Where(finding => !Forced.Contains(finding.RuleId) || finding.Severity == WorkPoints.Severity.Error).Select(finding => paper.Path + ": " + GoodPapers.Line(finding)));
        }

        Assert.True(faults.Count == 0, string.Join((char)10, faults));
    }
}
