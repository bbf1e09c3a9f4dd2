using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace YiyuanSafety.WorkPoints.Tests.Fixtures;

/// <summary>Writes a small PDF with text at given places; every Chinese character is as wide as the type is high.</summary>
internal sealed class PdfFixture
{
    /// <summary>A4 in points.</summary>
    public const int Width = 595;
    public const int Height = 842;

    private readonly List<StringBuilder> _pages = [];
    private bool _deflated;

    public PdfFixture Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <summary>Places a line on the last page; the origin is the lower left corner.</summary>
    public PdfFixture Line(string text, double left, double baseline, double size = 16)
    {
        var codes = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf 1 0 0 1 {left} {baseline} Tm <{codes}> Tj ET\n");
        return this;
    }

    /// <summary>Puts page operators as they are on the last page.</summary>
    public PdfFixture Raw(string operators)
    {
        _pages[^1].Append(operators);
        return this;
    }

    /// <summary>Lines set one below the other in a text area of 28 characters of 16 points, from x = 70.</summary>
    public PdfFixture Lines(double top, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            var text = line.TrimStart('　');
            Line(text, 70 + (line.Length - text.Length) * 16, top);
            top -= 28;
        }

        return this;
    }

    public byte[] Bytes(string? trailer = null)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Concat(_pages.Select((_, at) => $"{7 + at * 2} 0 R "))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 /W [32 [500] 33 126 500] /CIDToGIDMap /Identity >>",
            Stream(ToUnicode()),
            "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>",
        };
        foreach (var page in _pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add(_deflated ? Deflated(page.ToString()) : Stream(page.ToString()));
        }

        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var at = 0; at < objects.Count; at++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{objects[at]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>Packs the pages' content.</summary>
    public PdfFixture Deflate()
    {
        _deflated = true;
        return this;
    }

    private static string Deflated(string content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(Encoding.Latin1.GetBytes(content));
        return $"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    // Codes are UTF-16 units; a range may not cross the first byte.
    private static string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        for (var from = 0; from < 256; from += 64)
        {
            map.Append("64 beginbfrange\n");
            for (var high = from; high < from + 64; high++)
                map.Append(CultureInfo.InvariantCulture, $"<{high:X2}00> <{high:X2}FF> <{high:X2}00>\n");
            map.Append("endbfrange\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }
}
