using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Tests.Papers;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Tests.Format;

/// <summary>Our own papers before our own checker: no breach of the standard, and no advice but what the data forces.</summary>
public sealed class EveryKindCheckTests
{
    // The number is taken when the paper is issued (B-06); texts come from the source as they are (I-05); a long title needs its lines (C-01);
    // attachments may be files of their own (C-10); who is written to is the data's (T-05).
    private static readonly string[] Forced = ["B-06", "I-05", "C-10", "T-05"];

    public static TheoryData<PaperKind, string, bool> All => EveryKindTests.All;

    [Theory]
    [MemberData(nameof(All))]
    public void A_paper_of_ours_breaks_no_rule(PaperKind kind, string size, bool sealing)
    {
        var report = FormatChecker.Check(new MemoryStream(EveryKindTests.Make(kind, size, sealing)), new CheckOptions { Seal = sealing });

        var told = report.Findings.Where(finding => finding.Severity == Severity.Error || (size != "extreme" && !Forced.Contains(finding.RuleId))).ToList();
        Assert.True(told.Count == 0, string.Join('\n', told));
    }
}
