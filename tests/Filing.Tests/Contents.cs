using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Tests;

/// <summary>Contents and puts for tests.</summary>
internal static class Contents
{
    public static DriveContent Of(string text) => DriveContent.Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes that are the same for the same seed.</summary>
    public static DriveContent Random(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return DriveContent.Of(bytes);
    }

    /// <summary>A small Word file.</summary>
    public static DriveContent Docx(string text)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(new Paragraph(new Run(new Text(text)))));
        return DriveContent.Of(bytes.ToArray());
    }

    /// <summary>The text of a Word file.</summary>
    public static string TextOfDocx(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx, false), isEditable: false);
        return document.MainDocumentPart?.Document?.InnerText ?? "";
    }

    public static async Task<byte[]> BytesAsync(DriveContent content)
    {
        await using var stream = await content.OpenAsync(CancellationToken.None);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public static DrivePut Put(string place, string text, string? replaces = null) => new(place, Of(text), replaces);
}
