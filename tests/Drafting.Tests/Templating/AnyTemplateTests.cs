using CsCheck;
using YiyuanSafety.Drafting.Templating;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed class AnyTemplateTests
{
    private static readonly Gen<string> Words = Gen.OneOfConst("甲", "", " ", "{{ title }}", "{{ if urgent }}", "{{ if tasks.size == 0 }}", "{{ else }}",
        "{{ end }}", "{{ end }}", "{{ end }}", "{{ for t in tasks }}", "{{ for c in copies }}", "{{ n = 1 }}", "{{ copies }}");

    private static readonly Gen<string> Text = Words.Array[1, 4].Select(string.Concat);

    // Half of all control tags alone, so that many templates are sound.
    private static readonly Gen<string> Paragraph = Gen.OneOf(Words, Text).Select(Gen.Int[0, 30], (text, cut) =>
        $"<w:p>{R(text[..Math.Min(cut, text.Length)])}<w:bookmarkStart w:id=\"{cut}\" w:name=\"b{cut}\"/>{R(text[Math.Min(cut, text.Length)..])}<w:bookmarkEnd w:id=\"{cut}\"/></w:p>");

    private static readonly Gen<string> AnyCell = Paragraph.Array[1, 3].Select(p => Cell(p));

    private static readonly Gen<string> AnyTable = AnyCell.Array[2].Select(c => Row(c)).Array[1, 3].Select(r => Table(r));

    private static readonly Gen<string> Body = Gen.OneOf(Paragraph, Paragraph, AnyTable).Array[1, 6].Select(string.Concat);

    [Fact]
    public void Any_arrangement_of_tags_gives_problems_or_a_valid_document()
    {
        var (sound, faulty) = (0, 0);
        Body.Sample(body =>
        {
            WordTemplate template;
            try
            {
                template = Compile(Docx(body));
            }
            catch (TemplateException e)
            {
                Assert.NotEmpty(e.Problems);
                Interlocked.Increment(ref faulty);
                return;
            }
            Interlocked.Increment(ref sound);
            foreach (var draft in (Letter[])[Letter.Sample, Letter.Sample with { Tasks = [], Copies = [], Urgent = false }])
            {
                using var output = new MemoryStream();
                template.Render(draft, output);
                var errors = SchemaErrors(output.ToArray()).Where(e => !OwnDoubling(e)).ToList();
                Assert.True(errors.Count == 0, body + "\n" + string.Join("\n", errors));
                AssertWordOpens(System.Xml.Linq.XElement.Parse(Part(output.ToArray(), "word/document.xml")));
                Assert.DoesNotContain("{{", Part(output.ToArray(), "word/document.xml"), StringComparison.Ordinal);
            }
        }, iter: 3000);
        Assert.True(sound > 50 && faulty > 50, $"{sound} sound, {faulty} faulty");
    }

    // What Word insists on and the schema does not: a paragraph at the end of each cell, a row in each table, paired bookmarks.
    private static void AssertWordOpens(System.Xml.Linq.XElement document)
    {
        foreach (var cell in document.Descendants(W + "tc"))
            Assert.Equal(W + "p", cell.Elements().Last(e => !e.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal)).Name);
        foreach (var table in document.Descendants(W + "tbl"))
            Assert.NotEmpty(table.Elements(W + "tr"));
        foreach (var run in document.Descendants(W + "r"))
            Assert.Contains(run.Parent?.Name.LocalName, (string[])["p"]);
    }

    // The generator itself may give two bookmarks one number.
    private static bool OwnDoubling(string error) => error.Contains("bookmark", StringComparison.OrdinalIgnoreCase);
}
