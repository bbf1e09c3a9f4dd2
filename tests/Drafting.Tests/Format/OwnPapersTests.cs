using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Tests.Papers;

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

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    public void Extreme_data_breaks_no_rule_of_the_standard(int tasks)
    {
        var request = SmallDocument.Extreme(tasks) with { Supervised = tasks > 0 ? ["1.1"] : [] };
        foreach (var paper in PaperSet.Of(request, PaperText.Templates).Where(paper => paper.Kind != PaperKind.Ledger))
        {
            var report = GoodPapers.Checked(paper);
            Assert.True(report.Errors == 0, paper.Path + "\n" + GoodPapers.Lines(report));
            Assert.True(report.Warnings < 30, paper.Path + "\n" + GoodPapers.Lines(report));
        }
    }

    [Fact]
    public void A_good_paper_is_handed_back_byte_for_byte()
    {
        foreach (var paper in GoodPapers.OfSample(profile => profile).Take(3))
        {
            var bytes = PaperText.Written(paper).ToArray();
            using var output = new MemoryStream();
            FormatFixer.Fix(new MemoryStream(bytes), output, new CheckOptions());
            Assert.Equal(bytes, output.ToArray());
        }
    }

    [Fact]
    public void A_profile_says_whether_papers_are_sealed()
    {
        var paper = GoodPapers.OfSample(profile => profile with { Seal = false, Committee = profile.Committee with { Name = "沂源县安全生产委员会办公室" } }).First();
        Assert.Contains(FormatChecker.Check(PaperText.Written(paper), new CheckOptions { Seal = true }).Findings, finding => finding.RuleId == "C-12");
        Assert.DoesNotContain(FormatChecker.Check(PaperText.Written(paper), new CheckOptions { Seal = false }).Findings, finding => finding.RuleId is "C-12" or "C-13");
    }

    [Fact]
    public void Fonts_of_the_profile_are_accepted()
    {
        var paper = TypedPapers.Notice();
        paper["body"].Font("县里的字体");
        Assert.Single(TypedPaperTests.Check(paper.Bytes()).Findings);
        Assert.Equal(["A-04"], TypedPaperTests.Check(paper.Bytes(), new CheckOptions { Fonts = new FontSet { FangSong = "另一种" } }).Findings.Select(finding => finding.RuleId).Distinct());
        Assert.Empty(TypedPaperTests.Check(paper.Bytes(), new CheckOptions { Fonts = new FontSet { FangSong = "县里的字体" } }).Findings);
    }
}
