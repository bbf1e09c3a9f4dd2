using static YiyuanSafety.WorkPoints.Tests.Fixtures.DocxFixture;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

public class DocxNumberingTests
{
    private static string Numbered(string text, int level = 0, int list = 1, string more = "") =>
        P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>{more}");

    private static string Level(int level, string format, string text, string more = "", int start = 1) =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    private static string List(string levels, string uses = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>") =>
        $"<w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum>{uses}";

    private static string[] Read(string body, string numbering, string styles = "") =>
        Reads.Docx(Body(body).Numbering(numbering).Styles(styles)).Texts();

    [Fact]
    public void Levels_print_their_own_and_their_parents_numbers_and_restart_below()
    {
        var list = List(Level(0, "chineseCounting", "%1、") + Level(1, "chineseCounting", "（%2）") + Level(2, "decimal", "%3.") + Level(3, "decimal", "%1.%3.%4", "<w:isLgl/>"));

        Assert.Equal(
            ["一、a", "（一）b", "1.c", "2.d", "（二）e", "1.f", "1.1.1g", "二、h", "（一）i"],
            Read(Numbered("a") + Numbered("b", 1) + Numbered("c", 2) + Numbered("d", 2) + Numbered("e", 1) + Numbered("f", 2) + Numbered("g", 3) + Numbered("h") + Numbered("i", 1), list));
    }

    [Fact]
    public void A_level_that_never_restarts_runs_through_the_document()
    {
        var list = List(Level(0, "chineseCounting", "%1、") + Level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>"));

        Assert.Equal(["一、a", "1.b", "二、c", "2.d"], Read(Numbered("a") + Numbered("b", 1) + Numbered("c") + Numbered("d", 1), list));
    }

    [Fact]
    public void A_level_may_restart_only_below_a_higher_one()
    {
        var list = List(Level(0, "decimal", "%1") + Level(1, "decimal", "%2") + Level(2, "decimal", "%3.", "<w:lvlRestart w:val=\"1\"/>"));

        Assert.Equal(["1a", "1b", "1.c", "2d", "2.e", "2f", "1.g"],
            Read(Numbered("a") + Numbered("b", 1) + Numbered("c", 2) + Numbered("d", 1) + Numbered("e", 2) + Numbered("f") + Numbered("g", 2), list));
    }

    [Fact]
    public void Two_uses_of_a_list_count_on_and_a_start_override_begins_anew_once()
    {
        var uses = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

        Assert.Equal(["1.a", "2.b", "5.c", "6.d", "7.e"],
            Read(Numbered("a") + Numbered("b", 0, 2) + Numbered("c", 0, 3) + Numbered("d", 0, 3) + Numbered("e"), List(Level(0, "decimal", "%1."), uses)));
    }

    [Fact]
    public void A_use_may_replace_a_level()
    {
        var uses = $"<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">{Level(0, "upperLetter", "%1)")}</w:lvlOverride></w:num>";

        Assert.Equal(["A)a"], Read(Numbered("a"), List(Level(0, "decimal", "%1."), uses)));
    }

    [Fact]
    public void Numbers_come_from_the_style_and_a_level_may_name_its_style()
    {
        var styles = "<w:style w:type=\"paragraph\" w:styleId=\"base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"two\"><w:basedOn w:val=\"base\"/></w:style>";
        var list = List(Level(0, "decimal", "%1.") + Level(1, "decimal", "（%2）", "<w:pStyle w:val=\"two\"/>"));

        Assert.Equal(["1.a", "（1）b", "c"],
            Read(P("a", "<w:pStyle w:val=\"base\"/>") + P("b", "<w:pStyle w:val=\"two\"/>") + P("c", "<w:pStyle w:val=\"base\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"), list, styles));
    }

    [Fact]
    public void A_list_may_refer_to_the_list_of_a_numbering_style()
    {
        var numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"n\"/></w:abstractNum>"
            + $"<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"n\"/>{Level(0, "decimal", "第%1条", "<w:suff w:val=\"space\"/>")}</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>";

        Assert.Equal(["第1条 a"], Read(Numbered("a"), numbering,
            "<w:style w:type=\"numbering\" w:styleId=\"n\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"));
    }

    [Fact]
    public void Links_in_a_circle_end()
    {
        var numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"n\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        var styles = "<w:style w:type=\"numbering\" w:styleId=\"n\"><w:basedOn w:val=\"m\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"numbering\" w:styleId=\"m\"><w:basedOn w:val=\"n\"/></w:style>";

        Assert.Equal(["a"], Read(Numbered("a"), numbering, styles));
    }

    [Fact]
    public void Deleted_paragraphs_do_not_count_and_bullets_print_their_sign()
    {
        var list = List(Level(0, "decimal", "%1.") + Level(1, "bullet", "\uF0B7"));
        var deleted = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>";

        Assert.Equal(["1.a", "2.b", "•c"], Read(Numbered("a") + deleted + Numbered("b") + Numbered("c", 1), list));
    }

    [Theory]
    [InlineData(3, "decimal", "3")]
    [InlineData(3, "decimalZero", "03")]
    [InlineData(12, "decimalFullWidth", "１２")]
    [InlineData(10, "chineseCounting", "十")]
    [InlineData(11, "chineseCounting", "十一")]
    [InlineData(20, "chineseCountingThousand", "二十")]
    [InlineData(32, "chineseCountingThousand", "三十二")]
    [InlineData(101, "chineseCountingThousand", "一百零一")]
    [InlineData(110, "chineseCountingThousand", "一百一十")]
    [InlineData(1010, "chineseCountingThousand", "一千零一十")]
    [InlineData(10001, "chineseCountingThousand", "一万零一")]
    [InlineData(110, "japaneseCounting", "百十")]
    [InlineData(12, "chineseLegalSimplified", "壹拾贰")]
    [InlineData(10, "ideographDigital", "一〇")]
    [InlineData(2, "ideographTraditional", "乙")]
    [InlineData(1, "decimalEnclosedCircle", "①")]
    [InlineData(20, "decimalEnclosedCircleChinese", "⑳")]
    [InlineData(21, "decimalEnclosedCircle", "㉑")]
    [InlineData(36, "decimalEnclosedCircle", "㊱")]
    [InlineData(51, "decimalEnclosedCircle", "51")]
    [InlineData(1, "decimalEnclosedParen", "⑴")]
    [InlineData(27, "lowerLetter", "aa")]
    [InlineData(52, "upperLetter", "ZZ")]
    [InlineData(1994, "upperRoman", "MCMXCIV")]
    [InlineData(4, "lowerRoman", "iv")]
    [InlineData(4000, "upperRoman", "4000")]
    [InlineData(7, "none", "")]
    [InlineData(7, "somethingNew", "7")]
    [InlineData(0, "chineseCounting", "零")]
    public void Numbers_are_written_as_word_prints_them(int value, string format, string printed) =>
        Assert.Equal([printed + "。"], Read(Numbered("。"), List(Level(0, format, "%1", start: value))));

    [Fact]
    public void Every_number_up_to_ten_thousand_is_written_differently()
    {
        var body = string.Concat(Enumerable.Repeat(Numbered(""), 10_000));
        foreach (var format in (ReadOnlySpan<string>)["chineseCountingThousand", "chineseLegalSimplified", "japaneseCounting", "ideographDigital", "decimalFullWidth"])
            Assert.Equal(10_000, Read(body, List(Level(0, format, "%1"))).Distinct().Count());
    }
}
