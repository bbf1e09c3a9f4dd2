namespace YiyuanSafety.Host.Tests.Filings;

/// <summary>Each filing has its line in its register.</summary>
public sealed class RegisterLineTests
{
    [Fact]
    public async Task Another_paper_at_a_place_that_was_vacated_has_a_line_of_its_own()
    {
        using var test = await DeskCase.BeginAsync();
        var first = await test.FileAsync([DeskCase.Paper("甲", "关于督办的函", "", "a1")]);
        File.Delete(Path.Combine(test.Share, first[0].Place));

        var second = await test.FileAsync([DeskCase.Paper("乙", "关于督办的函", "", "b2")]);

        Assert.Equal(first[0].Place, second[0].Place);
        Assert.Equal(2, test.Lines().Count);
        Assert.Equal([1, 2], test.Rows().Select(row => row.Edition));
    }
}
