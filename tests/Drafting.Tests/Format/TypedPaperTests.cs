using YiyuanSafety.Drafting.Format;

namespace YiyuanSafety.Drafting.Tests.Format;

public class TypedPaperTests
{
    internal static FormatReport Check(byte[] docx, CheckOptions? options = null) => FormatChecker.Check(new MemoryStream(docx), options ?? new CheckOptions());

    internal static TypedPaper Make(string name) => name switch
    {
        "notice" => TypedPapers.Notice(),
        "unsealed" => TypedPapers.Unsealed(),
        "request" => TypedPapers.Request(),
        "letter" => TypedPapers.Letter(),
        _ => TypedPapers.Minutes(),
    };

    [Theory]
    [InlineData("notice", "通用公文格式（有版头）")]
    [InlineData("unsealed", "通用公文格式（有版头）")]
    [InlineData("request", "通用公文格式（有版头）")]
    [InlineData("letter", "信函格式")]
    [InlineData("minutes", "纪要格式")]
    public void A_paper_typed_by_hand_that_keeps_every_rule_has_no_findings(string name, string layout)
    {
        var report = Check(Make(name).Bytes());
        Assert.True(report.Findings.Count == 0, GoodPapers.Lines(report));
        Assert.Equal((layout, "A"), (report.Layout, report.PageProfile));
    }
}
