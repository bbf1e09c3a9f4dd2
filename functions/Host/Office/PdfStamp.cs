using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace YiyuanSafety.Host.Office;

/// <summary>
/// Makes the PDF of a document the same whenever it is made: LibreOffice writes the hour and two random marks into it, of which nobody
/// reads anything, but by which the same paper would be filed as another one each time. Lengths stay, so that its table of places holds.
/// </summary>
internal static partial class PdfStamp
{
    // Both stand at the end, behind all pages.
    private const int Tail = 1 << 16;

    /// <summary>Settles a PDF.</summary>
    /// <param name="pdf">The PDF, changed in place.</param>
    /// <param name="docx">The document that it was made of: the marks are told from it.</param>
    public static void Settle(byte[] pdf, ReadOnlySpan<byte> docx)
    {
        var from = Math.Max(0, pdf.Length - Tail);
        var mark = Convert.ToHexString(SHA256.HashData(docx))[..32];
        var tail = Encoding.Latin1.GetString(pdf, from, pdf.Length - from);
        tail = Hour().Replace(tail, match => new string(' ', match.Length));
        tail = Marks().Replace(tail, match => match.Groups["before"].Value + mark);
        Encoding.Latin1.GetBytes(tail, pdf.AsSpan(from));
    }

    [GeneratedRegex(@"/(CreationDate|ModDate)\(D:[0-9+\-Z']*\)")]
    private static partial Regex Hour();

    [GeneratedRegex(@"(?<before>/ID ?\[\s*<|>\s*<|/DocChecksum /)[0-9A-F]{32}(?=>|\s)")]
    private static partial Regex Marks();
}
