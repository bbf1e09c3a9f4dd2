using System.Collections;
using System.Diagnostics;
using System.IO.Compression;
using CsCheck;
using YiyuanSafety.Drafting.Templating;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed class ZipAbuseTests
{
    private static readonly byte[] Sound = Docx(P("{{ title }}") + P("{{ for t in tasks }}") + P("{{ t.title }}") + P("{{ end }}"), P("{{ date }}"));

    [Fact]
    public void Any_damage_to_the_zip_is_told_or_harmless_and_soon_over() =>
        Gen.Select(Gen.Int[0, Sound.Length - 1], Gen.Byte, Gen.Int[0, 3]).Array[1, 12].Select(Gen.Int[0, Sound.Length], Gen.Int[0, 60]).Sample((edits, at, length) =>
        {
            var bytes = new List<byte>(Sound);
            foreach (var (place, value, how) in edits)
            {
                if (how == 0)
                    bytes.Insert(Math.Min(place, bytes.Count), value);
                else if (how == 1 && bytes.Count > place)
                    bytes.RemoveAt(place);
                else if (bytes.Count > place)
                    bytes[place] = how == 2 ? (byte)0xff : value;
            }
            if (at % 4 == 0)
                bytes.AddRange(Sound.AsSpan(at, Math.Min(length, Sound.Length - at)));
            var clock = Stopwatch.StartNew();
            try
            {
                Compile([.. bytes]).Render(Letter.Sample, Stream.Null);
            }
            catch (TemplateException e)
            {
                Assert.NotEmpty(e.Problems);
            }
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
        }, iter: 3000);

    [Fact]
    public void The_directory_of_a_zip_may_lie_in_every_number_and_nothing_crashes()
    {
        var directory = Sound.AsSpan().IndexOf("PK\u0001\u0002"u8);
        foreach (var lie in (byte[])[0, 1, 0x7f, 0x80, 0xff])
        {
            for (var at = directory; at < Sound.Length; at++)
            {
                var bytes = (byte[])Sound.Clone();
                for (var i = at; i < Math.Min(at + 4, bytes.Length); i++)
                    bytes[i] = lie;
                try
                {
                    Compile(bytes).Render(Letter.Sample, Stream.Null);
                }
                catch (TemplateException e)
                {
                    Assert.NotEmpty(e.Problems);
                }
            }
        }
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("WORD/DOCUMENT.XML")]
    public void Two_parts_of_one_name_are_refused(string second)
    {
        using var stream = new MemoryStream();
        stream.Write(Sound);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, true))
            zip.CreateEntry(second).Open().Dispose();
        Assert.Equal(TemplateCodes.NotAWordFile, Assert.Throws<TemplateException>(() => Compile(stream.ToArray())).Code);
    }

    [Fact]
    public void A_picture_of_500_MB_beside_the_text_is_refused_soon_and_without_the_memory()
    {
        using var stream = new MemoryStream();
        stream.Write(Sound);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, true))
            Zeros(zip.CreateEntry("word/media/image1.bmp", CompressionLevel.Fastest), 500);
        Refused(stream.ToArray(), TemplateCodes.TooLarge);
    }

    [Fact]
    public void Many_parts_that_are_large_together_are_refused()
    {
        using var stream = new MemoryStream();
        stream.Write(Sound);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, true))
        {
            for (var i = 0; i < 5; i++)
                Zeros(zip.CreateEntry($"word/media/image{i}.bmp", CompressionLevel.Fastest), 30);
        }
        Refused(stream.ToArray(), TemplateCodes.TooLarge);
    }

    [Fact]
    public void Five_thousand_parts_are_refused() =>
        Refused(Zip(Enumerable.Range(0, 5000).Select(i => ($"word/{i}.xml", ""))), TemplateCodes.NotAWordFile, TemplateCodes.TooLarge);

    [Fact]
    public void A_draft_of_ten_million_rows_stops_with_a_clear_error()
    {
        var template = Compile(Docx(P("{{ for t in tasks }}") + P("{{ t.title }}") + P("{{ end }}")));
        Refused(() => template.Render(Letter.Sample with { Tasks = new Endless() }, Stream.Null), TemplateCodes.RenderLimit);
    }

    [Theory]
    [InlineData("if urgent")]
    [InlineData("for t in tasks")]
    public void Blocks_nested_thousands_deep_are_a_problem_and_not_a_crash(string open)
    {
        var opens = string.Concat(Enumerable.Repeat(P($"{{{{ {open} }}}}"), 4900));
        var ends = string.Concat(Enumerable.Repeat(P("{{ end }}"), 4900));
        Refused(Docx(opens + P("甲") + ends), TemplateCodes.Syntax, TemplateCodes.TooLarge, TemplateCodes.OpenBlock);
    }

    [Fact]
    public void Elements_nested_deeper_than_any_document_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:smartTag>", 50_000)) + string.Concat(Enumerable.Repeat("</w:smartTag>", 50_000));
        Refused(Docx($"<w:p>{deep}</w:p>"), TemplateCodes.BrokenPart);
    }

    [Fact]
    public void Abuse_from_many_threads_at_once_stays_within_the_time()
    {
        var template = Compile(Docx(P("{{ while true }}甲{{ end }}")));
        var clock = Stopwatch.StartNew();
        Parallel.For(0, 8, _ => Assert.Equal(TemplateCodes.RenderLimit, Assert.Throws<TemplateException>(() => template.Render(Letter.Sample, Stream.Null)).Code));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
    }

    private static void Zeros(ZipArchiveEntry entry, int megabytes)
    {
        using var stream = entry.Open();
        var block = new byte[1 << 20];
        for (var i = 0; i < megabytes; i++)
            stream.Write(block);
    }

    private static void Refused(byte[] docx, params string[] codes) => Refused(() => Compile(docx), codes);

    private static void Refused(Action work, params string[] codes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var e = Assert.Throws<TemplateException>(work);
        Assert.Contains(e.Code, codes);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 256 << 20);
        Assert.Matches("[\u4E00-\u9FFF].*[。？]$", e.Problems[0].Message);
    }

    // Ten million rows without the memory for them.
    private sealed class Endless : IReadOnlyList<LetterTask>, IList
    {
        private static readonly LetterTask One = new() { Title = "甲" };

        public int Count => 10_000_000;
        public bool IsFixedSize => true;
        public bool IsReadOnly => true;
        public bool IsSynchronized => false;
        public object SyncRoot => this;
        public LetterTask this[int index] => One;
        object? IList.this[int index] { get => One; set => throw new NotSupportedException(); }

        public IEnumerator<LetterTask> GetEnumerator() => Enumerable.Repeat(One, Count).GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        public int Add(object? value) => throw new NotSupportedException();
        public void Clear() => throw new NotSupportedException();
        public bool Contains(object? value) => true;
        public int IndexOf(object? value) => 0;
        public void Insert(int index, object? value) => throw new NotSupportedException();
        public void Remove(object? value) => throw new NotSupportedException();
        public void RemoveAt(int index) => throw new NotSupportedException();
        public void CopyTo(Array array, int index) => throw new NotSupportedException();
    }
}
