using YiyuanSafety.WorkPoints.Reading;
using YiyuanSafety.WorkPoints.Tests.Fixtures;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

/// <summary>Short ways for tests to read something.</summary>
internal static class Reads
{
    public static SourceDocument Docx(string body) => Docx(DocxFixture.Body(body));

    public static SourceDocument Docx(DocxFixture fixture) => Bytes(fixture.Bytes(), "工作要点.docx");

    public static SourceDocument Bytes(byte[] bytes, string name, ReadingLimits? limits = null) =>
        SourceReader.Read(new MemoryStream(bytes), name, limits);

    public static string[] Texts(this SourceDocument document) => [.. document.Blocks.Select(block => block.Text)];

    public static UnreadableSourceException Refusal(byte[] bytes, string name, ReadingLimits? limits = null) =>
        Assert.Throws<UnreadableSourceException>(() => Bytes(bytes, name, limits));
}
