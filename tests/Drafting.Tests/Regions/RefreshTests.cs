using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Tests.Papers;
using static YiyuanSafety.Drafting.Tests.Regions.ManagedPaper;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Regions;

public sealed class RefreshTests
{
    [Fact]
    public void A_paper_carries_its_order_and_the_words_of_its_regions()
    {
        var record = PaperRefresh.Record(Make());

        Assert.Equal((Id, 1, "清水县", 2022), (record.Paper, record.Revision, record.County, record.Year));
        Assert.Equivalent(Order, record.Order);
        Assert.Equal([(Basis, "依据"), (Allocation, "任务分工表")], record.Regions.Select(region => (region.Name, region.Title)));
        Assert.Equal("为推动《清水县2022年安全生产工作要点》（清安委发〔2022〕2号）落实，现印发4项任务。\n请认真执行。", record.Regions[0].Text);
        Assert.StartsWith("序号\n任务\n1\n建立“一企一策”清单。\n2\n", record.Regions[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_new_changes_nothing()
    {
        var result = Refresh(Make(), SmallDocument.Request);

        Assert.Null(result.Write);
        Assert.False(result.OutsideChanged);
        Assert.All(result.Regions, region => Assert.Equal((RegionState.Current, false, 1), (region.State, region.Replaced, region.Copies)));
    }

    [Fact]
    public void A_region_that_nobody_touched_is_replaced_and_everything_else_stays_byte_for_byte()
    {
        var paper = Make();

        var result = Refresh(paper, Changed());
        var written = Written(result);

        Assert.Equal([(Basis, RegionState.Current), (Allocation, RegionState.Outdated)], result.Regions.Select(region => (region.Name, region.State)));
        var (before, after) = (Part(paper, "word/document.xml"), Part(written, "word/document.xml"));
        Assert.Contains("开展两次专题培训。", after, StringComparison.Ordinal);
        Assert.DoesNotContain("开展专题培训。", after, StringComparison.Ordinal);
        var start = before.IndexOf("<w:sdt><w:sdtPr><w:alias w:val=\"任务分工表\"", StringComparison.Ordinal);
        var end = before.LastIndexOf("</w:sdt>", StringComparison.Ordinal) + "</w:sdt>".Length;
        Assert.Equal(before[..start], after[..start]);
        Assert.EndsWith(before[end..], after, StringComparison.Ordinal);
        Assert.Equal(2, PaperRefresh.Record(written).Revision);
        Assert.Null(Refresh(written, Changed()).Write);
    }

    [Fact]
    public void What_a_person_typed_in_a_region_is_left_and_reported()
    {
        var edited = Edited(Make(), "请认真执行。", "请务必认真执行。");

        var unchanged = Refresh(edited, SmallDocument.Request);
        Assert.Equal([RegionState.Edited, RegionState.Current], unchanged.Regions.Select(region => region.State));
        Assert.Null(unchanged.Write);

        var fewer = SmallDocument.Request with { Document = SmallDocument.Of([.. SmallDocument.Document.Tasks.Take(3)]) };
        var both = Refresh(edited, fewer);
        Assert.Equal([(RegionState.Conflict, false), (RegionState.Outdated, true)], both.Regions.Select(region => (region.State, region.Replaced)));
        Assert.Contains("请务必认真执行。", Part(Written(both), "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("4项任务", Part(Written(both), "word/document.xml"), StringComparison.Ordinal);

        // Once more: still known as edited, not as new.
        Assert.Equal(RegionState.Conflict, Refresh(Written(both), fewer).Regions[0].State);
    }

    [Fact]
    public void An_edited_region_is_replaced_when_a_person_says_so()
    {
        var edited = Edited(Make(), "请认真执行。", "请务必认真执行。");

        var written = Written(Refresh(edited, SmallDocument.Request, Basis));

        Assert.DoesNotContain("务必", Part(written, "word/document.xml"), StringComparison.Ordinal);
        Assert.Null(Refresh(written, SmallDocument.Request).Write);
    }

    [Fact]
    public void Words_that_a_person_corrected_as_the_tasks_now_say_count_as_current()
    {
        var edited = Edited(Make(), "开展专题培训。", "开展两次专题培训。");

        var result = Refresh(edited, Changed());

        Assert.All(result.Regions, region => Assert.Equal(RegionState.Current, region.State));
        Assert.Equal(RegionState.Outdated, Refresh(Written(result), SmallDocument.Request).Regions[1].State);
    }

    [Fact]
    public void Tracked_deletions_and_looks_and_cuts_into_runs_are_told_apart()
    {
        const string sentence = "<w:t xml:space=\"preserve\">请认真执行。</w:t>";
        var cut = Edited(Make(), sentence, "<w:rPr><w:b/></w:rPr><w:t>请认真</w:t></w:r><w:bookmarkStart w:id=\"7\" w:name=\"x\"/><w:bookmarkEnd w:id=\"7\"/><w:r><w:t>执行。</w:t>");
        Assert.Equal(RegionState.Current, Refresh(cut, SmallDocument.Request).Regions[0].State);

        var deleted = Edited(Make(), $"<w:r>{sentence}</w:r>", "<w:del w:id=\"9\" w:author=\"王五\" w:date=\"2022-03-06T08:00:00Z\"><w:r><w:delText>请认真执行。</w:delText></w:r></w:del>");
        Assert.Equal(RegionState.Edited, Refresh(deleted, SmallDocument.Request).Regions[0].State);
    }

    [Fact]
    public void A_region_taken_out_is_reported_and_not_put_back()
    {
        var main = Part(Make(), "word/document.xml");
        var start = main.IndexOf("<w:sdt>", StringComparison.Ordinal);
        var end = main.IndexOf("</w:sdt>", StringComparison.Ordinal) + "</w:sdt>".Length;

        var result = Refresh(Edited(Make(), main[start..end], ""), Changed());

        Assert.Equal([(RegionState.Missing, 0), (RegionState.Outdated, 1)], result.Regions.Select(region => (region.State, region.Copies)));
        Assert.DoesNotContain("请认真执行", Part(Written(result), "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_of_a_region_are_judged_each_by_its_words()
    {
        var main = Part(Make(), "word/document.xml");
        var start = main.LastIndexOf("<w:sdt>", StringComparison.Ordinal);
        var end = main.LastIndexOf("</w:sdt>", StringComparison.Ordinal) + "</w:sdt>".Length;
        var region = main[start..end];
        var copy = region.Replace("开展专题培训。", "我们另有安排。", StringComparison.Ordinal).Replace("w:id w:val=\"1010\"", "w:id w:val=\"77\"", StringComparison.Ordinal);

        var result = Refresh(Edited(Make(), region, region + P("又一份") + copy), Changed());

        var allocation = result.Regions.Where(one => one.Name == Allocation).ToList();
        Assert.Equal([(RegionState.Outdated, true, 2), (RegionState.Conflict, false, 2)], allocation.Select(one => (one.State, one.Replaced, one.Copies)));
        var written = Part(Written(result), "word/document.xml");
        Assert.Contains("我们另有安排。", written, StringComparison.Ordinal);
        Assert.Contains("开展两次专题培训。", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_pasted_from_another_paper_is_not_ours()
    {
        var foreign = Control(Allocation, "任务分工表", P("别的文件的内容")).Replace("*", "ffffffffffff", StringComparison.Ordinal);

        var result = Refresh(Edited(Make(), P("联系人：王五"), foreign), Changed());

        Assert.Equal(1, result.Regions.Single(region => region.Name == Allocation).Copies);
        Assert.Contains("别的文件的内容", Part(Written(result), "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_outside_that_the_tasks_would_change_are_reported_and_left()
    {
        var body = Body.Replace("联系人：王五", "共{{ allocation.count }}项", StringComparison.Ordinal);
        var fewer = SmallDocument.Request with { Document = SmallDocument.Of([.. SmallDocument.Document.Tasks.Take(3)]) };
        var result = PaperRefresh.Run(Make(body: body), fewer, NoticeOf(body), []);

        Assert.True(result.OutsideChanged);
        Assert.Contains("共4项", Part(Written(result), "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_years_tasks_are_refused()
    {
        var next = SmallDocument.Request with
        {
            Document = SmallDocument.Document with { Document = SmallDocument.Document.Document with { Year = 2023 } },
        };

        var error = Assert.Throws<PaperFileException>(() => Refresh(Make(), next));

        Assert.Equal(PaperFileCodes.OtherYear, error.Code);
        Assert.Contains("2022年", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_papers_of_ours_are_refused_with_a_sentence()
    {
        Assert.Equal(PaperFileCodes.NotWord, Refused([1, 2, 3]));
        Assert.Equal(PaperFileCodes.NotWord, Refused(Make()[..^40]));
        Assert.Equal(PaperFileCodes.NoRecord, Refused(Docx(P("别人写的"))));
        Assert.Equal(PaperFileCodes.RecordDamaged, Refused(Repack(Make(), "customXml/item1.xml", "<paper xmlns=\"urn:yiyuan-safety:paper:1\" id=\"a\"/>")));
        Assert.Equal(PaperFileCodes.RecordDamaged, Refused(Repack(Make(), "customXml/item1.xml", "<paper xmlns=\"urn:yiyuan-safety:paper:1\" id=\"a\"")));
        Assert.Equal(PaperFileCodes.NotWord, Refused(Repack(Make(), "word/document.xml", "<!DOCTYPE x><x/>")));
    }

    private static string Refused(byte[] docx)
    {
        var error = Assert.Throws<PaperFileException>(() => Refresh(docx, SmallDocument.Request));
        Assert.EndsWith("。", error.Message, StringComparison.Ordinal);
        return error.Code;
    }
}
