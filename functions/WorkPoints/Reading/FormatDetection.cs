using System.Text;

namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>What a file looks like from the outside.</summary>
internal enum FileShape
{
    Text,
    Markdown,
    Zip,
    Pdf,
    Compound,
    RichText,
}

/// <summary>Tells formats apart by their first bytes; the file name's ending only tells Markdown from plain text.</summary>
internal static class FormatDetection
{
    // ISO 32000 lets a few bytes stand before the header; readers look for it in the first kilobyte.
    private const int PdfHeaderWindow = 1024;

    public static FileShape Detect(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
            return FileShape.Zip;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return FileShape.Compound;
        if (bytes.StartsWith("{\\rtf"u8))
            return FileShape.RichText;
        if (bytes[..Math.Min(bytes.Length, PdfHeaderWindow)].IndexOf("%PDF-"u8) >= 0)
            return FileShape.Pdf;
        return file.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)
            ? FileShape.Markdown
            : FileShape.Text;
    }

    /// <summary>What to say about an OLE compound file: none of them can be read directly.</summary>
    public static UnreadableSourceException RefuseCompound(ReadOnlySpan<byte> bytes, string file)
    {
        if (HasEntry(bytes, "EncryptedPackage"))
            return Unreadable.Encrypted(file);
        if (HasEntry(bytes, "WordDocument"))
            return Unreadable.NeedsConversion(file, "旧版 Word 或 WPS 文档（.doc、.wps）");
        if (HasEntry(bytes, "Workbook") || HasEntry(bytes, "Book"))
            return Unreadable.UnknownFormat(file, "旧版 Excel 表格");
        if (HasEntry(bytes, "PowerPoint Document"))
            return Unreadable.UnknownFormat(file, "旧版 PowerPoint 演示文稿");
        return file.EndsWith(".doc", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".wps", StringComparison.OrdinalIgnoreCase)
            ? Unreadable.Damaged(file)
            : Unreadable.UnknownFormat(file);
    }

    // Directory entries of a compound file are 128 bytes long, start at multiples of 128 and hold their name in
    // UTF-16 with its length in bytes, final zero included, 64 bytes on. Looking at each such place needs no
    // walk through the sector chains, so damage or loops in them do no harm.
    // Where not even the root entry is in its place, the name anywhere has to do.
    private static bool HasEntry(ReadOnlySpan<byte> bytes, string name) =>
        FindEntry(bytes, name) || (!FindEntry(bytes, "Root Entry") && bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0);

    private static bool FindEntry(ReadOnlySpan<byte> bytes, string name)
    {
        var wanted = Encoding.Unicode.GetBytes(name + '\0');
        for (var at = 0; at + 128 <= bytes.Length; at += 128)
        {
            if (bytes[at + 64] == wanted.Length && bytes[at + 65] == 0 && bytes[at..].StartsWith(wanted))
                return true;
        }

        return false;
    }
}
