using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using YiyuanSafety.WorkPoints.Reading;
using YiyuanSafety.WorkPoints.Tests.Fixtures;
using static YiyuanSafety.WorkPoints.Tests.Fixtures.DocxFixture;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

public partial class ReadingPropertyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Gen<char> Character = Gen.Frequency(
        (8, Gen.Char['\u4E00', '\u9FA5']), (2, Gen.Char[' ', '~']), (1, Gen.OneOfConst('（', '）', '、', '。', '\u3000', '\u00A0', '【', '&', '<')));

    private static readonly Gen<string> Words = Gen.String[Character, 0, 30];

    [Fact]
    public void Any_text_survives_a_word_document_however_it_is_cut_into_runs() =>
        Gen.Select(Words, Words.List[0, 4]).List[1, 8].Sample(paragraphs =>
        {
            var body = string.Concat(paragraphs.Select(p => $"<w:p>{R(p.Item1)}{string.Concat(p.Item2.Select(run => R(run, "<w:b/>")))}</w:p>"));
            var expected = paragraphs.Select(p => p.Item1 + string.Concat(p.Item2)).ToArray();
            if (Array.TrueForAll(expected, string.IsNullOrWhiteSpace))
                return;

            Assert.Equal(expected, Reads.Docx(body).Texts());
        }, iter: 300);

    [Fact]
    public void No_character_of_a_text_file_vanishes_but_line_ends() =>
        Gen.Select(Words, Gen.OneOfConst("\n", "\r\n", "\r", "\f", "\v", "\t", "\u2028", "## ")).List[1, 20].Sample(parts =>
        {
            // The other marks of Markdown go, and have tests of their own.
            var text = Marks().Replace(string.Concat(parts.Select(part => part.Item1 + part.Item2)), "＊");
            if (string.IsNullOrWhiteSpace(text) || text.TrimStart().StartsWith("<html", StringComparison.Ordinal))
                return;
            var document = Reads.Bytes(Encoding.UTF8.GetBytes(text), "a.txt");
            if (document.Blocks.Any(block => block.Cell is not null))
                return;

            Assert.Equal(text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\f", "", StringComparison.Ordinal), string.Concat(document.Texts()));
        }, iter: 500);

    [Fact]
    public void A_damaged_docx_is_read_or_refused_but_never_fails_otherwise() => Fuzz(Sample("yiyuan-2021-numbered.docx"), "a.docx", 400);

    [Fact]
    public void A_damaged_small_docx_is_read_or_refused_but_never_fails_otherwise() =>
        Fuzz(Body(P("甲") + $"<w:tbl><w:tr><w:tc>{P("乙")}</w:tc></w:tr></w:tbl>").Styles("").Numbering("").Bytes(), "a.docx", 1500);

    // Most damage to a zip shows in its checksums and never reaches the XML, so the XML is damaged before it is packed.
    [Fact]
    public void Any_nesting_of_word_elements_is_read_or_refused_but_never_fails_otherwise() =>
        Gen.OneOfConst(
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>",
            "<w:t>甲</w:t>", "<w:vMerge/>", "<w:tcPr><w:gridSpan w:val=\"99999999999\"/></w:tcPr>", "<w:trPr><w:gridBefore w:val=\"-5\"/><w:del/></w:trPr>",
            "<w:pPr><w:numPr><w:ilvl w:val=\"-7\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:txbxContent>", "</w:txbxContent>",
            "<mc:AlternateContent>", "</mc:AlternateContent>", "<mc:Choice>", "</mc:Choice>", "<mc:Fallback>", "</mc:Fallback>", "<w:fldChar w:fldCharType=\"begin\"/>",
            "<w:fldChar w:fldCharType=\"end\"/>", "<w:footnoteReference w:id=\"1\"/>", "<w:sym w:char=\"D800\"/>", "<m:oMath>", "</m:oMath>", "<w:altChunk/>")
            .List[0, 40].Sample(
                steps => ReadOrRefuse(
                    Body(Balanced(steps))
                        .Numbering("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2147483647\"/><w:lvlText w:val=\"%9%1%\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
                        .Footnotes($"<w:footnote w:id=\"1\">{P("注")}<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p></w:footnote>").Bytes(),
                    "a.docx"),
                iter: 1500);

    [Fact]
    public void A_damaged_pdf_is_read_or_refused_but_never_fails_otherwise() =>
        Fuzz(new PdfFixture().Page().Lines(760, "　　县应急局负责。", "　　县公安局负责。").Page().Line("— 2 —", 270, 50).Bytes(), "a.pdf", 600);

    [Fact]
    public void A_damaged_text_is_read_or_refused_but_never_fails_otherwise() => Fuzz(Sample("yiyuan-2021.txt"), "a.txt", 300);

    [Fact]
    public void Any_bytes_are_read_or_refused_but_never_fail_otherwise() =>
        Gen.Select(Gen.OneOfConst("", "PK\u0003\u0004", "%PDF-1.4\n", "{\\rtf", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"), Gen.Byte.Array[0, 2000])
            .Sample(file => ReadOrRefuse([.. Encoding.Latin1.GetBytes(file.Item1), .. file.Item2], "a.bin"), iter: 1000);

    private static void Fuzz(byte[] valid, string name, int times) =>
        Gen.Select(Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte).List[0, 12], Gen.Int[0, valid.Length], Gen.Bool).Sample(damage =>
        {
            var bytes = (byte[])valid.Clone();
            foreach (var (at, value) in damage.Item1)
                bytes[at] = value;
            ReadOrRefuse(damage.Item3 ? bytes[..damage.Item2] : bytes, name);
        }, iter: times);

    private static void ReadOrRefuse(byte[] bytes, string name)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var document = Reads.Bytes(bytes, name);
            Assert.All(document.Blocks, (block, index) => Assert.Equal(index, block.Index));
        }
        catch (UnreadableSourceException refusal)
        {
            Assert.NotEmpty(refusal.Message);
        }

        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    // Leaves out ends without a beginning and adds the missing ones, so that the XML is well formed and only its meaning is odd.
    private static string Balanced(IEnumerable<string> steps)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        foreach (var step in steps)
        {
            if (step[1] == '/')
            {
                if (!open.TryPeek(out var end) || end != step)
                    continue;
                open.Pop();
            }
            else if (!step.EndsWith("/>", StringComparison.Ordinal) && !step.Contains("</", StringComparison.Ordinal))
            {
                open.Push(string.Concat(step.Split('<', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(name => "</" + name)));
            }

            text.Append(step);
        }

        return text.Append(string.Concat(open)).ToString();
    }

    private static byte[] Sample(string name) => File.ReadAllBytes(Samples.Path(name));

    [GeneratedRegex("[*_>+-]")]
    private static partial Regex Marks();
}
