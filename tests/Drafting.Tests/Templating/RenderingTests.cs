using System.IO.Compression;
using YiyuanSafety.Drafting.Templating;
using YiyuanSafety.Drafting.Templating.Package;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed class RenderingTests
{
    private static readonly byte[] Template = Docx(
        P("{{ title }}") + P("{{ for t in tasks }}") + P("{{ t.title }}：{{ t.parties | array.join \"、\" }}") + P("{{ end }}"), P("静止的页眉"), P("{{ date }}"));

    [Fact]
    public void One_compiled_template_gives_the_same_bytes_every_time_and_from_every_thread()
    {
        var template = Compile(Template);
        var drafts = Enumerable.Range(0, 8).Select(i => Letter.Sample with { Title = $"第{i}号" }).ToArray();
        var expected = Array.ConvertAll(drafts, d => Bytes(template, d));
        Parallel.For(0, 400, i => Assert.Equal(expected[i % 8], Bytes(template, drafts[i % 8])));
        Assert.Equal(8, expected.Select(Convert.ToBase64String).Distinct().Count());
        Assert.Equal(expected[0], Bytes(Compile(Template), drafts[0]));
    }

    [Fact]
    public void Parts_without_tags_are_copied_as_they_were_compressed_and_in_their_order()
    {
        var source = ZipReading.Entries(Template, 100);
        var rendered = ZipReading.Entries(Bytes(Compile(Template), Letter.Sample), 100);
        Assert.Equal(source.Select(p => p.Name), rendered.Select(p => p.Name));
        foreach (var (a, b) in source.Zip(rendered).Where(p => p.First.Name is not ("word/document.xml" or "word/footer.xml")))
            Assert.True(a.Data.Span.SequenceEqual(b.Data.Span), a.Name);
    }

    [Fact]
    public void A_zip_of_our_own_is_read_by_the_framework_and_carries_a_fixed_time()
    {
        using var stream = new MemoryStream();
        ZipWriting.Write([ZipWriting.Pack("甲/乙.xml", "内容"u8), ZipWriting.Pack("空", []), new ZipPart("存", 0, 0xE8B7BE43, 1, "a"u8.ToArray())], stream);
        using var zip = new ZipArchive(new MemoryStream(stream.ToArray()));
        Assert.Equal(["甲/乙.xml", "空", "存"], zip.Entries.Select(e => e.FullName));
        using var reader = new StreamReader(zip.Entries[0].Open());
        Assert.Equal("内容", reader.ReadToEnd());
        Assert.Equal(new DateTime(1980, 1, 1), zip.Entries[0].LastWriteTime.DateTime);
        Assert.Equal((0, 1), ((int)zip.Entries[1].Length, (int)zip.Entries[2].Length));
        Assert.Equal("a"u8.ToArray(), ZipReading.Unpack(ZipReading.Entries(stream.ToArray(), 10)[2]));
    }

    [Fact]
    public void A_part_whose_checksum_is_wrong_is_refused()
    {
        var part = ZipWriting.Pack("a", "hello"u8);
        Assert.Throws<InvalidDataException>(() => ZipReading.Unpack(part with { Crc = part.Crc + 1 }));
        Assert.Throws<InvalidDataException>(() => ZipReading.Unpack(part with { Length = 4 }));
        Assert.Throws<InvalidDataException>(() => ZipReading.Unpack(part with { Length = 6 }));
        Assert.Throws<InvalidDataException>(() => ZipReading.Unpack(part with { Method = 0, Length = (uint)part.Data.Length }));
    }

    [Fact]
    public void A_large_table_is_rendered_whole_and_memory_grows_with_the_output_only()
    {
        var template = Compile(Docx(Table(TextRow("{{ for t in tasks }}{{ t.title }}", "{{ t.deadline }}{{ end }}"))));
        var (small, large) = (Allocated(template, 1000), Allocated(template, 10_000));
        Assert.True(large < 12 * small, $"{small} → {large}");
        var body = Part(Bytes(template, Rows(10_000)), "word/document.xml");
        Assert.Equal(20_000, Paragraphs(body[body.IndexOf("<w:tbl>", StringComparison.Ordinal)..body.IndexOf("<w:sectPr", StringComparison.Ordinal)]).Length);
    }

    [Fact]
    public void The_tags_of_regions_name_the_paper_and_other_tags_stay()
    {
        const string body = "<w:sdt><w:sdtPr><w:tag w:val=\"ys:1:*:tasks\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            + "<w:sdt><w:sdtPr><w:tag w:val=\"ys:1:*\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>";
        using var output = new MemoryStream();
        Compile(Docx(body)).Render(Letter.Sample, output, "3f9a0c51be27");
        var named = Part(output.ToArray(), "word/document.xml");
        Assert.Contains("w:val=\"ys:1:3f9a0c51be27:tasks\"", named, StringComparison.Ordinal);
        Assert.Contains("w:val=\"ys:1:*\"", named, StringComparison.Ordinal);
        Assert.Contains("w:val=\"ys:1:*:tasks\"", Part(Render(Docx(body), Letter.Sample), "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_of_another_type_is_refused() =>
        Assert.Throws<ArgumentException>(() => Compile(Template).Render("text", Stream.Null));

    [Fact]
    public void Text_in_UTF_16_and_CDATA_is_read_like_any_other()
    {
        var xml = $"<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document {Spaces}><w:body><w:p><w:r><w:t><![CDATA[<{{{{ title }}}}>]]></w:t></w:r></w:p></w:body></w:document>";
        using var stream = new MemoryStream();
        stream.Write(Template);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, true))
        {
            zip.GetEntry("word/document.xml")?.Delete();
            using var entry = zip.CreateEntry("word/document.xml").Open();
            entry.Write([0xff, 0xfe, .. System.Text.Encoding.Unicode.GetBytes(xml)]);
        }
        var bytes = Render(stream.ToArray(), Letter.Sample);
        AssertValid(bytes);
        Assert.Contains("&lt;关于开展检查的通知&gt;", Part(bytes, "word/document.xml"), StringComparison.Ordinal);
    }

    private static Letter Rows(int count) => Letter.Sample with
    {
        Tasks = [.. Enumerable.Range(0, count).Select(i => new LetterTask { Title = $"任务{i}", Deadline = "年内" })],
    };

    private static long Allocated(WordTemplate template, int rows)
    {
        var draft = Rows(rows);
        template.Render(draft, Stream.Null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        template.Render(draft, Stream.Null);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Bytes(WordTemplate template, object draft)
    {
        using var output = new MemoryStream();
        template.Render(draft, output);
        return output.ToArray();
    }
}
