using YiyuanSafety.Drafting.Collecting;

namespace YiyuanSafety.Drafting.Tests.Collecting;

/// <summary>Sheets that somebody opened in LibreOffice and saved in another format.</summary>
public sealed class ReplyLibreOfficeTests
{
    [Fact]
    public void Saved_as_xls_all_rows_still_have_their_keys() => Same(Replies.Saved(Filled(), "xls"));

    [Fact]
    public void Saved_as_ods_and_back_all_rows_still_have_their_keys() => Same(Replies.Saved(Filled(), "ods", "xlsx"));

    private static byte[] Filled()
    {
        var workbook = Replies.Workbook(5);
        for (var i = 0; i < 5; i++)
        {
            workbook.Set(i, "完成状态", "推进中");
            workbook.Set(i, "进度%", 10 * (i + 1));
            workbook.Set(i, "进展情况", "=不是公式");
            workbook.Set(i, "填报日期", new DateOnly(2021, 6, 20 + i));
        }

        return Replies.Bytes(workbook);
    }

    private static void Same(byte[] saved)
    {
        var expected = ReplyReader.Read(Filled(), "x.xlsx");
        var file = ReplyReader.Read(saved, "x.xlsx");
        Assert.Equal(5, expected.Answers.Count);
        Assert.Equal(expected.Answers, file.Answers);
        Assert.All(file.Answers, answer => Assert.NotNull(answer.Key));
        Assert.Empty(file.Unplaced);
    }
}
