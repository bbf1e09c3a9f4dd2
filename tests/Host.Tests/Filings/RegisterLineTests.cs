using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Register;

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

    [Fact]
    public async Task Registers_that_cannot_be_read_keep_no_other_from_its_lines_and_are_named()
    {
        using var test = await DeskCase.BeginAsync();
        foreach (var year in new[] { "2019", "2020" })
        {
            Directory.CreateDirectory(Path.Combine(test.Share, $"{year}年"));
            File.WriteAllText(Path.Combine(test.Share, $"{year}年/发文登记簿.xlsx"), "不是工作簿");
        }

        var error = await Assert.ThrowsAsync<DriveException>(() => test.FileAsync(
            [.. Enumerable.Range(2019, 3).Select(year => DeskCase.Paper($"{year}", $"{year}年的函", "", $"{year}", $"{year}"))]));

        Assert.Equal(RegisterBook.Unreadable, error.Code);
        Assert.Contains("“2019年/发文登记簿.xlsx”", error.Message, StringComparison.Ordinal);
        Assert.Contains("“2020年/发文登记簿.xlsx”", error.Message, StringComparison.Ordinal);
        Assert.Equal(["2021年的函"], test.Lines());
        Assert.Equal(["2021年/发文登记簿.xlsx"], test.Rows().Where(row => row.RegisteredAt is not null).Select(row => row.Register));
    }
}
