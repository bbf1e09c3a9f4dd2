using System.Text;

namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>What a file is by its content.</summary>
internal enum FileKind
{
    /// <summary>Nothing that can be read.</summary>
    Unknown,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>A zip package, to be read as .docx.</summary>
    Docx,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>.doc or .wps.</summary>
    LegacyWord,

    /// <summary>An Office file locked with a password.</summary>
    Encrypted,
}

/// <summary>Tells what a file is: by its first bytes, and only where they leave it open by its ending.</summary>
internal static class FileKinds
{
    private static readonly byte[] OleHeader = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The kind of a file.</summary>
    public static FileKind Of(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
            return FileKind.Docx;
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return FileKind.Pdf;
        if (bytes.StartsWith(OleHeader))
            return Ole(bytes);
        if (LooksBinary(bytes))
            return FileKind.Unknown;
        return name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)
            ? FileKind.Markdown
            : FileKind.Text;
    }

    // Stream names stand in the compound file's directory as UTF-16.
    private static FileKind Ole(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
            return FileKind.Encrypted;
        return bytes.IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes("WpsDocument")) >= 0
            ? FileKind.LegacyWord
            : FileKind.Unknown;
    }

    /// <summary>Text holds next to no control characters; UTF-16 says so by its mark.</summary>
    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return false;
        var sample = bytes[..Math.Min(bytes.Length, 65536)];
        var control = 0;
        foreach (var b in sample)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1A))
                control++;
        }

        return control * 100 > sample.Length || sample.Contains((byte)0);
    }
}
