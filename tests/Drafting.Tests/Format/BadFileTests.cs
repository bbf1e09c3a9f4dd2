using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Tests.Format;

public class BadFileTests
{
    private const string Open = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private const string Close = "</w:body></w:document>";

    public static TheoryData<string, string> Files => new()
    {
        { "empty", SourceErrors.Empty },
        { "text", SourceErrors.UnknownFormat },
        { "pdf", SourceErrors.UnknownFormat },
        { "zip of something else", SourceErrors.UnknownFormat },
        { "workbook", SourceErrors.UnknownFormat },
        { "password", SourceErrors.Encrypted },
        { "old Word", SourceErrors.NeedsConversion },
        { "cut off", SourceErrors.Damaged },
        { "no body", SourceErrors.Damaged },
        { "broken XML", SourceErrors.Damaged },
        { "DTD", SourceErrors.UnsafeXml },
        { "DTD in UTF-16", SourceErrors.UnsafeXml },
        { "zip bomb", SourceErrors.TooBig },
        { "200 MB part", SourceErrors.TooBig },
        { "10 000 levels", SourceErrors.TooBig },
        { "millions of elements", SourceErrors.TooBig },
        { "checksum", SourceErrors.Damaged },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_cannot_be_read_is_refused_soon_in_a_sentence(string what, string code)
    {
        var bytes = Make(what);
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<UnreadableSourceException>(() => FormatChecker.Check(new MemoryStream(bytes), new CheckOptions { File = "甲.docx" }));
        Assert.Equal(code, error.Code);
        Assert.Contains("甲.docx", error.Message, StringComparison.Ordinal);
        Assert.Contains("请", error.Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1L << 30);
    }

    [Fact]
    public void Styles_that_are_based_on_each_other_in_a_circle_end()
    {
        var paper = TypedPapers.Notice();
        paper.Styles.Add(TypedPaper.X("<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:name w:val=\"x\"/><w:basedOn w:val=\"y\"/></w:style>"));
        paper.Styles.Add(TypedPaper.X("<w:style w:type=\"paragraph\" w:styleId=\"y\"><w:name w:val=\"y\"/><w:basedOn w:val=\"x\"/></w:style>"));
        paper["body"].Element(TypedPaper.W + "pPr")?.AddFirst(TypedPaper.X("<w:pStyle w:val=\"x\"/>"));
        Assert.Empty(TypedPaperTests.Check(paper.Bytes()).Findings);
    }

    [Fact]
    public void Random_damage_to_bytes_is_read_or_refused()
    {
        var good = TypedPapers.Notice().Bytes();
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[1, 12]).Array[1, 6].Sample(
            damage =>
            {
                var bytes = good.ToArray();
                foreach (var (at, value, length) in damage)
                    bytes.AsSpan(at, Math.Min(length, bytes.Length - at)).Fill(value);
                Survives(bytes);
            },
            iter: 600);
    }

    [Fact]
    public void Random_damage_to_XML_is_read_or_refused_and_a_repair_never_changes_text()
    {
        var xml = Encoding.UTF8.GetString(Entry(TypedPapers.Notice().Bytes(), "word/document.xml"));
        string[] pieces = ["", "<w:p/>", "<w:tbl/>", "<w:tr/>", "<w:sectPr/>", "<w:del>", "</w:del>", "<w:sdt><w:sdtContent>", "w:val=\"-99999999999\"", "w:val=\"x\"", "<w:numPr><w:numId w:val=\"7\"/></w:numPr>", "<w:br w:type=\"page\"/>", "<w:tab/>", "😀", "\u0085", "&#xD;", "<w:rPr><w:b/></w:rPr>", "w:line=\"0\"", "<w:fldChar w:fldCharType=\"end\"/>"];
        Gen.Select(Gen.Int[0, xml.Length - 1], Gen.Int[0, 40], Gen.OneOfConst(pieces)).Array[1, 4].Sample(
            damage =>
            {
                var text = xml;
                foreach (var (at, length, piece) in damage)
                {
                    var start = Math.Min(at, text.Length);
                    text = text[..start] + piece + text[Math.Min(text.Length, start + length)..];
                }

                Survives(With(TypedPapers.Notice().Bytes(), "word/document.xml", text));
            },
            iter: 600);
    }

