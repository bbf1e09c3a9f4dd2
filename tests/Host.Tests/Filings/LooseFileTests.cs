using YiyuanSafety.Filing.Places;

namespace YiyuanSafety.Host.Tests.Filings;

/// <summary>Files that carry no record: their names say nothing of whether they are one paper.</summary>
public sealed class LooseFileTests
{
    private const string Place = "2021年/其他/反馈表.xlsx";

    [Theory]
    [InlineData(WhenOther.Version)]
    [InlineData(WhenOther.Number)]
    public async Task Files_of_one_name_from_twelve_offices_are_twelve_files_and_are_written_once(WhenOther rule)
    {
        using var test = await DeskCase.BeginAsync(rule);
        var papers = Enumerable.Range(1, 12).Select(i => DeskCase.Loose("反馈表.xlsx", $"单位{i:00}的反馈")).ToList();

        var look = await test.Desk.LookAsync(papers, withPdf: false, DeskCase.Stop);
        await test.FileAsync(papers);

        var files = test.Files().Where(file => file.Contains("其他", StringComparison.Ordinal)).ToList();
        Assert.Equal(look.Select(plan => plan.Place).Order(StringComparer.Ordinal), files);
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"单位{i:00}的反馈"), files.Select(test.Text).Order(StringComparer.Ordinal));
        Assert.Equal(12, test.Lines().Count);

        for (var again = 0; again < 2; again++)
        {
            Assert.All(await test.Desk.LookAsync(papers, withPdf: false, DeskCase.Stop), plan => Assert.Equal(PlacingStep.Same, plan.Step));
            Assert.All(await test.FileAsync(papers), plan => Assert.Equal(PlacingStep.Same, plan.Step));
            Assert.Equal((12, 12, 13), (test.Rows().Count, test.Lines().Count, test.Files().Count));
        }
    }

    [Fact]
    public async Task What_is_looked_at_goes_behind_the_numbers_that_are_taken_already()
    {
        using var test = await DeskCase.BeginAsync(WhenOther.Version);
        await test.FileAsync([DeskCase.Loose("反馈表.xlsx", "甲")]);
        var papers = new[] { DeskCase.Loose("反馈表.xlsx", "乙"), DeskCase.Loose("反馈表.xlsx", "丙"), DeskCase.Loose("反馈表.xlsx", "丙") };

        var look = await test.Desk.LookAsync(papers, withPdf: false, DeskCase.Stop);

        Assert.Equal(
            [("2021年/其他/反馈表 (2).xlsx", PlacingStep.Beside), ("2021年/其他/反馈表 (3).xlsx", PlacingStep.Beside), ("2021年/其他/反馈表 (3).xlsx", PlacingStep.Same)],
            look.Select(plan => (plan.Place, plan.Step)));
    }

    [Fact]
    public async Task A_loose_file_that_was_edited_goes_beside_and_never_over_what_others_made_of_it()
    {
        using var test = await DeskCase.BeginAsync(WhenOther.Version);
        await test.FileAsync(DeskCase.Loose("反馈表.xlsx", "初稿"));

        Assert.Equal((PlacingStep.Beside, "2021年/其他/反馈表 (2).xlsx"), await FileAsync("改稿"));
        File.WriteAllText(Path.Combine(test.Share, Place), "别人改过");
        Assert.Equal((PlacingStep.Beside, "2021年/其他/反馈表 (3).xlsx"), await FileAsync("再改"));
        Assert.Equal(("别人改过", "改稿"), (test.Text(Place), test.Text("2021年/其他/反馈表 (2).xlsx")));

        async Task<(PlacingStep, string)> FileAsync(string text) => await test.FileAsync(DeskCase.Loose("反馈表.xlsx", text)) is { Step: { } step } plan ? (step, plan.Place) : default;
    }
}
