using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Host.Filings;

namespace YiyuanSafety.Host.Tests.Filings;

/// <summary>Papers whose number or title came after they were filed.</summary>
public sealed class SupersededTests
{
    private static readonly FilingPaper Draft = DeskCase.Paper("初稿", "关于督办的函");
    private static readonly FilingPaper Final = DeskCase.Paper("定稿", "关于督办的函", "源安办函〔2021〕3号");

    [Theory]
    [InlineData(WhenOther.Version)]
    [InlineData(WhenOther.Number)]
    public async Task A_revision_that_goes_elsewhere_supersedes_the_earlier_one_and_says_where_it_lies(WhenOther rule)
    {
        using var test = await DeskCase.BeginAsync(rule);
        var draft = (await test.FileAsync([Draft]))[0];

        var look = Assert.Single(await test.Desk.LookAsync([Final], withPdf: false, DeskCase.Stop));
        await test.FileAsync([Final]);

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
        await test.FileAsync([Draft]);
        await test.FileAsync([Final]);

        Assert.Equal([PlacingStep.Same, PlacingStep.Same], (await test.FileAsync([Draft, Final])).Select(plan => plan.Step));
        Assert.Equal((2, 2), (test.Rows().Count, test.Lines().Count));
    }

    [Fact]
    public async Task The_same_content_in_two_folders_is_current_in_both()
    {
        using var test = await DeskCase.BeginAsync();
        await test.FileAsync([Draft]);
        await new FilingDesk(test.Store, test.Drive, YiyuanSafety.Host.Sources.Shipped.Profile().Filing, "另存").FileAsync(Draft, DeskCase.Act, DeskCase.Stop);

        Assert.All(test.Rows(), row => Assert.Null(row.ReplacedAt));
    }

    private static async Task<IEnumerable<(string, FiledState)>> VerifyAsync(DeskCase test) =>
        (await DriveVerification.RunAsync(test.Store, test.Drive, static (_, _) => Task.FromResult<DriveContent?>(null), DeskCase.Stop)).Select(file => (file.Place, file.State));
}
