using static YiyuanSafety.WorkPoints.Tests.Fixtures.DocxFixture;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

public class DocxStyleTests
{
    private const string Styles = """
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
        <w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="3"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="4"><w:name w:val="节下"/><w:basedOn w:val="3"/></w:style>
        <w:style w:type="paragraph" w:styleId="5"><w:name w:val="正文标题"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>
        <w:style w:type="character" w:styleId="strong"><w:rPr><w:b/></w:rPr></w:style>
        """;

    [Theory]
    [InlineData("<w:pStyle w:val=\"1\"/>", 1)]
    [InlineData("<w:pStyle w:val=\"2\"/>", 2)]
    [InlineData("<w:pStyle w:val=\"4\"/>", 3)]
    [InlineData("<w:pStyle w:val=\"5\"/>", null)]
    [InlineData("<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"3\"/>", 4)]
    [InlineData("<w:outlineLvl w:val=\"9\"/>", null)]
    [InlineData("<w:pStyle w:val=\"loop\"/>", null)]
    [InlineData("<w:pStyle w:val=\"unknown\"/>", null)]
    [InlineData("", null)]
    public void The_heading_level_comes_from_the_paragraph_or_its_styles(string properties, int? level) =>
        Assert.Equal(level, Reads.Docx(Body(P("甲", properties)).Styles(Styles)).Blocks[0].HeadingLevel);

    [Theory]
    [InlineData("<w:b/>", 5)]
    [InlineData("<w:rStyle w:val=\"strong\"/>", 5)]
    [InlineData("<w:rFonts w:eastAsia=\"楷体_GB2312\"/>", 5)]
    [InlineData("<w:rFonts w:eastAsia=\"仿宋_GB2312\"/>", 0)]
    [InlineData("<w:rFonts w:ascii=\"Arial\"/>", 0)]
    [InlineData("<w:b w:val=\"0\"/>", 0)]
    public void A_lead_that_differs_in_weight_or_typeface_is_counted(string properties, int lead) =>
        Assert.Equal(lead, Lead($"<w:p>{R("强化培训。", properties)}{R("组织开展培训，做到全覆盖。")}</w:p>"));

    [Fact]
    public void Numbering_is_no_part_of_the_judgement_but_of_the_count()
    {
        Assert.Equal(8, Lead($"<w:p>{R("31.")}{R("强化培训。", "<w:b/>")}{R("组织开展培训，做到全覆盖。")}</w:p>"));
        Assert.Equal(0, Lead($"<w:p>{R("强化")}{R("培训。", "<w:b/>")}{R("组织开展")}</w:p>"));
    }

    [Fact]
    public void A_paragraph_of_one_look_has_no_lead_and_a_tail_of_another_look_is_none()
    {
        Assert.Equal(0, Lead($"<w:p>{R("强化培训。", "<w:b/>")}</w:p>{P("组织开展培训，做到全覆盖。")}"));
        Assert.Equal(0, Lead($"<w:p>{R("组织开展培训，做到全覆盖。")}{R("（县应急局负责）", "<w:rFonts w:eastAsia=\"楷体_GB2312\"/>")}</w:p>"));
    }

    private static int Lead(string body) => Reads.Docx(Body(body).Styles(Styles)).Blocks[0].EmphasisedLead;
}