    [Fact]
    public void Any_arrangement_of_elements_is_read_and_repaired_as_far_as_it_goes()
    {
        Gen.Select(Gen.OneOfConst("notice", "unsealed", "request", "letter", "minutes"), Gen.Select(Gen.Int[0, 5_000], Gen.Int[0, 5_000], Gen.Int[0, 4]).Array[1, 8]).Sample(
            (name, damage) =>
            {
                var paper = TypedPaperTests.Make(name);
                foreach (var (from, to, what) in damage)
                {
                    XElement[] all = [.. paper.Body.Descendants(), .. paper.Styles.Descendants(), .. paper.Settings.Descendants(), .. paper.Footers.Values.SelectMany(footer => footer.Descendants())];
                    var (one, other) = (all[from % all.Length], all[to % all.Length]);
                    if (what == 0)
                        one.Remove();
                    else if (what == 1)
                        one.AddAfterSelf(new XElement(one));
                    else if (what == 2)
                        other.Add(new XElement(one));
                    else if (what == 3)
                        one.RemoveAttributes();
                    else
                        one.Name = other.Name;
                }

                Survives(paper.Bytes());
            },
            iter: 1000);
    }

    [Fact]
    public void Random_values_of_attributes_are_read_or_refused()
    {
        var xml = Encoding.UTF8.GetString(Entry(TypedPapers.Notice().Bytes(), "word/document.xml"));
        var places = System.Text.RegularExpressions.Regex.Matches(xml, "w:(val|w|h|top|left|right|line|pos|firstLine|hanging|sz|space|y|id|type)=\"[^\"]*\"").ToList();
        string[] values = ["", "0", "-1", "2147483647", "-2147483648", "99999999999999999999", "NaN", "1e300", "12pt", "mm", "nextPage", "continuous", "exact", "true", "附件", "thinThickSmallGap"];
        Gen.Select(Gen.Int[0, places.Count - 1], Gen.OneOfConst(values)).Array[1, 8].Sample(
            damage =>
            {
                var text = new StringBuilder(xml);
                foreach (var (index, value) in damage.DistinctBy(one => one.Item1).OrderByDescending(one => one.Item1))
                {
                    var place = places[index];
                    var start = place.Index + place.Value.IndexOf('"', StringComparison.Ordinal) + 1;
                    text.Remove(start, place.Index + place.Length - 1 - start).Insert(start, value);
                }

                Survives(With(TypedPapers.Notice().Bytes(), "word/document.xml", text.ToString()));
            },
            iter: 600);
    }

    private static void Survives(byte[] bytes)
    {
        try
        {
            FormatFixer.Fix(new MemoryStream(bytes), new MemoryStream(), new CheckOptions(), new TrackedBy("检查", DateTimeOffset.UnixEpoch));
        }
        catch (UnreadableSourceException error)
        {
            Assert.NotEmpty(error.Code);
        }
    }

    private static byte[] Make(string what) => what switch
    {
        "empty" => [],
        "text" => Encoding.UTF8.GetBytes("关于开展检查的通知"),
        "pdf" => Encoding.ASCII.GetBytes("%PDF-1.7\n"),
        "zip of something else" => With(null, "a.txt", "a"),
        "workbook" => With(With(null, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"), "xl/workbook.xml", "<workbook/>"),
        "password" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
        "old Word" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]],
        "cut off" => TypedPapers.Notice().Bytes()[..3000],
        "no body" => Document("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>"),
        "broken XML" => Document(Open + "<w:p>" + Close),
        "DTD" => Document("<!DOCTYPE x [<!ENTITY a \"b\">]>" + Open + Close),
        "DTD in UTF-16" => With(TypedPapers.Notice().Bytes(), "word/document.xml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<!DOCTYPE x [<!ENTITY a \"b\">]>" + Open + Close)]),
        "zip bomb" => Document(Open + new string(' ', 100 << 20) + Close),
        "200 MB part" => With(TypedPapers.Notice().Bytes(), "word/styles.xml", new byte[200 << 20]),
        "10 000 levels" => Document(Open + string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 5_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 5_000)) + Close),
        "millions of elements" => Document(Open + string.Concat(Enumerable.Repeat("<w:p/>", 3_000_000)) + Close),
        "checksum" => WithWrongChecksum(),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static byte[] Document(string xml) => With(TypedPapers.Notice().Bytes(), "word/document.xml", xml);

    private static byte[] WithWrongChecksum()
    {
        var bytes = TypedPapers.Notice().Bytes();

        // In the directory, the checksum of the part stands 30 bytes before its name.
        var name = bytes.AsSpan().LastIndexOf("word/document.xml"u8);
        bytes[name - 30] ^= 0xFF;
        return bytes;
    }

    private static byte[] Entry(byte[] docx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry(name)?.Open() ?? throw new InvalidDataException(name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] With(byte[]? docx, string name, string text) => With(docx, name, Encoding.UTF8.GetBytes(text));

    private static byte[] With(byte[]? docx, string name, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(docx ?? []);
        using (var zip = new ZipArchive(stream, docx is null ? ZipArchiveMode.Create : ZipArchiveMode.Update, true))
        {
            if (docx is not null)
                zip.GetEntry(name)?.Delete();
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }
}
