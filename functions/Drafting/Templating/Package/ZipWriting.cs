using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace YiyuanSafety.Drafting.Templating.Package;

/// <summary>Writes a zip file from entries already compressed; names and times are fixed, so equal parts give equal bytes.</summary>
internal static class ZipWriting
{
    // 1980-01-01 00:00, the earliest that zip can say: a document must not depend on the clock.
    private const ushort Date = 0x21;
    private const ushort Utf8Names = 1 << 11;

    /// <summary>Writes all entries and the directory; <paramref name="output"/> need not seek.</summary>
    public static void Write(IReadOnlyList<ZipPart> parts, Stream output)
    {
        var offsets = new long[parts.Count];
        long at = 0;
        Span<byte> header = stackalloc byte[46];
        for (var i = 0; i < parts.Count; i++)
        {
            var name = Encoding.UTF8.GetBytes(parts[i].Name);
            offsets[i] = at;
            BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
            Common(header[4..], parts[i], name.Length);
            output.Write(header[..30]);
            output.Write(name);
            output.Write(parts[i].Data.Span);
            at += 30 + name.Length + parts[i].Data.Length;
        }
        var directory = at;
        for (var i = 0; i < parts.Count; i++)
        {
            var name = Encoding.UTF8.GetBytes(parts[i].Name);
            header.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014b50);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 20);
            Common(header[6..], parts[i], name.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], checked((uint)offsets[i]));
            output.Write(header);
            output.Write(name);
            at += 46 + name.Length;
        }
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], checked((ushort)parts.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(header[10..], (ushort)parts.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], checked((uint)(at - directory)));
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], checked((uint)directory));
        output.Write(header[..22]);
    }

    /// <summary>Compresses one part.</summary>
    public static ZipPart Pack(string name, ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream(256 + bytes.Length / 4);
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return FromGzip(name, packed);
    }

    /// <summary>
    /// Takes a zip entry out of a gzip stream. Gzip's body is the same deflate data, and its tail has the CRC that
    /// the native library computed on the way, so that no second pass over the text is needed.
    /// </summary>
    public static ZipPart FromGzip(string name, MemoryStream gzip)
    {
        if (gzip.Length < 18)
            return new ZipPart(name, 0, 0, 0, ReadOnlyMemory<byte>.Empty);
        var all = gzip.GetBuffer().AsMemory(0, (int)gzip.Length);
        var tail = all.Span[^8..];
        return new ZipPart(name, 8, BinaryPrimitives.ReadUInt32LittleEndian(tail),
            BinaryPrimitives.ReadUInt32LittleEndian(tail[4..]), all[10..^8]);
    }

    private static void Common(Span<byte> at, ZipPart part, int nameLength)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(at[4..], part.Method);
        BinaryPrimitives.WriteUInt16LittleEndian(at[6..], 0);
        BinaryPrimitives.WriteUInt16LittleEndian(at[8..], Date);
        BinaryPrimitives.WriteUInt32LittleEndian(at[10..], part.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(at[14..], checked((uint)part.Data.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(at[18..], part.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], checked((ushort)nameLength));
        BinaryPrimitives.WriteUInt16LittleEndian(at[24..], 0);
    }
}
