using System.Text;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

/// <summary>Plain text and Markdown in the encodings that offices use.</summary>
public sealed class TextTests
{
    private const string Text = "某县工作要点\r\n\r\n　　一、检查\n（县应急局负责）\f末行";

    static TextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, bool> Encodings => new() { { "utf-8", false }, { "utf-8", true }, { "GB18030", false }, { "utf-16", true }, { "utf-16BE", true } };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_lines(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];
        var document = SourceReader.Read(new MemoryStream(bytes), "t.txt");
        Assert.Equal(["某县工作要点", "", "　　一、检查", "（县应急局负责）", "末行"], document.Blocks.Select(block => block.Text));
        Assert.Equal("第4行", document.Blocks[3].Place.ToString());
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void Bytes_that_fit_no_encoding_are_shown_and_reported()
    {
        var document = SourceReader.Read(new MemoryStream([.. Encoding.UTF8.GetBytes("安全生产工作要点，全面排查各类风险隐患，严格落实企业主体责任"), 0xFF, 0xFF]), "t.txt");
        Assert.Contains('\uFFFD', document.Blocks[0].Text);
        Assert.Contains(document.Findings, finding => finding.Code == FindingCodes.Encoding);
    }

    [Fact]
    public void Markdown_headings_have_levels_and_pipe_tables_have_cells()
    {
        var document = Samples.Text("## 题目\n| 序号 | 任务 |\n|---|:--|\n| 1 | 检查 |\n正文", "t.md");
        Assert.Equal(2, document.Blocks[0].HeadingLevel);
        Assert.Equal(["序号", "任务", "1", "检查"], document.Blocks.Where(block => block.Kind == BlockKind.TableCell).Select(block => block.Text));
        Assert.Equal("正文", document.Blocks[^1].Text);
    }
}
