using System.Text;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

public class PlainTextTests
{
    private const string Duty = "县应急局负责，強化監管。\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936) ?? throw new NotSupportedException();

    private static SourceDocument Read(string text, string name = "要点.txt") => Reads.Bytes(Encoding.UTF8.GetBytes(text), name);

    [Fact]
    public void Each_line_is_a_block_exactly_as_in_the_file()
    {
        var document = Read("\n 甲 \r\n乙\r\r丙\f丁\v戊\u2028己");

        Assert.Equal(["", " 甲 ", "乙", "", "丙", "丁\v戊\u2028己"], document.Texts());
        Assert.Equal("第2行", document.Blocks[1].Place.ToString());
        Assert.All(document.Blocks, block => Assert.Equal(BlockKind.Line, block.Kind));
        Assert.Equal(Enumerable.Range(0, 6), document.Blocks.Select(block => block.Index));
    }

    [Fact]
    public void Every_encoding_in_use_gives_the_same_text()
    {
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(Duty),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Duty)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Duty)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Duty)],
            Gb18030.GetBytes(Duty),
        ];

        foreach (var file in files)
        {
            var document = Reads.Bytes(file, "要点.txt");
            Assert.Equal([Duty[..^1]], document.Texts());
            Assert.Empty(document.Findings);
        }
    }

    [Fact]
    public void A_spoilt_byte_in_utf8_is_shown_and_reported_and_does_not_turn_the_rest_into_other_characters()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("强化矿山安全风险防控工作\n"), 0xE5, 0x8E, .. Encoding.UTF8.GetBytes("应急局")];
        var document = Reads.Bytes(bytes, "要点.txt");

        Assert.Equal(["强化矿山安全风险防控工作", "\uFFFD应急局"], document.Texts());
        var finding = Assert.Single(document.Findings);
        Assert.Equal(FindingCodes.Encoding, finding.Code);
        Assert.Equal("第2行", finding.Location);
        Assert.Equal("\uFFFD应急局", finding.Source);
    }

    [Fact]
    public void A_spoilt_byte_in_gb18030_is_shown_and_reported()
    {
        byte[] bytes = [.. Gb18030.GetBytes("强化矿山安全风险防控工作"), 0xFF, .. Gb18030.GetBytes("\n应急局")];
        var document = Reads.Bytes(bytes, "要点.txt");

        Assert.Equal(["强化矿山安全风险防控工作\uFFFD", "应急局"], document.Texts());
        Assert.Equal(FindingCodes.Encoding, Assert.Single(document.Findings).Code);
    }

    [Theory]
    [InlineData("## 总则", 2)]
    [InlineData("###### 细则", 6)]
    [InlineData("####### 过深", null)]
    [InlineData("#总则", null)]
    [InlineData("1. # 号", null)]
    public void Signs_of_markdown_give_a_heading_level_and_stay_in_the_text(string line, int? level)
    {
        foreach (var name in (ReadOnlySpan<string>)["要点.txt", "要点.MD"])
        {
            var block = Assert.Single(Read(line, name).Blocks);
            Assert.Equal(level, block.HeadingLevel);
            Assert.Equal(line, block.Text);
        }
    }

    [Fact]
    public void A_pipe_table_becomes_cells()
    {
        var document = Read("前\n| 任务 | 单位 |\n|---|:-:|\n| 查\\|改 | 县应急局<br>县公安局 |\n| 无 | |\n\n甲|乙\n", "要点.md");

        Assert.Equal(SourceFormat.Markdown, document.Format);
        Assert.Equal(["前", "任务", "单位", "查|改", "县应急局\n县公安局", "无", "", "", "甲|乙"], document.Texts());
        Assert.Equal(new TableCell(0, 1, 1, 1, 1), document.Blocks[4].Cell);
        Assert.Equal("表1第2行第2列", document.Blocks[4].Place.ToString());
        Assert.Equal("第7行", document.Blocks[8].Place.ToString());
    }
}
