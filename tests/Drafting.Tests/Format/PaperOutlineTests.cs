using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Tests.Papers;

namespace YiyuanSafety.Drafting.Tests.Format;

/// <summary>A paper as it is shown where its pages cannot be.</summary>
public sealed class PaperOutlineTests
{
    public static TheoryData<PaperKind> Kinds => [.. PaperKinds.All.Select(row => row.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_title_and_says_all_its_words(PaperKind kind)
    {
        var docx = EveryKindTests.Make(kind, "short", true);

        var outline = PaperOutline.Of(docx, "公文.docx");

        Assert.NotEmpty(outline.Title);
        Assert.Single(outline.Lines, line => line.Style == OutlineStyle.Title);
        Assert.All(outline.Lines, line => Assert.NotEmpty(line.Text));
        if (kind == PaperKind.ProgressBulletin)
        {
            // With charts it is no fragment, so nothing tells all its words; its figures and tables are named.
            Assert.Throws<PaperFileException>(() => PaperFragment.Of(docx));
            Assert.All(["表1", "图1", "特此通报"], words => Assert.Contains(outline.Lines, line => line.Text.Contains(words, StringComparison.Ordinal)));
            return;
        }

        Assert.Equal(Letters(PaperFragment.Of(docx).Text), Letters(string.Concat(outline.Lines.Select(line => line.Text))));
    }

    [Fact]
    public void The_lines_of_a_notice_are_told_apart()
    {
        var lines = PaperOutline.Of(EveryKindTests.Make(PaperKind.Notice, "short", true), "通知.docx").Lines;

        Assert.Equal("清水县安全生产委员会关于印发《清水县2022年安全生产工作要点任务分工表》的通知", lines.Single(line => line.Style == OutlineStyle.Title).Text);
        Assert.Equal("县安委会各成员单位：", lines.Single(line => line.Style == OutlineStyle.Addressee).Text);
        Assert.Equal(["清水县安全生产委员会", "2022年3月5日"], lines.Where(line => line.Style == OutlineStyle.Signature).Select(line => line.Text));
        Assert.Contains(lines, line => line.Style == OutlineStyle.Table && line.Text.Contains("\t建立“一企一策”清单。\t", StringComparison.Ordinal));
        Assert.Contains(lines, line => line is { Style: OutlineStyle.Attachment, Text: "附件" });
    }

    // Boxes stand before the paragraph that holds them in one, after it in the other.
    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)).Order());
}
