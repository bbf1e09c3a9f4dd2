using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

public class SampleTests
{
    [Theory]
    [InlineData("yiyuan-2021-typed.docx")]
    [InlineData("yiyuan-2021-numbered.docx")]
    [InlineData("yiyuan-2021.pdf")]
    public void Every_form_of_the_sample_holds_the_same_text(string name)
    {
        Assert.Equal(Printed(Read("yiyuan-2021.txt")), Printed(Read(name)));
    }

    [Fact]
    public void The_paragraphs_of_the_pdf_are_those_of_the_document_it_was_made_from()
    {
        static string[] Paragraphs(SourceDocument document) =>
            [.. document.Texts().Select(text => string.Concat(text.Where(c => !char.IsWhiteSpace(c)))).Where(text => text.Length > 0)];

        Assert.Equal(Paragraphs(Read("yiyuan-2021-typed.docx")), Paragraphs(Read("yiyuan-2021.pdf")));
    }

    private static SourceDocument Read(string name) => Reads.Bytes(File.ReadAllBytes(Samples.Path(name)), name);

    // Word's automatic numbers have brackets of one width only, the typed ones of both.
    private static string Printed(SourceDocument document) =>
        string.Concat(string.Concat(document.Texts()).Where(c => !char.IsWhiteSpace(c) && c != '#'))
            .Replace('(', '（').Replace(')', '）');
}
