using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Tests.Filings;

/// <summary>Papers whose number or title came after they were filed.</summary>
public sealed class SupersededTests
{
    [Theory]
    [InlineData(WhenOther.Version)]
    [InlineData(WhenOther.Number)]
    public async Task A_revision_that_goes_elsewhere_supersedes_the_earlier_one_and_says_where_it_lies(WhenOther rule)
    {
        using var test = await DeskCase.BeginAsync(rule);
        var (first, final) = await RevisionsAsync(test);
        var draft = (await test.FileAsync([first]))[0];

        var look = Assert.Single(await test.Desk.LookAsync([final], withPdf: false, DeskCase.Stop));
        await test.FileAsync([final]);

        Assert.Equal($"新归档；上一版在“{draft.Place}”，请核对后移走", FilingWords.Will(look));
        Assert.Equal([true, false], test.Rows().OrderBy(row => row.Place == look.Place).Select(row => row.ReplacedAt is not null));
        Assert.Equal([(look.Place, FiledState.Good), (draft.Place, FiledState.Superseded)], await VerifyAsync(test));
        File.Delete(Path.Combine(test.Share, draft.Place));
        Assert.Equal([(look.Place, FiledState.Good)], await VerifyAsync(test));
    }

    [Fact]
    public async Task Both_filed_again_from_one_folder_write_nothing()
    {
        using var test = await DeskCase.BeginAsync(WhenOther.Version);
        var (first, final) = await RevisionsAsync(test);
        await test.FileAsync([first]);
        await test.FileAsync([final]);

        Assert.Equal([PlacingStep.Same, PlacingStep.Same], (await test.FileAsync([first, final])).Select(plan => plan.Step));
        Assert.Equal((2, 2), (test.Rows().Count, test.Lines().Count));
    }

    [Fact]
    public async Task The_same_content_in_two_folders_is_current_in_both()
    {
        using var test = await DeskCase.BeginAsync();
        var (first, _) = await RevisionsAsync(test);
        await test.FileAsync([first]);
        await new FilingDesk(test.Store, test.Drive, YiyuanSafety.Host.Sources.Shipped.Profile().Filing, "另存").FileAsync(first, DeskCase.Act, DeskCase.Stop);

        Assert.All(test.Rows(), row => Assert.Null(row.ReplacedAt));
    }

    [Fact]
    public async Task Papers_that_the_ledger_does_not_have_supersede_nothing_though_they_carry_one_identity()
    {
        using var test = await DeskCase.BeginAsync();
        await test.FileAsync([DeskCase.Paper("甲", "第一项的函"), DeskCase.Paper("乙", "第二项的函")]);

        Assert.All(test.Rows(), row => Assert.Null(row.ReplacedAt));
        Assert.All(await VerifyAsync(test), file => Assert.Equal(FiledState.Good, file.Item2));
    }

    // One paper of the ledger, before and after it got its number.
    private static async Task<(FilingPaper First, FilingPaper Final)> RevisionsAsync(DeskCase test)
    {
        await using var ledger = test.Store.Open();
        var plan = new WorkPlan { Id = Guid.CreateVersion7(), Title = "工作要点" };
        var paper = new Paper { Id = Guid.CreateVersion7(), PlanId = plan.Id, Identity = "a1b2c3", Kind = "SupervisionLetter", Body = "", Order = "{}", Path = "督办函.docx" };
        ledger.AddRange(plan, paper);
        await ledger.SaveChangesAsync(DeskCase.Stop);
        return (
            DeskCase.Paper("初稿", "关于督办的函") with { PaperId = paper.Id, Revision = 1 },
            DeskCase.Paper("定稿", "关于督办的函", "源安办函〔2021〕3号") with { PaperId = paper.Id, Revision = 2 });
    }

    private static async Task<IEnumerable<(string, FiledState)>> VerifyAsync(DeskCase test) =>
        (await DriveVerification.RunAsync(test.Store, test.Drive, static (_, _) => Task.FromResult<DriveContent?>(null), DeskCase.Stop)).Select(file => (file.Place, file.State));
}
