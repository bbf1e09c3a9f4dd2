using System.Xml.Linq;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Tests.Papers;
using static YiyuanSafety.Drafting.Tests.Regions.ManagedPaper;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Regions;

/// <summary>A paper as it is put into another document.</summary>
public sealed class PaperFragmentTests
{
    private static readonly string[] Sizes = ["empty", "short", "extreme"];

    public static TheoryData<PaperKind, string> All => new(PaperKinds.All.SelectMany(row => Sizes
        .Where(size => Orders.Of(row.Kind, size) is not null && !HasCharts(row.Kind, size)).Select(size => (row.Kind, size))));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_kind_is_a_sound_fragment_with_its_regions_and_all_its_words(PaperKind kind, string size)
    {
        var docx = EveryKindTests.Make(kind, size, true);

        var fragment = PaperFragment.Of(docx);

        FlatPackage.AssertSound(fragment.Ooxml);
        var record = PaperRefresh.Record(docx);
        var main = FlatPackage.Part(fragment.Ooxml, "/word/document.xml");
        Assert.Equal(
            record.Regions.Select(region => new RegionTag(record.Paper, region.Name).ToString()).Order(),
            main.Descendants(W + "tag").Select(tag => tag.Attribute(W + "val")?.Value ?? "").Distinct().Order());
        var carried = XElement.Parse(fragment.Record);
        Assert.Equal("true", carried.Attribute("fragment")?.Value);
        carried.Attribute("fragment")?.Remove();
        Assert.Equal(Part(docx, "customXml/item1.xml"), carried.ToString(SaveOptions.DisableFormatting));
        Assert.Equal(Words(XElement.Parse(Part(docx, "word/document.xml"))), Words(main));
        Assert.False(FlatPackage.Blocks(fragment.Ooxml)[^1].HasElements);
    }

    [Fact]
    public void An_attachment_with_a_page_of_its_own_begins_a_page()
    {
        var breaks = FlatPackage.Part(PaperFragment.Of(EveryKindTests.Make(PaperKind.Notice, "short", true)).Ooxml, "/word/document.xml")
            .Descendants(W + "br").Count(one => one.Attribute(W + "type")?.Value == "page");

        Assert.Equal(XElement.Parse(Part(EveryKindTests.Make(PaperKind.Notice, "short", true), "word/document.xml")).Descendants(W + "pPr").Elements(W + "sectPr").Count(), breaks);
    }

    [Fact]
    public void A_template_with_automatic_numbers_is_refused_with_a_sentence()
    {
        var error = Assert.Throws<PaperFileException>(() =>
            PaperFragment.Of(Make(body: "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>")));

        Assert.Equal(PaperFileCodes.Bound, error.Code);
        Assert.EndsWith("。", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_with_charts_is_refused_with_a_sentence()
    {
        var error = Assert.Throws<PaperFileException>(() => PaperFragment.Of(EveryKindTests.Make(PaperKind.ProgressBulletin, "short", true)));

        Assert.Equal(PaperFileCodes.Bound, error.Code);
        Assert.StartsWith("这份公文里有图表", error.Message, StringComparison.Ordinal);
    }

    private static bool HasCharts(PaperKind kind, string size) => kind == PaperKind.ProgressBulletin && size != "empty";

    private static string Words(XElement main) => string.Concat(main.Descendants(W + "t").Select(text => text.Value));
}
