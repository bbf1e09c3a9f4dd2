using System.IO.Compression;
using System.Text;
using CsCheck;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Tests.Reading;

/// <summary>Files that cannot be read say so: what happened, and what to do; in bounded time and memory.</summary>
public sealed class BadInputTests
{
    private static readonly byte[] OleHeader = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void An_empty_file() => Fails([], "a.docx", SourceErrors.Empty, "空文件");

    [Fact]
    public void A_file_of_white_space() => Fails(Encoding.UTF8.GetBytes("\uFEFF \r\n　\n"), "a.txt", SourceErrors.Empty, "空文件");

    [Fact]
    public void A_renamed_zip() => Fails(Word.Zip(("读我.txt", "文字")), "a.docx", SourceErrors.UnknownFormat, "不是 Word 文档");

    [Fact]
    public void A_truncated_docx()
    {
        var whole = File.ReadAllBytes(Samples.Path("yiyuan-2021-typed.docx"));
        Fails(whole[..(whole.Length / 2)], "a.docx", SourceErrors.Damaged, "损坏");
    }

    [Fact]
    public void A_docx_locked_with_a_password() =>
        Fails([.. OleHeader, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "a.docx", SourceErrors.Encrypted, "密码");

    [Fact]
    public void An_old_word_file() =>
        Fails([.. OleHeader, .. new byte[600], .. Encoding.Unicode.GetBytes("WordDocument")], "a.doc", SourceErrors.NeedsConversion, "另存为 .docx");

    [Fact]
    public void A_docx_with_a_document_type() =>
        Fails(Word.Bytes(Word.P("文字"), prolog: "<!DOCTYPE x [<!ENTITY a \"b\">]>"), "a.docx", SourceErrors.UnsafeXml, "DTD");

    [Fact]
    public void Binary_rubbish()
    {
        var rubbish = new byte[50_000];
        new Random(7).NextBytes(rubbish);
        Fails(rubbish, "a.txt", SourceErrors.UnknownFormat, "不是可以识别的文件");
    }

    [Fact]
    public void Elements_nested_too_deeply() =>
        Fails(Word.Bytes(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 400)) + Word.P("文") + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 400))), "a.docx", SourceErrors.Damaged, "损坏");

    [Fact]
    public void Two_hundred_megabytes_of_text_are_refused_without_taking_them_in()
    {
        var endless = new Endless(200L << 20);
        var failure = Assert.Throws<UnreadableSourceException>(() => SourceReader.Read(endless, "a.txt"));
        Assert.Equal(SourceErrors.TooBig, failure.Code);
        Assert.True(endless.Left > 130L << 20);
    }

    [Fact]
    public void A_huge_part_behind_a_small_zip_is_refused_after_the_limit()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            using var source = new ZipArchive(new MemoryStream(Word.Bytes(Word.P("文字"))), ZipArchiveMode.Read);
            foreach (var entry in source.Entries)
            {
                using var target = zip.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                using var content = entry.Open();
                if (entry.FullName != "word/document.xml")
                {
                    content.CopyTo(target);
                    continue;
                }

                target.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"u8);
                var filler = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<w:p/>", 20_000)));
                for (var i = 0; i < 9_000; i++)
                    target.Write(filler);
                target.Write("</w:body></w:document>"u8);
            }
        }

        Assert.True(stream.Length < 20 << 20);
        Fails(stream.ToArray(), "a.docx", SourceErrors.TooBig, "超过");
    }

    [Fact]
    public void A_pdf_that_is_no_pdf() => Fails(Encoding.ASCII.GetBytes("%PDF-1.7\nnothing here"), "a.pdf", SourceErrors.Damaged, "损坏");

    [Theory]
    [InlineData("yiyuan-2021-numbered.docx", 150)]
    [InlineData("yiyuan-2021.pdf", 12)]
    [InlineData("yiyuan-2021.txt", 60)]
    public void Damaged_copies_never_fail_in_any_other_way(string file, long iterations)
    {
        var whole = File.ReadAllBytes(Samples.Path(file));
        Gen.Select(Gen.Int[0, whole.Length - 1].Array[1, 12], Gen.Byte, Gen.Int[0, whole.Length]).Sample(
            (places, value, length) =>
            {
                var copy = whole[..Math.Max(1, length)];
                foreach (var place in places.Where(place => place < copy.Length))
                    copy[place] = value;
                try
                {
                    WorkPointsParser.Parse(SourceReader.Read(new MemoryStream(copy), file), null);
                }
                catch (UnreadableSourceException failure)
                {
                    Assert.NotEmpty(failure.Code);
                }
            },
            iter: iterations);
    }

    private static void Fails(byte[] bytes, string name, string code, string words)
    {
        var failure = Assert.Throws<UnreadableSourceException>(() => SourceReader.Read(new MemoryStream(bytes), name));
        Assert.Equal(code, failure.Code);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A stream of as many letters as asked for, without holding them.</summary>
    private sealed class Endless(long length) : Stream
    {
        private long _left = length;

        /// <summary>What nobody has asked for.</summary>
        public long Left => _left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
