using System.IO.Compression;
using System.Text;
using YiyuanSafety.WorkPoints.Reading;
using YiyuanSafety.WorkPoints.Tests.Fixtures;
using static YiyuanSafety.WorkPoints.Tests.Fixtures.DocxFixture;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

public class BadInputTests
{
    private static void Refused(byte[] bytes, string name, string code, string words, ReadingLimits? limits = null)
    {
        var refusal = Reads.Refusal(bytes, name, limits);
        Assert.Equal(code, refusal.Code);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"“{Path.GetFileName(name)}”", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
    }

    private static byte[] Zip(params ReadOnlySpan<(string Name, string Text)> entries)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
                Write(zip, name, text);
        }

        return memory.ToArray();
    }

    private static byte[] Replace(byte[] docx, string part, Action<Stream> write)
    {
        var memory = new MemoryStream();
        memory.Write(docx);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var stream = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            write(stream);
        }

        return memory.ToArray();
    }

    private static byte[] Replace(byte[] docx, string part, string text) => Replace(docx, part, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t　\n")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\n")]
    public void An_empty_file_is_refused(string text)
    {
        foreach (var name in (ReadOnlySpan<string>)["空.txt", "空.docx", "空.pdf", "空"])
            Refused(Encoding.UTF8.GetBytes(text), name, SourceErrors.Empty, "没有任何文字");
    }

    [Fact]
    public void A_document_without_text_is_empty() =>
        Refused(Body(P("") + P(" ")).Bytes(), "空.docx", SourceErrors.Empty, "没有任何文字");

    [Fact]
    public void A_renamed_zip_is_no_document() =>
        Refused(Zip(("照片.txt", "甲")), "要点.docx", SourceErrors.UnknownFormat, "压缩包");

    [Theory]
    [InlineData("xl/workbook.xml", "Excel")]
    [InlineData("ppt/presentation.xml", "PowerPoint")]
    public void Another_office_file_is_named(string part, string words) =>
        Refused(Zip(("[Content_Types].xml", "<Types/>"), (part, "<a/>")), "要点.docx", SourceErrors.UnknownFormat, words);

    [Fact]
    public void An_open_document_must_be_converted() =>
        Refused(Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")), "要点.odt", SourceErrors.NeedsConversion, "另存为 .docx");

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void A_truncated_docx_is_damaged(double kept)
    {
        var bytes = Body(P("甲")).Bytes();
        Refused(bytes[..(int)(bytes.Length * kept)], "要点.docx", SourceErrors.Damaged, "已损坏或不完整");
    }

    [Theory]
    [InlineData("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>")]
    [InlineData("not xml")]
    [InlineData("")]
    public void Broken_xml_is_damaged(string xml) =>
        Refused(Replace(Body(P("甲")).Bytes(), "word/document.xml", xml), "要点.docx", SourceErrors.Damaged, "word/document.xml");

    [Fact]
    public void A_package_without_its_main_part_is_damaged() =>
        Refused(Replace(Body(P("甲")).Bytes(), "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"), "要点.docx", SourceErrors.Damaged, "缺少正文");

    [Fact]
    public void A_relationship_to_a_part_that_is_not_there_is_damage()
    {
        var bytes = Body(P("甲")).Styles("").Bytes();
        using var memory = new MemoryStream();
        memory.Write(bytes);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
            zip.GetEntry("word/styles.xml")?.Delete();

        Assert.Equal(SourceErrors.Damaged, Reads.Refusal(memory.ToArray(), "要点.docx").Code);
    }

    [Fact]
    public void A_docx_with_a_password_says_so() =>
        Refused(CompoundFixture.With("EncryptionInfo", "EncryptedPackage"), "要点.docx", SourceErrors.Encrypted, "取消密码");

    [Fact]
    public void A_locked_docx_whose_directory_is_out_of_place_says_so_too() =>
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[601], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "要点.docx", SourceErrors.Encrypted, "取消密码");

    [Theory]
    [InlineData("要点.doc")]
    [InlineData("要点.wps")]
    [InlineData("要点.docx")]
    public void Old_word_and_wps_files_must_be_saved_as_docx(string name) =>
        Refused(CompoundFixture.With("1Table", "WordDocument"), name, SourceErrors.NeedsConversion, "另存为 .docx");

    [Fact]
    public void Old_excel_files_are_named_and_rtf_must_be_converted()
    {
        Refused(CompoundFixture.With("Workbook"), "台账.xls", SourceErrors.UnknownFormat, "Excel");
        Refused(CompoundFixture.With("Other"), "其他.bin", SourceErrors.UnknownFormat, ".docx");
        Refused("{\\rtf1 a}"u8.ToArray(), "要点.doc", SourceErrors.NeedsConversion, "RTF");
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/styles.xml")]
    public void Xml_with_a_dtd_is_refused(string part)
    {
        const string Bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">&b;</w:styles>";
        Refused(Replace(Body(P("甲")).Styles("").Bytes(), part, Bomb), "要点.docx", SourceErrors.UnsafeXml, part);
    }

    [Theory]
    [InlineData("_rels/.rels")]
    [InlineData("[Content_Types].xml")]
    public void A_dtd_in_the_package_itself_is_refused(string part)
    {
        var refusal = Reads.Refusal(Replace(Body(P("甲")).Bytes(), part, "<!DOCTYPE x [<!ENTITY a \"a\">]><x>&a;</x>"), "要点.docx");

        Assert.Contains(refusal.Code, (string[])[SourceErrors.Damaged, SourceErrors.UnsafeXml]);
    }

    [Fact]
    public void Deep_nesting_is_damage()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 100_000));
        Refused(Body(deep).Bytes(), "要点.docx", SourceErrors.Damaged, "嵌套过深");
    }

    [Fact]
    public void Tables_in_tables_without_end_are_damage()
    {
        const int Levels = 200;
        var body = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", Levels)) + P("甲") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", Levels));
        Refused(Body(body).Bytes(), "要点.docx", SourceErrors.Damaged, "嵌套过深");
    }

    [Theory]
    [InlineData("word/document.xml", 1024)]
    [InlineData("word/styles.xml", 100)]
    [InlineData("[Content_Types].xml", 100)]
    [InlineData("word/_rels/document.xml.rels", 100)]
    public void A_huge_part_behind_a_small_zip_is_refused_in_little_memory(string part, int megabytes)
    {
        var chunk = Encoding.UTF8.GetBytes(new string(' ', 1 << 20));
        var bytes = Replace(Body(P("甲")).Styles("").Bytes(), part, stream =>
        {
            stream.Write("<a>"u8);
            for (var i = 0; i < megabytes; i++)
                stream.Write(chunk);
            stream.Write("</a>"u8);
        });
        Assert.True(bytes.Length < 16 << 20);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(bytes, "要点.docx", SourceErrors.TooBig, part);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 400L << 20);
    }

    [Fact]
    public void Two_hundred_megabytes_of_text_are_refused_after_the_limit_and_one_byte()
    {
        var stream = new EndlessText(200L << 20);
        var limits = new ReadingLimits();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = Assert.Throws<UnreadableSourceException>(() => SourceReader.Read(stream, "要点.txt"));

        Assert.Equal(SourceErrors.TooBig, refusal.Code);
        Assert.Contains("64 MB", refusal.Message, StringComparison.Ordinal);
        Assert.True(stream.Given <= limits.FileBytes + 1);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 * limits.FileBytes);
    }

    [Fact]
    public void Too_many_characters_or_blocks_are_refused_in_every_format()
    {
        var few = new ReadingLimits { Characters = 5 };
        Refused("甲乙丙丁戊己"u8.ToArray(), "a.txt", SourceErrors.TooBig, "5 个字符", few);
        Refused(Body(P("甲乙丙") + P("丁戊己")).Bytes(), "a.docx", SourceErrors.TooBig, "5 个字符", few);
        var two = new ReadingLimits { Blocks = 2 };
        Refused("甲\n乙\n丙"u8.ToArray(), "a.txt", SourceErrors.TooBig, "超过 2 个", two);
        Refused(Body(P("甲") + P("") + P("")).Bytes(), "a.docx", SourceErrors.TooBig, "超过 2 个", two);
    }

    [Fact]
    public void Binary_rubbish_is_no_format()
    {
        var bytes = new byte[5000];
        for (uint i = 0, state = 12345; i < bytes.Length; i++)
        {
            state = state * 1664525 + 1013904223;
            bytes[i] = (byte)(state >> 24);
        }

        foreach (var name in (ReadOnlySpan<string>)["a.txt", "a.docx", "a.pdf", "a.doc"])
            Refused(bytes, name, SourceErrors.UnknownFormat, "无法识别");
        Refused([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13], "a.txt", SourceErrors.UnknownFormat, "无法识别");
    }

    [Fact]
    public void A_web_page_is_named() =>
        Refused("<!DOCTYPE html><html><body>甲</body></html>"u8.ToArray(), "要点.doc", SourceErrors.UnknownFormat, "网页");

    [Fact]
    public void A_damaged_pdf_is_damaged() =>
        Refused("%PDF-1.7\nrubbish"u8.ToArray(), "要点.pdf", SourceErrors.Damaged, "已损坏或不完整");

    [Fact]
    public void Content_counts_more_than_the_ending()
    {
        Assert.Equal(SourceFormat.Docx, Reads.Bytes(Body(P("甲")).Bytes(), "要点.txt").Format);
        Assert.Equal(SourceFormat.Text, Reads.Bytes("甲"u8.ToArray(), "要点.docx").Format);
        Assert.Equal(SourceFormat.Pdf, Reads.Bytes(new PdfFixture().Page().Line("甲", 70, 700).Bytes(), "要点.doc").Format);
    }
}
