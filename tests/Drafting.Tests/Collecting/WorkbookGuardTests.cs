using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using CsCheck;
using NPOI.HSSF.UserModel;
using NPOI.POIFS.FileSystem;
using YiyuanSafety.Drafting.Collecting;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Tests.Collecting;

public sealed class WorkbookGuardTests
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";

    private static readonly byte[] Xlsx = Filled(Replies.Workbook(6));
    private static readonly byte[] Xls = Filled(Replies.Plain(
        true, ["编号", "任务内容", "完成状态", "进度%", "进展情况", "填报日期"], ["1.1", "甲事", "完成", "50%", "做了", "2021-6-25"], ["1.2", "乙事", "未开展", "", "", ""]));

    [Theory]
    [InlineData("empty", SourceErrors.Empty)]
    [InlineData("csv", SourceErrors.UnknownFormat)]
    [InlineData("html", SourceErrors.UnknownFormat)]
    [InlineData("pdf", SourceErrors.UnknownFormat)]
    [InlineData("docx", SourceErrors.UnknownFormat)]
    [InlineData("zip", SourceErrors.UnknownFormat)]
    [InlineData("xlsb", SourceErrors.NeedsConversion)]
    [InlineData("cut off", SourceErrors.Damaged)]
    [InlineData("cut off xls", SourceErrors.Damaged)]
    [InlineData("password", SourceErrors.Encrypted)]
    [InlineData("password xls", SourceErrors.Encrypted)]
    [InlineData("old word", SourceErrors.UnknownFormat)]
    [InlineData("macro part", WorkbookErrors.Macros)]
    [InlineData("macro type", WorkbookErrors.Macros)]
    [InlineData("macro xls", WorkbookErrors.Macros)]
    [InlineData("macro sheet xls", WorkbookErrors.Macros)]
    [InlineData("external link", WorkbookErrors.Links)]
    [InlineData("external relation", WorkbookErrors.Links)]
    [InlineData("external link xls", WorkbookErrors.Links)]
    [InlineData("connections", WorkbookErrors.Links)]
    [InlineData("query xls", WorkbookErrors.Links)]
    [InlineData("dde", WorkbookErrors.Links)]
    [InlineData("embedded", WorkbookErrors.Embedded)]
    [InlineData("embedded xls", WorkbookErrors.Embedded)]
    [InlineData("billion laughs", SourceErrors.UnsafeXml)]
    [InlineData("billion laughs in UTF-16", SourceErrors.UnsafeXml)]
    [InlineData("billion laughs aside", SourceErrors.UnsafeXml)]
    [InlineData("zip bomb", SourceErrors.TooBig)]
    [InlineData("zip bomb that lies", SourceErrors.Damaged)]
    [InlineData("big strings", SourceErrors.TooBig)]
    [InlineData("many rows", SourceErrors.TooBig)]
    [InlineData("many parts", SourceErrors.TooBig)]
    [InlineData("merges over merges", SourceErrors.TooBig)]
    [InlineData("deep", SourceErrors.Damaged)]
    [InlineData("long entity", SourceErrors.Damaged)]
    [InlineData("21 MB", SourceErrors.TooBig)]
    public void What_must_not_come_in_is_refused_soon_and_with_a_sentence(string what, string code)
    {
        var bytes = Make(what);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var error = Assert.Throws<UnreadableSourceException>(() => WorkbookGuard.Check(bytes, "回执.xlsx"));
        Assert.Equal(code, error.Code);
        Assert.Matches("^文件“回执.xlsx”.*。$", error.Message);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"took {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 512 << 20);
    }

    [Fact]
    public void A_million_empty_rows_are_passed_over()
    {
        var bytes = Rows(Xlsx, row => FormattableString.Invariant($"<row r=\"{row}\" spans=\"1:13\" s=\"1\" customFormat=\"1\"/>"), 1_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        Assert.Equal(ReplyReader.Read(Xlsx, "x").Answers, ReplyReader.Read(bytes, "x").Answers);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 512 << 20);
    }

    [Fact]
    public void Rows_beyond_the_limit_are_refused_with_the_name_of_their_sheet()
    {
        var error = Assert.Throws<UnreadableSourceException>(() => WorkbookGuard.Check(Make("many rows"), "x"));
        Assert.Contains("工作表“县应急局”", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_to_click_and_columns_to_the_end_are_no_reason_to_refuse()
    {
        var bytes = Replies.Edited(Xlsx, SheetPart, "<cols>", "<cols><col min=\"14\" max=\"16384\" width=\"9\"/>");
        bytes = Replies.With(bytes, "xl/worksheets/_rels/sheet1.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:a@b.example\" TargetMode=\"External\"/></Relationships>");
        Assert.Equal(6, ReplyReader.Read(bytes, "x").Answers.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_damage_is_told_or_harmless_and_soon_over(bool isXls)
    {
        var sound = isXls ? Xls : Xlsx;
        Assert.NotEmpty(ReplyReader.Read(sound, "x").Answers);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, 3]).Array[1, 12].Sample(
            edits =>
            {
                var bytes = new List<byte>(sound);
                foreach (var (place, value, how) in edits)
                {
                    if (how == 0 && !isXls)
                        bytes.Insert(Math.Min(place, bytes.Count), value);
                    else if (how == 1 && bytes.Count > place)
                        bytes.RemoveRange(place, isXls ? bytes.Count - place : 1);
                    else if (bytes.Count > place)
                        bytes[place] = how == 2 ? (byte)0xff : value;
                }

                Survives([.. bytes]);
            },
            iter: 1500);
    }

    [Fact]
    public void Any_damage_to_the_records_is_told_or_harmless_and_soon_over()
    {
        // Where records lie; the container around them is changed above.
        var from = Xls.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00]);
        var to = Math.Min(Xls.Length, from + 8_000);
        Gen.Select(Gen.Int[from, to - 1], Gen.Byte).Array[1, 6].Sample(
            edits =>
            {
                var bytes = (byte[])Xls.Clone();
                foreach (var (place, value) in edits)
                    bytes[place] = value;
                Survives(bytes);
            },
            iter: 3000);
    }

    [Fact]
    public void Any_damage_to_the_XML_is_told_or_harmless_and_soon_over()
    {
        string[] parts = [SheetPart, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"];
        string[] pieces = ["", "<c r=\"A1\" t=\"s\"><v>99999999</v></c>", "<c r=\"ZZZZ1\"/>", "<row r=\"0\">", "<row r=\"99999999\">", "</row>", "<v>1e999</v>", "<v>NaN</v>", "<f>", "t=\"inlineStr\"", "<is><t>x</t></is>", "<mergeCell ref=\"A1:XFD1048576\"/>", "r=\"\"", "&lol;", "\0", "<![CDATA["];
        Gen.Select(Gen.OneOfConst(parts), Gen.Int[0, 100_000], Gen.Int[0, 30], Gen.OneOfConst(pieces)).Array[1, 3].Sample(
            damage =>
            {
                var bytes = Xlsx;
                foreach (var (part, at, length, piece) in damage)
                {
                    var text = Replies.Part(bytes, part);
                    var start = at % text.Length;
                    bytes = Replies.With(bytes, part, text[..start] + piece + text[Math.Min(text.Length, start + length)..]);
                }

                Survives(bytes);
            },
            iter: 600);
    }

    private static void Survives(byte[] bytes)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            ReplyReader.Read(bytes, "x.xlsx");
        }
        catch (UnreadableSourceException error)
        {
            Assert.NotEmpty(error.Code);
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
    }

    private static byte[] Filled(NPOI.SS.UserModel.IWorkbook workbook)
    {
        for (var i = 0; workbook is not HSSFWorkbook && i < 6; i++)
        {
            workbook.Set(i, "完成状态", "推进中");
            workbook.Set(i, "进度%", 10 * i);
            workbook.Set(i, "填报日期", "2021-6-25");
        }

        return Replies.Bytes(workbook);
    }

    private static byte[] Make(string what) => what switch
    {
        "empty" => [],
        "csv" => Encoding.UTF8.GetBytes("编号,完成状态\n1.1,完成\n"),
        "html" => Encoding.UTF8.GetBytes("<html><table><tr><td>编号</td></tr></table></html>"),
        "pdf" => Encoding.ASCII.GetBytes("%PDF-1.7\n"),
        "docx" => Templating.DocxBuilder.Docx("<w:p/>"),
        "zip" => Replies.With(Zip(), "a.txt", "a"),
        "xlsb" => Replies.With(Replies.With(Zip(), "xl/workbook.bin", "a"), "_rels/.rels", Relations("officeDocument", "xl/workbook.bin", "")),
        "cut off" => Xlsx[..3000],
        "cut off xls" => Xls[..2000],
        "password" => Compound("EncryptedPackage"),
        "password xls" => WithRecord(0x002F, new byte[6]),
        "old word" => Compound("WordDocument"),
        "macro part" => Replies.With(Xlsx, "xl/vbaProject.bin", "x"),
        "macro type" => Replies.Edited(Xlsx, "[Content_Types].xml", "spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml"),
        "macro xls" => Compound("Workbook", "_VBA_PROJECT_CUR"),
        "macro sheet xls" => WithRecord(0x0085, [0, 0, 0, 0, 0, 1, 1, 0, (byte)'x']),
        "external link" => Replies.With(Xlsx, "xl/externalLinks/externalLink1.xml", "<externalLink/>"),
        "external relation" => Replies.With(Xlsx, "xl/worksheets/_rels/sheet1.xml.rels", Relations("image", "http://a.example/x.png", " TargetMode=\"External\"")),
        "external link xls" => WithRecord(0x01AE, [1, 0, 5, 0, 0, 1, (byte)'a', (byte)'.', (byte)'x']),
        "connections" => Replies.Edited(Replies.With(Xlsx, "xl/c.xml", "<connections/>"), "[Content_Types].xml", "</Types>", "<Override PartName=\"/xl/c.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml\"/></Types>"),
        "query xls" => WithRecord(0x0876, new byte[4]),
        "dde" => Replies.Edited(Xlsx, SheetPart, "<row r=\"5\"", "<row r=\"4\"><c r=\"O4\"><f>cmd|'/c calc'!A0</f><v>0</v></c></row><row r=\"5\""),
        "embedded" => Replies.With(Xlsx, "xl/embeddings/oleObject1.bin", "x"),
        "embedded xls" => Compound("Workbook", "MBD0001A2B3"),
        "billion laughs" => Replies.With(Xlsx, "xl/sharedStrings.xml", Laughs("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&i;</t></si></sst>")),
        "billion laughs in UTF-16" => Replies.With(Xlsx, "xl/sharedStrings.xml", stream => stream.Write([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Laughs("<sst/>"))])),
        "billion laughs aside" => Replies.With(Xlsx, "customXml/item1.xml", Laughs("<x>&i;</x>")),
        "zip bomb" => Replies.With(Xlsx, SheetPart, stream => Zeros(stream, 200)),
        "zip bomb that lies" => Lying(Replies.With(Xlsx, SheetPart, stream => Zeros(stream, 200)), SheetPart, 1000),
        "big strings" => Replies.With(Xlsx, "xl/sharedStrings.xml", stream => Zeros(stream, 40)),
        "many rows" => Rows(Xlsx, row => FormattableString.Invariant($"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"), 30_000),
        "many parts" => Many(3_000),
        "merges over merges" => Merges(),
        "deep" => Replies.Edited(Xlsx, SheetPart, "<row r=\"5\"", string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)) + "<row r=\"5\""),
        "long entity" => Replies.Edited(Xlsx, SheetPart, "<row r=\"5\"", "&x;<row r=\"5\""),
        "21 MB" => [.. Xlsx, .. new byte[21 << 20]],
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static string Laughs(string content)
    {
        var entities = string.Concat(Enumerable.Range('b', 8).Select(c => $"<!ENTITY {(char)c} \"{string.Concat(Enumerable.Repeat($"&{(char)(c - 1)};", 10))}\">"));
        return $"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\">{entities}]>{content}";
    }

    private static string Relations(string kind, string target, string mode) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"{mode}/></Relationships>";

    private static byte[] Rows(byte[] xlsx, Func<int, string> row, int count)
    {
        var sheet = Replies.Part(xlsx, SheetPart);
        var end = sheet.IndexOf("</sheetData>", StringComparison.Ordinal);
        return Replies.With(xlsx, SheetPart, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false));
            writer.Write(sheet[..end]);
            for (var i = 100; i < 100 + count; i++)
                writer.Write(row(i));
            writer.Write(sheet[end..]);
        });
    }

    private static byte[] Merges()
    {
        var bytes = Rows(Xlsx, row => FormattableString.Invariant($"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"), 10_000);
        return Replies.Edited(bytes, SheetPart, "<mergeCells>", "<mergeCells>" + string.Concat(Enumerable.Range(100, 1000).Select(row => FormattableString.Invariant($"<mergeCell ref=\"A{row}:B1048576\"/>"))));
    }

    private static byte[] Many(int count)
    {
        using var stream = new MemoryStream();
        stream.Write(Xlsx);
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, true))
        {
            for (var i = 0; i < count; i++)
                zip.CreateEntry(FormattableString.Invariant($"xl/media/{i}.png")).Open().Dispose();
        }

        return stream.ToArray();
    }

    private static void Zeros(Stream stream, int megabytes)
    {
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)' ');
        stream.Write("<worksheet>"u8);
        for (var i = 0; i < megabytes; i++)
            stream.Write(block);
    }

    // In the directory, the size of a part stands 22 bytes before its name.
    private static byte[] Lying(byte[] xlsx, string name, uint size)
    {
        var bytes = (byte[])xlsx.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(name)) - 22), size);
        return bytes;
    }

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, true).Dispose();
        return stream.ToArray();
    }

    private static byte[] Compound(params string[] names)
    {
        var files = new POIFSFileSystem();
        foreach (var name in names)
            files.CreateDocument(new MemoryStream(new byte[5000]), name);
        using var stream = new MemoryStream();
        files.WriteFileSystem(stream);
        return stream.ToArray();
    }

    private static byte[] WithRecord(ushort kind, byte[] data)
    {
        var files = new POIFSFileSystem(new MemoryStream(Xls));
        using var input = files.Root.CreateDocumentInputStream("Workbook");
        var records = new byte[input.Available()];
        input.Read(records);
        var first = 4 + BinaryPrimitives.ReadUInt16LittleEndian(records.AsSpan(2));
        byte[] added = [(byte)kind, (byte)(kind >> 8), (byte)data.Length, (byte)(data.Length >> 8), .. data];
        var changed = new POIFSFileSystem();
        changed.CreateDocument(new MemoryStream([.. records[..first], .. added, .. records[first..]]), "Workbook");
        using var stream = new MemoryStream();
        changed.WriteFileSystem(stream);
        return stream.ToArray();
    }
}
