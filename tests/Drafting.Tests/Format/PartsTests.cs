namespace YiyuanSafety.Drafting.Tests.Format;

public class PartsTests
{
    [Fact]
    public void Dump()
    {
        foreach (var paper in GoodPapers.OfSample(profile => profile with { CopyTo = ["县委办公室"] }).Where((_, i) => i is 0 or 5 or 40))
        {
            var report = GoodPapers.Checked(paper);
            TestContext.Current.SendDiagnosticMessage("{0}", paper.Path + " " + report.Layout + "\n" + string.Join('\n', report.Parts.Select(part => part.Name + " @ " + part.Place.Text)));
        }
    }
}
