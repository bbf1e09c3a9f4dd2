using System.Text;
using YiyuanSafety.Host.Office;

namespace YiyuanSafety.Host.Tests;

/// <summary>The PDF of a paper is the same whenever it is made; that of another paper is another one.</summary>
public sealed class PdfStampTests
{
    [Fact]
    public void Hour_and_marks_are_settled_and_nothing_moves()
    {
        var (first, second, other) = (Pdf("20210301080000+08'00'", '1'), Pdf("20260301235959+08'00'", 'F'), Pdf("20210301080000+08'00'", '1'));

        PdfStamp.Settle(first, "同一份公文"u8);
        PdfStamp.Settle(second, "同一份公文"u8);
        PdfStamp.Settle(other, "另一份公文"u8);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        var text = Encoding.Latin1.GetString(first);
        Assert.Equal(Encoding.Latin1.GetString(Pdf("20210301080000+08'00'", '1')).IndexOf("startxref", StringComparison.Ordinal), text.IndexOf("startxref", StringComparison.Ordinal));
        Assert.StartsWith("%PDF-1.6\n1 0 obj <</ID (11111111111111111111111111111111)>>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CreationDate", text, StringComparison.Ordinal);
    }

    private static byte[] Pdf(string hour, char mark)
    {
        var id = new string(mark, 32);
        return Encoding.Latin1.GetBytes($"%PDF-1.6\n1 0 obj <</ID (11111111111111111111111111111111)>> endobj\n83 0 obj\n<</Creator<FEFF>/CreationDate(D:{hour})>>\nendobj\ntrailer\n<</Size 84/Info 83 0 R\n/ID [ <{id}>\n<{id}> ]\n/DocChecksum /{id}\n>>\nstartxref\n347810\n%%EOF\n");
    }
}
