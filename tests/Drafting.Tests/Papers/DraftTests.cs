using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Papers;

public class DraftTests
{
    [Fact]
    public void A_notice_says_who_issues_what_to_whom()
    {
        var notice = Notice.From(SmallDocument.Request);
        Assert.Equal("清水县安全生产委员会文件", notice.Head.Mark);
        Assert.False(notice.Head.MarkIsLong);
        Assert.Equal("清安委发〔2022〕　号", notice.Head.IssueNumber);
        Assert.Equal("清水县安全生产委员会关于印发《清水县2022年安全生产工作要点任务分工表》的通知", string.Concat(notice.TitleLines));
        Assert.Equal("县安委会各成员单位", notice.Addressees.Names);
        Assert.Equal("《清水县2022年安全生产工作要点》（清安委发〔2022〕2号）", notice.Source);
        Assert.Equal("2022年3月5日", notice.Signature.Date);
        Assert.Equal("清水县安全生产委员会办公室", notice.Colophon.PrintedBy);
    }

    [Fact]
    public void The_allocation_table_numbers_on_through_its_sections()
    {
        var table = AllocationTable.From(SmallDocument.Request);
        Assert.Equal(["（一）压实责任", "（二）防控风险"], table.Sections.Select(section => section.Title));
        Assert.Equal([1, 2, 3, 4], table.Sections.SelectMany(section => section.Rows).Select(row => row.Number));
        var first = table.Sections[0].Rows[0];
        Assert.Equal("县应急局", first.Lead);
        Assert.Equal("县公安局（各有关部门）", first.Others);
        Assert.Equal("6月底前", first.Deadline);
        Assert.Equal("指导：县应急局", table.Sections[1].Rows[0].Others);
    }

    [Fact]
    public void A_profile_that_knows_nothing_leaves_blanks_and_invents_nothing()
    {
        var request = SmallDocument.Request with { Profile = Profile.Empty, Date = null };
        var notice = Notice.From(request);
        Assert.Equal("　　　　　　　　文件", notice.Head.Mark);
        Assert.Equal("　　　　〔2022〕　号", notice.Head.IssueNumber);
        Assert.Equal("　　　　　　　　", notice.Addressees.Names);
        Assert.Equal("　　年　月　日", notice.Signature.Date);
        var letter = TaskLetter.From(request, [request.Document.Tasks[0]], false);
        Assert.True(string.IsNullOrWhiteSpace(letter.Reply.ContactName + letter.Reply.ContactPhone + letter.Reply.Channel + letter.Reply.To));
    }

    [Fact]
    public void Kinds_of_a_task_sheet_are_numbered_without_gaps()
    {
        var bodies = BodyDuties.Of(SmallDocument.Document, SmallDocument.Directory);
        Assert.Equal(
            ["一、牵头任务", "二、指导督促任务", "三、以成员单位身份承担的任务"],
            TaskSheet.From(SmallDocument.Request, bodies[0]).Kinds.Select(kind => kind.Heading));
        var school = TaskSheet.From(SmallDocument.Request, bodies[2]);
        Assert.Equal("牵头1项、责任1项、以成员单位身份承担2项", school.Counts);
        Assert.Equal("牵头：县公安局；指导督促：县应急局", school.Kinds[0].Rows[0].Others);
        Assert.Equal("各有关部门", school.Kinds[2].Rows[0].Group);
        Assert.Equal("每季度至少一次", school.Kinds[1].Rows[0].Deadline);
    }

    [Fact]
    public void A_letter_goes_to_those_who_lead()
    {
        var letter = TaskLetter.From(SmallDocument.Request, [SmallDocument.Document.Tasks[2]], false);
        Assert.Equal("县教育和体育局、县公安局办公室", letter.Addressees.Names);
        Assert.Equal("你们单位", letter.You);
        Assert.Equal("牵头", letter.Part);

        // 县应急局 only guides: nobody does the work together with it.
        Assert.Equal("", letter.Task.Others);
        Assert.Equal("“（二）防控风险”部分第2项“强化校园安全风险防控”", letter.Task.Place);
        Assert.Equal("清安办函〔2022〕　号", letter.Head.IssueNumber);
    }

    [Fact]
    public void Where_nobody_leads_a_letter_goes_to_the_responsible()
    {
        var letter = TaskLetter.From(SmallDocument.Request with { ReplyBy = new DateOnly(2022, 7, 1) }, [SmallDocument.Document.Tasks[1]], false);
        Assert.Equal(("县教育和体育局", "负责", "2022年7月1日"), (letter.Addressees.Names, letter.Part, letter.Reply.By));
    }

    [Fact]
    public void A_group_is_spoken_to_as_several()
    {
        var letter = TaskLetter.From(SmallDocument.Request, [SmallDocument.Document.Tasks[3]], false);
        Assert.Equal(("各有关部门", "你们单位"), (letter.Addressees.Names, letter.You));
    }

    [Fact]
    public void A_task_without_title_or_parties_still_makes_a_letter()
    {
        var letter = TaskLetter.From(SmallDocument.Request, [SmallDocument.Document.Tasks[3] with { Parties = [], Section = "" }], false);
        Assert.Equal("第3项", letter.Task.Place);
        Assert.True(string.IsNullOrWhiteSpace(letter.Addressees.Names));
        Assert.EndsWith("关于督办第3项任务落实情况的函", string.Concat(letter.TitleLines), StringComparison.Ordinal);
    }
}
