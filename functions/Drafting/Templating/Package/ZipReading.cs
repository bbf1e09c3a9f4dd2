using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace YiyuanSafety.Drafting.Templating.Package;

/// <summary>
/// Reads a zip file's entries without unpacking them, because a rendering copies most of them as they are
/// and the framework's archive gives no access to compressed bytes.
/// </summary>
internal static class ZipReading
{
    private const uint EndSignature = 0x06054b50;
    private const uint CentralSignature = 0x02014b50;
    private const uint LocalSignature = 0x04034b50;

    /// <summary>All entries in the order of the central directory; directories are left out.</summary>
    /// <exception cref="InvalidDataException">No zip file, or one with features that Word files don't have.</exception>
    public static List<ZipPart> Entries(ReadOnlyMemory<byte> file, int maximum)
    {
        var bytes = file.Span;
        var end = FindEnd(bytes);
        int count = U16(bytes, end + 10);
        var at = checked((int)U32(bytes, end + 16));
        if (count > maximum)
            throw new InvalidDataException($"文件里有 {count} 个部件，超过 {maximum} 个");

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var parts = new List<ZipPart>(count);
        for (var i = 0; i < count; i++)
        {
            Need(U32(bytes, at) == CentralSignature);
            var flags = U16(bytes, at + 8);
            var method = U16(bytes, at + 10);
            var (crc, packed, length) = (U32(bytes, at + 16), U32(bytes, at + 20), U32(bytes, at + 24));
            int nameLength = U16(bytes, at + 28);
            var local = U32(bytes, at + 42);
            Need(at + 46 + nameLength <= bytes.Length);
            var name = Encoding.UTF8.GetString(bytes.Slice(at + 46, nameLength)).Replace('\\', '/');
            at += 46 + nameLength + U16(bytes, at + 30) + U16(bytes, at + 32);
            if ((flags & 1) != 0)
                throw new InvalidDataException("文件已加密");
            if (method is not (0 or 8))
                throw new InvalidDataException($"部件 {name} 的压缩方式 Word 不使用");
            if (name.EndsWith('/'))
                continue;
            if (name.StartsWith('/') || name.Split('/').Contains("..") || !names.Add(name))
                throw new InvalidDataException($"部件名 {name} 不合规或重复");
            parts.Add(new ZipPart(name, method, crc, length, file.Slice(DataStart(bytes, local), Size(bytes, local, packed))));
        }
        return parts;
    }

    /// <summary>Unpacks an entry, checking its size and checksum.</summary>
    /// <exception cref="InvalidDataException">Damaged, or longer than it says.</exception>
    public static byte[] Unpack(ZipPart part)
    {
        if (part.Method == 0)
        {
            Need(part.Data.Length == part.Length && ZipWriting.Pack(part.Name, part.Data.Span).Crc == part.Crc);
            return part.Data.ToArray();
        }
        using var gzip = Open(part);
        var bytes = new byte[part.Length];
        var read = gzip.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        Need(read == bytes.Length && gzip.ReadByte() < 0);
        return bytes;
    }

    /// <summary>
    /// Opens an entry to be read bit by bit. Its checksum is tested at the end; a reader who took in as many bytes as the entry says it has
    /// must stop, for what comes after may never end.
    /// </summary>
    public static Stream Open(ZipPart part)
    {
        if (part.Method == 0)
            return new MemoryStream(part.Data.ToArray(), false);

        // Wrapped as gzip, the inflater checks the CRC by itself.
        var wrapped = new byte[10 + part.Data.Length + 8];
        ((ReadOnlySpan<byte>)[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]).CopyTo(wrapped);
        part.Data.Span.CopyTo(wrapped.AsSpan(10));
        BinaryPrimitives.WriteUInt32LittleEndian(wrapped.AsSpan(wrapped.Length - 8), part.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(wrapped.AsSpan(wrapped.Length - 4), part.Length);
        return new GZipStream(new MemoryStream(wrapped), CompressionMode.Decompress);
    }

    private static int FindEnd(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.Length - 22; at >= 0 && at >= bytes.Length - 22 - ushort.MaxValue; at--)
        {
            if (U32(bytes, at) == EndSignature)
                return at;
        }
        throw new InvalidDataException("文件不是 .docx（没有压缩包目录）");
    }

    private static int DataStart(ReadOnlySpan<byte> bytes, uint local)
    {
        Need(local < bytes.Length - 30 && U32(bytes, (int)local) == LocalSignature);
        return (int)local + 30 + U16(bytes, (int)local + 26) + U16(bytes, (int)local + 28);
    }

    private static int Size(ReadOnlySpan<byte> bytes, uint local, uint packed)
    {
        Need(DataStart(bytes, local) + (long)packed <= bytes.Length);
        return (int)packed;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at)
    {
        Need(at >= 0 && at + 2 <= bytes.Length);
        return BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
    }

    private static uint U32(ReadOnlySpan<byte> bytes, int at)
    {
        Need(at >= 0 && at + 4 <= bytes.Length);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
    }

    private static void Need(bool sound)
    {
        if (!sound)
            throw new InvalidDataException("文件已损坏");
    }
}
