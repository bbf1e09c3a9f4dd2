using System.Xml.Linq;
using CsCheck;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed class ValueTests
{
    [Fact]
    public void Any_text_comes_back_from_the_document_but_for_what_XML_forbids()
    {
        var template = Compile(Docx(P("<{{ title }}>".Replace("<", "[", StringComparison.Ordinal).Replace(">", "]", StringComparison.Ordinal))));
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char['\0', '\u0080'], Gen.Const('\uD83D'), Gen.Const('\uDE00'), Gen.Const('\u3000')), 0, 40].Sample(value =>
        {
            using var output = new MemoryStream();
            template.Render(Letter.Sample with { Title = value }, output);
            return Read(output.ToArray()) == $"[{Expected(value)}]";
        }, iter: 3000);
    }

    [Theory]
    [InlineData("<&>\"'", "<&>\"'")]
    [InlineData("甲\u3000乙", "甲\u3000乙")]
    [InlineData("👷安全", "👷安全")]
    [InlineData(" 前后 ", " 前后 ")]
    [InlineData("甲\u0001\u0008\uFFFE乙", "甲乙")]
    [InlineData("甲\r\n乙\n丙\r丁", "甲\n乙\n丙\n丁")]
    [InlineData("甲\t乙", "甲\t乙")]
    [InlineData("{{ title }}", "{{ title }}")]
    [InlineData("]]>", "]]>")]
    public void A_value_is_written_as_text_whatever_it_holds(string value, string expected) =>
        Assert.Equal([expected], Paragraphs(RenderBody(P("{{ title }}"), Letter.Sample with { Title = value })));

    [Fact]
    public void A_value_longer_than_the_output_buffer_is_written_whole()
    {
        var value = string.Concat(Enumerable.Range(0, 60_000).Select(i => (char)(0x4E00 + i % 5000))) + "👷";
        Assert.Equal([value], Paragraphs(RenderBody(P("{{ title }}"), Letter.Sample with { Title = value })));
    }

    [Theory]
    [InlineData("{{ date }}", "2021年3月5日")]
    [InlineData("{{ date.to_string date \"M月\" }}", "")]
    [InlineData("{{ copies }}", "县委办公室、县人大办公室")]
    [InlineData("{{ urgent }}", "是")]
    [InlineData("{{ copy_count + 1 }}", "61")]
    [InlineData("{{ tasks.size }}", "2")]
    [InlineData("{{ tasks[1].title }}", "检查道路")]
    [InlineData("{{ tasks | array.map \"title\" | array.join \"；\" }}", "检查矿山；检查道路")]
    [InlineData("{{ chinese.number tasks.size }}", "二")]
    [InlineData("{{ title | string.truncate 5 \"…\" }}", "关于开展…")]
    [InlineData("{{ n = 12 }}{{ chinese.number n }}", "十二")]
    [InlineData("{{ case copy_count }}{{ when 60 }}六十{{ else }}其他{{ end }}", "六十")]
    public void Expressions_print_what_a_secretary_expects(string line, string expected)
    {
        if (expected.Length > 0)
            Assert.Equal([expected], Paragraphs(RenderBody(P(line))));
        else
            Assert.Contains("date", Assert.Throws<Drafting.Templating.TemplateException>(() => RenderBody(P(line))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(20, "二十")]
    [InlineData(105, "一百零五")]
    [InlineData(110, "一百一十")]
    [InlineData(2021, "二千零二十一")]
    public void Numbers_are_written_in_Chinese(int number, string expected) =>
        Assert.Equal([expected], Paragraphs(RenderBody(P("{{ chinese.number copy_count }}"), Letter.Sample with { CopyCount = number })));

    [Fact]
    public void A_field_of_a_record_that_is_absent_prints_nothing() =>
        Assert.Equal(["[]"], Paragraphs(RenderBody(P("[{{ task.title }}{{ date }}]"), Letter.Sample with { Task = null, Date = null })));

    private static string Expected(string value)
    {
        var text = value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\v', '\n').Replace('\f', '\n');
        var kept = "";
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                kept += text[i..(++i + 1)];
            else if (text[i] is '\n' or '\t' || (text[i] >= ' ' && text[i] is not ('\u007F' or '\uFFFE' or '\uFFFF') && !char.IsSurrogate(text[i])))
                kept += text[i];
        }
        return kept;
    }

    private static string Read(byte[] docx) => string.Concat(XElement.Parse(Part(docx, "word/document.xml")).Descendants(W + "p").Descendants().Select(e =>
        e.Name == W + "t" ? e.Value : e.Name == W + "br" ? "\n" : e.Name == W + "tab" ? "\t" : ""));
}
