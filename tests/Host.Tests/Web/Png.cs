using System.Buffers.Binary;

namespace YiyuanSafety.Host.Tests.Web;

/// <summary>Reads the head of a PNG.</summary>
internal static class Png
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Its width and height; null for a file that is none.</summary>
    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> file) => file.Length > 24 && file.StartsWith(Signature)
        ? (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
        : null;
}
