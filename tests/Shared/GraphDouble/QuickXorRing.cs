using System.Buffers.Binary;

namespace YiyuanSafety.Tests.Graph;

/// <summary>
/// The hash that SharePoint shows for contents, byte for byte as Microsoft describes it: a ring of 160 bits in which every byte is XORed
/// in 11 bits after the one before, and the length over the last eight bytes. Written apart from the program's own, to check it.
/// </summary>
internal sealed class QuickXorRing
{
    private const int RingBytes = 20;
    private readonly byte[] _ring = new byte[RingBytes];
    private int _bit;

    /// <summary>How many bytes were added.</summary>
    public long Length { get; private set; }

    /// <summary>The hash of a content in base64.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        var ring = new QuickXorRing();
        ring.Add(content);
        return ring.Hash();
    }

    /// <summary>Adds the next bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var bit = _bit;
        foreach (var one in bytes)
        {
            var at = bit >> 3;
            var wide = one << (bit & 7);
            _ring[at] ^= (byte)wide;
            _ring[at + 1 == RingBytes ? 0 : at + 1] ^= (byte)(wide >> 8);
            bit += 11;
            if (bit >= RingBytes * 8)
                bit -= RingBytes * 8;
        }

        _bit = bit;
        Length += bytes.Length;
    }

    /// <summary>The hash of what was added so far.</summary>
    public string Hash()
    {
        var hash = (byte[])_ring.Clone();
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, Length);
        for (var i = 0; i < length.Length; i++)
            hash[RingBytes - length.Length + i] ^= length[i];
        return Convert.ToBase64String(hash);
    }

    /// <summary>Another ring in the same state.</summary>
    public QuickXorRing Copy()
    {
        var copy = new QuickXorRing { Length = Length, _bit = _bit };
        _ring.CopyTo(copy._ring, 0);
        return copy;
    }
}
