using System.Xml.Linq;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Tests.Papers;
using static YiyuanSafety.Drafting.Tests.Regions.ManagedPaper;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Regions;

/// <summary>What Word is told to put into the regions of an open paper.</summary>
public sealed class RegionUpdateTests
{
    private static readonly PaperRequest Fewer = SmallDocument.Request with { Document = SmallDocument.Of([.. SmallDocument.Document.Tasks.Take(3)]) };

    public static TheoryData<PaperKind> Kinds => [.. PaperKinds.All.Select(row => row.Kind)];

    [Fact]
    public void An_update_comes_to_what_a_refresh_writes()
    {
        var update = Update(Make(), Fewer);
        var written = Written(Refresh(Make(), Fewer));

        Assert.Equal([(Basis, "依据"), (Allocation, "任务分工表")], update.Changes.Select(change => (change.Name, change.Title)));
        Assert.All(update.Changes, change => FlatPackage.AssertSound(change.Ooxml));
        Assert.Empty(update.Left);
        var applied = FlatPackage.Applied(Make(), update);
        AssertValid(applied);
        Assert.Equal(Part(written, "customXml/item1.xml"), Part(applied, "customXml/item1.xml"));
        Assert.Equal(Contents(written), Contents(applied));
        Assert.Equal((2, null), (update.Revision, Refresh(applied, Fewer).Write));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_updated_soundly_and_is_current_then(PaperKind kind)
    {
        var paper = EveryKindTests.Make(kind, "short", true);
        var request = Changed("1.1", "建立新的清单。");

        var update = PaperRefresh.Update(paper, request, PaperText.Templates, new RegionChoice());
        Assert.Equal(PaperRefresh.Run(paper, request, PaperText.Templates, []).Regions.Where(region => region.Replaced).Select(region => region.Name), update.Changes.Select(change => change.Name));
        Assert.All(update.Changes, change => FlatPackage.AssertSound(change.Ooxml));
        var applied = FlatPackage.Applied(paper, update);
        AssertValid(applied);
        Assert.All(PaperRefresh.Run(applied, request, PaperText.Templates, []).Regions, region => Assert.Equal(RegionState.Current, region.State));
    }

    [Fact]
    public void Only_what_is_asked_for_is_replaced_and_what_was_typed_only_where_a_person_says_so()
    {
        var edited = Edited(Make(), "请认真执行。", "请务必认真执行。");

        Assert.Equal([Allocation], Update(edited, Fewer).Changes.Select(change => change.Name));
        Assert.Equal([(Basis, RegionState.Conflict)], Update(edited, Fewer).Left.Select(region => (region.Name, region.State)));
        Assert.Empty(Update(edited, Fewer, only: [Basis]).Changes);
        Assert.Equal([(Basis, RegionState.Conflict), (Allocation, RegionState.Outdated)], Update(edited, Fewer, only: [Basis]).Left.Select(region => (region.Name, region.State)));
        var taken = Update(edited, Fewer, only: [Basis], take: [Basis]);
        Assert.Equal([Basis], taken.Changes.Select(change => change.Name));
        Assert.Contains("请务必认真执行。", taken.Changes[0].Was, StringComparison.Ordinal);
        Assert.DoesNotContain("务必", taken.Changes[0].Text, StringComparison.Ordinal);

        // The record knows what was not done: the table is still outdated, and no edit.
        Assert.Equal([RegionState.Current, RegionState.Outdated], Refresh(FlatPackage.Applied(edited, taken), Fewer).Regions.Select(region => region.State));
    }

    [Fact]
    public void Nothing_to_do_is_an_update_without_changes_and_the_record_as_it_was()
    {
        var update = Update(Make(), SmallDocument.Request);

        Assert.Equal((1, 0, 0), (update.Revision, update.Changes.Count, update.Left.Count));
        Assert.Equal(Part(Make(), "customXml/item1.xml"), update.Record);
    }

    [Fact]
    public void Copies_that_say_different_things_are_changes_of_their_own()
    {
        var main = Part(Make(), "word/document.xml");
        var region = main[main.LastIndexOf("<w:sdt>", StringComparison.Ordinal)..(main.LastIndexOf("</w:sdt>", StringComparison.Ordinal) + "</w:sdt>".Length)];
        var copied = Edited(Make(), region, region + P("又一份") + region.Replace("开展专题培训。", "我们另有安排。", StringComparison.Ordinal));

        var update = Update(copied, Fewer, take: [Allocation]);

        Assert.Equal(2, update.Changes.Where(change => change.Name == Allocation).Select(change => change.Was).Distinct().Count());
        Assert.Equal([(RegionState.Conflict, 2)], Update(copied, Fewer).Left.Select(left => (left.State, left.Copies)));
    }

    [Fact]
    public void A_region_that_lost_its_tag_is_left_since_Word_cannot_find_it()
    {
        var untagged = Edited(Make(), $"<w:tag w:val=\"ys:1:{Id}:{Allocation}\"/>", "");

        var update = Update(untagged, Changed());
        Assert.Empty(update.Changes);
        Assert.Equal([(Allocation, RegionState.Outdated, false)], update.Left.Select(region => (region.Name, region.State, region.IsTagged)));
        Assert.Equal(1, update.Revision);
        Assert.True(Refresh(untagged, Changed()).Regions[1].Replaced);
    }

    [Fact]
    public void A_region_with_a_picture_or_a_section_break_is_left()
    {
        foreach (var bound in new[] { "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" })
        {
            var templates = NoticeOf(Body.Replace(P("请认真执行。"), P("请认真执行。") + bound, StringComparison.Ordinal));

            var update = PaperRefresh.Update(Make(), Fewer, templates, new RegionChoice());

            Assert.Equal([Allocation], update.Changes.Select(change => change.Name));
            Assert.Equal([(Basis, RegionState.Bound)], update.Left.Select(region => (region.Name, region.State)));
        }
    }

    [Fact]
    public void Styles_bear_the_ids_of_the_document_in_hand_and_missing_ones_are_brought_along()
    {
        var paper = EveryKindTests.Make(PaperKind.Notice, "short", true);
        var (main, sheet) = (Part(paper, "word/document.xml"), Part(paper, "word/styles.xml"));
        var region = main[main.LastIndexOf("<w:sdt>", StringComparison.Ordinal)..];
        var used = XElement.Parse(main).Descendants(W + "sdt").Last().Descendants(W + "pStyle").Select(style => style.Attribute(W + "val")?.Value ?? "").Distinct().ToList();
        Assert.True(used.Count > 1, region);

        // Another program named the first one anew and dropped the last one.
        var styles = XElement.Parse(sheet);
        styles.Elements(W + "style").Single(style => style.Attribute(W + "styleId")?.Value == used[^1]).Remove();
        var renamed = Repack(
            Repack(paper, "word/document.xml", main.Replace($"\"{used[0]}\"", "\"a77\"", StringComparison.Ordinal)),
            "word/styles.xml",
            styles.ToString().Replace($"\"{used[0]}\"", "\"a77\"", StringComparison.Ordinal));

        var change = PaperRefresh.Update(renamed, Changed("1.1", "建立新的清单。"), PaperText.Templates, new RegionChoice()).Changes.Single();

        FlatPackage.AssertSound(change.Ooxml);
        var ids = FlatPackage.Part(change.Ooxml, "/word/styles.xml").Elements(W + "style").Select(style => style.Attribute(W + "styleId")?.Value).ToList();
        Assert.Contains("a77", ids);
        Assert.Contains(used[^1], ids);
        Assert.DoesNotContain(used[0], ids);
    }

    [Fact]
    public void A_record_of_no_Word_paper_is_damaged()
    {
        foreach (var kind in new[] { "Ledger", "Poem" })
        {
            var odd = Repack(Make(), "customXml/item1.xml", Part(Make(), "customXml/item1.xml").Replace("\"Notice\"", $"\"{kind}\"", StringComparison.Ordinal));
            Assert.Equal(PaperFileCodes.RecordDamaged, Assert.Throws<PaperFileException>(() => Update(odd, Fewer)).Code);
        }
    }

    private static PaperUpdate Update(byte[] docx, PaperRequest request, string[]? only = null, string[]? take = null) =>
        PaperRefresh.Update(docx, request, NoticeOf(Body), new RegionChoice { Only = only ?? [], Take = take ?? [] });

    // What is in the controls, an empty paragraph behind a table apart.
    private static List<string> Contents(byte[] docx) =>
    [
        .. XElement.Parse(Part(docx, "word/document.xml")).Descendants(W + "sdtContent").Select(content => string.Concat(
            content.Elements().Where(block => block.Name != W + "p" || block.HasElements).Select(block => block.ToString(SaveOptions.DisableFormatting)))),
    ];
}
