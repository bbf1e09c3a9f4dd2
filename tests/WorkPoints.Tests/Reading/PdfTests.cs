using YiyuanSafety.WorkPoints.Reading;
using YiyuanSafety.WorkPoints.Tests.Fixtures;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

public class PdfTests
{
    private const string Full = "安全生产责任制落实情况纳入巡查深入查找被巡查单位安全生产";

    private static SourceDocument Read(PdfFixture fixture) => Reads.Bytes(fixture.Bytes(), "工作要点.pdf");

    [Fact]
    public void Lines_are_joined_to_paragraphs_by_indent_and_short_last_line()
    {
        Assert.Equal(28, Full.Length);
        var document = Read(new PdfFixture().Page().Lines(760,
            "　　" + Full[..26], Full, "落实到位。", "　　" + Full[..26], Full[..10]));

        Assert.Equal([Full[..26] + Full + "落实到位。", Full[..26] + Full[..10]], document.Texts());
        Assert.All(document.Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
        Assert.Equal("第1页第4行", document.Blocks[1].Place.ToString());
    }

    [Fact]
    public void A_paragraph_goes_on_over_a_page_and_page_numbers_are_set_aside_and_reported()
    {
        var document = Read(new PdfFixture()
            .Page().Lines(760, "　　" + Full[..26], Full).Line("— 1 —", 270, 50)
            .Page().Lines(760, Full, "落实到位。", "　　" + Full[..26], Full[..9]).Line("— 2 —", 270, 50));

        Assert.Equal([Full[..26] + Full + Full + "落实到位。", Full[..26] + Full[..9]], document.Texts());
        var finding = Assert.Single(document.Findings);
        Assert.Equal(FindingCodes.PageFurniture, finding.Code);
        Assert.Equal(Severity.Info, finding.Severity);
        Assert.Contains("— 1 —", finding.Source, StringComparison.Ordinal);
        Assert.Contains("— 2 —", finding.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("第1页 共2页", "第2页 共2页")]
    [InlineData("- 1 -", "- 2 -")]
    [InlineData("1", "2")]
    [InlineData("7", "8")]
    public void Every_form_of_page_number_is_set_aside(string first, string second)
    {
        var document = Read(new PdfFixture()
            .Page().Lines(760, "　　" + Full[..26], "甲。").Line(first, 270, 50)
            .Page().Lines(760, "　　" + Full[..26], "乙。").Line(second, 270, 50));

        Assert.Equal([Full[..26] + "甲。", Full[..26] + "乙。"], document.Texts());
        Assert.Single(document.Findings);
    }

    [Fact]
    public void Running_heads_are_set_aside_but_a_duty_repeated_by_chance_is_not()
    {
        var fixture = new PdfFixture();
        for (var page = 0; page < 3; page++)
            fixture.Page().Line("沂源县安全生产委员会文件", 200, 810, 10).Lines(760, "　　（县应急局负责）", "　　" + Full[..26], "完成。");
        var document = Read(fixture);

        Assert.Equal(3, document.Blocks.Count(block => block.Text == "（县应急局负责）"));
        Assert.DoesNotContain(document.Blocks, block => block.Text.Contains("文件", StringComparison.Ordinal));
        Assert.Contains("沂源县安全生产委员会文件", Assert.Single(document.Findings).Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_number_that_does_not_count_pages_stays()
    {
        var document = Read(new PdfFixture()
            .Page().Lines(760, "　　" + Full[..26], "甲。").Line("30", 86, 50)
            .Page().Lines(760, "　　" + Full[..26], "乙。").Line("8", 86, 50));

        Assert.Contains("30", document.Texts());
        Assert.Contains("8", document.Texts());
    }

    [Fact]
    public void A_centred_title_over_two_lines_is_one_paragraph_and_the_number_above_it_another()
    {
        var document = Read(new PdfFixture().Page()
            .Line("源安委发〔2021〕7号", 205, 800)
            .Line("沂源县安全生产委员会关于印发", 140, 760, 22).Line("安全生产工作要点的通知", 173, 730, 22)
            .Lines(690, "　　" + Full[..26], Full, "甲。", "　　" + Full[..26], "乙。", "　　丙。"));

        Assert.Equal("源安委发〔2021〕7号", document.Blocks[0].Text);
        Assert.Equal("沂源县安全生产委员会关于印发安全生产工作要点的通知", document.Blocks[1].Text);
        Assert.Equal(5, document.Blocks.Count);
    }

    [Fact]
    public void Where_paragraphs_show_no_start_the_lines_are_given_as_lines()
    {
        var document = Read(new PdfFixture().Page().Lines(760, Full, "甲。", Full, "乙。", Full, "丙。", Full, "丁。"));

        Assert.Equal(8, document.Blocks.Count);
        Assert.All(document.Blocks, block => Assert.Equal(BlockKind.Line, block.Kind));
    }

    [Fact]
    public void Table_rows_are_lines_with_their_cells_parted_by_tabs()
    {
        var document = Read(new PdfFixture().Page()
            .Line("序号", 70, 760).Line("工作任务", 150, 760).Line("牵头单位", 350, 760)
            .Line("1", 70, 730).Line("开展检查", 150, 730).Line("县应急局", 350, 730));

        Assert.Equal(["序号\t工作任务\t牵头单位", "1\t开展检查\t县应急局"], document.Texts());
    }

    [Fact]
    public void Latin_words_get_a_space_at_a_line_break_and_doubled_glyphs_are_read_once()
    {
        var document = Read(new PdfFixture().Page()
            .Line("互联网互联网互联网互联网互联网互联网互联网互联网互用 Power", 70, 760).Line("Point 演示", 70, 732)
            .Line("重", 70, 704).Line("重", 70.6, 704));

        Assert.Contains("Power Point 演示", document.Blocks[0].Text, StringComparison.Ordinal);
        Assert.Equal("重", document.Blocks[^1].Text[^1..]);
        Assert.Equal(1, document.Texts().Sum(text => text.Count(c => c == '重')));
    }

    [Fact]
    public void A_page_without_text_is_a_scan()
    {
        var refusal = Reads.Refusal(new PdfFixture().Page().Bytes(), "扫描.pdf");

        Assert.Equal(SourceErrors.Scanned, refusal.Code);
        Assert.Contains("扫描件", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_that_only_carries_page_numbers_is_a_scan()
    {
        var refusal = Reads.Refusal(new PdfFixture().Page().Line("— 1 —", 270, 50).Bytes(), "扫描.pdf");

        Assert.Equal(SourceErrors.Scanned, refusal.Code);
    }

    [Fact]
    public void A_locked_file_says_so()
    {
        const string Encrypt = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A> /U <0000000000000000000000000000000000000000000000000000000000000000> /P -4 >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]";
        var refusal = Reads.Refusal(new PdfFixture().Page().Line("密", 70, 700).Bytes(Encrypt), "密.pdf");

        Assert.Equal(SourceErrors.Encrypted, refusal.Code);
        Assert.Contains("密码", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_pages_or_characters_are_refused()
    {
        var bytes = new PdfFixture().Page().Line("甲乙丙", 70, 700).Page().Line("丁", 70, 700).Bytes();

        Assert.Equal(SourceErrors.TooBig, Reads.Refusal(bytes, "a.pdf", new ReadingLimits { Pages = 1 }).Code);
        Assert.Equal(SourceErrors.TooBig, Reads.Refusal(bytes, "a.pdf", new ReadingLimits { Characters = 3 }).Code);
    }

    [Fact]
    public void Packed_pages_read_like_plain_ones() =>
        Assert.Equal(["县应急局负责。"], Read(new PdfFixture().Deflate().Page().Line("县应急局负责。", 70, 700)).Texts());

    [Fact]
    public void A_page_that_unpacks_to_more_than_a_part_may_is_refused_in_little_memory()
    {
        var bytes = new PdfFixture().Deflate().Page().Raw(new string(' ', 100 << 20)).Bytes();
        Assert.True(bytes.Length < 2 << 20);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(SourceErrors.TooBig, Reads.Refusal(bytes, "要点.pdf").Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 << 20);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<< /A ")]
    [InlineData("q ")]
    [InlineData("(")]
    public void Deep_nesting_on_a_page_is_read_or_refused(string open)
    {
        var bytes = new PdfFixture().Page().Line("县应急局负责。", 70, 700).Raw(string.Concat(Enumerable.Repeat(open, 100_000))).Bytes();
        try
        {
            Assert.NotEmpty(Reads.Bytes(bytes, "要点.pdf").Blocks);
        }
        catch (UnreadableSourceException refusal)
        {
            Assert.Contains(refusal.Code, (string[])[SourceErrors.Damaged, SourceErrors.Scanned]);
        }
    }

    [Fact]
    public void Text_that_runs_across_the_page_is_set_aside_and_reported()
    {
        var document = Read(new PdfFixture().Page().Lines(760, "　　县应急局负责。").Raw("BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <51855BB9> Tj ET\n"));

        Assert.Equal(["县应急局负责。"], document.Texts());
        Assert.Contains("内容", Assert.Single(document.Findings).Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_set_sideways_is_read_in_its_own_direction()
    {
        var document = Read(new PdfFixture().Page()
            .Raw("BT /F1 16 Tf 0 1 -1 0 100 70 Tm <" + Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes("县应急局牵头。")) + "> Tj ET\n")
            .Raw("BT /F1 16 Tf 0 1 -1 0 150 70 Tm <" + Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes("县公安局、县交通运输局配合。")) + "> Tj ET\n"));

        Assert.Equal(["县应急局牵头。", "县公安局、县交通运输局配合。"], document.Texts());
    }
}
