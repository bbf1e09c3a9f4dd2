using System.Buffers.Binary;

namespace YiyuanSafety.Filing.Graph;

/// <summary>
/// QuickXorHash, by which OneDrive and SharePoint name contents: each byte is laid 11 bits behind the one before it on a ring of 160 bits,
/// all of them XORed; at the end the length is XORed over the last 64 bits.
/// </summary>
internal static class QuickXor
{
    private const int Bits = 160;
    private const int Shift = 11;

    /// <summary>The hash of a content, in base64 as Graph writes it.</summary>
    public static async Task<string> OfAsync(Stream content, CancellationToken cancellation)
    {
        // Bytes that are 160 apart lie at the same place of the ring: they are folded first.
        var folded = new byte[Bits];
        var buffer = new byte[1 << 16];
        long length = 0;
        for (var read = await content.ReadAsync(buffer, cancellation); read > 0; read = await content.ReadAsync(buffer, cancellation))
        {
            var at = (int)(length % Bits);
            for (var i = 0; i < read; i++)
            {
                folded[at] ^= buffer[i];
                at = at + 1 == Bits ? 0 : at + 1;
            }

            length += read;
        }

        return Convert.ToBase64String(Lay(folded, length));
    }

    private static byte[] Lay(byte[] folded, long length)
    {
        var ring = new byte[Bits / 8];
        for (var i = 0; i < Bits; i++)
        {
            var (at, bit) = Math.DivRem(i * Shift % Bits, 8);
            var laid = folded[i] << bit;
            ring[at] ^= (byte)laid;
            ring[(at + 1) % ring.Length] ^= (byte)(laid >> 8);
        }

        var tail = ring.AsSpan(ring.Length - sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(tail, BinaryPrimitives.ReadInt64LittleEndian(tail) ^ length);
        return ring;
    }
}
